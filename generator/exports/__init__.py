"""From a study to the files that readers take away: books, decks, tables, data.

    Study  ->  downloads/book.pdf, downloads/book.epub, downloads/deck.apkg, api/bank.json …

A new format is a function from a study to bytes in a module of its own, in the room of its kind, and a line in EXPORTS.
"""

from generator.exports.exporting import (
    EXPORTS,
    cards,
    downloads_page,
    export,
    packed,
    packed_downloads_page,
    printable,
    problems,
    refused,
    wanted,
)
from generator.exports.sitezip import SITE

__all__ = [
    "EXPORTS", "SITE", "cards", "downloads_page", "export", "packed", "packed_downloads_page", "printable", "problems",
    "refused", "wanted",
]  # fmt: skip
