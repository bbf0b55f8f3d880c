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
from itertools import pairwise

from generator.drawing.forms.layers.bands import Layer, aligned, aside, band, cuts
from generator.drawing.forms.layers.crossings import Plan, arrow, wire_x
from generator.drawing.forms.shared.pieces import breadth, column, lines, saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import listed, name_of, sentences
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import LINE, Block, Shape, Size, Stroke

_BETWEEN = 20.0
"""Between two layers that no arrow joins."""


def _layers(scope: Scope) -> tuple[list[Layer], list[Layer]]:
    """The layers from top to bottom, and what stands beside them; in the order of the code."""
    made: dict[str, Layer] = {}
    for node in scope.nodes:
        group = next(reversed(scope.homes(node)), None)
        if not group:
            made[node.id] = Layer(node.id, "", (node,), node.attributes, node.tone, True)
        else:
            held = made[group.id].nodes if group.id in made else ()
            made[group.id] = Layer(group.id, group.label, (*held, node), group.attributes, group.tone, False)
    beside = [layer for layer in made.values() if dict(layer.attributes).get("side")]
    return [layer for layer in made.values() if layer not in beside], beside


def block(scope: Scope, size: Size) -> Block:
    """Bands over each other, arrows between them."""
    stack, beside = _layers(scope)
    plan = _plan(scope, stack, beside, size)
    cut = cuts(stack, plan)
    places: dict[str, Rect] = {}
    bands: list[Shape] = []
    gaps: list[float] = []
    y = 1.0
    for index, layer in enumerate(stack):
        if index:
            wires = plan.between(index - 1)
            high = max([_BETWEEN, *(plan.said(edge).height + 28 for edge in wires)])
            boundary = lines(layer.boundary, (plan.width + plan.gutter - 14) * (0.46 if wires else 1), "marked")
            y += high + (len(boundary) * LINE + 14 if boundary else 0)
        gaps.append(y)
        made, y = band(layer, y, cut[layer.id], plan, places)
        bands += made
    bands = aligned(bands, plan)
    for index, layer in enumerate(beside):
        bands += aside(layer, Rect(size.width - plan.aside - 1, 1, plan.aside, y - 1), len(beside), index, places)
    for index, layer in enumerate(stack):
        bands += _boundary(layer, index, gaps[index], plan, places)
    arrows = [shape for edge in scope.edges for shape in arrow(edge, places, plan)]
    return Block(size.width, y + 2, (*bands, *arrows), places)


def _plan(scope: Scope, stack: list[Layer], beside: list[Layer], size: Size) -> Plan:
    """How wide the stack is, and what stands beside it."""
    tight = size.tight
    levels = {node.id: index for index, layer in enumerate(stack) for node in layer.nodes}
    aside = (96.0 if tight else 124.0 if size.width < 600 else 150.0) if beside else 0.0
    over = [edge for edge in scope.edges if edge.source not in levels or edge.target not in levels]
    limit = 56.0 if tight else 110.0
    gutter = max([30.0, *(saying(edge, limit).width + 24 for edge in over)]) if beside else 0.0
    far = [edge for edge in scope.edges if edge not in over and abs(levels[edge.source] - levels[edge.target]) > 1]
    width = size.width - aside - gutter - 18 * len(far)
    titles = [layer.label for layer in stack if layer.label]
    longest = max((breadth(text, "strong") for text in titles), default=0.0) + 26
    words = max((breadth(word, "strong") for text in titles for word in text.split()), default=0.0) + 26
    label = 0.0 if tight else max(min(longest, width * 0.26), words)
    return Plan(scope.edges, levels, width, gutter, aside, tuple(edge.id for edge in far), tight, label)


def _boundary(layer: Layer, index: int, y: float, plan: Plan, places: dict[str, Rect]) -> list[Shape]:
    """A line above a layer, its text where no arrow crosses it."""
    if not layer.boundary:
        return []
    wires = sorted(wire_x(edge, places, plan) for edge in plan.between(index - 1)) if index else []
    outer = plan.width + max(0.0, plan.gutter - 8)
    ends = [0.0, *wires, outer]
    left, right = max(pairwise(ends), key=lambda pair: pair[1] - pair[0])
    said = lines(layer.boundary, min(outer * (0.5 if wires else 1), right - left - 14), "marked")
    top = y - len(said) * LINE - 10
    made: list[Shape] = [Stroke((Point(0, top), Point(outer, top)), "boundary", of=layer.id)]
    at, anchor = (
        (right - 4, "end") if right == outer and wires and not plan.gutter else (left + (8 if left else 3), "start")
    )
    return [*made, *column(said, at, top + 4, "plain", anchor, "marked", layer.id)]


def _name(layer: Layer) -> str:
    return layer.label or name_of(layer.nodes[0])


def describe(scope: Scope) -> Iterator[str]:
    """The layers from top to bottom, and the arrows."""
    stack, beside = _layers(scope)
    wording = scope.wording
    yield wording("Layers, from top to bottom: {names}.", names=listed([_name(each) for each in stack], wording))
    for layer in (*stack, *beside):
        if layer.boundary:
            yield wording("Above {name} runs a boundary: {boundary}.", name=_name(layer), boundary=layer.boundary)
        if not layer.bare:
            held = listed([name_of(node) for node in layer.nodes], wording)
            yield wording("{name} holds {names}.", name=layer.label, names=held)
    if beside:
        yield wording("Beside all layers: {names}.", names=listed([_name(each) for each in beside], wording))
    yield from sentences(scope)


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """Fewer than two layers."""
    if len(_layers(scope)[0]) < 2:
        yield "layers need two of them", "each cluster is a layer, and so is each node in no cluster"
