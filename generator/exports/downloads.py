"""The page /downloads/: what there is to take away, how large it is, and how to use it.

    Listed("downloads/book.pdf", "The book", "Read or print it …", 812345)
        ->  {"path": "downloads/book.pdf", "name": "The book", "kind": "PDF", "size": "812 KB", "how_to_use": …}

The files are made before the page, so that it can tell their sizes and still be the same in every build.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Page, Study


@dataclass(frozen=True, slots=True)
class Listed:
    """A file on the page."""

    path: str
    """Below the site's root."""
    name: str
    how_to_use: str
    size: int
    """In bytes."""


def page(study: Study, whole: Sequence[Listed], parts: Sequence[Listed]) -> Page:
    """The page as values for downloads.html."""
    edition, wording = study.edition, study.wording
    date = wording.date(edition.timestamp)
    fields = {
        "title": wording("Downloads"),
        "description": wording("The bank as a book, an e-book, an Anki deck, a table and data."),
        "edition": wording("{date}, commit {commit}", date=date, commit=edition.commit) if edition.commit else date,
        "files": [{**_file(one), "name": one.name, "how_to_use": one.how_to_use} for one in whole],
        "topics": _topics(parts),
    }
    return Page("downloads.md", "downloads.html", fields)


def _topics(listed: Iterable[Listed]) -> list[dict[str, Any]]:
    """Each topic with all its files; topics of one name are told apart by their files."""
    rows: dict[str, dict[str, Any]] = {}
    for one in listed:
        row = rows.setdefault(one.path.rpartition(".")[0], {"name": one.name, "files": []})
        row["files"].append(_file(one))
    return list(rows.values())


def _file(one: Listed) -> dict[str, str]:
    ending = one.path.rpartition(".")[2]
    return {"path": one.path, "kind": {"apkg": "Anki"}.get(ending, ending.upper()), "size": _size(one.size)}


def _size(size: int) -> str:
    """As in "812 KB" or "1.4 MB", on one line."""
    words = f"{max(round(size / 1000), 1)} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
    return words.replace(" ", "\N{NO-BREAK SPACE}")
