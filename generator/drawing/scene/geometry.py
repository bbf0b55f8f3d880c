"""Plane geometry in CSS pixels, y downwards: rectangles, lines, and the tests that layouts are judged by."""

import itertools
from collections.abc import Iterator, Sequence
from math import hypot
from typing import NamedTuple, TypeVar

Thing = TypeVar("Thing")


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle by its left, top, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Right border."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Lower border."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """Middle."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def moved(self, x: float, y: float) -> "Rect":
        """The rectangle elsewhere."""
        return Rect(self.x + x, self.y + y, self.w, self.h)

    def grown(self, by: float) -> "Rect":
        """The rectangle with a margin (a smaller one for a negative margin)."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def meets(self, other: "Rect") -> bool:
        """Whether the insides of both share a point."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: "Rect") -> bool:
        """Whether the other lies wholly inside."""
        return self.x <= other.x and self.y <= other.y and self.right >= other.right and self.bottom >= other.bottom


Line = tuple[Point, ...]
"""A chain of straight segments."""


def bounds(points: Sequence[Point]) -> Rect:
    """The smallest rectangle round points."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def spot(centre: Point, reach: float = 0.0) -> Rect:
    """What is so near to a point; without a reach, the point itself."""
    return Rect(centre.x, centre.y, 0, 0).grown(reach)


def shifted(line: Line, x: float, y: float) -> Line:
    """A line elsewhere."""
    return tuple(Point(p.x + x, p.y + y) for p in line)


def around(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle round others."""
    return bounds([point for r in rects for point in (Point(r.x, r.y), Point(r.right, r.bottom))])


def meeting(things: Sequence[tuple[Thing, Rect]]) -> Iterator[tuple[Thing, Thing]]:
    """The pairs of things whose rectangles share a point inside, in order: all that has to be looked at closely."""
    spans = [(thing, rect.x, rect.y, rect.x + rect.w, rect.y + rect.h) for thing, rect in things]
    for index, (one, left, top, right, bottom) in enumerate(spans):
        for other, x, y, x_end, y_end in spans[index + 1 :]:
            if x < right and left < x_end and y < bottom and top < y_end:
                yield one, other


def segments(line: Line) -> Iterator[tuple[Point, Point]]:
    """Neighbouring points."""
    return itertools.pairwise(line)


def cuts(a: Point, b: Point, rect: Rect) -> bool:
    """Whether the segment passes through the inside of the rectangle (Liang-Barsky)."""
    left, top, right, bottom = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h
    (ax, ay), (bx, by) = a, b
    if (ax <= left and bx <= left) or (ax >= right and bx >= right):
        return False
    if (ay <= top and by <= top) or (ay >= bottom and by >= bottom):
        return False
    low, high = 0.0, 1.0
    dx, dy = bx - ax, by - ay
    for p, q in ((-dx, ax - left), (dx, right - ax), (-dy, ay - top), (dy, bottom - ay)):
        if p < 0:
            low = max(low, q / p)
        elif p > 0:
            high = min(high, q / p)
        elif q <= 0:
            return False
    return low < high


def crosses(line: Line, rect: Rect) -> bool:
    """Whether any segment of the line passes through the inside of the rectangle."""
    return any(cuts(a, b, rect) for a, b in segments(line))


def crossings(one: Line, other: Line) -> int:
    """How often two lines properly cross."""
    return sum(_cross(a, b, c, d) for a, b in segments(one) for c, d in segments(other))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    if max(a.x, b.x) < min(c.x, d.x) or max(c.x, d.x) < min(a.x, b.x):
        return False
    if max(a.y, b.y) < min(c.y, d.y) or max(c.y, d.y) < min(a.y, b.y):
        return False
    one = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    two = (b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x)
    three = (d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x)
    four = (d.x - c.x) * (b.y - c.y) - (d.y - c.y) * (b.x - c.x)
    return one * two < -1e-6 and three * four < -1e-6


def length(line: Line) -> float:
    """Length of a line."""
    return sum(hypot(b.x - a.x, b.y - a.y) for a, b in segments(line))
