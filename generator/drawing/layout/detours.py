"""Ways round: lines along a free channel, and lines between boxes that do not stand one after the other."""

from collections.abc import Iterator
from itertools import pairwise

from generator.drawing.layout.boxes import Label
from generator.drawing.layout.geometry import Curve, Point, Rect, flatten, length
from generator.drawing.layout.labels import put
from generator.drawing.layout.obstacles import Obstacles

_BESIDE = 9.0
_LOOKS, _HEIGHTS = 12, 24
"""How many of the best lines, and of the nearest channels, are looked at closely."""
_RUN = 7.0
"""Straight pixels before a card: room for the head of an arrow."""


def s_curve(start: Point, end: Point, out: float = 0.0, into: float = 0.0) -> Curve:
    """A line that leaves and arrives horizontally, with straight runs at its ends."""
    if abs(start.y - end.y) < 0.5:
        return (start, start, end, end)
    one, two = Point(start.x + out, start.y), Point(end.x - into, end.y)
    middle = (one.x + two.x) / 2
    bend: Curve = (one, Point(middle, one.y), Point(middle, two.y), two)
    before = (start, start, one) if out else ()
    after = (two, end, end) if into else ()
    return (*before, *bend, *after)


def direct(start: Point, end: Point, leaves_card: bool, enters_card: bool) -> Curve:
    """The plain line between two boxes."""
    short = min(_RUN, (end.x - start.x) / 4)
    return s_curve(start, end, short if leaves_card else 0.0, short if enters_card else 0.0)


def detour(tail: str, head: str, start: Point, end: Point, obstacles: Obstacles, given: Curve | None) -> Curve:
    """The cheapest of the lines along a channel, with shifted ends, and of the curve that Graphviz found."""
    options = [
        direct(start, end, True, True),
        *_channels(start, end, obstacles),
        *_shifted(tail, head, start, end, obstacles),
    ]
    if given:
        options.append(given)
    clear = sorted(options, key=lambda curve: obstacles.hits(curve, tail, head) * 2000 + length(flatten(curve)))
    return min(clear[:_LOOKS], key=lambda curve: _cost(curve, tail, head, obstacles))


def _shifted(tail: str, head: str, start: Point, end: Point, obstacles: Obstacles) -> Iterator[Curve]:
    """Plain lines whose end on a card moves aside, past the edge of a title or a box in the way."""
    between = [
        rect for rect in (*obstacles.titles, *obstacles.boxes.values()) if rect.x < end.x and rect.right > start.x
    ]
    edges = sorted({edge for rect in between for edge in (rect.y - _BESIDE, rect.bottom + _BESIDE)})
    for name, leaving in ((head, False), (tail, True)):
        box = obstacles.boxes[name]
        for edge in edges:
            if box.h > 26 and box.y + 9 < edge < box.bottom - 9:
                one, other = (Point(start.x, edge), end) if leaving else (start, Point(end.x, edge))
                yield direct(one, other, True, True)


def _cost(curve: Curve, tail: str, head: str, obstacles: Obstacles) -> float:
    line = flatten(curve)
    wiggles = sum(abs(b.y - a.y) for a, b in pairwise(line))
    along = sum(obstacles.beside(a.y, min(a.x, b.x), max(a.x, b.x)) for a, b in pairwise(line) if abs(a.y - b.y) < 0.5)
    knots = obstacles.knots(curve, tail, head)
    return obstacles.hits(curve, tail, head) * 2000 + knots * 90 + along * 70 + length(line) + wiggles


def _channels(start: Point, end: Point, obstacles: Obstacles) -> Iterator[Curve]:
    """Lines that run along above or below the boxes between their ends."""
    between = [
        rect
        for rect in (*obstacles.boxes.values(), *obstacles.titles)
        if rect.x < end.x - 4 and rect.right > start.x + 4
    ]
    heights = {round(edge, 1) for rect in between for edge in (rect.y - _BESIDE, rect.bottom + _BESIDE)}
    wide = end.x - start.x
    middle = (start.y + end.y) / 2
    near = sorted(heights, key=lambda height: (abs(height - middle), height))[:_HEIGHTS]
    for height in sorted({*near, start.y, end.y}):
        for turn in (26.0, 48.0):
            turn = min(turn, wide / 2 - 1)
            yield channel(start, end, height, turn, turn)
        yield channel(start, end, height, min(16.0, wide / 2 - 1), min(16.0, wide / 2 - 1))


def channel(start: Point, end: Point, height: float, first: float, last: float) -> Curve:
    """A line that changes to a height, keeps it, and changes to that of its end."""
    one, two = Point(start.x + first, height), Point(end.x - last, height)
    out, into = (min(_RUN, turn / 3) for turn in (first, last))
    if abs(height - start.y) < 0.5:
        return (start, start, two, two, *s_curve(two, end, 0, into)[1:])
    if abs(height - end.y) < 0.5:
        return (*s_curve(start, one, out), one, end, end)
    return (*s_curve(start, one, out), one, two, two, *s_curve(two, end, 0, into)[1:])


_NORMALS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def loose(tail: str, head: str, obstacles: Obstacles, label: Label | None) -> Curve:
    """The best line between any sides of two boxes, as between cards of one column, with room for its label."""
    one, other = obstacles.boxes[tail], obstacles.boxes[head]
    clear = sorted(
        _between(one, other),
        key=lambda curve: obstacles.hits(curve, tail, head) * 2000 + length(flatten(curve)) + _bend(curve),
    )
    costs = [(_cost(curve, tail, head, obstacles) + _bend(curve), curve) for curve in clear[:_LOOKS]]
    costs.sort(key=lambda entry: entry[0])
    if label is None:
        return costs[0][1]
    taken = (*obstacles.boxes.values(), *obstacles.titles)
    return min(costs, key=lambda entry: entry[0] + 150 * put(label, entry[1], taken, obstacles.lines)[1])[1]


def _bend(curve: Curve) -> float:
    return 0.0 if len(set(curve)) < 3 else 30.0


def _between(one: Rect, other: Rect) -> Iterator[Curve]:
    if one == other:
        yield _loop(one)
        return
    low, high = max(one.x, other.x) + 12, min(one.right, other.right) - 12
    if low <= high and (one.bottom < other.y or other.bottom < one.y):
        x = (low + high) / 2
        for shift in (0.0, 14.0, -14.0):
            place = min(high, max(low, x + shift))
            down = one.bottom < other.y
            start = Point(place, one.bottom if down else one.y)
            end = Point(place, other.y if down else other.bottom)
            yield (start, start, end, end)
    for first, (ax, ay) in _NORMALS.items():
        for last, (bx, by) in _NORMALS.items():
            start, end = _anchor(one, first), _anchor(other, last)
            far = abs(end.x - start.x) + abs(end.y - start.y)
            for reach in (max(18.0, 0.4 * far), max(40.0, 0.7 * far)):
                yield (
                    start,
                    Point(start.x + ax * reach, start.y + ay * reach),
                    Point(end.x + bx * reach, end.y + by * reach),
                    end,
                )


def _anchor(box: Rect, side: str) -> Point:
    x, y = _NORMALS[side]
    return Point(box.centre.x + x * box.w / 2, box.centre.y + y * box.h / 2)


def _loop(box: Rect) -> Curve:
    """A loop above a box."""
    x, y = box.centre.x, box.y
    return (Point(x + 12, y), Point(x + 26, y - 26), Point(x - 26, y - 26), Point(x - 12, y))
