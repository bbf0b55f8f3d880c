"""Showing that long work goes on, without its maker knowing how it is shown.

for page in track(pages, "Rendering pages", 1000): ...
"""

from collections.abc import Callable, Iterable
from typing import Any

Track = Callable[[Iterable[Any], str, int], Iterable[Any]]
"""Passes things through and shows how many have gone by: (things, what is being done, how many there are)."""


def silent(things: Iterable[Any], doing: str, total: int) -> Iterable[Any]:
    """A Track that shows nothing."""
    return things
