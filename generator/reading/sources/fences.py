"""Lines between fences are code, whatever they look like."""

import re
from collections.abc import Callable, Iterator, Sequence

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
QUOTED_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
"""The same, in a quotation and however far it is indented."""


def outside_fences(
    lines: Sequence[str], opening: re.Pattern[str] = _FENCE, closes: Callable[[str, str], bool] | None = None
) -> Iterator[tuple[int, str]]:
    """The lines that are no code and no fence, each with its place, as they are when their turn comes.

    `closes`: whether a line ends the code that a fence began; another fence as long, unless something else is said.
    """
    fence = ""
    for place, line in enumerate(lines):
        mark = opening.match(line)
        if fence:
            fence = "" if (closes(line, fence) if closes else mark and mark[1].startswith(fence)) else fence
        elif mark:
            fence = mark[1]
        else:
            yield place, line
