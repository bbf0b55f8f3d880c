"""Reading and linking stay fast, and as fast for each question however many there are."""

import time
from itertools import islice
from pathlib import Path

import pytest

from generator.linking import link
from generator.model import Question
from generator.reading import assemble, read, read_file


def bank_text(questions: tuple[Question, ...], count: int) -> bytes:
    """A bank of that many questions, each with an answer of ours and a reference."""
    endless = (questions[number % len(questions)].source for number in range(count))
    parts = (
        f"### Question {number}: Title {number}\n\n**Answer:**\n{source}\n\nSee Q{number // 2 + 1}.\n"
        for number, source in enumerate(islice(endless, count), 1)
    )
    return "\n".join(parts).encode()


def seconds(data: bytes) -> float:
    """CPU time of reading and linking, the better of two runs."""
    runs = []
    for _ in range(2):
        begin = time.process_time()
        link(assemble([read_file("bank.md", data)[0]])[0])
        runs.append(time.process_time() - begin)
    return min(runs)


@pytest.mark.slow
def test_a_thousand_questions_take_a_second_and_ten_times_as_many_ten_times_that() -> None:
    ours = read([Path("bank/901-950.md")])[0].questions
    thousand, many = seconds(bank_text(ours, 1_000)), seconds(bank_text(ours, 5_000))
    assert thousand <= 1.2
    assert many <= thousand * 5 * 1.5
