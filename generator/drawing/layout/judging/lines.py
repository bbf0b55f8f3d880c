"""Judges the lines of a layout: those that run on one another or along a border, cross or go far about without need."""

from collections.abc import Iterator
from itertools import pairwise

from generator.drawing.layout.tidying.ties import fans_of
from generator.drawing.scene.flows import flows
from generator.drawing.scene.geometry import Point, Rect, bounds, crossings, length, meeting, segments
from generator.drawing.scene.scene import Route, Scene

_ON, _SHARED = 3.0, 8.0
"""Closer lines seem one, if they do for so long."""
_ALONG = 24.0
"""How far a line may run along a border."""
_ABOUT, _FREE = 3.5, 200.0
"""A line may be so many times as long as the way from end to end, and so much longer."""


def judged(scene: Scene) -> Iterator[str]:
    """What is wrong with the lines, each with the edges that it is about."""
    fans = fans_of(scene)
    lanes = {edge.id for flow in flows(scene.diagram) if flow.turned for edge in flow.edges}  # ways back go round
    for one, other in _near(scene):
        if fans[one.edge.id] != fans[other.edge.id] and _on_one_another(one, other):
            yield f"the {_name(one)} and the {_name(other)} run on one another"
    for route in scene.routes:
        for frame in scene.frames:
            if any(_along(a, b, frame.rect) for piece in route.pieces for a, b in segments(piece)):
                yield f"the {_name(route)} runs along the border of '{frame.group.label}'"
        whole = sum(map(length, route.pieces))
        start, end = route.pieces[0][0], route.pieces[-1][-1]
        if whole > _ABOUT * (abs(start.x - end.x) + abs(start.y - end.y)) + _FREE and route.edge.id not in lanes:
            yield f"the {_name(route)} goes far about"
    yield from _crossed(scene, fans)


def _near(scene: Scene) -> Iterator[tuple[Route, Route]]:
    """Pairs of routes that may touch."""
    corners = ((route, tuple(point for piece in route.pieces for point in piece)) for route in scene.routes)
    return meeting([(route, bounds(points).grown(_ON)) for route, points in corners])


def _name(route: Route) -> str:
    return f"edge {route.edge.source}-{route.edge.target}"


def _crossed(scene: Scene, fans: dict[str, object]) -> Iterator[str]:
    """Crossings where there are no frames and no more arrows than cards: that can always be drawn without."""
    if scene.frames or len({frozenset((route.edge.source, route.edge.target)) for route in scene.routes}) > len(
        scene.cards
    ):
        return
    for one, other in _near(scene):
        if fans[one.edge.id] != fans[other.edge.id] and any(
            crossings(line, across) for line in one.pieces for across in other.pieces
        ):
            yield f"the {_name(one)} and the {_name(other)} cross"


def _on_one_another(one: Route, other: Route) -> bool:
    return any(
        _together(a, b, c, d)
        for line in one.pieces
        for across in other.pieces
        for a, b in segments(line)
        for c, d in segments(across)
    )


def _together(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two stretches lie on one line, for longer than a touch."""
    if abs(a.y - b.y) < 0.1 and abs(c.y - d.y) < 0.1:
        return abs(a.y - c.y) < _ON and _overlap(a.x, b.x, c.x, d.x) > _SHARED
    if abs(a.x - b.x) < 0.1 and abs(c.x - d.x) < 0.1:
        return abs(a.x - c.x) < _ON and _overlap(a.y, b.y, c.y, d.y) > _SHARED
    return False


def _overlap(a: float, b: float, c: float, d: float) -> float:
    """How long two spans run beside each other."""
    return min(max(a, b), max(c, d)) - max(min(a, b), min(c, d))


def _along(a: Point, b: Point, rect: Rect) -> bool:
    if abs(a.x - b.x) + abs(a.y - b.y) <= _ALONG:
        return False
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    border = [Point(x, y) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))]
    return any(
        _together(a, b, c, d) and max(_overlap(a.x, b.x, c.x, d.x), _overlap(a.y, b.y, c.y, d.y)) > _ALONG
        for c, d in pairwise(border)
    )
