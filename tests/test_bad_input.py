"""What bad input and attacks meet: the table of cases, each with the line that the author reads.

A new case is a row: the number of the kind of input, its name, the bank's text, the problem, and what must be shown.
Cases of diagrams, of writing and of the command line stand with their tests.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.linking import link
from generator.markup import html, page, text
from generator.model import Bank
from generator.problems import Problem, Severity, errors
from generator.reading import fix, read
from generator.reading.sources.decoding import LONGEST_LINE
from generator.reading.sources.files import LARGEST_FILE

ONE = "### Question 1: One\n\n**Answer:**\nFirst.\n\n"
TWO = "### Question 2: Two\n\n**Answer:**\nSecond.\n"


@dataclass(frozen=True)
class Case:
    """A kind of bad input."""

    number: int
    name: str
    text: str | bytes
    problem: str = ""
    """A problem as it is printed, without the folder; empty where there must be none at all."""
    shown: str = ""
    """Words that must be visible in the answers."""


CASES = (
    Case(1, "number twice", ONE + ONE, "bank.md:6: question 1 is there already, at bank.md:1"),
    Case(2, "gap", ONE + TWO.replace("2", "5"), "bank.md:6: warning: the numbers go from 1 to 5 without 2-4"),
    Case(3, "out of order", TWO + "\n" + ONE, "bank.md:6: warning: question 1 stands below question 2"),
    Case(
        4,
        "range does not match",
        "## Locks (Questions 2-9)\n\n" + ONE,
        "bank.md:3: warning: question 1 stands in “Locks”, whose heading says 2-9",
    ),
    Case(
        4,
        "range promises more",
        "## Locks (Questions 1-9)\n\n" + ONE,
        "bank.md:1: warning: the heading of “Locks” says 1-9, its questions go from 1 to 1",
    ),
    Case(5, "same title twice", ONE + ONE.replace("1", "2"), "", "First."),
    Case(6, "empty answer", "### Question 1: One\n\n**Answer:**\n", "bank.md:1: warning: Q1 has no answer yet"),
    Case(6, "missing answer", "### Question 1: One\n\n" + TWO, "bank.md:1: warning: Q1 has no answer yet"),
    Case(
        7,
        "two answer markers",
        ONE + "**Answer:** again",
        "bank.md:6: warning: Q1 has an answer label inside its answer",
        "Answer: again",
    ),
    Case(8, "unclosed fence", ONE + "```js\ncode\n\n" + TWO, "bank.md:6: this code fence is never closed", "Second."),
    Case(8, "unclosed fence at the end", ONE + "~~~\ncode", "bank.md:6: this code fence is never closed", "code"),
    Case(
        8,
        "unclosed fence before a closed one",
        ONE + "```\ncode\n\n" + TWO + "\n```js\nx\n```\n",
        "bank.md:6: this code fence is never closed",
        "Second.",
    ),
    Case(
        8,
        "unclosed fence before plain ones",
        ONE + "```\nc\n\n" + TWO + "```\nx\n```\n### Question 3: Three\n```\nodd\n### Question 4: Four\nFourth.",
        "bank.md:6: this code fence is never closed",
        "Second.",
    ),
    Case(
        8, "unclosed fence in a list", ONE + "- a\n  ```\n  b\n\n" + TWO, "bank.md:7: this code fence is never closed"
    ),
    Case(9, "question heading in a fence", ONE + "```md\n### Question 7: No\n```\n\n" + TWO, "", "### Question 7: No"),
    Case(
        10,
        "missing question",
        ONE + "a\n\n- b `Q7`\n  (See Q9).",
        "bank.md:9: warning: Q9 is not in this bank (1-1)",
        "See Q9",
    ),
    Case(11, "itself", ONE + "See Q1.", "bank.md:6: warning: Q1 refers to itself", "See Q1."),
    Case(
        12,
        "circle of pointers",
        ONE.replace("First.", "(See Q2).") + TWO.replace("Second.", "See Question 1."),
        "bank.md:4: warning: these answers only point to each other: Q1 -> Q2 -> Q1",
    ),
    Case(
        13,
        "quoted words",
        ONE + 'Say "Question 2 Start".\n\n```mermaid\ngraph LR\nQ2[x] --> Q1\n```\n\n' + TWO,
        "",
        "Q2[x]",
    ),
    Case(14, "path in a topic", "## ../../etc/x\n\n" + ONE.replace("One", "../../etc/y"), "", "First."),
    Case(15, "reserved name", "## CON.\n\n" + ONE.replace("One", "A" * 300), "", "First."),
    Case(
        16,
        "slugs that collide",
        "## Caching\n\n" + ONE + "## caching!\n\n" + TWO,
        "bank.md:8: the topics “caching!” and “Caching” (bank.md:1) would have the same address, caching",
    ),
    Case(17, "script", ONE + "<script>alert(1)</script>", "", "<script>alert(1)</script>"),
    Case(17, "event handler", ONE + '<kbd onclick="alert(1)">x</kbd>', "", "x"),
    Case(
        17,
        "harmful link",
        ONE + "one\n[x](javascript:alert(1))",
        "bank.md:7: a link to javascript: is harmful and is shown as text",
        "javascript:alert(1)",
    ),
    Case(17, "harmful link in disguise", ONE + "[x](java&#115;cript:alert(1))", "bank.md:6: a link to javascript:"),
    Case(17, "harmful definition", ONE + "[x]\n\n[x]: vbscript:a", "bank.md:8: a link to vbscript: is harmful"),
    Case(18, "angle brackets", ONE + "<ConnectionID> and List<Order>", "", "<ConnectionID> and List<Order>"),
    Case(19, "template marks", ONE + "{{ 7*7 }} {% include 'x' %}", "", "{{ 7*7 }} {% include 'x' %}"),
    Case(20, "snippet", ONE + '--8<-- "/etc/passwd"', "", '--8<-- "/etc/passwd"'),
    Case(21, "YAML in a title", ONE.replace("One", "--- \"a\": 'b' # c"), "", "First."),
    Case(22, "CRLF", (ONE + TWO).replace("\n", "\r\n").encode(), "", "Second."),
    Case(22, "CR", (ONE + TWO).replace("\n", "\r").encode(), "", "Second."),
    Case(23, "byte order mark", b"\xef\xbb\xbf" + ONE.encode(), "", "First."),
    Case(
        24,
        "NUL",
        ONE + "ab\0c",
        "bank.md:6: warning: control character U+0000 NUL in column 3 is left out; run `check --fix`",
        "abc",
    ),
    Case(
        24, "escape", ONE + "a\x1b[0m", "bank.md:6: warning: control character U+001B in column 2 is left out", "a[0m"
    ),
    Case(25, "invalid UTF-8", b"### Question 1: a\n\nb\xff", "bank.md:3: byte 0xff at offset 20 is not UTF-8"),
    Case(26, "UTF-16", ONE.encode("utf-16"), "bank.md: the file is in UTF-16, not in UTF-8; save it as UTF-8"),
    Case(26, "UTF-16 without mark", ONE.encode("utf-16-be"), "bank.md: the file is in UTF-16, not in UTF-8"),
    Case(
        27,
        "mojibake",
        "## ðŸ”¸ Caf\u00c3\u00a9\n\n" + ONE,
        "bank.md:1: warning: 1 line was damaged by a wrong encoding and read as repaired; run `check --fix`",
    ),
    Case(27, "accents that are meant", ONE + "Ãngel, naïve – “é”", "", "Ãngel, naïve – “é”"),
    Case(28, "bidi control", ONE + "a\u202eb", "bank.md:6: invisible U+202E RIGHT-TO-LEFT OVERRIDE in column 2"),
    Case(28, "bidi control as an entity", ONE + "a\n*b&#x202e;*", "bank.md:7: the entity of invisible U+202E"),
    Case(
        28,
        "control as an entity",
        ONE + "![a&#12;](b)",
        "bank.md:6: the entity of invisible U+000C; delete",
    ),
    Case(
        29, "no width", ONE.replace("One", "O\u200bne"), "bank.md:1: warning: the title holds characters without width"
    ),
    Case(30, "empty file", "", "bank.md: there is no question in it"),
    Case(30, "no questions", "# Notes\n\nNothing here.", "bank.md: there is no question in it; begin"),
    Case(31, "line of 1 MB", ONE + "a" * 1_000_000, f"bank.md:6: the line has 1,000,000 characters, {LONGEST_LINE:,}"),
    Case(31, "answer of 1 MB", ONE + "a b\n" * 250_000, "bank.md:1: the answer has 1,000,0"),
    Case(
        33,
        "nested lists",
        ONE + "".join(" " * 2 * depth + "- a\n" for depth in range(200)),
        "deep; nest it less deeply",
    ),
    Case(
        33,
        "nested emphasis",
        ONE + "*a _b " * 300 + "c_ d* " * 300,
        "bank.md:6: emphasis or links are nested",
    ),
    Case(33, "brackets without end", ONE + "[" * 5_000, "", "[[["),
)


def described(case: Case) -> str:
    return f"{case.number}-{case.name.replace(' ', '-')}"


def read_case(case: Case, folder: Path) -> tuple[Bank, tuple[Problem, ...], list[str]]:
    """The bank, its problems, and their lines without the folder."""
    path = folder / "bank.md"
    path.write_bytes(case.text if isinstance(case.text, bytes) else case.text.encode())
    bank, reading = read([path])
    bank, linking = link(bank)
    problems = (*reading, *linking)
    return bank, problems, [str(problem).replace(f"{folder.as_posix()}/", "") for problem in problems]


@pytest.mark.parametrize("case", CASES, ids=described)
def test_bad_input_meets_what_the_table_says(case: Case, tmp_path: Path) -> None:
    bank, _, lines = read_case(case, tmp_path)
    if not case.problem:
        assert lines == []
    assert any(case.problem in line for line in lines) or not case.problem, lines
    assert all("\n" not in line for line in lines)
    words = "\n".join(text(question.answer) for question in bank.questions)
    assert case.shown in words


@pytest.mark.parametrize("case", [case for case in CASES if case.problem], ids=described)
def test_errors_publish_nothing_and_warnings_do(case: Case, tmp_path: Path) -> None:
    """The severity of the wanted problem is the one its line shows."""
    _, problems, _ = read_case(case, tmp_path)
    wanted = Severity.WARNING if "warning: " in case.problem else Severity.ERROR
    assert bool(errors(problems)) is (wanted is Severity.ERROR)


@pytest.mark.parametrize("case", [case for case in CASES if case.number in (17, 18, 19, 20)], ids=described)
def test_nothing_of_an_answer_runs(case: Case, tmp_path: Path) -> None:
    """Neither way to HTML lets a tag, a handler or a harmful address through."""
    bank, _, _ = read_case(case, tmp_path)
    for answer in (question.answer for question in bank.questions):
        for shown in (html(answer, str), page(answer, str)):
            assert not any(harm in shown for harm in ("<script", "<img", 'href="java', "<Conn", "<Order", "root:"))


def test_slugs_are_safe_and_short(tmp_path: Path) -> None:
    """Cases 14 and 15: paths, reserved names and endless titles."""
    wild = ["../../etc/x", "CON.", "nul", "A" * 300, "word " * 60, "漢字", "C++ & C#", "..."]
    topics = "".join(f"## {name}\n\n{ONE.replace('1', str(number))}" for number, name in enumerate(wild, 1))
    bank, _, _ = read_case(Case(0, "slugs", topics), tmp_path)
    slugs = [topic.slug for topic in bank.topics]
    assert len(set(slugs)) == len(wild)
    assert all(set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and 0 < len(slug) <= 70 for slug in slugs)
    assert not {"con", "nul"} & set(slugs)


def test_all_problems_of_a_run_are_shown(tmp_path: Path) -> None:
    for name, body in (("a.md", ONE + "a\0"), ("b.md", TWO + "See Q9."), ("c.md", b"\xff\xfe")):
        (tmp_path / name).write_bytes(body if isinstance(body, bytes) else body.encode())
    bank, reading = read([tmp_path])
    _, linking = link(bank)
    assert [Path(problem.place.file).name for problem in (*reading, *linking)] == ["a.md", "c.md", "b.md"]


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    """Case 31: a sparse file of 100 MB."""
    path = tmp_path / "bank.md"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    bank, problems = read([path])
    assert not bank.questions
    assert f"the file has 100 MB, {LARGEST_FILE // 1_000_000} MB at most" in str(problems[0])


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """Case 42: neither a linked file nor a linked folder is read."""
    outside, bank = tmp_path / "outside", tmp_path / "bank"
    for folder in (outside, bank):
        folder.mkdir()
    (outside / "secret.md").write_text(TWO)
    (bank / "own.md").write_text(ONE)
    (bank / "file.md").symlink_to(outside / "secret.md")
    (bank / "folder").symlink_to(outside)
    (bank / "again.md").symlink_to(bank / "own.md")
    found, problems = read([bank])
    assert [question.number for question in found.questions] == [1]
    assert [Path(problem.place.file).name for problem in problems] == ["file.md", "folder"]
    assert all("is not followed" in problem.what for problem in problems)


def test_a_repaired_file_reads_as_the_damaged_one(tmp_path: Path) -> None:
    """Case 27: `fix` gives the text that was read, and finds nothing more to do in it."""
    path = tmp_path / "bank.md"
    path.write_text("## ðŸ”¸ CafÃ© – naïve\n\n" + ONE, "utf-8")
    repaired = fix([path])
    assert repaired == {path: "## 🔸 Café – naïve\n\n" + ONE}
    before, _ = read([path])
    path.write_text(repaired[path], "utf-8")
    assert fix([path]) == {}
    assert read([path]) == (before, ())
