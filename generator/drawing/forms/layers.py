"""One thing above the other: each cluster is a layer, its nodes stand side by side in it, the first one on top.

    with Cluster("Off-chain"):
        batch = Node("1,000 transfers")
    with Cluster("On-chain", graph_attr={"boundary": "Ethereum: every byte costs gas"}):
        root = Node("Root")
    batch >> Edge(label="1. post") >> root      # down from one layer to the next

A node in no cluster is a layer by itself. `boundary` draws a line that means something above its layer; a cluster or a
node with `side="right"` stands beside all layers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.drawing.forms.part import Part
from generator.drawing.forms.pieces import (
    KINDS,
    Plate,
    Saying,
    column,
    forward,
    lines,
    listed,
    name_of,
    plate,
    saying,
    sentence,
)
from generator.drawing.layout.geometry import Point, Rect
from generator.drawing.layout.shapes import LINE, Block, Box, Shape, Size, Stroke
from generator.model import Attributes, Edge, Node

_BETWEEN = 20.0
"""Between two layers that no arrow joins."""


@dataclass(frozen=True)
class _Layer:
    """A band, and what stands in it."""

    id: str
    label: str
    nodes: tuple[Node, ...]
    attributes: Attributes
    tone: str
    bare: bool
    """A node by itself, without a band's title."""

    @property
    def boundary(self) -> str:
        return dict(self.attributes).get("boundary", "")


def _layers(part: Part) -> tuple[list[_Layer], list[_Layer]]:
    """The layers from top to bottom, and what stands beside them; in the order of the code."""
    made: list[_Layer] = []
    seen: set[str] = set()
    homes = {group.id: group for group in part.groups}
    for node in part.nodes:
        group = homes.get(node.group)
        while group and group.parent in homes:
            group = homes[group.parent]
        if not group:
            made.append(_Layer(node.id, "", (node,), node.attributes, node.tone, True))
        elif group.id not in seen:
            seen.add(group.id)
            inside = tuple(each for each in part.nodes if _inside(each, group.id, part))
            made.append(_Layer(group.id, group.label, inside, group.attributes, group.tone, False))
    beside = [layer for layer in made if dict(layer.attributes).get("side")]
    return [layer for layer in made if layer not in beside], beside


def _inside(node: Node, group: str, part: Part) -> bool:
    parents = {each.id: each.parent for each in part.groups}
    home = node.group
    while home and home != group:
        home = parents.get(home, "")
    return home == group


def block(part: Part, size: Size) -> Block:
    """Bands over each other, arrows between them."""
    stack, beside = _layers(part)
    aside = (150.0 if size.width > 400 else 96.0) if beside else 0.0
    gutter = _gutter(part, beside, aside, size)
    width = size.width - (aside + gutter if beside else 0)
    levels = {node.id: index for index, layer in enumerate(stack) for node in layer.nodes}
    places: dict[str, Rect] = {}
    bands: list[Shape] = []
    lanes: dict[int, list[tuple[Edge, Saying]]] = {}
    for edge in part.edges:
        if edge.source in levels and edge.target in levels:
            upper = min(levels[edge.source], levels[edge.target])
            lanes.setdefault(upper, []).append((edge, saying(edge, min(190.0, width / 2 - 14))))
    y = 1.0
    gaps: dict[int, float] = {}
    for index, layer in enumerate(stack):
        if layer.boundary:
            made, y = _boundary(layer, y, width)
            bands += made
        made, y = _band(layer, y, width, size, places)
        bands += made
        gaps[index] = y
        if index < len(stack) - 1:
            y += max([_BETWEEN, *(said.height + 18 for _, said in lanes.get(index, []))])
    for layer in beside:
        bands += _aside(layer, Rect(size.width - aside - 1, 1, aside, y - 1), len(beside), beside.index(layer), places)
    arrows = [shape for edge in part.edges for shape in _arrow(edge, places, levels, gaps, gutter, size)]
    return Block(size.width, y + 2, (*bands, *arrows), places)


def _gutter(part: Part, beside: list[_Layer], aside: float, size: Size) -> float:
    """Room for the arrows between layers and what stands beside them."""
    ids = {node.id for layer in beside for node in layer.nodes}
    limit = 90.0 if size.width > 400 else 56.0
    said = [saying(edge, limit).width + 22 for edge in part.edges if edge.source in ids or edge.target in ids]
    return max([26.0, *said])


def _boundary(layer: _Layer, y: float, width: float) -> tuple[list[Shape], float]:
    said = lines(layer.boundary, width - 10, "marked")
    made: list[Shape] = [Stroke((Point(0, y + 3), Point(width, y + 3)), "boundary", of=layer.id)]
    made += column(said, width - 3, y + 8, "plain", "end", "marked", layer.id)
    return made, y + 8 + len(said) * LINE + 6


def _band(layer: _Layer, y: float, width: float, size: Size, places: dict[str, Rect]) -> tuple[list[Shape], float]:
    """A layer with its title on the left (above, where it is narrow) and its nodes in equal cards."""
    tight = size.width < 400
    label = 0.0 if layer.bare or tight or not layer.label else min(150.0, width * 0.24)
    title = lines(layer.label, (label or width) - 24, "strong")
    top = y + (LINE * len(title) + 12 if tight and layer.label and not layer.bare else 8)
    left = label + 8
    cards, rows = _cut(layer.nodes, width - left - 8, tight)
    wide = (width - left - 8 + 10) / max(1, len(rows[0]) if rows else 1) - 10
    high = max((card.height for card in cards), default=20.0)
    if layer.bare:
        wide, left, top = width, 0.0, y
    made: list[Shape] = []
    bottom = top + len(rows) * (high + 10) - 10 + (0 if layer.bare else 8)
    bottom = max(bottom, y + len(title) * LINE + 16) if label else bottom
    if not layer.bare:
        made.append(Box(Rect(1, y, width - 2, bottom - y), "area", layer.tone, layer.id, 10))
        middle = y + 7 if tight else (y + bottom) / 2 - len(title) * LINE / 2
        made += column(title, 14, middle, "strong", "start", of=layer.id)
    for index, row in enumerate(rows):
        for place, card in enumerate(row):
            rect = Rect(left + place * (wide + 10), top + index * (high + 10), wide, high)
            places[card.node.id] = rect
            made += card.put(rect)
    return made, bottom


def _cut(nodes: tuple[Node, ...], width: float, tight: bool) -> tuple[list[Plate], list[list[Plate]]]:
    """Cards of one size, in as many rows as the width asks for."""
    most = max(1, int(width // (92 if tight else 120)))
    count = -(-len(nodes) // -(-len(nodes) // most)) if nodes else 1
    each = (width + 10) / count - 10
    cards = [plate(node, each, 30.0, beside=each > 170) for node in nodes]
    return cards, [cards[start : start + count] for start in range(0, len(cards), count)]


def _aside(layer: _Layer, room: Rect, count: int, index: int, places: dict[str, Rect]) -> list[Shape]:
    high = (room.h - 12 * (count - 1)) / count
    rect = Rect(room.x, room.y + index * (high + 12), room.w, high)
    if layer.bare:
        places[layer.id] = rect
        return list(plate(layer.nodes[0], rect.w, 34.0).put(rect))
    made: list[Shape] = [Box(rect, "area", layer.tone, layer.id, 10)]
    title = lines(layer.label, rect.w - 14, "heading")
    made += column(title, rect.centre.x, rect.y + 6, "heading", of=layer.id)
    top = rect.y + 10 + len(title) * LINE
    each = (rect.bottom - 8 - top + 8) / max(1, len(layer.nodes)) - 8
    for place, node in enumerate(layer.nodes):
        places[node.id] = Rect(rect.x + 8, top + place * (each + 8), rect.w - 16, each)
        made += plate(node, rect.w - 16, 30.0).put(places[node.id])
    return made


def _arrow(
    edge: Edge, places: dict[str, Rect], levels: dict[str, int], gaps: dict[int, float], gutter: float, size: Size
) -> tuple[Shape, ...]:
    """An arrow: down or up through the gap, across within a layer, or over to what stands beside."""
    source, target, arrows = forward(edge)
    one, other = places[source], places[target]
    tone = "" if edge.kind == "main" else edge.kind
    badge = KINDS.get(edge.kind, "")
    if source not in levels or target not in levels:
        return _over(edge, one, other, gutter, arrows, size)
    if levels[source] == levels[target]:
        y = one.centre.y
        start, end = (one.right, other.x) if other.x > one.x else (one.x, other.right)
        line = (Point(start, y), Point(end, y))
        return (Stroke(line, "line", tone, edge.id, arrows),)
    down = levels[source] < levels[target]
    start, end = (one.bottom, other.y) if down else (one.y, other.bottom)
    x = _shared(one, other)
    said = saying(edge, min(190.0, size.width / 2 - 14))
    gap = gaps[min(levels[source], levels[target])]
    high = max(_BETWEEN, said.height + 18)
    rect = Rect(x + 8, gap + (high - said.height) / 2, said.width, said.height)
    if rect.right > size.width - 2:
        rect = Rect(x - 8 - said.width, rect.y, said.width, said.height)
    line = (Point(x, start), Point(x, end))
    return (Stroke(line, "line", tone, edge.id, arrows), *said.put(rect, edge.id, badge))


def _shared(one: Rect, other: Rect) -> float:
    """Where a straight line down meets both cards: the middle of what they have in common."""
    left, right = max(one.x, other.x), min(one.right, other.right)
    return (left + right) / 2 if right - left > 10 else (one.centre.x + other.centre.x) / 2


def _over(edge: Edge, one: Rect, other: Rect, gutter: float, arrows: str, size: Size) -> tuple[Shape, ...]:
    """Between a layer and what stands beside all of them: straight across."""
    right = one if one.x > other.x else other
    left = other if right is one else one
    y = left.centre.y if right.y < left.centre.y < right.bottom else right.centre.y
    ends = (
        (Point(right.x, y), Point(right.x - gutter - 8, y))
        if right is one
        else (Point(left.right, y), Point(right.x, y))
    )
    ends = (ends[0], Point(left.right, y)) if right is one else ends
    said = saying(edge, 90.0 if size.width > 400 else 56.0)
    rect = Rect(right.x - gutter + (gutter - said.width) / 2, y - said.height - 3, said.width, said.height)
    tone = "" if edge.kind == "main" else edge.kind
    return (Stroke(ends, "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, "")))


def describe(part: Part) -> Iterator[str]:
    """The layers from top to bottom, and the arrows."""
    stack, beside = _layers(part)
    yield f"Layers, from top to bottom: {listed([layer.label or name_of(layer.nodes[0]) for layer in stack])}."
    for layer in (*stack, *beside):
        if layer.boundary:
            yield f"Above {layer.label or name_of(layer.nodes[0])} runs a boundary: {layer.boundary}."
        if not layer.bare:
            yield f"{layer.label} holds {listed([name_of(node) for node in layer.nodes])}."
    if beside:
        yield f"Beside all layers: {listed([layer.label or name_of(layer.nodes[0]) for layer in beside])}."
    yield from (sentence(edge, {node.id: node.label or node.detail for node in part.nodes}) for edge in part.edges)


def problems(part: Part) -> Iterator[tuple[str, str]]:
    """Fewer than two layers."""
    if len(_layers(part)[0]) < 2:
        yield "layers need two of them", "each cluster is a layer, and so is each node in no cluster"
