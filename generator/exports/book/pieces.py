"""A picture that no page can hold in letters that can be read, in pieces for one page after another.

    pieces(picture, 380, 650)  ->  (Piece(0, 0, 300, 612), Piece(0, 612, 300, 540))

It is cut where no part and no word of it stands, as evenly as that allows. Above each later piece of a conversation
stand its participants again.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Picture

_SHAPE = re.compile(r"<(rect|use|circle|text)\b([^>]*)>")
_PLACE = re.compile(r'\b(x|y|width|height|cx|cy|r)="(-?[\d.]+)"')
_LINE = re.compile(r'<path class="line[^"]*" d="([^"]*)"')
_LEVEL = re.compile(r" ([-\d.]+)L[-\d.]+ \1(?![\d.])")
_LIFE = re.compile(r'<path class="life" d="M[-\d.]+ ([\d.]+)L')
_LARGEST = 0.6
"""Of a piece: what is larger holds other parts, and may be cut."""
_ABOVE, _BELOW = 13, 4
"""Pixels that a line of text takes above and below the line it stands on."""
_MARGIN = 4
"""Pixels round a shape that no cut comes near, so that a level arrow and the label on it stay together."""

_Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a picture, in its pixels."""

    x: float
    y: float
    width: float
    height: float
    head: float = 0
    """So much from the picture's top is shown above it once more."""


def pieces(picture: Picture, width: float, height: float) -> tuple[Piece, ...]:
    """All of a picture, in rows of pieces that are not larger than that."""
    across, down = _taken(picture, _LARGEST * width, _LARGEST * height)
    head = min((float(start) for start in _LIFE.findall(picture.svg)), default=0.0)
    head = head if head < height / 2 else 0.0
    columns = _cut(picture.width, width, across)
    rows = _cut(picture.height, height, down, head)
    return tuple(Piece(x, y, right - x, bottom - y, head if y else 0) for y, bottom in rows for x, right in columns)


def _cut(length: float, most: float, taken: list[_Span], head: float = 0) -> list[_Span]:
    """The stretch from 0 to a length, in stretches of one length at most; later ones leave room for a head."""
    found, begin, room = [], 0.0, most
    wide, narrow = (_filled(taken, margin) for margin in (_MARGIN, 0))
    while length - begin > room:
        even = begin + (length - begin) / math.ceil((length - begin) / (most - head))
        places = set(range(math.ceil(begin + room / 3), math.floor(begin + room) + 1))
        free = sorted(places - wide) or sorted(places - narrow)
        end = min(free, key=lambda place: abs(place - even), default=even)
        found.append((begin, end))
        begin, room = end, most - head
    return [*found, (begin, length)]


def _filled(taken: Iterable[_Span], margin: float) -> set[int]:
    """The places at which no cut may be."""
    return {place for first, last in taken for place in range(math.floor(first - margin) + 1, math.ceil(last + margin))}


def _taken(picture: Picture, widest: float, highest: float) -> tuple[list[_Span], list[_Span]]:
    """Where its shapes and words stand, from left to right and from top to bottom; of large shapes the borders."""
    across: list[_Span] = []
    down = [(float(y), float(y)) for line in _LINE.findall(picture.svg) for y in _LEVEL.findall(line)]
    for kind, place in _shapes(picture.svg):
        x, y, wide, high = (place.get(name, 0) for name in ("x", "y", "width", "height"))
        if kind == "circle":
            r = place.get("r", 0)
            x, y, wide, high = place.get("cx", 0) - r, place.get("cy", 0) - r, 2 * r, 2 * r
        if kind == "text":
            down.append((y - _ABOVE, y + _BELOW))
        else:
            across += [(x, x + wide)] if wide <= widest else [(x, x), (x + wide, x + wide)]
            down += [(y, y + high)] if high <= highest else [(y, y), (y + high, y + high)]
    return across, down


def _shapes(svg: str) -> Iterator[tuple[str, dict[str, float]]]:
    for match in _SHAPE.finditer(svg):
        yield match[1], {name: float(value) for name, value in _PLACE.findall(match[2])}
