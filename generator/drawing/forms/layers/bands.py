"""The layers themselves: a band with its title and its cards, and what stands beside all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.drawing.forms.layers.crossings import AIR, Plan, Spot, middle
from generator.drawing.forms.shared.pieces import Plate, breadth, column, lines, plate, saying
from generator.drawing.scene.geometry import Rect
from generator.drawing.scene.shapes import LINE, Box, Shape, TextLine
from generator.model import Attributes, Node

_LABELS = 96.0, 72.0
"""Widest label of an arrow within a layer; where that makes its cards lower."""
_TITLE = 14.0
"""From a band's border to its title."""


@dataclass(frozen=True)
class Layer:
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
        """What the line above it means."""
        return dict(self.attributes).get("boundary", "")


@dataclass(frozen=True)
class Cut:
    """The cards of a layer."""

    count: int
    """How many stand in a row."""
    wide: float
    across: float
    """Between two of a row."""
    down: float
    """Between two rows."""
    cards: tuple[Plate, ...]

    @property
    def high(self) -> float:
        """Of each card."""
        return max((card.height for card in self.cards), default=20.0)


def band(layer: Layer, y: float, cut: Cut, plan: Plan, places: dict[str, Rect]) -> tuple[list[Shape], float]:
    """A layer with its title on the left (above, where it is narrow) and its nodes in equal cards; its lower end."""
    if layer.bare:
        card = plate(layer.nodes[0], plan.width, 30.0, beside=True)
        places[layer.id] = Rect(1, y, plan.width - 2, card.height + 4)
        return list(card.put(places[layer.id])), y + card.height + 4
    label = plan.label if layer.label else 0.0
    title = lines(layer.label, (label or plan.width) - 24, "strong")
    top = y + (LINE * len(title) + 13 if not label and layer.label else 9)
    left = label + 10
    high, rows = cut.high, -(-len(cut.cards) // cut.count)
    bottom = max(top + rows * (high + cut.down) - cut.down + 9, y + len(title) * LINE + 18)
    ground = Rect(1, y, plan.width - 2, bottom - y)
    made: list[Shape] = [Box(ground, "area", layer.tone, layer.id, 10)]
    for index, card in enumerate(cut.cards):
        x, row = left + index % cut.count * (cut.wide + cut.across), index // cut.count
        places[card.node.id] = Rect(x, top + row * (high + cut.down), cut.wide, high)
        made += card.put(places[card.node.id])
    start = y + 7 if not label else (y + bottom) / 2 - len(title) * LINE / 2
    said = Rect(_TITLE, start, max((breadth(line, "strong") for line in title), default=0.0), top - start)
    if title and not label:
        said = _free(said, ground, layer, plan, places)
    return [*made, *column(title, said.x, start, "strong", "start", of=layer.id)], bottom


def cuts(layers: Sequence[Layer], plan: Plan) -> dict[str, Cut]:
    """How each layer is cut to cards; those of as many cards alike, so that cards below each other share a middle."""
    found = []
    for limit in _LABELS:
        gaps: dict[int, tuple[float, float]] = {}
        for layer in layers:
            across, down = gaps.get(len(layer.nodes), (12.0, 10.0))
            inner = plan.inside(layer.nodes)
            across = max([across, *(max(38.0, saying(edge, limit).width + 20) for edge in inner)])
            gaps[len(layer.nodes)] = across, max([down, *(max(24.0, saying(edge, 150).height + 14) for edge in inner)])
        made = {layer.id: _cut(layer, plan, *gaps[len(layer.nodes)]) for layer in layers}
        found.append((sum(each.high for each in made.values()), -limit, made))
    _, limit, best = min(found, key=lambda each: each[:2])
    plan.across.update((edge.id, -limit) for layer in layers for edge in plan.inside(layer.nodes))
    return best


def _cut(layer: Layer, plan: Plan, across: float, down: float) -> Cut:
    room = plan.width - (plan.label if layer.label else 0.0) - 20
    count = _count(len(layer.nodes), room, across)
    wide = (room + across) / count - across
    return Cut(count, wide, across, down, tuple(plate(node, wide, 30.0, beside=wide > 165) for node in layer.nodes))


def _count(nodes: int, width: float, across: float) -> int:
    """How many cards of at least 92 px stand side by side, with rows as even as can be."""
    most = max(1, int((width + across) // (92 + across)))
    return -(-nodes // -(-nodes // most)) if nodes else 1


def _free(title: Rect, ground: Rect, layer: Layer, plan: Plan, places: dict[str, Rect]) -> Rect:
    """The leftmost place of a title that no line comes through; without one the lines have to pass it."""
    ids = {node.id for node in layer.nodes}
    coming = [edge for edge in plan.upright if set(edge.points) <= set(places) and set(edge.points) & ids]
    wires = sorted(middle(edge, places) for edge in coming)
    plan.titles[layer.id] = Spot(title.w, ground.right - 8, tuple(wires))
    for x in (title.x, title.x - 4, *(wire + AIR + 2 for wire in wires)):
        if plan.titles[layer.id].is_free(x):
            return Rect(x, title.y, title.w, title.h)
    del plan.titles[layer.id]
    first = min(places[name].y for name in ids)
    past = Rect(ground.x, ground.y, title.right + AIR - ground.x, title.h)
    plan.titled.update((name, past) for name in ids if places[name].y == first)
    return title


def aligned(shapes: Sequence[Shape], plan: Plan) -> list[Shape]:
    """The layers with their titles below each other, where all are free at one place."""
    titles = [
        each for each in shapes if isinstance(each, TextLine) and each.look == "strong" and each.of in plan.titles
    ]
    for x in sorted({each.x for each in titles}):
        if all(spot.is_free(x) for spot in plan.titles.values()):
            return [replace(each, x=x) if isinstance(each, TextLine) and each in titles else each for each in shapes]
    return list(shapes)


def aside(layer: Layer, room: Rect, count: int, index: int, places: dict[str, Rect]) -> list[Shape]:
    """What stands beside all layers."""
    high = (room.h - 12 * (count - 1)) / count
    rect = Rect(room.x, room.y + index * (high + 12), room.w, high)
    if layer.bare:
        places[layer.id] = rect
        return list(plate(layer.nodes[0], rect.w, 34.0).put(rect))
    made: list[Shape] = [Box(rect, "area", layer.tone, layer.id, 10)]
    title = lines(layer.label, rect.w - 14, "heading")
    made += column(title, rect.centre.x, rect.y + 6, "heading", of=layer.id)
    top = rect.y + 10 + len(title) * LINE
    each = (rect.bottom - top) / max(1, len(layer.nodes)) - 8
    for place, node in enumerate(layer.nodes):
        places[node.id] = Rect(rect.x + 8, top + place * (each + 8), rect.w - 16, each)
        made += plate(node, rect.w - 16, 30.0).put(places[node.id])
    return made
