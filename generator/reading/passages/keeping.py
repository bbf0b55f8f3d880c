"""Chunks of a file parsed by an earlier run: after an edit, only the question that was edited is parsed.

kept = Kept("bank/901-950.md", cache)
read_file(name, data, kept.parse)
kept.save()
"""

from generator.cache import Cache, Shelf
from generator.hashing import code_of, digest
from generator.reading.passages.passages import Chunk, chunk

MADE_WITH = (
    "generator.reading", "generator.model", "generator.problems",
    "markdown_it", "mdit_py_plugins", "linkify_it", "mdurl", "ftfy", "nh3", "selectolax", "yaml",
    "latex2mathml", "pymdownx",
)  # fmt: skip
"""Whose code makes a chunk what it is."""


class Kept:
    """What the chunks of one file came to, last time and this time."""

    def __init__(self, name: str, cache: Cache) -> None:
        self._shelf: Shelf[dict[str, Chunk]] = Shelf(cache, dict[str, Chunk])
        self._key = digest(name, code_of(*MADE_WITH))
        self._before = self._shelf.find(self._key) or {}
        self._now: dict[str, Chunk] = {}

    def parse(self, text: str) -> Chunk:
        """As `chunk`, from memory where the text is known."""
        found = self._before.get(text)
        self._now[text] = found if found is not None else chunk(text)
        return self._now[text]

    def save(self) -> None:
        """Remember this run's chunks, where they differ from the last run's."""
        if self._now.keys() != self._before.keys():
            self._shelf.put(self._key, self._now)
