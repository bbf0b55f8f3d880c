"""What opens a question is decided once from the whole bank, in whatever form and language it is written.

A new case is a file or folder in tests/data/banks and a row here.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.linking import link
from generator.markup import text
from generator.problems import Failed, errors
from generator.reading import numbers, read

BANKS = Path("tests/data/banks")
PUT_IN = re.compile(rb"""(?<=# )Q[0-9]*[.:] |(?<=### )[0-9]\. |(?<=>)Q[0-9]+\. |(?<=title: )Q1\. |(?<=title: ")Q2\. """)
"""What `number` writes into headings and summaries."""


@dataclass(frozen=True)
class Case:
    """A bank as some author writes it."""

    name: str
    questions: tuple[str, ...]
    """As "1 Title", once every question has its number."""
    topics: tuple[str, ...]
    refusal: str = ""
    """What is said of it as it is; empty where it is read at once."""


CASES = (
    Case("details-answer.md", ("1 What does this print?", "2 What does this print?"), ("JavaScript drills",)),
    Case(
        "numbered-chapters.md",
        ("1 What is an event loop?", "2 What is a worker?", "3 What is a stream?", "4 What is back pressure?"),
        ("1. INTRODUCTION", "2. STREAMS"),
        "4 headings of level 2 like “What is an event loop?” ask something and have no number",
    ),
    Case("answer-heading-becomes-topic.md", ("1 ¿Qué imprime?", "2 ¿Qué imprime?", "3 ¿Qué imprime?"), ("Ejercicios",)),
    Case(
        "numbers-restart-per-topic.md",
        ("1 What is DNS? ⭐", "2 What is TCP? ⭐⭐", "3 What is a block? ⭐", "4 What is a file? ⭐⭐"),
        ("Networks", "Storage"),
        "the numbers begin again in each topic: 4 questions, 2 numbers",
    ),
    Case(
        "one-question-a-file",
        ("1 What is a B-tree?", "2 What is an LSM tree?"),
        ("Storage",),
        "2 files like “What is a B-tree?” ask something and have no number",
    ),
    Case(
        "summary-question.md",
        ("1 What does ls do?", "2 What is a hard link?"),
        ("Files",),
        "2 summaries like “What does ls do?” ask something and have no number",
    ),
    Case(
        "question-as-list-item.md",
        ("1 Which service stores objects?", "2 Which service runs code on demand?"),
        ("Practice exam",),
    ),
    Case("control-character.md", ("1 What is a prompt?", "2 What is an alias?"), ("Shells",)),
    Case("cjk-book.md", ("1 什么是索引？", "2 什么是事务？"), ("数据库面试题",)),
    Case("question-body.md", ("1 What is the output?", "2 What is the output?"), ("Output drills",)),
    Case(
        "two-part-numbers.md",
        ("1 1.1 Remove duplicates", "2 1.2 Find the second largest", "3 2.1 Reverse a string"),
        ("1. Collections", "2. Strings"),
        "3 headings of level 3 like “### 1.1 Remove duplicates” have a number in parts and need a whole one",
    ),
    Case(
        "drafts-of-labels.md",
        ("1 What does fork return to the child?", "2 What does exec keep?"),
        ("Quiz of processes",),
    ),
    Case("html-topic-and-title.md", ("1 What is the DOM?", "2 What is an event?"), ("DOM Questions",)),
    Case(
        "answers-in-items.md",
        ("1 What is React?", "2 How does a fiber yield?", "3 What is a portal?"),
        ("Core", "Elsewhere"),
    ),
    Case(
        "quiz.md",
        ("1 What prints a line?", "2 Which keyword starts a goroutine?", "3 Which of these compile?"),
        ("Go",),
    ),
    Case(
        "russian.md",
        ("1 Что такое индекс", "2 Что такое транзакция", "3 Чем отличается WHERE от HAVING"),
        ("Индексы", "Запросы"),
        "3 headings of level 3 like “Что такое индекс” have no number",
    ),
    Case(
        "korean.md",
        ("1 프로세스와 스레드의 차이는 무엇인가요?", "2 교착 상태란 무엇인가요?", "3 TCP와 UDP의 차이는 무엇인가요?"),
        ("운영체제", "네트워크"),
        "3 headings of level 3 like “프로세스와 스레드의 차이는 무엇인가요?” ask something and have no number",
    ),
    Case("arabic.md", ("1 ما هي المتغيرات؟", "2 ما هي الدوال؟"), ("أسئلة البرمجة",)),
    Case("polish.md", ("1 Co wypisze?", "2 Co zwróci?"), ("Pytania",)),
    Case(
        "exercises.md",
        ("1 What is inode?", "2 How do you list processes?", "3 Demonstrate a pipe"),
        ("Linux - Questions", "Linux - Self assessment"),
        "3 summaries like “What is `inode`?” ask something and have no number",
    ),
    Case(
        "cards",
        ("1 What is a closure?", "2 Explain the event loop.", "3 What is hoisting?"),
        ("Cards",),
        "3 files like “What is a closure?” ask something and have no number",
    ),
    Case(
        "listed",
        ("1 Что такое журнал?", "2 Что такое запись?", "3 Что такое дерево?", "4 Что такое лист?"),
        ("Журналы", "Деревья"),
        "4 headings of level 2 like “Что такое журнал?” ask something and have no number",
    ),
    Case(
        "front-titles",
        ("1 What is a lock?", "2 What is a page?"),
        ("Front titles",),
        "2 files like “What is a lock?” ask something and have no number",
    ),
    Case(
        "files-with-sources",
        ("1 Deadlock", "2 Livelock", "3 Starvation"),
        ("Threads",),
        "3 files like “Deadlock” have no number",
    ),
    Case(
        "numbers-restart-in-files",
        ("1 What is DNS?", "2 What is TCP?", "3 What is a block?"),
        ("Net", "Disk"),
        "the numbers begin again in each file: 3 questions, 2 numbers",
    ),
    Case(
        "parts-with-introductions.md",
        ("1 1.1 What is a map?", "2 1.2 What is a set?", "3 2.1 What is a loop?"),
        ("1. Types", "2. Flow"),
        "3 headings of level 3 like “### 1.1 What is a map?” have a number in parts and need a whole one",
    ),
    Case("project-with-sections.md", ("1 What is a map?", "2 What is a set?"), ("Questions",)),
    Case("strange-numbers.md", ("9 What is a map?", "10 What is a set?", "11 What is a loop?"), ("Strange numbers",)),
    Case("answers-at-the-margin.md", ("1 ¿Qué es un mapa?", "2 ¿Y un conjunto?", "3 ¿Cuál crece?"), ("Tipos",)),
    Case("summary-with-number.md", ("1 What is a pipe?", "2 What is a job?"), ("Shell",)),
    Case("picture-above-title.md", ("1 What is a slice?", "2 What is a map?"), ("Slices and maps",)),
    Case(
        "one-heading-above.md",
        ("1 Explain a loop", "2 What is a leap?"),
        ("Loops",),
        "2 headings of level 3 like “Explain a loop” ask something and have no number",
    ),
)


def copied(name: str, folder: Path) -> Path:
    path = folder / name
    shutil.copytree(BANKS / name, path) if (BANKS / name).is_dir() else shutil.copy(BANKS / name, path)
    return path


def bytes_of(path: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in (path.rglob("*.md") if path.is_dir() else [path])}


def numbered(path: Path) -> None:
    for file, data in numbers([path])[1].items():
        file.write_bytes(data)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bank_is_read_or_told_the_one_command_that_helps(case: Case, tmp_path: Path) -> None:
    path = copied(case.name, tmp_path)
    _, problems = read([path])
    told = [str(each) for each in errors(problems)]
    assert len(told) == bool(case.refusal)
    assert all(f"{case.refusal}; run `python -m generator number --bank {path} --write`" in line for line in told)
    numbered(path)
    bank, problems = link(read([path])[0])
    assert tuple(f"{question.number} {question.title}" for question in bank.questions) == case.questions
    assert tuple(topic.name for topic in bank.topics) == case.topics
    assert problems == ()
    assert numbers([path]) == ((), {})


@pytest.mark.parametrize("case", [case for case in CASES if case.refusal], ids=lambda case: case.name)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_numbers_are_all_that_changes(case: Case, end: str, tmp_path: Path) -> None:
    """Without what was put in, each file is what it was, byte for byte."""
    path = copied(case.name, tmp_path)
    for file, data in bytes_of(path).items():
        file.write_bytes(data.replace(b"\n", end.encode()))
    before = bytes_of(path)
    numbered(path)
    for file, data in bytes_of(path).items():
        assert PUT_IN.sub(b"", data) == PUT_IN.sub(b"", before[file])


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        ("> **Why?**\n\na\n\n> **How?**\n\nb\n\n> **Who?**\n\nc", "> **Q2. How?**"),
        ("<dl>\n<dt>Why?</dt>\n<dd>a</dd>\n<dt><b>How?</b></dt>\n<dd>b</dd>\n</dl>", "<dt>Q2. <b>How?</b></dt>"),
        ("## Question\n\nWhy?\n\n### Answer\n\na\n\n## Question\n\nHow?\n\n### Answer\n\nb", "## Question 2"),
        ("**Вопрос:** Why?\n\na\n\n**Вопрос:** How?\n\nb", "**Вопрос 2:** How?"),
        ("### Frage १: Why?\n\na\n\n### Frage १: How?\n\nb\n\n### Frage १: Who?\n\nb", "### Frage 2: How?"),
    ],
)
def test_numbers_are_written_where_the_question_stands(lines: str, written: str, tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text(f"# A bank\n\n{lines}\n")
    numbered(path)
    assert written in path.read_text().split("\n")
    assert [each.title for each in read([path])[0].questions][:2] == ["Why?", "How?"]


def test_numbers_that_are_there_stay_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text("### 3. What is a?\n\na\n\n### What is b?\n\nb\n\n### 7. What is c?\n\nc\n\n### What is d?\n\nd\n")
    shown = CliRunner().invoke(main, ["number", "--bank", str(path)]).stdout
    assert shown.splitlines()[-1] == "2 questions would get a number; add --write to write them"
    assert "### What is b?" in path.read_text()
    assert CliRunner().invoke(main, ["number", "--bank", str(path), "--write"]).exit_code == 0
    headings = [line for line in path.read_text().splitlines() if line.startswith("#")]
    assert headings == ["### 3. What is a?", "### 8. What is b?", "### 7. What is c?", "### 9. What is d?"]
    assert [question.number for question in read([path])[0].questions] == [3, 7, 8, 9]


@pytest.mark.parametrize(
    ("bank", "told"),
    [
        (
            "* What is a?\n* What is b?\n",
            "1: 2 items of a list like “What is a?” may be questions; none has an answer below it",
        ),
        (
            "* What is a?\n* What is b?\n  * And why?\n* What is c?\n",
            "1: 3 items of a list like “What is a?” may be questions; 2 of them have no answer below",
        ),
        ("###What is a?\n\nx\n\n###What is b?\n\ny\n", "1: 2 lines like “###What is a?” are no headings; put a space"),
        (
            "- [什么是锁？](https://example.org/1)\n- [什么是页？](https://example.org/2)\n",
            "1: 2 items of a list like “什么是锁？” only link to pages; no answer stands here",
        ),
        (
            "| No. | Question |\n|---|---|\n| 1 | What is a? |\n",
            "3: 1 row of a table like “What is a?” may be questions",
        ),
        (
            "### 1. What is a?\n\nx\n\n### What is b?\n\ny\n\n### What is c?\n\nz\n\n### 2. What is d?\n\nw\n",
            "5: 2 headings like “What is b?” ask something and have no number, as the others have; run",
        ),
        (
            "### Q1: What is a?\n\nx\n\n### Q2: What is b?\n\n" + "".join(f"**Why {n}?**\n\ny\n\n" for n in range(5)),
            "7: 5 bold lines like “Why 0?” stand in the answer of line 7; write them as the other questions",
        ),
        (
            "## A\n\n### Q1: What is a?\n\nx\n\n### Q2: What is b?\n\ny\n\n"
            + "".join(f"## What is {name}?\n\n{name * 99}\n\n" for name in "cde"),
            "1: the questions may be 4 headings of level 2 like “## A” or 2 headings like “### Q1: What is a?”",
        ),
        (
            "### Q1: What is a?\n\nx\n\n### Q2: What is b?\n\ny\n\n"
            + "".join(
                f"{mark} About {name}\n\n{name * 99}\n\n" for mark, name in (("##", "c"), ("#", "d"), ("##", "e"))
            ),
            "9: 3 headings like “About c” hold most of this file and no question",
        ),
    ],
    ids=[
        "bullets",
        "few answers",
        "no space",
        "links",
        "table",
        "some numbers",
        "one answer holds others",
        "two ways",
        "unread",
    ],
)
def test_a_bank_that_cannot_be_read_is_told_what_was_seen(bank: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "bank.md").write_text(f"# Notes\n\n{bank}")
    (line,) = map(str, read([tmp_path])[1])
    place, _, words = told.partition(":")
    assert line.startswith(f"{tmp_path}/bank.md:{int(place) + 2}:{words}")


def test_a_bank_is_called_by_the_one_heading_that_stands_above_all(tmp_path: Path) -> None:
    path = copied("one-heading-above.md", tmp_path)
    numbered(path)
    assert read([path])[0].title == "Loops"


def test_the_true_fault_of_a_long_bank_without_numbers_is_told_alone(tmp_path: Path) -> None:
    """More than one answer may hold, but no answer."""
    path = tmp_path / "bank.md"
    path.write_text("# Long\n\n" + "".join(f"#### What is thing {n}?\n\n{'It is. ' * 90}\n\n" for n in range(200)))
    (line,) = (str(each) for each in read([path])[1])
    assert "200 headings of level 4 like “What is thing 0?” ask something and have no number" in line


def test_a_control_character_is_left_out_and_repaired(tmp_path: Path) -> None:
    path = copied("control-character.md", tmp_path)
    bank, problems = read([path])
    assert [text(question.answer) for question in bank.questions] == ["What the shell writes first.", "A short name."]
    assert not errors(problems)
    assert len(problems) == 1
    done = CliRunner().invoke(main, ["check", "--fix", "--bank", str(path)])
    assert done.stdout.splitlines() == [f"{path}: repaired", "no problems"]


def test_code_and_options_are_the_questions_own() -> None:
    bank, _ = read([BANKS / "question-body.md"])
    assert [[block.kind for block in each.body] for each in bank.questions] == [["code_block", "list"], ["code_block"]]
    bank, _ = read([BANKS / "question-as-list-item.md"])
    assert [text(each.body).split("\n") for each in bank.questions] == [
        ["A. Queue", "B. Bucket"],
        ["A. Function", "B. Disk"],
    ]
    bank, _ = read([BANKS / "quiz.md"])
    assert [text(each.solution) for each in bank.questions] == ["fmt.Println", "go", "a := 1\nvar a = 1"]


def test_a_stated_shape_is_taken_without_a_guess(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text("# 1. TinyURL\n\n## 1. Needs\n\na\n\n## 2. Capacity\n\nb\n")
    _, problems = read([path])
    assert "the questions may be 1 heading like “# 1. TinyURL” or 2 headings" in str(problems[0])
    for example, titles in (("# 1. TinyURL", ["TinyURL"]), ("## 1. Needs", ["Needs", "Capacity"])):
        (tmp_path / "shape.yml").write_text(f'questions: "{example}"\n')
        bank, problems = read([path])
        assert ([question.title for question in bank.questions], problems) == (titles, ())


def test_topics_and_answers_can_be_stated_too(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    one = "# Kviz\n\n## Elso\n\n### Mi ez?\n\nKep.\n\n**Valasz a kerdesre:** A.\n\n"
    bank = one + "## Kep\n\n### Mi az?\n\n**Valasz a kerdesre:** B.\n"
    said = 'questions: "### Mi ez?"\ntopics: "# Kviz"\nanswers: "**Valasz…**"\n'
    path.write_text(f"---\n{said}---\n\n{bank}")
    numbered(path)
    read_bank, problems = read([path])
    assert problems == ()
    assert [(text(each.body), text(each.answer)) for each in read_bank.questions] == [
        ("Kep.", "Valasz a kerdesre: A.\nKep"),
        ("", "Valasz a kerdesre: B."),
    ]
    assert [topic.name for topic in read_bank.topics] == ["Kviz"]
    path.write_text(f"---\n{said.replace('# Kviz', 'Kviz')}---\n\n{bank}")
    with pytest.raises(Failed, match="it does not say what opens a topic"):
        read([path])


def test_a_fold_that_ends_each_question_hides_its_answer_in_any_language(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    fold = "<details><summary>{}</summary>\n\nAz {}.\n\n</details>\n\n---\n\n"
    for word, body in (("Mutasd", "kod"), ("Hint", "")):
        path.write_text("".join(f"### {n}. Mi ez?\n\n`kod`\n\n{fold.format(word, n)}" for n in range(1, 5)))
        assert {text(each.body) for each in read([path])[0].questions} == {body}


@pytest.mark.parametrize(
    "line",
    ["<details><summary>{}. What is it?</summary>\nOne word.\n</details>\n", "{}. What is it?\n\n    One word.\n"],
)
def test_a_readme_may_stand_beside_questions_that_hold_their_answers(line: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# A bank\n\nWelcome.\n")
    (tmp_path / "a.md").write_text("# Locks\n\n" + "\n".join(line.format(number) for number in range(1, 5)))
    bank, problems = read([tmp_path])
    assert not problems
    assert [question.number for question in bank.questions] == [1, 2, 3, 4]
    assert (bank.title, text(bank.introduction)) == ("A bank", "Welcome.")


def test_a_file_that_would_be_lost_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("### Question 1: A?\n\na\n")
    (tmp_path / "b.md").write_text("# Notes\n\nSome text.\n")
    (tmp_path / "CONTRIBUTING.md").write_text("# How to\n\n1. Fork.\n")
    _, problems = read([tmp_path])
    assert [(each.place.file.rpartition("/")[2], str(each.severity)) for each in problems] == [
        ("CONTRIBUTING.md", "note"),
        ("b.md", "error"),
    ]


def test_problems_are_shown_by_kind_with_the_worst_first(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text("".join(f"### Question {n}: A{n}?\n\nSee Q{n + 100}.\n\n" for n in range(1, 10)) + "```\n")
    done = CliRunner().invoke(main, ["check", "--bank", str(path)])
    lines = [line.replace(f"{path}:", "") for line in done.stderr.splitlines()]
    assert lines[0].startswith("37: this code fence is never closed")
    assert lines[1].startswith("3: warning: Q101 is not in this bank")
    assert lines[4:] == ["  … and 6 more like this; --all shows every one"]
    assert done.stdout == "9 warnings, 1 error\n"
    assert len(CliRunner().invoke(main, ["check", "--all", "--bank", str(path)]).stderr.splitlines()) == 10


@pytest.mark.parametrize(
    "heading",
    ["### {}. A{}?", "### {}) A{}?", "**Q{}. A{}?**", "## Q{}: A{}?", "### Question {}: A{}?", "#### 第{}题：A{}?"],
)
def test_a_new_question_begins_as_the_others_do(heading: str, tmp_path: Path) -> None:
    """Else it would be the only one of its form, in the midst of the others."""
    path = tmp_path / "bank.md"
    one, two, three, four = (f"{heading.format(n, n)}\n\nx\n\n" for n in range(1, 5))
    path.write_text(f"# Bank\n\n# One\n\n{one}{two}# Two\n\n{three}{four}")
    done = CliRunner().invoke(main, ["new", "question", "What is new?", "--topic", "One", "--bank", str(path)])
    assert done.exit_code == 0, done.output
    bank, _ = read([path])
    assert [(topic.name, topic.numbers) for topic in bank.topics] == [("One", (1, 2, 5)), ("Two", (3, 4))]
    assert bank.questions[-1].title == "What is new?"


def test_files_that_number_in_different_ways_are_one_series(tmp_path: Path) -> None:
    """A word at one level here, a bare number at another there, and the next number in each."""
    forms = ("### Question {n}: {title}", "### {n}. {title}", "## Question {n}: {title}", "### Q{n}: {title}")
    for place in range(8):
        numbers = range(3 * place + 1, 3 * place + 4)
        heads = (forms[place % 4].format(n=number, title=f"Design a cache of kind {number}.") for number in numbers)
        text = "\n\n".join(f"{head}\n\nAn answer of some length, to be read." for head in heads)
        (tmp_path / f"{place}.md").write_text(text)
    bank, problems = read([tmp_path])
    assert not errors(problems), problems
    assert [question.number for question in bank.questions] == list(range(1, 25))
