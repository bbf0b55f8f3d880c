"""The page /downloads/: what there is to take away, how large it is, and how to use it.

    row("downloads/book.pdf", 812345)  ->  {"path": "downloads/book.pdf", "kind": "PDF", "size": "812 KB"}

The files are made before the page, so that it can tell their sizes and still be the same in every build.
"""

from collections.abc import Sequence
from typing import Any

from generator.model import Page, Study


def page(study: Study, files: Sequence[dict[str, Any]], topics: Sequence[dict[str, Any]]) -> Page:
    """The page as values for downloads.html: the rows of files, with name and how to use them, and those of topics."""
    edition, wording = study.edition, study.wording
    date = wording.date(edition.timestamp)
    fields = {
        "title": wording("Downloads"),
        "description": wording("The bank as a book, an e-book, an Anki deck, a table and data."),
        "edition": wording("{date}, commit {commit}", date=date, commit=edition.commit) if edition.commit else date,
        "files": files,
        "topics": topics,
    }
    return Page("downloads.md", "downloads.html", fields)


def row(path: str, size: int) -> dict[str, str]:
    """A file below the site's root, with its size in bytes as in "812 KB" or "1.4 MB", on one line."""
    ending = path.rpartition(".")[2]
    words = f"{max(round(size / 1000), 1)} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
    kind = {"apkg": "Anki"}.get(ending, ending.upper())
    return {"path": path, "kind": kind, "size": words.replace(" ", "\N{NO-BREAK SPACE}")}
