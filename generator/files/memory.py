"""What is remembered of a site between two builds, outside of it: what each of its files was made from."""

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from sys import intern

import msgspec
from msgspec import Struct

from generator.files.hashing import sealed, unsealed


class Entry(Struct, frozen=True):
    """What is remembered of one file of a site."""

    key: str
    """Hash of what it was made from."""
    size: int
    """In bytes."""
    modified: int
    """Nanoseconds, as the file system has it."""
    content: str
    """SHA-256 of its bytes in base64, as in `integrity="sha256-…"`, by which a reader's browser knows it."""
    facts: tuple[str, ...] = ()
    """What the maker wants to know of it next time without reading it, such as its links."""


LARGEST = 2**28
"""Bytes of what is kept."""


def at_once(path: Path) -> bytes:
    """What stands in a file; OSError for what is none, would let us wait for its other end, or does not end."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return file.read()


def recall(memory: Path) -> dict[str, Entry]:
    """The entries by path; none where the memory is missing or damaged."""
    try:
        kept = msgspec.json.decode(unsealed(memory.name, at_once(memory)) or b"{}")
    except OSError:
        return {}
    return {
        path: Entry(key, size, modified, content, tuple(map(intern, facts)))
        for path, (key, size, modified, content, facts) in kept.items()
    }


def remembered(memory: Path, entries: Mapping[str, Entry]) -> bytes:
    """The entries as the memory keeps them."""
    fields = {path: (each.key, each.size, each.modified, each.content, each.facts) for path, each in entries.items()}
    return sealed(memory.name, msgspec.json.encode(fields))
