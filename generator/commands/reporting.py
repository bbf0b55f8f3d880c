"""How problems are shown on a terminal: by kind, the worst first, of many of a kind only the first ones.

bank.md:3: warning: Q101 is not in this bank (1-9)
  … and 6 more like this; --all shows every one
"""

from collections.abc import Iterable

import click

from generator.problems import Problem, errors, kinds

EVERY = "every problem"
"""Where click keeps whether each single problem is to be shown."""
_FIRST = 3
"""How many of a kind are shown otherwise."""


def counted(problems: Iterable[Problem]) -> str:
    """How many of each kind there are, as in "1 warning, no errors"."""
    distinct = set(problems)
    wrong, rest = len(errors(distinct)), len(errors(distinct, strict=True)) - len(errors(distinct))
    if not wrong and not rest:
        return "no problems"
    return ", ".join((*([many(rest, "warning")] if rest else ()), many(wrong, "error") if wrong else "no errors"))


def warned(problems: Iterable[Problem]) -> str:
    """How many warnings a finished build has, as an addition to a line."""
    count = len(errors(set(problems), strict=True))
    return f", {many(count, 'warning')}" if count else ""


def many(count: int, thing: str) -> str:
    """A number of things, as in "1 question" or "0 questions"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def show(problems: Iterable[Problem]) -> None:
    """Print problems to standard error by kind, one per line; of many of a kind the first, unless all are wanted."""
    found = tuple(problems)
    context = click.get_current_context(silent=True)
    every = context is not None and context.meta.get(EVERY, False)
    for kind in kinds(found):
        shown = kind.problems if every or len(kind.problems) <= _FIRST + 1 else kind.problems[:_FIRST]
        for problem in shown:
            click.echo(str(problem), err=True)
        if more := len(kind.problems) - len(shown):
            click.echo(f"  … and {more:,} more like this; --all shows every one", err=True)
