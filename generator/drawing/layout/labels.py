"""Finds room for a label beside or on its line, where it meets no card, title, other label or other line."""

import itertools
from collections.abc import Iterable, Iterator

from generator.drawing.layout.boxes import Label
from generator.drawing.layout.geometry import Curve, Line, Point, Rect, crosses, flatten

_BESIDE = 4.0


def put(label: Label, curve: Curve, taken: Iterable[Rect], others: Iterable[Line]) -> tuple[Rect, int]:
    """The place of a label along its curve, and what is wrong with it (0 where it is free)."""
    taken, others = tuple(taken), tuple(others)

    def cost(spot: Rect) -> int:
        return sum(spot.grown(1).meets(rect) for rect in taken) * 5 + sum(crosses(line, spot) for line in others) * 4

    costs: list[tuple[int, Rect]] = []
    for spot in _spots(label, flatten(curve, 12)):
        costs.append((cost(spot), spot))
        if costs[-1][0] == 0:
            break
    worth, best = min(costs, key=lambda entry: entry[0])
    return best, worth


def _spots(label: Label, line: Line) -> Iterator[Rect]:
    """On the line where it is long enough, else beside it; from the middle outwards."""
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        at, flat = _along(line, share)
        room = _length(line) - (label.w if flat else label.h)
        if room > 28:
            yield Rect(at.x - label.w / 2, at.y - label.h / 2, label.w, label.h)
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        at, flat = _along(line, share)
        if flat:
            yield Rect(at.x - label.w / 2, at.y - label.h - _BESIDE, label.w, label.h)
            yield Rect(at.x - label.w / 2, at.y + _BESIDE, label.w, label.h)
        else:
            yield Rect(at.x + _BESIDE, at.y - label.h / 2, label.w, label.h)
            yield Rect(at.x - _BESIDE - label.w, at.y - label.h / 2, label.w, label.h)


def _length(line: Line) -> float:
    return sum(abs(b.x - a.x) + abs(b.y - a.y) for a, b in itertools.pairwise(line))


def _along(line: Line, share: float) -> tuple[Point, bool]:
    """The point at a share of the line's length, and whether the line is rather flat there."""
    rest = _length(line) * share
    for a, b in itertools.pairwise(line):
        step = abs(b.x - a.x) + abs(b.y - a.y)
        if rest <= step and step:
            t = rest / step
            return Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)), abs(b.x - a.x) > abs(b.y - a.y)
        rest -= step
    return line[-1], False
