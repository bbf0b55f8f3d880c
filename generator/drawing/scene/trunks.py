"""What lines have in common is drawn once: twice over it would look bolder.

a ----+---> c        a ----+---> c
b ----+       as     b ----+             the second line ends where it meets the first, a round corner later
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count
from math import hypot

from generator.drawing.scene.geometry import Line, Point
from generator.drawing.scene.scene import Route, Scene

_JOIN = 9.0
"""How far a line goes on along another that it joins, for its round corner."""
_SAME = 0.05


def buses_of(scene: Scene) -> Mapping[Point, tuple[Route, ...]]:
    """The routes from several cards to several that all lead over one place, by that place."""
    told = {edge for label in scene.labels for edge in label.edges}
    found: dict[Point, tuple[Route, ...]] = {}
    for route in scene.routes:
        if len(route.pieces) > 1 and route.edge.id not in told:
            found[route.pieces[1][0]] = (*found.get(route.pieces[1][0], ()), route)
    ends = {place: [{each.pieces[at][at] for each in bus} for at in (0, -1)] for place, bus in found.items()}
    return {place: bus for place, bus in found.items() if min(map(len, ends[place])) > 1}


def strands(scene: Scene) -> list[Route]:
    """The routes as they are painted: where arrows of several colours have a bar in common, that is in none of them."""
    mixed = {
        route.edge.id
        for bus in buses_of(scene).values()
        if len({(each.edge.hue, each.edge.line) for each in bus}) > 1
        for route in bus
    }
    found = [route for route in scene.routes if route.edge.id not in mixed]
    for route in (each for each in scene.routes if each.edge.id in mixed):
        ahead, back = (route.edge.arrows in (way, "both") for way in ("forward", "back"))
        own = replace(route.edge, arrows="forward" if ahead else "none")
        common = replace(route.edge, arrows="back" if back else "none", hue="", line="")
        found = [Route(own, route.pieces[1:]), *found, Route(common, route.pieces[:1])]
    return found


def parted(line: Line, drawn: Iterable[Line]) -> tuple[Line, bool, bool]:
    """A line without what it shares with those drawn already; whether it still has its beginning, and its end."""
    begins = ends = True
    for other in drawn:
        if begins and _near(line[0], other[0]):
            rest = _behind(line, other)
            line, begins = rest or line, rest is None
        if ends and _near(line[-1], other[-1]):
            rest = _behind(line[::-1], other[::-1])
            line, ends = rest[::-1] if rest else line, rest is None
    return line, begins, ends


def _behind(line: Line, other: Line) -> Line | None:
    """A line from a little before the place where it leaves another one that begins where it does; none at once."""
    for place in count(1):
        before, a, b = line[place - 1], line[place], other[place]
        if _near(a, b) and place + 1 < min(len(line), len(other)):
            continue
        if _heading(before, a) != _heading(before, b):
            at, rest = before, line[place:]
            before = line[place - 2] if place > 1 else before
        else:
            at, rest = min(a, b, key=lambda point: _far(before, point)), line[place:]
            rest = rest if not _near(at, a) else rest[1:] or (a,)
        break
    back = min(_JOIN, _far(before, at))
    if back < 1:
        return None
    part = back / _far(before, at)
    start = Point(at.x + (before.x - at.x) * part, at.y + (before.y - at.y) * part)
    return (start, at, *rest) if not _near(at, rest[0]) else (start, *rest)


def _near(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < _SAME and abs(one.y - other.y) < _SAME


def _far(one: Point, other: Point) -> float:
    return hypot(other.x - one.x, other.y - one.y)


def _heading(one: Point, other: Point) -> tuple[int, int]:
    """Of a level or upright stretch."""
    x, y = other.x - one.x, other.y - one.y
    return (x > _SAME) - (x < -_SAME), (y > _SAME) - (y < -_SAME)
