"""Words that stand before the first question are part of the bank, and shown."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator import linking, pages, reading
from generator.model import Edition, Study
from tests.small_site import engine

BANK = """# My bank

Welcome, see Q2.

## Caches

Some words on *caches*.

### Question 1: A?

**Answer:** x

### Question 2: B?

**Answer:** y
"""


def test_a_topic_and_the_bank_begin_with_their_own_words(tmp_path: Path) -> None:
    (tmp_path / "bank.md").write_text(BANK)
    bank, _ = linking.link(reading.read([tmp_path / "bank.md"])[0])
    made = {page.path: page for page in pages.pages(Study(bank, Edition("Bank", "", "", "", 0)))}
    assert made["topics/caches.md"].body == "<p>Some words on <em>caches</em>.</p>"
    assert "Welcome, " in made["topics/index.md"].body
    assert "../questions/2/" in made["topics/index.md"].body


CONTENTS = "\n".join(f"{number}. [Question {number}](#question-{number}-a)" for number in range(1, 31))


def test_a_long_table_of_contents_is_folded_and_whole(tmp_path: Path) -> None:
    """The author's words stay in sight; the list of all headings waits behind its own heading, with every entry."""
    text = BANK.replace("Some words", f"### Table of `Contents`\n\n{CONTENTS}\n\n* a\n* short list\n\nSome words")
    (tmp_path / "bank.md").write_text(text.replace("Welcome, ", f"Welcome, \n\n{CONTENTS}\n\n"))
    bank, _ = linking.link(reading.read([tmp_path / "bank.md"])[0])
    made = {page.path: page for page in pages.pages(Study(bank, Edition("Bank", "", "", "", 0)))}
    for uri, summary in (("topics/caches.md", "Table of Contents"), ("topics/index.md", "A list of 30 entries")):
        prose = LexborHTMLParser(engine().html(made[uri])).css_first(".introduction")
        assert [each.text(strip=True) for each in prose.css("summary")] == [summary]
        assert len(prose.css("details li")) == 30
        assert not prose.css("h2, h3, h4")
    prose = LexborHTMLParser(engine().html(made["topics/caches.md"])).css_first(".introduction")
    assert [each.text(strip=True) for each in prose.css("ul > li")] == ["a", "short list"]
    assert prose.css_first("em").text() == "caches"
    assert not prose.css("details em")
