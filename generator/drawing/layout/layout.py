"""Lays a diagram out in one way: plan it, have Graphviz place the boxes, draw the wires, find room for loose labels.

Which way is best for a page or a phone is decided in `choosing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from generator.drawing.layout import boxes, placing
from generator.drawing.layout.folding import fold
from generator.drawing.layout.geometry import Curve, Line, Rect, bounds, crosses, flatten, parted
from generator.drawing.layout.labels import put
from generator.drawing.layout.placing import Places
from generator.drawing.layout.plan import Plan, Way, plan
from generator.drawing.layout.routing import Wire, route
from generator.drawing.layout.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.drawing.layout.siblings import in_order
from generator.model import Diagram

_TITLE = 9.0, 6.0
"""Distance of a title from the left and upper border of its frame."""


@dataclass(frozen=True)
class Draft:
    """Boxes in their places, before any line is drawn: cheap to make and to judge."""

    diagram: Diagram
    way: Way
    plan: Plan
    places: Places


_EDGE = 2.0
"""Round the whole picture, for the width of lines and the heads of arrows."""


def arrange(diagram: Diagram, way: Way) -> Draft:
    """Place the boxes of a diagram in one way."""
    made = plan(diagram, way)
    places = placing.place(made.request)
    if way.fold:
        places = fold(places, made.links, way.fold)
    homes = {node.id: node.group for node in diagram.nodes}
    ordered = in_order(places, [cable.wire for cable in made.cables], homes, way.direction)
    return Draft(diagram, way, made, ordered)


def finish(draft: Draft) -> Scene:
    """Draw the lines of a draft and find room for its loose labels."""
    diagram, made, places = draft.diagram, draft.plan, draft.places
    groups = [group for group in diagram.groups if group.id in places.frames]
    sizes = {group.id: boxes.title(group) for group in groups}
    low = draft.way.low
    spots = [_title(places.frames[each.id], sizes[each.id], each.id in low) for each in groups if each.label]
    curves = route(_wires(made, places), places.boxes, spots, draft.way.direction, places.curves)
    lines = [flatten(curve) for curve in curves]
    frames = tuple(
        Frame(
            group, places.frames[group.id], _free_spot(places.frames[group.id], sizes[group.id], group.id in low, lines)
        )
        for group in groups
    )
    labels, routes = _labels(made, places, _routes(diagram, made, curves), frames)
    cards = tuple(PlacedCard(node, made.cards[node.id], places.boxes[node.id]) for node in diagram.nodes)
    return _fitted(Scene(diagram, draft.way.name, 0, 0, cards, labels, routes, frames))


def _wires(made: Plan, places: Places) -> list[Wire]:
    """The wires, with the size of a label that has no box yet on the first wire that needs one."""
    wanted = {
        link.edges[0].id: made.labels[link.label]
        for link in made.links
        if link.label and link.label not in places.boxes
    }
    return [Wire(cable.wire.tail, cable.wire.head, wanted.get(cable.edges[0])) for cable in made.cables]


def _fitted(scene: Scene) -> Scene:
    """The scene moved so that everything in it lies, with a narrow edge, between 0 and its width and height."""
    things = [card.rect for card in scene.cards] + [label.rect for label in scene.labels]
    things += [frame.rect for frame in scene.frames]
    things += [bounds(flatten(piece)) for route in scene.routes for piece in route.pieces]
    left, top = min(thing.x for thing in things), min(thing.y for thing in things)
    width, height = max(thing.right for thing in things) - left, max(thing.bottom for thing in things) - top
    whole = (float(ceil(round(side + 2 * _EDGE, 1))) for side in (width, height))
    return scene.moved(_EDGE - left, _EDGE - top, *whole)


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
) -> tuple[tuple[PlacedLabel, ...], tuple[Route, ...]]:
    """Labels where Graphviz put their boxes, loose ones where there is room along their line; and the lines, parted."""
    placed: list[PlacedLabel] = []
    parted_routes = dict(routes)
    taken = [*places.boxes.values(), *(frame.title for frame in frames)]
    for link in made.links:
        if not link.label:
            continue
        ids, label = tuple(edge.id for edge in link.edges), made.labels[link.label]
        rect = places.boxes.get(link.label)
        if rect is None:
            others = [piece for name, each in parted_routes.items() if name not in ids for piece in each.pieces]
            rect, _ = put(label, routes[ids[0]].pieces[0], taken, [flatten(piece) for piece in others])
            taken.append(rect)
            for name in ids:
                pieces = tuple(part for piece in routes[name].pieces for part in parted(piece, rect.grown(1)))
                parted_routes[name] = Route(routes[name].edge, pieces)
        placed.append(PlacedLabel(ids, label, rect))
    return tuple(placed), tuple(parted_routes.values())


def _title(frame: Rect, size: tuple[float, float], low: bool, share: float = 0.0) -> Rect:
    left, top = _TITLE
    y = frame.bottom - top - size[1] if low else frame.y + top
    return Rect(frame.x + left + share * (frame.w - 2 * left - size[0]), y, *size)


def _free_spot(frame: Rect, size: tuple[float, float], low: bool, lines: list[Line]) -> Rect:
    """Where along its border a frame's title meets no line: left, right, or between."""
    for share in (0.0, 1.0, 0.5, 0.25, 0.75):
        spot = _title(frame, size, low, share)
        if not any(crosses(line, spot.grown(2)) for line in lines):
            return spot
    return _title(frame, size, low)
