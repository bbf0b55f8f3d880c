"""Words that stand before the first question are part of the bank, and shown."""

from pathlib import Path

from generator import linking, pages, reading
from generator.model import Edition, Study

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
    made = pages.pages(Study(bank, Edition("Bank", "", "", "", 0)))
    assert made["topics/caches.md"].endswith("---\n\nSome words on *caches*.\n")
    assert "Welcome, " in made["topics/index.md"]
    assert "../questions/2/" in made["topics/index.md"]
