"""`--verify` reads the sources with GitHub's own parser and finds every word that the site lost."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pipeline
from generator.options import Options
from generator.problems import Failed
from generator.publishing.github import reading
from generator.publishing.seen import seen
from generator.publishing.verifying import differences, lost_words, verify
from generator.publishing.words import lost
from generator.reading import read

BANK = """---
layout: exam
---
# Title

- [One](#one)
- [Two](two.md)

## Topic (Questions 1-1)

<!-- secret -->

### Question 1: What is *it*?

**Answer:** A `List<T>` &amp; <kbd>K</kbd>, $x_i$ :star:

> [!NOTE]
> Told[^1].

[^1]: Footnote.
"""
PAGE = "<h1>What is it?</h1> Title Topic <p>A List&lt;T&gt; K, <math alttext='x_i'>x</math> ⭐ Told Footnote</p>"


def told(page: str) -> list[str]:
    return [str(each) for each in lost("bank.md", BANK, [page])]


def test_what_is_left_out_on_purpose_is_not_missed() -> None:
    assert told(PAGE) == []


@pytest.mark.parametrize(
    ("word", "line"), [("Told", 18), ("List", 15), ("K", 15), ("Footnote", 20), ("Topic", 9), ("x_i", 15)]
)
def test_each_lost_word_is_told_with_its_line(word: str, line: int) -> None:
    found = told(PAGE.replace(word, ""))
    assert len(found) == 1
    assert found[0].startswith(f"bank.md:{line}: these words are not on the site: ")


def test_how_a_word_is_read_stands_behind_it_in_brackets() -> None:
    ruby = "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> and <ruby>字<rt>ji</rt></ruby>"
    page = "<p>漢 (kan) and 字 (ji)</p>"
    assert list(differences(*(seen(LexborHTMLParser(html).body) for html in (f"<p>{ruby}</p>", page)))) == []
    assert list(lost("bank.md", f"{ruby}\n", [page])) == []


def test_files_without_questions_are_looked_at_too(tmp_path: Path) -> None:
    """A file that speaks about the others must be on the site; one that speaks about the project need not."""
    (tmp_path / "README.md").write_text("# Bank\n\nWelcome, reader.\n")
    (tmp_path / "CONTRIBUTING.md").write_text("# How to\n\nFork it.\n")
    (tmp_path / "a.md").write_text("# A\n\n### Q1: Why?\n\nBecause.\n\n# Another title\n\n### Q2: How?\n\nSo.\n")
    bank, _ = read([tmp_path])
    pages = {
        "topics/index.html": "Welcome",
        "questions/1/index.html": "Why Because",
        "questions/2/index.html": "How So",
    }
    html = "<main>{}</main>".format
    found = lost_words(bank, [tmp_path], lambda path: html(pages.get(path, "A")))
    told = [str(each).removeprefix(f"{tmp_path}/") for each in found]
    assert told == [
        "README.md:3: these words are not on the site: reader",
        "a.md:7: these words are not on the site: another title",
    ]


DIFFERENT = {
    "text": ("<p>a b</p>", "<p>a c</p>", "the page's text is not the source's: “a b” became “a c”"),
    "depth": ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a</li><li>b</li></ul>", "list items of depth [1, 2]"),
    "items": ("<ul><li>a b</li></ul>", "<ul><li>a</li><li>b</li></ul>", "list items of depth [1] became [1, 1]"),
    "code": ("<pre>a\n  b</pre>", "<pre>a\nb</pre>", "the page's code is not the source's"),
    "table": ("<table><tr><td>a<td>b c</table>", "<table><tr><td>a b<td>c</table>", "the page's tables is not"),
    "heading": ("<h3>a</h3>b", "<p>a</p>b", "the page's headings is not the source's"),
    "rank": ("<h3>a</h3><h4>b</h4>", "<h4>a</h4><h3>b</h3>", "the page's headings is not the source's"),
    "formula": ("a $x$ b", "a <math alttext='y'></math> b", "the page's text is not the source's"),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_is_shown_otherwise_is_told(name: str) -> None:
    source, page, what = DIFFERENT[name]
    one, other = (seen(LexborHTMLParser(html).body) for html in (source, page))
    found = list(differences(one, other))
    assert any(each.startswith(what) for each in found), found
    assert list(differences(one, one)) == list(differences(other, other)) == []


def test_a_page_without_its_answer_or_without_a_files_words_is_told(tmp_path: Path) -> None:
    bank = "# B\n\nWelcome, reader.\n\n### Question 1: One\n\n**Answer:** a\n"
    (tmp_path / "a.md").write_text(bank)
    (question,) = read([tmp_path / "a.md"])[0].questions
    assert 'has no element with id="answer"' in str(verify(question, "<p>a</p>")[0])
    assert verify(question, '<div id="answer"><p>a</p></div>') == ()
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/topics.html").write_text("<!doctype html><title>T</title><main></main>")
    options = Options(banks=(tmp_path / "a.md",), out=tmp_path / "s", home=tmp_path, cache=tmp_path / "c", verify=True)
    with pytest.raises(Failed, match=r"a\.md:3: these words are not on the site: welcome reader"):
        pipeline.build(options)


def test_the_reading_is_githubs() -> None:
    page = seen(reading("~a~ List<T> <b>b</b> <!-- c --> <script>d</script>\n\n1. x\n   - y\n\n| a |\n|-|\n| b |"))
    assert page.words == "a List<T> b <script>d</script> x y a b"
    assert (page.items, page.tables) == ([1, 2], [["a", "/", "b", "/"]])


def test_the_parser_of_the_gate_is_not_the_one_that_makes_pages() -> None:
    for path in Path("generator/publishing").glob("*.py"):
        assert "markdown.parser" not in path.read_text("utf-8"), path
