"""Answers on pages, in portable Markdown and in HTML show what their source shows on GitHub."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.linking import link
from generator.markup import gfm, html, text
from generator.markup import page as on_page
from generator.model import Bank, Question
from generator.problems import errors
from generator.publishing.verifying import Seen, seen, verify
from generator.reading import assemble, read, read_file
from generator.reading.markdown.parser import markdown
from tests.banks import page

FORMS = sorted(Path("tests/data/forms").glob("*.md"))
BANKS = [Path("tests/data/question-bank-901-950.md"), *FORMS]


def href(number: int) -> str:
    return f"../{number}/"


def linked(path: Path) -> Bank:
    bank, problems = read([path])
    assert errors(problems) == ()
    return link(bank)[0]


def answer_of(source: str) -> Question:
    file, _ = read_file("bank.md", f"### Question 1: T\n\n**Answer:**\n\n{source}".encode())
    return assemble([file])[0].questions[0]


def outline_of(body: str) -> Seen:
    return seen(LexborHTMLParser(page(body)).css_first("#answer"))


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_answer_is_shown_whole(path: Path) -> None:
    """Visible text, list items with depth, code, tables and headings: on pages and on cards."""
    bank = linked(path)
    for question in bank.questions:
        for body in (on_page(question.answer, href), html(question.answer, href)):
            assert verify(question, page(body)) == ()


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_portable_answers_read_the_same(path: Path) -> None:
    for question in read([path])[0].questions:
        assert answer_of(gfm(question.answer, href)).answer == question.answer


def test_our_fifty_answers_keep_their_list_items_and_depths() -> None:
    """Counted without any code of ours: markdown-it's HTML of the file against the pages' HTML."""
    bank = linked(BANKS[0])
    whole = LexborHTMLParser(markdown().render(BANKS[0].read_text("utf-8"))).css("li")
    pages = [on_page(question.answer, href) for question in bank.questions]
    items = [item for each in pages for item in LexborHTMLParser(each).css("li")]
    assert len(bank.questions) == 50
    assert len(whole) == len(items) == len(re.findall(r"(?m)^ *\* ", BANKS[0].read_text("utf-8")))
    assert [" ".join(item.text().split()) for item in whole] == [" ".join(item.text().split()) for item in items]


@pytest.mark.parametrize(
    ("lost", "shown"),
    [
        ("<li>b\n</li>", ""),
        ("<ul><li>b\n</li></ul>", "<p>b</p>"),
        ("x = 1", "x = 2"),
        ("<td>2</td>", "<td></td>"),
        ("<h3", "<h4 id=a>Why</h4><h3"),
        ("Why", "Where"),
        ("List&lt;T&gt;", "List<t>"),
    ],
)
def test_the_gate_sees_what_a_page_lost(lost: str, shown: str) -> None:
    question = answer_of("- a\n\n  - b\n- List<T>\n\n```\nx = 1\n```\n\n| a |\n|---|\n| 2 |\n\n### Why")
    body = html(question.answer, href)
    assert verify(question, page(body)) == ()
    broken = body.replace(lost, shown)
    assert broken != body
    assert verify(question, page(broken)) != ()


def test_the_gate_leaves_out_what_a_page_adds() -> None:
    question = answer_of("a")
    body = '<p>a<a data-added href="#">#</a></p><div data-added><ul><li>card</li></ul></div>'
    assert verify(question, page(body)) == ()
    assert verify(question, "<p>a</p>") != ()


@pytest.mark.parametrize(
    "source",
    [
        "text\n* list at once\n  * two\n     * five\n\ttab",
        "| a |\n|---|\n| `x\\|y` \\| z |",
        "**E**lasticsearch *a **b** c* ***d*** ~~e~~ __f__g",
        "1st 11th (c) 1/2 --> a==b {++ ++} {.cls} --8<-- [TOC] ^1",
        "1986\\. A great year\n\n7. seven\n8. eight",
        "<textarea> <script>alert(1)</script> &lt;b&gt; &amp;amp; \\<i>",
        "> a\n\n> b\n>\n> - c\n>   ```\n>   d\n>   ```",
        "1. a\n   - b\n     - c\n\n       d\n2. e",
        "- a\n\n+ b\n- [x] c\n- [x] d\n\n1. e\n\n1) f",
        "a  \nb\\\nc",
        "*a*_b_ **c**_d_ *e*__f__*g* \\**h* *i*_j_.",
        "a ![b](https://e.org/i.png), c",
        "#hash\n+ plus\n- minus\n= equals\n!!! note",
        "### Diagram\n\n#### References\n\nx",
        "cache #\n---\n\nC#\n---\n\nx #y ##\n---",
        "[a](https://e.org/a_(b)?c=1&d=2 \"t\") <https://e.org/*x*> www.e.org a@e.org ![alt *x*](https://e.org/i.png)",
        "[TOC]",
        "!!! note\n    indented",
        "`` ` `` ` a ` `a|b` `<b>` `\\`",
    ],
)  # fmt: skip
def test_what_other_readers_of_markdown_lose_is_kept(source: str) -> None:
    question = answer_of(source)
    wanted = outline_of(markdown().render(source))
    for body in (on_page(question.answer, href), html(question.answer, href)):
        found = outline_of(body)
        assert (found.words, found.items, found.code, found.tables) == (
            wanted.words,
            wanted.items,
            wanted.code,
            wanted.tables,
        )
    assert answer_of(gfm(question.answer, href)).answer == question.answer


def test_headings_of_an_answer_begin_below_the_pages_own() -> None:
    """The page has h1 for the question and h2 for its parts."""
    deep = answer_of("#### Why\n\n##### How\n\n###### Where")
    assert [level for level, _ in outline_of(html(deep.answer, href)).headings] == [3, 4, 5]
    file, _ = read_file("bank.md", b"# Question 1: T\n\n# Why\n\n## How\n")
    high = assemble([file])[0].questions[0]
    assert [level for level, _ in outline_of(on_page(high.answer, href)).headings] == [3, 4]


def test_a_heading_never_takes_an_id_of_the_page() -> None:
    shown = on_page(answer_of("### Diagram\n\n### `Answer`\n\n### Other\n\n### Other\n\n### Été").answer, href)
    ids = [node.attributes["id"] for node in LexborHTMLParser(shown).css("h3")]
    assert ids == ["in-answer-diagram", "in-answer-answer", "other", "other_1", "été"]


def test_pictures_of_other_sites_are_linked_and_never_loaded() -> None:
    question = answer_of("![plan](https://e.org/plan.png)")
    for body in (on_page(question.answer, href), html(question.answer, href)):
        assert body == '<p><a href="https://e.org/plan.png">plan</a></p>'


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://e.org/a/plan.png", "plan.png"),
        ("https://e.org/plan%20a.png?w=1/2#x", "plan a.png"),
        ("https://e.org/plan%0A%E2%80%AE.png", "plan%0A%E2%80%AE.png"),
        ("https://e.org/", "e.org"),
        ("//e.org/a/", "a"),
        ("data:image/png;base64,iVBO/Rw0=", "image/png"),
    ],
)
def test_a_picture_without_words_is_shown_by_its_name(address: str, name: str) -> None:
    question = answer_of(f"![]({address})")
    for body in (on_page(question.answer, href), html(question.answer, href)):
        link = LexborHTMLParser(body).css_first("a")
        assert (link.attributes["href"], link.text()) == (address, name)
        assert verify(question, page(body)) == ()
        assert verify(question, page(body.replace(f">{name}<", "><"))) != ()
    assert text(question.answer) == name
    assert gfm(question.answer, href) == f"![]({address})"


def test_a_picture_in_a_link_is_words_for_a_link_holds_no_other() -> None:
    question = answer_of("[*a* ![](https://e.org/b.png) **![c](https://e.org/c.png)**](https://e.org)")
    for body in (on_page(question.answer, href), html(question.answer, href)):
        link = LexborHTMLParser(body).css_first("a")
        assert (link.attributes["href"], link.text()) == ("https://e.org", "a b.png c")
        assert body.count("<a ") == 1
        assert verify(question, page(body)) == ()
    assert gfm(question.answer, href) == "[*a* ![](https://e.org/b.png) **![c](https://e.org/c.png)**](https://e.org)"


def test_text_has_a_line_for_each_block_and_item() -> None:
    question = answer_of("a `b`\nc\n- d\n  - e\n\n| f | g |\n|---|---|\n| h | i |\n\n```\nj\nk\n```")
    assert text(question.answer) == "a b c\nd\ne\nf g\nh i\nj\nk"
