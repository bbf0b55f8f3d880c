"""Things made once and kept between builds: files under .cache/, named by the hash of what they were made from.

A cache is a help, never an authority: deleting it costs time and changes no result. Entries are written beside and
renamed, so that two builds may share one folder and a killed one leaves no half entry.
"""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

KEEP_SECONDS = 30 * 24 * 3600


class Cache:
    """A folder of entries; keys are hashes made by `digest`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The entry of this key, made and kept if it is new; an unreadable or unwritable folder only costs time."""
        kept = self.find(key)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept

    def find(self, key: str) -> bytes | None:
        """The entry of this key, or None."""
        with contextlib.suppress(OSError):
            return self._path(key).read_bytes()
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry."""
        path = self._path(key)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)

    def sweep(self) -> None:
        """Forget entries that were made long ago."""
        oldest = time.time() - KEEP_SECONDS
        for path in self.root.glob("*/*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / key[2:]
