"""A picture that no page can hold in letters that can be read, in pieces for one page after another.

    pieces(picture, 380, 650)  ->  (Piece(0, 0, 300, 612), Piece(0, 612, 300, 540))

It is cut where no part and no word of it stands, as evenly as that allows.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Picture

SHAPE = re.compile(r"<(rect|use|circle|text)\b([^>]*)>")
PLACE = re.compile(r'\b(x|y|width|height|cx|cy|r)="(-?[\d.]+)"')
LARGEST = 0.6
"""Of a piece: what is larger holds other parts, and may be cut."""
ABOVE, BELOW = 13, 4
"""Pixels that a line of text takes above and below the line it stands on."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a picture, in its pixels."""

    x: float
    y: float
    width: float
    height: float


def pieces(picture: Picture, width: float, height: float) -> tuple[Piece, ...]:
    """All of a picture, in rows of pieces that are not larger than that."""
    across, down = _taken(picture)
    columns = _cut(picture.width, width, across)
    rows = _cut(picture.height, height, down)
    return tuple(Piece(x, y, right - x, bottom - y) for y, bottom in rows for x, right in columns)


def _cut(length: float, most: float, taken: list[Span]) -> list[Span]:
    """The stretch from 0 to a length, in stretches of one length at most."""
    found, begin = [], 0.0
    small = (span for span in taken if span[1] - span[0] <= LARGEST * most)
    filled = {place for first, last in small for place in range(math.floor(first) + 1, math.ceil(last))}
    while length - begin > most:
        even = begin + (length - begin) / math.ceil((length - begin) / most)
        free = set(range(math.ceil(begin + most / 3), math.floor(begin + most) + 1)) - filled
        end = min(sorted(free), key=lambda place: abs(place - even), default=even)
        found.append((begin, end))
        begin = end
    return [*found, (begin, length)]


def _taken(picture: Picture) -> tuple[list[Span], list[Span]]:
    """Where its shapes and words stand, from left to right and from top to bottom."""
    across, down = [], []
    for kind, place in _shapes(picture.svg):
        x, y, wide, high = (place.get(name, 0) for name in ("x", "y", "width", "height"))
        if kind == "circle":
            r = place.get("r", 0)
            x, y, wide, high = place.get("cx", 0) - r, place.get("cy", 0) - r, 2 * r, 2 * r
        if kind == "text":
            down.append((y - ABOVE, y + BELOW))
        else:
            across.append((x, x + wide))
            down.append((y, y + high))
    return across, down


def _shapes(svg: str) -> Iterator[tuple[str, dict[str, float]]]:
    for match in SHAPE.finditer(svg):
        yield match[1], {name: float(value) for name, value in PLACE.findall(match[2])}
