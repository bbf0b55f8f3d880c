"""Plane geometry in CSS pixels, y downwards: rectangles, Bézier routes, and the tests that layouts are judged by."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import hypot
from typing import NamedTuple


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

    def grown(self, by: float) -> "Rect":
        """The rectangle with a margin (a smaller one for a negative margin)."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def meets(self, other: "Rect") -> bool:
        """Whether the insides of both share a point."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: "Rect") -> bool:
        """Whether the other lies wholly inside."""
        return self.x <= other.x and self.y <= other.y and self.right >= other.right and self.bottom >= other.bottom


Curve = tuple[Point, ...]
"""A chain of cubic Béziers: 3n + 1 points."""

Line = tuple[Point, ...]
"""A chain of straight segments."""


def bounds(points: Sequence[Point]) -> Rect:
    """The smallest rectangle round points."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@cache
def _shares(parts: int) -> tuple[tuple[float, float, float, float], ...]:
    """Weights of a Bézier's four points at equal steps, without the start."""
    steps = [step / parts for step in range(1, parts + 1)]
    return tuple(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in steps)


@lru_cache(maxsize=8192)
def flatten(curve: Curve, parts: int = 6) -> Line:
    """The curve as straight segments; straight Béziers stay one segment."""
    points = [curve[0]]
    for index in range(0, len(curve) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), d = curve[index : index + 4]
        if _straight(ax, ay, bx, by, cx, cy, d):
            points.append(d)
            continue
        points += [
            Point(k * ax + m * bx + n * cx + o * d.x, k * ay + m * by + n * cy + o * d.y)
            for k, m, n, o in _shares(parts)
        ]
    return tuple(points)


def _straight(ax: float, ay: float, bx: float, by: float, cx: float, cy: float, d: Point) -> bool:
    """Whether both control points lie on the line between the ends, give or take half a pixel."""
    dx, dy = d.x - ax, d.y - ay
    room = 0.6 * max(1e-9, hypot(dx, dy))
    return abs(dx * (by - ay) - dy * (bx - ax)) < room and abs(dx * (cy - ay) - dy * (cx - ax)) < room


def is_straight(curve: Curve) -> bool:
    """Whether a whole curve is one straight line."""
    (ax, ay), end = curve[0], curve[-1]
    return all(_straight(ax, ay, x, y, x, y, end) for x, y in curve[1:-1])


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


def split(curve: Curve, share: float) -> tuple[Curve, Curve]:
    """One Bézier as two, cut at a share of its parameter (de Casteljau)."""

    def mix(p: Point, q: Point) -> Point:
        return Point(p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share)

    a, b, c, d = curve
    ab, bc, cd = mix(a, b), mix(b, c), mix(c, d)
    abc, bcd = mix(ab, bc), mix(bc, cd)
    middle = mix(abc, bcd)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def parted(curve: Curve, rect: Rect, parts: int = 48) -> tuple[Curve, ...]:
    """The curve without what runs through the rectangle: two pieces, one, or the whole."""
    count = (len(curve) - 1) // 3
    inside = [
        (index, step / parts)
        for index in range(count)
        for step in range(parts + 1)
        if _within(_at(curve[3 * index : 3 * index + 4], step / parts), rect)
    ]
    if not inside:
        return (curve,)
    (first, start), (last, end) = inside[0], inside[-1]
    before = (*curve[: 3 * first], *split(curve[3 * first : 3 * first + 4], start)[0])
    after = (*split(curve[3 * last : 3 * last + 4], end)[1], *curve[3 * last + 4 :])
    return tuple(piece for piece in (before, after) if length(flatten(piece)) > 1)


def _at(bezier: Curve, t: float) -> Point:
    return split(bezier, t)[0][3]


def _within(point: Point, rect: Rect) -> bool:
    return rect.x < point.x < rect.right and rect.y < point.y < rect.bottom
