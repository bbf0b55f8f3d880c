"""Mistakes as values: a place, what is wrong, and what to do about it.

>>> str(Problem(Place("bank/901-950.md", 34), "Q329 is not in this bank (901-950)", "correct the number"))
'bank/901-950.md:34: Q329 is not in this bank (901-950); correct the number'

Functions that read or check return problems beside their result; nothing is printed or raised before all are known.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Self

from msgspec import Struct

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""What would break a line in two or speak to the terminal; names of files and words of others may hold it."""

_OWN = re.compile(r"“[^”]*”|‘[^’]*’|'[^']*'|\"[^\"]*\"|`[^`]*`|\b[QU]?\+?[0-9][0-9A-F,.–-]*\b|\([^()]*\)")
"""What is a problem's own in what it says: names and numbers."""


class Severity(StrEnum):
    """How much a problem weighs: an error publishes nothing, a warning is shown and counted, a note is shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True, order=True):
    """A line of a file of the author's."""

    file: str
    """Path as the author gave it."""
    line: int = 0
    """Counted from 1; 0 stands for the file as a whole."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Problem(Struct, frozen=True, order=True):
    """One mistake in a bank, a diagram or the set-up."""

    place: Place
    what: str
    """What is wrong, without a full stop at the end."""
    hint: str = ""
    """What to do about it, where that helps."""
    severity: Severity = Severity.ERROR
    is_whole: bool = False
    """Whether it says what is wrong with a bank as a whole, so that all others are its consequences."""

    def __str__(self) -> str:
        kind = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        line = f"{self.place}: {kind}{self.what}" + (f"; {self.hint}" if self.hint else "")
        return _CONTROL.sub(" ", line).encode("utf-8", "backslashreplace").decode()


class Kind(Struct, frozen=True):
    """Problems that say the same of different places."""

    problems: tuple[Problem, ...]
    """By place."""

    @property
    def weight(self) -> tuple[int, bool, Problem]:
        """What is worse comes first, and before it what is wrong with a bank as a whole."""
        first = self.problems[0]
        return list(Severity).index(first.severity), not first.is_whole, first


def kinds(problems: Iterable[Problem]) -> tuple[Kind, ...]:
    """Problems, each once, by what they say, the worst first."""
    found: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in sorted(set(problems)):
        found.setdefault((problem.severity, _OWN.sub("…", problem.what)), []).append(problem)
    return tuple(sorted((Kind(tuple(each)) for each in found.values()), key=lambda kind: kind.weight))


class Failed(Exception):
    """The input has problems that let nothing be published; carries all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, where: object, what: str, hint: str = "", line: int = 0) -> Self:
        """For one mistake, at a place or in a file."""
        return cls([Problem(where if isinstance(where, Place) else Place(str(where), line), what, hint)])


class Misused(Failed):
    """The call itself asks for what there cannot be, whatever the input is."""


def is_text(name: str) -> bool:
    """Whether the name of a file can be written down; the bytes of some are no UTF-8."""
    return name == name.encode("utf-8", "replace").decode()


def errors(problems: Iterable[Problem], strict: bool = False) -> tuple[Problem, ...]:
    """The problems that forbid publishing; with strict, warnings too."""
    forbidding = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return tuple(problem for problem in problems if problem.severity in forbidding)
