"""Leaves out warnings that a module's author has seen and accepts, by a line of the module.

    # accept: the answer names "Bloom filter"
    # accept: narrow layout

Whatever warning has these words in it is no longer told; errors always are. Words that no warning has are told, too:
what they once accepted is mended, or was never there.
"""

import re
from collections.abc import Iterable, Sequence

from generator.problems import Place, Problem, Severity

_LINE = re.compile(r"^[ \t]*#[ \t]*accept:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


def accepted(code: str, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems that are left."""
    words = _LINE.findall(code)
    warned = [each for each in problems if each.severity is not Severity.ERROR]
    silent = {each for each in warned if any(_in(word, each) for word in words)}
    return tuple(each for each in problems if each not in silent)


def idle(words: Iterable[str], problems: Sequence[Problem]) -> tuple[str, ...]:
    """The accepted words that none of these problems has."""
    return tuple(each for each in words if not any(_in(each, problem) for problem in problems))


def words_in(code: str) -> tuple[str, ...]:
    """What a module accepts."""
    return tuple(dict.fromkeys(_LINE.findall(code)))


def needless(words: Iterable[str], code: str, file: str) -> tuple[Problem, ...]:
    """A warning for each line that accepts what nothing says."""
    lines = {found[1]: code.count("\n", 0, found.start(1)) + 1 for found in _LINE.finditer(code)}
    hint = "delete the line, or write words of the warning"
    return tuple(
        Problem(Place(file, lines[each]), f"no warning says '{each}'", hint, Severity.WARNING) for each in words
    )


def _in(words: str, problem: Problem) -> bool:
    return words.casefold() in problem.what.casefold()
