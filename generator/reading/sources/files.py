"""From paths to the bank files they stand for: files as they are, folders with all the Markdown files below them.

Links inside a folder are not followed: those that lead out of it are reported, the others are read anyway.
"""

import os
import re
from collections.abc import Iterator, Sequence
from os.path import realpath
from pathlib import Path

from msgspec import Struct

from generator.problems import Place, Problem, Severity, is_text

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_NEARLY = ("", ".txt", ".text", ".mdx", ".mdwn", ".mdtxt", ".mdtext", ".rmd", ".qmd", ".rst", ".adoc")
"""Endings of files that somebody may have meant for Markdown."""
_ASKING = re.compile(rb"^(?:#{1,6}[ \t]|\*\*)[^\n]*(?:[0-9][.):]|\?)", re.MULTILINE)
LARGEST_FILE = 50_000_000
"""Bytes; some 50,000 questions."""


class Source(Struct, frozen=True):
    """A file of a bank that can be read."""

    path: Path
    name: str
    """The path as the author gave it, with forward slashes."""


def sources(paths: Sequence[Path]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The files that some paths stand for, sorted within each folder, none twice, and what cannot be read."""
    found: dict[Path, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            entries, more = _folder(path)
            problems += more
        elif path.exists():
            entries = [Source(path, path.as_posix())]
        else:
            problems.append(Problem(Place(path.as_posix()), "there is no such file or folder"))
            continue
        for each in entries:
            found.setdefault(Path(realpath(each.path)), each)
    for unnamed in [path for path, each in found.items() if not is_text(each.name)]:
        problems.append(Problem(Place(found.pop(unnamed).name), "the name of this file is not UTF-8", "rename it"))
    small = tuple(each for each in found.values() if each.path.stat().st_size <= LARGEST_FILE)
    problems += (_too_large(each) for each in found.values() if each not in small)
    return small, tuple(problems)


def _too_large(source: Source) -> Problem:
    """The problem of a file that is not even opened."""
    size = source.path.stat().st_size / 1e6
    what = f"the file has {size:,.0f} MB, {LARGEST_FILE / 1e6:,.0f} MB at most"
    return Problem(Place(source.name), what, "divide it into several files")


def _folder(root: Path) -> tuple[list[Source], list[Problem]]:
    """The Markdown files below a folder, in the order of their paths."""
    found, problems = [], []
    for path in sorted(_below(root), key=lambda each: each.relative_to(root).parts):
        if path.is_symlink():
            if not Path(realpath(path)).is_relative_to(realpath(root)):
                what = f"this link leads out of {root.as_posix()} and is not followed"
                problems.append(Problem(Place(path.as_posix()), what, "", Severity.WARNING))
        elif path.suffix.lower() in _ENDINGS and path.is_file():
            found.append(Source(path, path.as_posix()))
        elif path.suffix.lower() in _NEARLY and path.is_file() and _asks(path):
            what = "this file looks like a part of the bank, but its name does not end in .md, and it is not read"
            problems.append(Problem(Place(path.as_posix()), what, f"call it {path.stem}.md", Severity.WARNING))
    return found, problems


def _asks(path: Path) -> bool:
    """Whether a file begins as banks do."""
    try:
        with path.open("rb") as file:
            return _ASKING.search(file.read(20_000)) is not None
    except OSError:
        return False


def _below(root: Path) -> Iterator[Path]:
    """All files and links below a folder; nothing hidden, nothing behind a link."""
    for directory, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(directory)
        yield from (here / name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in files if not name.startswith("."))
