"""Loosens the straight lines of forks, so that what they lead to may stand beside each other."""

from dataclasses import replace

from generator.drawing.layout.tidying.forks import forks_of
from generator.drawing.layout.tidying.ties import HAIR
from generator.drawing.scene.geometry import Line, Point
from generator.drawing.scene.scene import Route, Scene

_BEFORE = 13.0
"""From a card to the place where a line to it may turn."""


def loosened(scene: Scene) -> Scene:
    """The layout with a hair's step in each straight line of a fork, so that its ends may part."""
    forked = {route.edge.id: key[0] for key, routes in forks_of(scene).items() for route in routes}
    made = []
    for route in scene.routes:
        pieces = route.pieces
        if len(pieces) == 1 and len(pieces[0]) == 2 and route.edge.id in forked:
            pieces = (_loose(pieces[0], route.edge.source == forked[route.edge.id]),)
        elif len(pieces) == 2 and all(len(piece) == 2 for piece in pieces):
            first, last = pieces
            pieces = (first, _parted(last)) if _is_out(scene, route) else (_parted(first[::-1])[::-1], last)
        made.append(replace(route, pieces=pieces))
    return replace(scene, routes=tuple(made))


def _is_out(scene: Scene, route: Route) -> bool:
    """Whether the edge shares the beginning of its line."""
    return any(each is not route and each.pieces[0] == route.pieces[0] for each in scene.routes)


def _loose(line: Line, out: bool) -> Line:
    a, b = line if out else line[::-1]
    if abs(a.x - b.x) > 0.1 or abs(a.y - b.y) < 2 * _BEFORE:
        return line
    y = b.y - _BEFORE if b.y > a.y else b.y + _BEFORE
    made = (a, Point(a.x, y), Point(b.x + HAIR, y), Point(b.x + HAIR, b.y))
    return made if out else made[::-1]


def _parted(line: Line) -> Line:
    a, b = line
    return (a, Point(b.x + HAIR, a.y), Point(b.x + HAIR, b.y)) if abs(a.x - b.x) < 0.1 else line
