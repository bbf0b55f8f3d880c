"""Things made once and kept between builds: files under .cache/, named by the hash of what they were made from.

>>> NOTHING.get("a key", lambda: b"made")
b'made'

A cache is a help, never an authority: deleting it costs time and changes no result. Each entry begins with a hash of
its own name and content, so that one that is damaged, empty, half written or in another's place is as good as none;
nothing that is kept is ever run. A folder that cannot be written is a warning, and every build there a first one.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from generator.files.hashing import sealed, unsealed
from generator.files.memory import at_once
from generator.files.writing import replace_file
from generator.problems import Place, Problem, Severity

KEEP_SECONDS = 30 * 24 * 3600

T = TypeVar("T")


class Cache:
    """A folder of entries; keys are hashes made by `digest`. Without a folder, it keeps nothing."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        self._faults: list[OSError] = []

    def part(self, name: str) -> "Cache":
        """A cache inside this one, whose faults are those of the whole."""
        inner = Cache(self._root and self._root / name)
        inner._faults = self._faults
        return inner

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The entry of this key, made and kept if it is new."""
        kept = self.find(key)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept

    def find(self, key: str) -> bytes | None:
        """The entry of this key as it was put, or None."""
        with suppress(OSError):
            if self._root:
                return unsealed(key, at_once(self._path(self._root, key)))
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry; where it cannot be kept, `problems` tells."""
        try:
            if self._root:
                replace_file(self._path(self._root, key), sealed(key, data), durable=False)
        except OSError as fault:
            self.blame(fault)

    def blame(self, fault: OSError) -> None:
        """Remember why something could not be kept."""
        self._faults.append(fault)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One warning, if something could not be kept."""
        return tuple(
            Problem(
                Place(str(self._root)),
                f"cannot be kept for the next build, which will take longer: {fault.strerror}",
                "nothing else is lost",
                Severity.WARNING,
            )
            for fault in self._faults[:1]
        )

    def sweep(self) -> None:
        """Forget entries that were made long ago, and what killed builds left of theirs."""
        oldest = time.time() - KEEP_SECONDS
        for path in self._root.glob("*/*/*") if self._root else ():
            with suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _path(self, root: Path, key: str) -> Path:
        return root / key[:2] / key[2:]


NOTHING = Cache(None)
"""A cache that keeps nothing."""


class Shelf(Generic[T]):
    """Values of one type in a cache, as JSON that is read back as that type or not at all."""

    def __init__(self, cache: Cache, kind: Any) -> None:
        self._cache = cache
        self._decoder: msgspec.json.Decoder[T] = msgspec.json.Decoder(kind)

    def find(self, key: str) -> T | None:
        """The value of this key, or None."""
        kept = self._cache.find(key)
        with suppress(ValueError, RecursionError):
            return None if kept is None else self._decoder.decode(kept)
        return None

    def put(self, key: str, value: T) -> None:
        """Keep a value, unless it holds what JSON cannot tell, such as a name that is not UTF-8."""
        with suppress(ValueError):
            self._cache.put(key, msgspec.json.encode(value))


class Memory(Generic[T]):
    """Values that were made last time and this time, kept under one key; what is not asked for again is forgotten."""

    def __init__(self, cache: Cache, key: str, kind: Any) -> None:
        self._shelf: Shelf[dict[str, T]] = Shelf(cache, dict[str, kind])
        self._key = key
        self._before = self._shelf.find(key) or {}
        self._now: dict[str, T] = {}

    def get(self, name: str, make: Callable[[], T]) -> T:
        """The value of a name, made if it is new."""
        found = self._before.get(name)
        value = self._now[name] = make() if found is None else found
        return value

    def save(self) -> None:
        """Remember this time's values, where they differ from the last time's."""
        if self._now.keys() != self._before.keys():
            self._shelf.put(self._key, self._now)
