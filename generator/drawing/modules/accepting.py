"""Leaves out warnings that a module's author has seen and accepts, by a line of the module.

    # accept: the answer names "Bloom filter"
    # accept: narrow layout

Whatever warning has these words in it is no longer told; errors always are.
"""

import re
from collections.abc import Iterable

from generator.problems import Problem, Severity

_LINE = re.compile(r"^[ \t]*#[ \t]*accept:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


def accepted(code: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that are left."""
    words = [found.casefold() for found in _LINE.findall(code)]
    return tuple(
        problem
        for problem in problems
        if problem.severity is Severity.ERROR or not any(each in problem.what.casefold() for each in words)
    )
