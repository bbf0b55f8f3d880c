"""What the command line understands besides words and paths, and how it shows that something takes a while."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click


class Share(click.ParamType[tuple[int, int]]):
    """One of several equal parts, as "3/8"."""

    name = "n/m"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Both numbers."""
        one, _, whole = str(value).partition("/")
        if not (one.isdecimal() and whole.isdecimal() and 1 <= int(one) <= int(whole) <= 10_000):
            self.fail(f"{value!r} is no part; the third of eight is 3/8", param, ctx)
        return int(one), int(whole)


def track(things: Iterable[Any], doing: str, total: int) -> Iterator[Any]:
    """Show a progress bar on a terminal, nothing elsewhere; a handful of things needs none."""
    hidden = total < 3 or not sys.stderr.isatty()
    with contextlib.ExitStack() as stack:
        if not hidden:
            things = stack.enter_context(click.progressbar(things, length=total, label=f"{doing:<16}", file=sys.stderr))
        yield from things
