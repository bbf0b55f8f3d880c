"""`--verify` reads the sources with GitHub's own parser and finds every word that the site lost."""

from pathlib import Path

import pytest

from generator.publishing.github import reading
from generator.publishing.seen import seen
from generator.publishing.verifying import lost_words
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


def test_the_reading_is_githubs() -> None:
    page = seen(reading("~a~ List<T> <b>b</b> <!-- c --> <script>d</script>\n\n1. x\n   - y\n\n| a |\n|-|\n| b |"))
    assert page.words == "a List<T> b <script>d</script> x y a b"
    assert (page.items, page.tables) == ([1, 2], [["a", "/", "b", "/"]])


def test_the_parser_of_the_gate_is_not_the_one_that_makes_pages() -> None:
    for path in Path("generator/publishing").glob("*.py"):
        assert "markdown.parser" not in path.read_text("utf-8"), path
