"""What is remembered of a site between two builds, outside of it: what each of its files was made from."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern

import msgspec

from generator.hashing import sealed, unsealed


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of one file of a site."""

    key: str
    """Hash of what it was made from."""
    size: int
    modified: int
    """Nanoseconds, as the file system has it."""
    content: str
    """Hash of its bytes, by which a reader's browser knows it."""
    facts: tuple[str, ...] = ()
    """What the maker wants to know of it next time without reading it, such as its links."""


def at_once(path: Path) -> bytes:
    """What stands in a file; nothing of what is no file and would let us wait for its other end."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
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
