"""Lays a diagram out in one way: sizes its boxes, has Graphviz place them, and returns the scene.

Which way is best for a page or a phone is chosen in `choosing`; a Way says what may differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.drawing import boxes, placing
from generator.drawing.boxes import Sizes
from generator.drawing.geometry import Curve, Rect
from generator.drawing.layers import layers
from generator.drawing.links import Link, links
from generator.drawing.placing import Boxes, Piece, Places
from generator.drawing.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.model import Diagram, Edge

MARGIN = 4.0
"""Round the whole picture: room for shadows and for lines at the border."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to lay out a diagram."""

    name: str
    """"wide" or "narrow"."""
    direction: str
    sizes: Sizes
    nodesep: float = 22
    ranksep: float = 20
    room: float = 0
    """Pixels that the cards of one layer may take up side by side; 0 where it does not matter."""
    margin: float = 9


def lay_out(diagram: Diagram, way: Way) -> Scene:
    """The scene of a diagram laid out in one way."""
    joined = links(diagram)
    cards = {node.id: boxes.card(node, way.sizes) for node in diagram.nodes}
    labels = {link.label: boxes.label(link.edges[0], way.sizes) for link in joined if link.label}
    sizes = {name: (card.w, card.h) for name, card in cards.items()}
    ranks = layers(diagram, joined, {name: _across(size, way) for name, size in sizes.items()}, way)
    free = {link.label for link in joined if link.free}
    placed = {name: (label.w, label.h) for name, label in labels.items() if name not in free}
    pieces, owners = _pieces(joined, ranks, labels, way)
    request = Boxes(
        sizes | placed,
        (*pieces, *_order(diagram, ranks)),
        _frames(diagram, joined, way),
        way.direction,
        way.nodesep,
        way.ranksep,
        way.margin,
    )
    places = placing.place(request)
    return _scene(diagram, way, cards, labels, joined, owners, places)


def _across(size: tuple[float, float], way: Way) -> float:
    return size[1] if way.direction == "LR" else size[0]


def _pieces(
    joined: tuple[Link, ...], ranks: Mapping[str, int], labels: Mapping[str, boxes.Label], way: Way
) -> tuple[list[Piece], list[tuple[str, tuple[str, ...]]]]:
    """The pieces that Graphviz routes, and for each the edges that run along it with the end that it belongs to."""
    far, near = ("e", "w") if way.direction == "LR" else ("s", "n")
    pieces: list[Piece] = []
    owners: list[tuple[str, tuple[str, ...]]] = []
    step = 2 if labels else 1
    for link in joined:
        weight = (("weight", "3"),) if link.edges[0].step is not None or len(joined) == 1 else ()
        ids = tuple(edge.id for edge in link.edges)
        if link.free or not link.label:
            for edge in link.edges:
                tail, head = (edge.target, edge.source) if link.turned else (edge.source, edge.target)
                pieces.append(Piece(tail, head, (*weight, *_span(ranks, tail, head, step), *_free(link, labels))))
                owners.append(("whole", (edge.id,)))
            continue
        for tail in link.tails:
            mine = ids if len(link.tails) == 1 else tuple(e.id for e in link.edges if tail in (e.source, e.target))
            span = max(1, ranks[link.heads[0]] * 2 - 1 - ranks[tail] * 2) if len(link.tails) > 1 else 1
            pieces.append(Piece(tail, f"{link.label}:{near}", (*weight, ("minlen", str(span)))))
            owners.append(("first", mine))
        for head in link.heads:
            mine = ids if len(link.heads) == 1 else tuple(e.id for e in link.edges if head in (e.source, e.target))
            span = max(1, (ranks[head] - ranks[link.tails[0]]) * 2 - 1) if len(link.tails) == 1 else 1
            pieces.append(Piece(f"{link.label}:{far}", head, (*weight, ("minlen", str(span)))))
            owners.append(("last", mine))
    return pieces, owners


def _span(ranks: Mapping[str, int], tail: str, head: str, step: int) -> tuple[tuple[str, str], ...]:
    return (("minlen", str(max(1, (ranks[head] - ranks[tail]) * step))),)


def _free(link: Link, labels: Mapping[str, boxes.Label]) -> tuple[tuple[str, str], ...]:
    if not link.free:
        return ()
    label = labels.get(link.label)
    return (("constraint", "false"), *((("label", placing.cell(label.w, label.h)),) if label else ()))


def _order(diagram: Diagram, ranks: Mapping[str, int]) -> list[Piece]:
    pairs = [pair for pair in diagram.hints if ranks[pair[0]] < ranks[pair[1]]]
    return [Piece(tail, head, (("style", "invis"),)) for tail, head in pairs]


def _frames(diagram: Diagram, joined: tuple[Link, ...], way: Way) -> tuple[placing.Frame, ...]:
    """The groups as clusters; a label stands in the innermost group that holds all the cards it joins."""
    home = {node.id: node.group for node in diagram.nodes}
    parents = {group.id: group.parent for group in diagram.groups}

    def path(group: str) -> list[str]:
        return [group, *path(parents[group])] if group else [""]

    for link in joined:
        if link.label and not link.free:
            paths = [path(home[node]) for node in (*link.tails, *link.heads)]
            home[link.label] = next(group for group in paths[0] if all(group in other for other in paths))
    members = {group.id: tuple(name for name, where in home.items() if where == group.id) for group in diagram.groups}
    return tuple(
        placing.Frame(group.id, group.parent, members[group.id], boxes.title(group, way.sizes))
        for group in diagram.groups
    )


def _scene(
    diagram: Diagram,
    way: Way,
    cards: Mapping[str, boxes.Card],
    labels: Mapping[str, boxes.Label],
    joined: tuple[Link, ...],
    owners: list[tuple[str, tuple[str, ...]]],
    places: Places,
) -> Scene:
    routes = {edge.id: _Route(edge) for edge in diagram.edges}
    for index, (_part, edges) in enumerate(owners):
        for edge in edges:
            routes[edge].curves.append(places.curves[index])
    turned = {edge.id for link in joined if link.turned for edge in link.edges}
    placed = tuple(
        PlacedLabel(tuple(edge.id for edge in link.edges), labels[link.label], places.boxes[link.label])
        for link in joined
        if link.label in places.boxes
    )
    return Scene(
        diagram,
        way.name,
        places.width,
        places.height,
        tuple(PlacedCard(node, cards[node.id], places.boxes[node.id]) for node in diagram.nodes),
        placed,
        tuple(Route(route.edge, route.pieces(route.edge.id in turned)) for route in routes.values()),
        tuple(
            Frame(group, places.frames[group.id], _title(places.frames[group.id], boxes.title(group, way.sizes)))
            for group in diagram.groups
            if group.id in places.frames
        ),
    )


@dataclass
class _Route:
    edge: Edge

    def __post_init__(self) -> None:
        self.curves: list[Curve] = []

    def pieces(self, turned: bool) -> tuple[Curve, ...]:
        if not turned:
            return tuple(self.curves)
        return tuple(tuple(reversed(curve)) for curve in reversed(self.curves))


def _title(frame: Rect, size: tuple[float, float]) -> Rect:
    return Rect(frame.x + 9, frame.y + 6, size[0], size[1])
