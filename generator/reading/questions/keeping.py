"""Pieces of a file parsed by an earlier run: after an edit, only the question that was edited is parsed.

kept = Kept("bank/901-950.md", cache)
read_file(name, data, kept.parse)
kept.save()
"""

from generator.cache import Cache, Shelf
from generator.hashing import code_of, digest
from generator.reading.questions.parts import Piece, piece

MADE_WITH = (
    "generator.reading", "generator.model", "generator.problems",
    "markdown_it", "mdit_py_plugins", "linkify_it", "mdurl", "ftfy", "nh3", "selectolax",
)  # fmt: skip
"""Whose code makes a piece what it is."""


class Kept:
    """What the pieces of one file came to, last time and this time."""

    def __init__(self, name: str, cache: Cache) -> None:
        self._shelf: Shelf[dict[str, Piece]] = Shelf(cache, dict[str, Piece])
        self._key = digest(name, code_of(*MADE_WITH))
        self._before = self._shelf.find(self._key) or {}
        self._now: dict[str, Piece] = {}

    def parse(self, text: str) -> Piece:
        """As `piece`, from memory where the text is known."""
        found = self._before.get(text)
        self._now[text] = found if found is not None else piece(text)
        return self._now[text]

    def save(self) -> None:
        """Remember this run's pieces, where they differ from the last run's."""
        if self._now.keys() != self._before.keys():
            self._shelf.put(self._key, self._now)
