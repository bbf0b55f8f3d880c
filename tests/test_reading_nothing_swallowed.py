"""No question disappears in another's answer: it is read, or a line says where it stands and what to write.

A new case is a row: its name, the bank's text, the questions that are read, and how each problem begins.
"""

from dataclasses import dataclass

import pytest

from generator.markup import text
from generator.problems import errors
from generator.reading import assemble, read_file


@dataclass(frozen=True)
class Case:
    """A bank in which forms are mixed, or numbers stand for something else."""

    name: str
    text: str
    questions: tuple[str, ...]
    """As "1 Title"."""
    problems: tuple[str, ...] = ()
    topics: tuple[str, ...] = ("A",)


def lines(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


SWALLOWED = "looks like a question but is read as part of Q"

MIXED = (
    Case(
        "bold lines below a heading",
        lines("### Question 1: one", "a", "**Q2. two**", "b", "**Question 3: three**", "c"),
        ("1 one", "2 two", "3 three"),
    ),
    Case(
        "numbered headings at the end",
        lines("### Question 1: one", "a", "### 2. two", "b", "### 3. three", "c"),
        ("1 one", "2 two", "3 three"),
    ),
    Case(
        "all forms",
        lines("## A", "### Question 1: one", "a", "### Q2: two", "b", "### 3. three", "c", "## B", "### 4. four")
        + lines("\nd", "**Q5. five**", "e", "**Question 6: six**", "f"),
        ("1 one", "2 two", "3 three", "4 four", "5 five", "6 six"),
        topics=("A", "B"),
    ),
    Case(
        "another level",
        lines("## A", "### 1. one", "a", "### 2. two", "b", "## B", "#### 3. three", "c", "#### 4. four", "d"),
        ("1 one", "2 two", "3 three", "4 four"),
        topics=("A", "B"),
    ),
    Case(
        "few sure ones among many numbered ones",
        lines("### 1. one", "a", "### 3. three", "b", "### Q4: four", "c", "### 5. five", "c"),
        ("1 one", "3 three", "4 four", "5 five"),
        ("5: warning: the numbers go from 1 to 3 without 2",),
    ),
    Case(
        "a heading that is too high",
        lines("## A", "### 1. one", "a", "### 2. two", "b", "## 3. What is three?", "c", "### 4. four", "c"),
        ("1 one", "2 two", "3 What is three?", "4 four"),
    ),
    Case(
        "a heading in a fence that lacks its end",
        lines("### Question 1: one", "~~~\na", "### Question 2: two", "~~~\nb"),
        ("1 one",),
        ("6: warning: “### Question 2: two” is read as code in Q1's answer; if",),
    ),
    Case(
        "an example in a fence",
        lines("### Question 1: one", "~~~\n### Question 12: title\n~~~", "### Question 2: two", "b"),
        ("1 one", "2 two"),
    ),
    Case(
        "steps at the end",
        lines("### Question 1: one", "a", "### 1. Needs", "b", "### 2. Costs", "c"),
        ("1 one",),
    ),
    Case(
        "a number that does not fit",
        lines("### Question 1: one", "a", "**Q7. seven**", "b", "**Q8. eight**", "c"),
        ("1 one",),
        (f"5: warning: “Q7. seven” {SWALLOWED}1's answer", f"9: warning: “Q8. eight” {SWALLOWED}1's answer"),
    ),
    Case(
        "follow-ups",
        lines("### 1. one", "a", "**Q1. Why?**", "b", "### 2. two", "c", "**Q1. How?**", "d", "### 3. three", "e"),
        ("1 one", "2 two", "3 three"),
        (f"5: warning: “Q1. Why?” {SWALLOWED}1's", f"13: warning: “Q1. How?” {SWALLOWED}2's"),
    ),
    Case(
        "a heading without its number",
        lines("### 1. What is a?", "a", "### What is b?", "b", "### 2. What is c?", "c"),
        ("1 What is a?", "2 What is c?"),
        (f"5: warning: “What is b?” {SWALLOWED}1's answer",),
    ),
    Case(
        "a heading without its number above the first question",
        lines("# A", "### What is a?", "a", "### 1. What is b?", "b", "### 2. What is c?", "c"),
        ("1 What is b?", "2 What is c?"),
        ("3: warning: “What is a?” looks like a question but is read as a part of a topic",),
    ),
    Case(
        "no empty line above",
        "**Q1. one**\na\n**Q2. two**\nb\n\n- c\n**Q3. three**\n\n### 4. four",
        ("1 one",),
        (
            f"3: warning: “Q2. two” {SWALLOWED}1's answer",
            f"7: warning: “Q3. three” {SWALLOWED}1's answer",
            "9: warning",
        ),
    ),
    Case(
        "no empty line above plain ones",
        "Q1. one\na\nQ2. two\nb\n\nQ3. three\nc\n",
        ("1 one", "3 three"),
        (f"3: warning: “Q2. two” {SWALLOWED}1's", "6: warning: the numbers go from 1 to 3 without 2"),
    ),
    Case(
        "doubtful headings",
        lines("### Question 1: one", "a", "### Q2a: two", "b", "**Q3 Costs rose**", "c", "### Question Four: four"),
        ("1 one",),
        ("5: warning: “Q2a: two”", "9: warning: “Q3 Costs rose”", "13: warning: “Question Four: four”"),
    ),
)

NUMBERED_TOPICS = (
    Case(
        "restarting below topics",
        lines("## 1. CSS", "### 1. What is a box?", "a", "### 2. What is flex?", "b", "## 2. HTML")
        + lines("\n### 1. What is a tag?", "c", "### 2. What is meaning?", "d"),
        (),
        ("3: the numbers begin again in each topic: 4 questions, 2 numbers; run `python -m generator number",),
        topics=(),
    ),
    Case(
        "going on below topics",
        lines("## 1. A", "### 1. one", "a", "### 2. two", "b", "## 2. B", "### 3. three", "c"),
        ("1 one", "2 two", "3 three"),
        topics=("1. A", "2. B"),
    ),
    Case(
        "one below each topic",
        lines("## 1. A", "### 1. What is one?", "a", "## 2. B", "### 2. What is two?", "b"),
        ("1 What is one?", "2 What is two?"),
        topics=("1. A", "2. B"),
    ),
    Case(
        "parts of numbers",
        lines("## 1. Basics", "### 1.1 What is a?", "a", "### 1.2 What is b?", "b", "## 2. More", "### 2.1 What is c?"),
        (),
        ("3: 3 headings of level 3 like “### 1.1 What is a?” have a number in parts and need a whole one; run",),
        topics=(),
    ),
    Case(
        "items of lists",
        lines(
            "## 1. Basics",
            "1. **What is a?**\n\n   a",
            "2. **What is b?**\n\n   b",
            "## 2. More",
            "3. What is c?\n\n   c",
        ),
        ("1 What is a?", "2 What is b?", "3 What is c?"),
        topics=("1. Basics", "2. More"),
    ),
    Case(
        "bold lines that may be steps",
        lines("## A", "**1. Offer**", "a", "**2. Acceptance**", "b"),
        (),
        ("3: 2 bold lines like “Offer” may be questions, or steps of an answer; begin each question",),
        topics=(),
    ),
    Case(
        "bold lines with their answers",
        lines("# A", "**1. What is a?** a b", "**2. What is b?**", "b"),
        ("1 What is a?", "2 What is b?"),
    ),
    Case(
        "bold beginnings of sentences",
        lines("# A", "**1. What counts** is speed.", "**2. Which counts** less is price."),
        (),
        topics=(),
    ),
    Case(
        "steps that ask the same in each answer",
        lines(
            "## 1. Shop", "### 1. What for?", "a", "### 2. How?", "## 2. Bank", "### 1. What for?", "b", "### 2. How?"
        ),
        ("1 Shop", "2 Bank"),
        (
            *(f"{line}: warning: “{title}?” {SWALLOWED}" for line, title in ((3, "1. What for"), (7, "2. How"))),
            *(f"{line}: warning: “{title}?” {SWALLOWED}" for line, title in ((11, "1. What for"), (15, "2. How"))),
        ),
    ),
    Case(
        "one question with steps",
        lines("# 1. Design TinyURL", "## 1. Requirements", "a", "## 2. Capacity", "b", "## 3. Schema", "c"),
        ("1 Design TinyURL",),
    ),
    Case(
        "one topic with questions",
        lines("# 1. Basics", "## 1. What is a?", "a", "## 2. What is b?", "b"),
        ("1 What is a?", "2 What is b?"),
        topics=("1. Basics",),
    ),
    Case(
        "one with steps that cannot be told apart",
        lines("# 1. TinyURL", "## 1. Needs", "a", "## 2. Capacity", "b", "## 3. Schema", "c"),
        (),
        ("1: the questions may be 1 heading like “# 1. TinyURL” or 3 headings of level 2 like “## 1. Needs”; say",),
        topics=(),
    ),
    Case(
        "steps of questions",
        lines("## 1. Why queues?", "### 1. Load", "a", "### 2. Speed", "b", "## 2. Why caches?", "### 1. Speed", "c"),
        ("1 Why queues?", "2 Why caches?"),
    ),
    Case(
        "many steps with the same names",
        "".join(f"## {n}. {name}\n\n### 1. Needs\n\n### 2. API\n\n### 3. Load\n\n" for n, name in ((1, "A"), (2, "B"))),
        ("1 A", "2 B"),
    ),
    Case(
        "steps that begin like tasks",
        lines("## 1. Shop", "### 1. Define needs", "a", "### 2. Design it", "b", "## 2. Bank", "### 1. Define needs")
        + lines("\nc", "### 2. Design it", "d"),
        ("1 Shop", "2 Bank"),
    ),
    Case(
        "parts of answers that ask",
        lines("## 1. Redis", "### What is it?", "a", "### Why?", "b", "## 2. Kafka", "### What is it?", "c"),
        ("1 Redis", "2 Kafka"),
    ),
    Case(
        "many steps of questions without numbers",
        lines(
            "### What is a?", "#### 1. Load", "a", "#### 2. Run", "b", "### What is b?", "#### 1. Load", "#### 2. Go"
        ),
        (),
        ("1: 2 headings of level 3 like “What is a?” ask something and have no number; run",),
        topics=(),
    ),
    Case(
        "steps of questions without numbers",
        lines("### What is a?", "#### 1. Load", "a", "#### 2. Run", "b", "### What is b?", "x"),
        (),
        ("1: 2 headings of level 3 like “What is a?” ask something and have no number; run",),
        topics=(),
    ),
)


def described(case: Case) -> str:
    return case.name.replace(" ", "-")


@pytest.mark.parametrize("case", [*MIXED, *NUMBERED_TOPICS], ids=described)
def test_questions_are_read_or_pointed_out(case: Case) -> None:
    file, problems = read_file("a.md", case.text.encode())
    bank, more = assemble([file])
    assert tuple(f"{question.number} {question.title}" for question in bank.questions) == case.questions
    found = [str(problem).removeprefix("a.md:") for problem in (*problems, *more)]
    assert len(found) == len(case.problems), found
    assert all(line.startswith(start) for line, start in zip(found, case.problems, strict=True)), found
    assert tuple(topic.name for topic in bank.topics) == case.topics
    if errors((*problems, *more)):
        return
    introductions = (bank.introduction, *(topic.introduction for topic in bank.topics))
    kept = " ".join(map(text, (*introductions, *(question.answer for question in bank.questions))))
    assert all(f" {word} " in f" {kept} ".replace("\n", " ") for word in "abc" if f"\n{word}\n" in case.text)
