"""Lays a diagram out in one way: plan it, have Graphviz place the boxes, draw the wires, find room for loose labels.

Which way is best for a page or a phone is decided in `choosing`.
"""

from collections.abc import Mapping

from generator.drawing import boxes, placing
from generator.drawing.geometry import Curve, Rect, crosses, flatten
from generator.drawing.labels import put
from generator.drawing.plan import Plan, Way, plan
from generator.drawing.placing import Places
from generator.drawing.routing import route
from generator.drawing.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.model import Diagram

_TITLE = 9.0, 6.0
"""Distance of a title from the left and upper border of its frame."""


def lay_out(diagram: Diagram, way: Way) -> Scene:
    """The scene of a diagram laid out in one way."""
    made = plan(diagram, way)
    places = placing.place(made.request)
    titles = {group.id: boxes.title(group) for group in diagram.groups if group.id in places.frames}
    spots = {name: _title(places.frames[name], size) for name, size in titles.items()}
    wires = [cable.wire for cable in made.cables]
    curves = route(wires, places.boxes, spots.values(), way.direction, places.curves)
    routes = _routes(diagram, made, curves)
    frames = tuple(
        Frame(group, places.frames[group.id], _free_spot(places.frames[group.id], titles[group.id], curves))
        for group in diagram.groups
        if group.id in places.frames
    )
    return Scene(
        diagram,
        way.name,
        places.width,
        places.height,
        tuple(PlacedCard(node, made.cards[node.id], places.boxes[node.id]) for node in diagram.nodes),
        _labels(made, places, routes, frames),
        tuple(routes.values()),
        frames,
    )


def _routes(diagram: Diagram, made: Plan, curves: list[Curve]) -> Mapping[str, Route]:
    """The line of each edge, from its source to its target."""
    pieces: dict[str, list[Curve]] = {edge.id: [] for edge in diagram.edges}
    turned = {edge.id for link in made.links if link.turned for edge in link.edges}
    for cable, curve in zip(made.cables, curves, strict=True):
        for edge in cable.edges:
            loop = pieces[edge] and cable.wire.head.startswith("l")
            pieces[edge].append(tuple(reversed(curve)) if loop else curve)
    return {
        edge.id: Route(
            edge,
            tuple(tuple(reversed(curve)) for curve in reversed(pieces[edge.id]))
            if edge.id in turned
            else tuple(pieces[edge.id]),
        )
        for edge in diagram.edges
    }


def _labels(
    made: Plan, places: Places, routes: Mapping[str, Route], frames: tuple[Frame, ...]
) -> tuple[PlacedLabel, ...]:
    """Labels where Graphviz put their boxes, and loose ones where there is room along their line."""
    placed: list[PlacedLabel] = []
    taken = [*places.boxes.values(), *(frame.title for frame in frames)]
    for link in made.links:
        if not link.label:
            continue
        ids, label = tuple(edge.id for edge in link.edges), made.labels[link.label]
        rect = places.boxes.get(link.label)
        if rect is None:
            others = [piece for name, each in routes.items() if name not in ids for piece in each.pieces]
            rect = put(label, routes[ids[0]].pieces[0], taken, others, (places.width, places.height))
            taken.append(rect)
        placed.append(PlacedLabel(ids, label, rect))
    return tuple(placed)


def _title(frame: Rect, size: tuple[float, float], share: float = 0.0) -> Rect:
    left, top = _TITLE
    return Rect(frame.x + left + share * (frame.w - 2 * left - size[0]), frame.y + top, *size)


def _free_spot(frame: Rect, size: tuple[float, float], curves: list[Curve]) -> Rect:
    """Where in the upper border of a frame its title meets no line: left, right, or between."""
    lines = [flatten(curve) for curve in curves]
    for share in (0.0, 1.0, 0.5, 0.25, 0.75):
        spot = _title(frame, size, share)
        if not any(crosses(line, spot.grown(2)) for line in lines):
            return spot
    return _title(frame, size)
