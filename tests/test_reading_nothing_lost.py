"""No word of a bank is lost on the way: footnotes, joiners, headings of answers, titles on a line of their own."""

from pathlib import Path

import pytest

from generator.markup import gfm, html, text
from generator.model import Bank
from generator.problems import errors
from generator.reading import assemble, read, read_file


def bank_of(words: str) -> tuple[Bank, list[str]]:
    file, problems = read_file("a.md", words.encode())
    bank, more = assemble([file])
    return bank, [str(problem) for problem in (*problems, *more)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("### Question 12 (Easy): What?", "What? (Easy)"),
        ("### Question 12 [Hard] What?", "What? [Hard]"),
        ("### Question 12/50: What?", "What?"),
        ("### Q12 of 50: What?", "What?"),
        ("### Q-12: What", "What"),
        ("### Q.12 What", "What"),
        ("### Q#12 What", "What"),
        ("### Question №12: What", "What"),
        ("### Question-12: What", "What"),
        ("### Question 12 What is it?", "What is it?"),
        ("### Q12 Explain it", "Explain it"),
        ("### 12 - What", "What"),
        ("### [12] What", "What"),
        ("### 12、What", "What"),
        ("### 问题 12：What", "What"),
        ("### 1️⃣2️⃣ What", "What"),
        ("### Scenario 12: What", "What"),
        ('### <a name="x"></a>12. What', "What"),
        ("**Q12 What is it?**", "What is it?"),
        ("**12. What is it?**", "What is it?"),
        ("Q12. What", "What"),
        ("Question 12: What", "What"),
        ("### Question 12\n\nWhat is it?", "What is it?"),
        ("### Question 12\nWhat is it?", "What is it?"),
        ("### 12.\n\nWhat is it?", "What is it?"),
        ("**Question 12 (Hard)**\n\nWhat is it?", "What is it? (Hard)"),
    ],
)
def test_more_spellings(heading: str, title: str) -> None:
    bank, problems = bank_of(f"{heading}\n\n**Answer:** Because.")
    assert [(question.number, question.title, text(question.answer)) for question in bank.questions] == [
        (12, title, "Because.")
    ]
    assert bank.questions[0].source == "Because."
    assert problems == []


@pytest.mark.parametrize(
    ("line", "title", "answer"),
    [
        ("**Q3: What is it?** A stable `a`.", "What is it?", "A stable `a`."),
        ("**Q3: What is it?** - A\nstable one.", "What is it?", "A\nstable one."),
        ("**Q3: What is it?** 1986. A year", "What is it?", "1986\\. A year"),
        ("**Q3: What is it?** **Answer:** yes", "What is it?", "yes"),
        ("**Q3: What is** `it`?", "What is it?", ""),
        ("**Q3:** What is it?", "What is it?", ""),
        ("**Q3: What is it?** (Easy) ⭐", "What is it? (Easy) ⭐", ""),
        ("Q3. What is it?\nA stable one.", "What is it?", "A stable one."),
    ],
)
def test_the_title_ends_with_its_bold_run_or_line(line: str, title: str, answer: str) -> None:
    question = bank_of(f"# T\n\n{line}\n")[0].questions[0]
    assert (question.title, question.source) == (title, answer)
    assert gfm(question.answer, str).strip() == answer


def test_steps_in_bold_are_no_questions() -> None:
    """Their lines stay in one paragraph with what follows."""
    bank, problems = bank_of(
        "### 1. How?\n\n**1. Load:** x\n\n**2. Run**\nand wait\n\n**3. What?**\n\n### 2. Why?\n\ny"
    )
    assert [question.number for question in bank.questions] == [1, 2]
    assert html(bank.questions[0].answer, str) == (
        "<p><strong>1. Load:</strong> x</p><p><strong>2. Run</strong>\nand wait</p><p><strong>3. What?</strong></p>"
    )
    assert [problem.partition(" looks")[0] for problem in problems] == ["a.md:8: warning: “3. What?”"]


def test_footnotes_are_no_link_definitions() -> None:
    bank, problems = bank_of(
        "### Q1: T\n\nword[^1] and[^2]\n\n[^1]: Carlill\n[^2]: https://e.org/a\n\n[x]: https://e.org"
    )
    assert text(bank.questions[0].answer) == "word1 and2\nCarlill\nhttps://e.org/a"
    assert 'href="https://e.org/a"' in html(bank.questions[0].answer, str)
    assert problems == []


def test_headings_that_come_in_each_answer_are_no_topics() -> None:
    words = "## A\n\n###### 1. What?\n\nx\n\n#### Explanation\n\ny\n\n###### 2. How?\n\nz\n\n#### Explanation:\n\nw\n\n"
    bank, problems = bank_of(words + "## B\n\n###### 3. Why?\n\nv")
    assert [(topic.name, topic.numbers) for topic in bank.topics] == [("A", (1, 2)), ("B", (3,))]
    assert [text(question.answer) for question in bank.questions] == ["x\nExplanation\ny", "z\nExplanation:\nw", "v"]
    assert problems == []


def test_joiners_stay_in_words_that_need_them() -> None:
    for title in ("می‌خواهم نمی‌دانم", "क्‍ष और क्‌ष", "👨‍👩‍👧 family"):
        bank, problems = bank_of(f"### Q1: {title}\n\nx")
        assert (bank.questions[0].title, problems) == (title, [])
    bank, problems = bank_of("### Q1: zero\u200cwidth\u200b\n\nx")
    assert bank.questions[0].title == "zerowidth"
    assert len(problems) == 1


def test_marks_of_direction_are_welcome() -> None:
    """They cannot make text read in another order than it stands; embeddings, overrides and isolates can."""
    bank, problems = bank_of("### Q1: ما هو C\u200e؟\n\nC\u200e\u200f\u061c")
    assert (len(bank.questions), problems) == (1, [])
    for sign in "\u202a\u202e\u2066\u2069":
        assert "invisible" in bank_of(f"### Q1: T\n\na{sign}b")[1][0]


def test_a_label_ends_with_its_line() -> None:
    bank, _ = bank_of("### Q1: T\n\nAnswer\n: `|`")
    assert text(bank.questions[0].answer).split() == ["Answer", ":", "|"]
    assert bank.questions[0].source == "Answer\n: `|`"


def test_a_bare_number_with_a_short_answer_has_no_title() -> None:
    for answer in ("x", "One line,\nanother line.\n\nMore.", "- a\n\nb", "Answer: x\n\nMore."):
        assert bank_of(f"### Question 7\n\n{answer}")[0].questions[0].title == "Question 7"


def test_all_endings_of_markdown_files_are_read(tmp_path: Path) -> None:
    for number, name in enumerate(("a.md", "b.markdown", "c.mdown", "d.MKD"), 1):
        (tmp_path / name).write_text(f"### Q{number}: T\n\nx")
    bank, problems = read([tmp_path])
    assert [question.number for question in bank.questions] == [1, 2, 3, 4]
    assert problems == ()


@pytest.mark.parametrize(
    ("name", "words", "problem"),
    [
        (
            "a.md",
            "# T\n\n### What is a?\n\nx\n\n### What is b?\n\ny",
            ":3: 2 headings of level 3 like “What is a?” ask something and have no number; run",
        ),
        (
            "a.md",
            "# T\n\n* What is a?\n* What is b?\n* How?",
            ":3: 3 items of a list like “What is a?” may be questions; none has an answer below it; begin each",
        ),
        (
            "a.md",
            "<details>\n<summary>What?</summary>\n\nx\n</details>",
            ":2: 1 summary like “What?” asks something and has no number; run",
        ),
        (
            "README.md",
            "# T\n\n## What is it?\n\nx",
            ":3: 1 heading like “What is it?” asks something and has no number; run",
        ),
        ("a.md", "# T\n\nNothing.", ": there is no question in it; begin each question"),
    ],
)
def test_a_bank_without_numbers_is_told_what_was_seen(name: str, words: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(words)
    _, problems = read([path])
    assert str(problems[0]).removeprefix(path.as_posix()).startswith(problem)
    assert len(errors(problems)) == len(problems) == 1


def test_a_fence_may_hold_many_comments() -> None:
    """They begin as headings do, and end with the fence, which is closed."""
    for comment in ("# step {}", "# {}. step"):
        code = "\n\n".join(comment.format(number) for number in range(1, 45))
        bank, problems = bank_of(f"### Question 1: T\n\n```sh\n{code}\n```\n\n### Question 2: U\n\nx")
        assert [len(question.answer) for question in bank.questions] == [1, 1]
        assert problems == []
