"""Pieces of a file parsed by an earlier run: after an edit, only the question that was edited is parsed.

kept = Kept("bank/901-950.md", cache)
read_file(name, data, kept.parse)
kept.save()
"""

import functools
import hashlib
import pickle
from pathlib import Path
from typing import Protocol

from generator.reading.passages.passages import Chunk, chunk


class Keeper(Protocol):
    """A cache of bytes by key."""

    def find(self, key: str) -> bytes | None:
        """The bytes under the key, or None."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under the key."""
        ...


class Kept:
    """What the chunks of one file came to, last time and this time."""

    def __init__(self, name: str, keeper: Keeper) -> None:
        self._keeper = keeper
        self._key = hashlib.sha256(f"{name} {_version()}".encode()).hexdigest()
        kept = keeper.find(self._key)
        # Written by this very version of the generator into a folder of its own; nobody else's bytes come here.
        self._before: dict[str, Chunk] = pickle.loads(kept) if kept else {}  # noqa: S301
        self._now: dict[str, Chunk] = {}

    def parse(self, text: str) -> Chunk:
        """As `chunk`, from memory where the text is known."""
        found = self._before.get(text)
        self._now[text] = found if found is not None else chunk(text)
        return self._now[text]

    def save(self) -> None:
        """Remember this run's chunks, where they differ from the last run's."""
        if self._now.keys() != self._before.keys():
            self._keeper.put(self._key, pickle.dumps(self._now, pickle.HIGHEST_PROTOCOL))


@functools.cache
def _version() -> str:
    """A hash of the code that makes chunks: another reader finds nothing of this one's."""
    reading = Path(__file__).parents[1]
    sources = sorted((*reading.rglob("*.py"), *(reading.parent / "model").glob("*.py")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
