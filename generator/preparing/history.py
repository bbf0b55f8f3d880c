"""When each question last changed, as the repository's history tells: one call of git, whatever the bank's size.

    git log -p -U0 -- bank diagrams  ->  {901: 1795961543, …}  (seconds since 1970)

The log is read from the newest commit back. A question's lines are known as they are now; for each commit they are
moved to where they stood before it, until it touches them: that commit is the question's, or that of its diagram's
module if it is later. What is not committed yet counts as changed on the edition's day.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from os.path import realpath
from pathlib import Path

from msgspec import Struct

from generator.model import Question, Study

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_LOG = ("log", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--no-ext-diff", "--format=commit %ct")
_DIFF = ("diff", "--no-renames", "--no-ext-diff", "HEAD")
_PLAIN = ("-p", "-U0", "--no-color", "--no-prefix", "--text")


class _Lines(Struct, frozen=True):
    """Where a question stands in its file, in the version that is looked at."""

    number: int
    first: int
    last: int


class _Hunk(Struct, frozen=True):
    """Some lines that a commit put in the place of others."""

    gone: int
    first: int
    """Of the new lines; where there are none, the line before the gap."""
    new: int

    @property
    def last(self) -> int:
        return self.first + max(self.new - 1, 0)

    def touches(self, lines: _Lines) -> bool:
        """Whether it changed some of a question's lines, or took some away between them."""
        if self.new:
            return self.first <= lines.last and self.last >= lines.first
        return lines.first <= self.first < lines.last


class _Change(Struct, frozen=True):
    """What one commit did to one file."""

    second: int
    file: str
    hunks: tuple[_Hunk, ...]


def dates(study: Study, folders: Sequence[Path]) -> Mapping[int, int]:
    """For each question that the history knows, when it or its diagram last changed; empty outside a repository."""
    root = _root(folders[0]) if folders else None
    if root is None:
        return {}
    paths = [whole for path in folders if Path(whole := realpath(path)).is_relative_to(root)]
    modules = {
        _name(drawing.diagram.place.file, root): number
        for number, drawing in study.drawings.items()
        if not drawing.diagram.draft
    }
    places = _places(study.bank.questions, root)
    found: dict[int, int] = {}
    for change in _changes(root, paths, study.edition.timestamp):
        if (number := modules.get(change.file)) is not None:
            found[number] = max(change.second, found.get(number, 0))
            del modules[change.file]
        touched, places[change.file] = _followed(places.get(change.file, ()), change)
        found.update({number: max(change.second, found.get(number, 0)) for number in touched})
    return found


def _root(path: Path) -> Path | None:
    """The top of the repository that a file or folder is in."""
    path = Path(realpath(path))
    return next((folder for folder in (path, *path.parents) if (folder / ".git").exists()), None)


def _name(file: str, root: Path) -> str:
    """A file as the repository calls it."""
    path = Path(realpath(file))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def _places(questions: Sequence[Question], root: Path) -> dict[str, tuple[_Lines, ...]]:
    """The lines of each question that a file holds, by the file's name."""
    names = {file: _name(file, root) for file in {question.place.file for question in questions}}
    found: dict[str, tuple[_Lines, ...]] = {}
    for question in questions:
        last = question.answer_place.line + max(question.source.count("\n"), 0)
        lines = _Lines(question.number, question.place.line, max(last, question.place.line))
        found[names[question.place.file]] = (*found.get(names[question.place.file], ()), lines)
    return found


def _followed(places: Sequence[_Lines], change: _Change) -> tuple[list[int], tuple[_Lines, ...]]:
    """The questions that a change touched, and where the others stood before it."""
    touched = [lines.number for lines in places if any(hunk.touches(lines) for hunk in change.hunks)]
    moved = (
        (lines, sum(hunk.gone - hunk.new for hunk in change.hunks if hunk.last < lines.first))
        for lines in places
        if lines.number not in touched
    )
    return touched, tuple(_Lines(lines.number, lines.first + by, lines.last + by) for lines, by in moved)


def _changes(root: Path, paths: Sequence[str], now: int) -> Iterator[_Change]:
    """What was done to the files, the latest first, what is not committed at the front."""
    for asked in (_DIFF, _LOG):
        command = ["git", "-C", str(root), "-c", "core.quotepath=off", *asked, *_PLAIN, "--", *paths]
        with suppress(OSError):
            yield from _read(subprocess.run(command, capture_output=True).stdout, now)


def _read(log: bytes, second: int) -> Iterator[_Change]:
    file, left = "", 0
    hunks: list[_Hunk] = []
    for line in (*log.split(b"\n"), b"diff "):
        if left:  # inside a hunk, where an author's own line may look like anything
            left -= not line.startswith(b"\\")  # "\ No newline at end of file" is git's
        elif found := _HUNK.match(line):
            hunks.append(_Hunk(int(found[1] or 1), int(found[2]), int(found[3] or 1)))
            left = hunks[-1].gone + hunks[-1].new
        elif line.startswith(b"+++ "):
            file = line[4:].rstrip(b"\t").decode("utf-8", "replace")
        elif line.startswith((b"commit ", b"diff ")):
            if hunks:
                yield _Change(second, file, tuple(hunks))
            hunks = []
            second = int(line[7:]) if line.startswith(b"commit ") else second
