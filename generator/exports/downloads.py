"""The page /downloads/ as Markdown: what there is to take away, how large it is, and how to use it.

    Listed("downloads/book.pdf", "The book", "Read or print it …", 812345)
        ->  - **[The book](../downloads/book.pdf)** (PDF, 812 KB). Read or print it …

The files are made before the page, so that it can tell their sizes and still be the same in every build.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import markup
from generator.model import Edition, Element

GUIDE = """\
## Anki on a computer and a phone

1. Install [Anki](https://apps.ankiweb.net/), AnkiDroid or AnkiMobile, and download the deck.
2. Open the file, or choose *File → Import* and keep *Update notes: if newer*.
3. When a new edition comes out, import it over the old one: edited answers are replaced, new questions added, and what
   you have learned stays as it is.

## Kindle and other readers

Send the e-book to your Kindle at [amazon.com/sendtokindle](https://www.amazon.com/sendtokindle), or by mail to the
address that your device shows. Apple Books, Kobo, Calibre and Thorium open it as it is.

## Paper

The pages of the book are as large as what A4 and Letter have in common: print it on either at its full size. Two pages
of the pocket edition go on one sheet of A4. To print a choice of your own, open [Print](../print/).
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file on the page."""

    path: str
    """Below the site's root."""
    name: str
    how_to_use: str
    size: int
    """In bytes."""


def page(edition: Edition, whole: Sequence[Listed], parts: Sequence[Listed]) -> str:
    """The Markdown of the page, with front matter."""
    return "\n".join([*_head(edition), *_whole(whole), *_parts(parts), GUIDE if parts else ""])


def _head(edition: Edition) -> Iterator[str]:
    words = f"Edition {edition.date}" + (f", commit {edition.commit}" if edition.commit else "")
    description = "The bank as a book, an e-book, an Anki deck, a table and data."
    yield from ("---", "title: Downloads", f"description: {json.dumps(description)}", "---", "")
    yield from (
        "# Downloads",
        "",
        f"{words}. Everything here is made together with the site and is never behind it.",
        "",
    )


def _whole(listed: Iterable[Listed]) -> Iterator[str]:
    for one in listed:
        yield f"- **[{one.name}](../{one.path})** ({_kind(one)}, {_size(one.size)}). {one.how_to_use}"
    yield ""


def _parts(listed: Iterable[Listed]) -> Iterator[str]:
    """A row for each topic with all its files; topics of one name are told apart by their files."""
    rows: dict[str, list[Listed]] = {}
    for one in listed:
        rows.setdefault(one.path.rpartition(".")[0], []).append(one)
    if rows:
        yield from ("## By topic", "", "| Topic | Files |", "|---|---|")
    for files in rows.values():
        name = markup.mkdocs((Element("paragraph", children=(Element("text", files[0].name),)),), str).strip()
        yield f"| {name} | {', '.join(f'[{_kind(one)}](../{one.path}) {_size(one.size)}' for one in files)} |"
    yield ""


def _kind(one: Listed) -> str:
    ending = one.path.rpartition(".")[2]
    return {"apkg": "Anki"}.get(ending, ending.upper())


def _size(size: int) -> str:
    """As in "812 KB" or "1.4 MB", on one line."""
    words = f"{max(round(size / 1000), 1)} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
    return words.replace(" ", "\N{NO-BREAK SPACE}")
