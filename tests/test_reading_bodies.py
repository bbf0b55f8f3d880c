"""What stands between a question's title and its answer belongs to the question."""

import pytest

from generator.markup import text
from generator.model import Question
from generator.reading import assemble, read_file

CODE = '```python\nprint([] or "x")\n```'


def only(words: str) -> tuple[Question, list[str]]:
    file, problems = read_file("a.md", words.encode())
    bank, more = assemble([file])
    assert len(bank.questions) == 1
    return bank.questions[0], [str(problem) for problem in (*problems, *more)]


@pytest.mark.parametrize(
    ("border", "answer"),
    [
        ("**Answer:** B. Because.", "B. Because."),
        ("**Answer:**\n\nB", "B"),
        ("### Answer\n\nB", "B"),
        ("#### Answer: B\n\nC", "Answer: B\nC"),
        ("#### Respuesta correcta: B\n\nC", "Respuesta correcta: B\nC"),
        ("**Lösung:** B", "Lösung: B"),
        ("**答案：** B", "B"),
        ("الإجابة: B", "B"),
        ("---\n\n**Answer:** B", "B"),
    ],
)
def test_the_answer_begins_at_its_label_or_heading(border: str, answer: str) -> None:
    question, problems = only(f"### Question 1: T\n\n{CODE}\n\n- A: `[]`\n- B: `x`\n\n{border}")
    assert text(question.body) == 'print([] or "x")\nA: []\nB: x'
    assert text(question.answer) == answer
    assert problems == []


def test_hidden_text_is_the_answer() -> None:
    question, _ = only(f"### Question 1: T\n\n{CODE}\n\n<details><summary><b>Answer</b></summary>\n\nB\n\n</details>")
    assert [block.kind for block in question.body] == ["code_block"]
    assert text(question.answer) == "Answer\nB"


def test_without_a_border_all_is_the_answer() -> None:
    question, _ = only(f"### Question 1: T\n\nText.\n\n{CODE}\n\n#### More\n\nx")
    assert (question.body, len(question.answer)) == ((), 4)


@pytest.mark.parametrize("rest", ["", "\n\nBecause."])
def test_ticks_say_what_is_right_with_the_answer_only(rest: str) -> None:
    question, problems = only(f"### Question 1: T\n\nWhich?\n\n- [ ] `a`\n- [x] b\n- [x] c{rest}")
    assert text(question.body).split("\n") == ["Which?", "a", "b", "c"]
    assert not any(each.get("checked") for block in question.body for each in block.walk())
    assert [text(item.children) for item in question.solution[0].children] == ["b", "c"]
    assert text(question.answer) == rest.strip()
    assert problems == []


def test_a_list_of_things_done_is_an_answer() -> None:
    question, _ = only("### Question 1: T\n\n- [x] a\n- [x] b")
    assert (question.body, question.solution, len(question.answer)) == ((), (), 1)


def test_the_source_of_the_answer_begins_below_the_body() -> None:
    question, _ = only(f"### Question 1: T\n\n{CODE}\n\n**Answer:** B\nc")
    assert (question.source, question.answer_place.line) == ("B\nc", 7)
