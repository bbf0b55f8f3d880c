"""Formulas, alerts, footnotes and emoji are read as GitHub shows them, and written so again."""

from pathlib import Path

import pytest

from generator.markup import gfm, html, text
from generator.markup import page as web_page
from generator.model import Element, Question
from generator.problems import Severity
from generator.publishing.verifying import verify
from generator.reading import assemble, numbers, read_file
from tests.banks import page as page_of


def read(source: str) -> tuple[Question, list[str]]:
    file, problems = read_file("bank.md", f"### Question 1: T\n\n{source}\n".encode())
    bank, more = assemble([file])
    return bank.questions[0], [str(each) for each in (*problems, *more) if each.severity is not Severity.NOTE]


def formulas(source: str) -> list[str]:
    question, problems = read(source)
    assert problems == []
    return [each.text for block in question.answer for each in block.walk() if each.kind == "math"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"The mean $\mu = \frac{1}{n}$, of ($x_i$).", [r"\mu = \frac{1}{n}", "x_i"]),
        ("$$\na \\\\\nb_*c*\n$$", ["a \\\\\nb_*c*"]),
        ("Text\n$$\na^2\n$$\nmore", ["a^2"]),
        ("```math\n\\sqrt{2}\n```", [r"\sqrt{2}"]),
        ("$`a_b`$ and $$c$$", ["a_b", "c"]),
        ("It costs $5 a day, or $100 a month.", []),
        ("From $20-$30; US$5, US$6; $HOME/$PATH and $x", []),
        ("`$x$` and \\$a\\$", []),
        ("```\n$x$\n```", []),
        ("- $a$\n  - $b$\n\n| $c$ |\n|---|\n| $d$ |", ["a", "b", "c", "d"]),
    ],
)
def test_dollars_hold_formulas_where_github_sees_them(source: str, found: list[str]) -> None:
    assert formulas(source) == found


def test_formulas_are_mathml_without_anything_that_runs() -> None:
    question, _ = read(r"$\frac{a}{b}$ $\text{<script>alert(1)</script>}$ $\href{javascript:alert(1)}{x}$")
    page = html(question.answer, str)
    assert "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>" in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "href" not in page.replace(r"\href", "")
    assert text(question.answer).startswith("ab")


@pytest.mark.parametrize("source", [r"$\nosuchcommand{x}$", r"$\frac{$", "$" + "{" * 500 + "$", r"$\begin{cases} a$"])
def test_a_formula_that_cannot_be_set_is_told_and_shown(source: str) -> None:
    question, problems = read(f"a\n\n{source}")
    assert [each for each in problems if "cannot be set" in each] == [
        "bank.md:5: warning: this formula cannot be set and is shown as it is written; "
        "say it in plainer TeX, or put the dollar signs in backticks"
    ]
    assert source.strip("$") in text(question.answer)


@pytest.mark.parametrize("sort", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "Note"])
def test_alerts_are_told_from_quotations(sort: str) -> None:
    question, _ = read(f"> [!{sort}]\n> More than *half*.\n>\n> - x\n\n> [!OTHER]\n> quoted")
    alert, quote = question.answer
    assert (alert.kind, alert.get("sort"), text((alert,))) == ("alert", sort.lower(), "More than half.\nx")
    assert (quote.kind, text((quote,))) == ("quote", "[!OTHER] quoted")


def test_footnotes_stand_below_the_question_that_refers_to_them() -> None:
    source = (
        "### Question 1: A[^a]\n\nSee[^b] and[^a], [^b]; [^none] `[^a]`.\n\n### Question 2: B\n\nNothing.\n\n"
        "### Question 3: C\n\nSee[^a].\n\n[^a]: First,\n    [more](https://e.org).\n[^b]: Second[^a].\n"
    )
    bank, _ = assemble([read_file("bank.md", source.encode())[0]])
    one, two, three = (question.answer for question in bank.questions)
    assert text(one) == "See2 and1, 2; [^none] [^a].\nFirst, more.\nSecond1."
    assert text(two) == "Nothing."
    assert text(three) == "See1.\nFirst, more."
    page = html(one, str)
    assert page.count('href="#q1-note-1"') == 2
    assert page.count('id="q1-note-1"') == 1
    shown = web_page(one, str)
    assert shown.count('id="q1-note-1-from"') == shown.count('href="#q1-note-1-from"') == 1


def test_names_of_emoji_are_signs_but_not_in_code() -> None:
    question, _ = read(":star: :white_check_mark: `:star:` :nosuch: 12:30:45 **a:tada:**\n\n```\n:star:\n```")
    assert text(question.answer) == "⭐ ✅ :star: :nosuch: 12:30:45 a🎉\n:star:"


def test_all_of_it_is_written_so_that_it_reads_the_same() -> None:
    question, _ = read(
        "A $x_i$ and $$y$$.\n\n> [!TIP]\n> Do.\n\nSee[^n] \\$a\\$ <kbd>K</kbd> a<br>b ~one~ \\~two\\~.\n\n"
        "<details open>\n<summary>Why <code>x</code></summary>\n\n- a\n\n</details>\n\n"
        '<div align="right">\n\nright\n\n</div>\n\n[^n]: Note.\n'
    )
    again, _ = read(gfm(question.answer, str))
    assert again.answer == question.answer
    assert {"alert", "footnotes", "details", "division"} <= {block.kind for block in question.answer}


def test_hidden_answers_are_folds_that_say_so() -> None:
    question, _ = read("```\nx\n```\n\n<details><summary><b>Answer</b></summary>\n\nB\n\n</details>")
    assert [block.kind for block in question.body] == ["code_block"]
    assert question.answer[0].get("answers") is True
    assert Element("text", "Answer") in list(question.answer[0].walk())


def test_a_formula_that_cannot_be_set_is_its_source() -> None:
    question, _ = read("Bad $\\frac{1$, good $\\{1\\}$, bad $a}$.")
    assert text(question.answer) == "Bad $\\frac{1$, good {1}, bad $a}$."


def test_a_line_that_is_one_tag_ends_a_table() -> None:
    question, _ = read("| a |\n|---|\n| b |\n<br>\n\n| a |\n|---|\n<Thing>\n\n| a |\n|---|\n<b>c</b> d")
    rows = [len(block.children) for block in question.answer if block.kind == "table"]
    assert (rows, text(question.answer)) == ([2, 1, 2], "a\nb\na\n<Thing>\na\nc d")


def test_the_gate_knows_formulas_in_tables_and_headings() -> None:
    question, _ = read("| $x_1$ |\n|---|\n| b |\n\n#### The $n$-th\n\nx")
    assert verify(question, page_of(web_page(question.answer, str))) == ()


def test_headings_in_html_are_headings(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text(
        '<h1>\n  Bank\n</h1>\n\n<h2 align="center">Part <b>one</b></h2>\n\n<h3>What is a?</h3>\n\nx\n\n'
        "```html\n\n<h3>code</h3>\n\n```\n\n<h3>What is b?</h3>\n\ny\n"
    )
    for file, data in numbers([path])[1].items():
        file.write_bytes(data)
    assert "<h3>Q2. What is b?</h3>" in path.read_text()
    bank, _ = assemble([read_file("bank.md", path.read_bytes())[0]])
    assert (bank.title, [topic.name for topic in bank.topics]) == ("Bank", ["Part one"])
    assert [question.title for question in bank.questions] == ["What is a?", "What is b?"]
