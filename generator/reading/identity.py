"""By what learners' programs know a bank, through all its changes: what its front matter says, or else its name.

---
identity: my-first-bank     # in the README or the first file of the bank; never to be changed again
---
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from os.path import realpath
from pathlib import Path

from generator.reading.passages.parsed import FRONT
from generator.reading.sources.files import sources

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)^---", re.DOTALL | re.MULTILINE)
_SAID = re.compile(r"^identity:[ \t]*(['\"]?)([^'\"\s].*?)\1[ \t]*(?:[ \t]#.*)?$", re.MULTILINE)
_HEAD = 4_000
"""Bytes in which front matter ends."""


def identity(paths: Sequence[Path]) -> str:
    """The identity of the bank in some files and folders, of which the first names one that says nothing."""
    found, _ = sources(paths)
    for source in (*(each for each in found if each.path.stem.casefold() in FRONT), *found[:1]):
        with suppress(OSError), source.path.open("rb") as file:
            text = re.sub(r"\r\n?", "\n", file.read(_HEAD).decode("utf-8", "replace"))
            front = _FRONT_MATTER.match(text)
            if front and (said := _SAID.search(front[1])):
                return said[2]
    first = Path(realpath(paths[0]))
    return first.name if first.is_dir() else first.stem
