"""Says a diagram to the layout engine: cards as boxes, groups as boxes round them, flows as edges with their labels.

A fan's label is a small box of its own on the trunk, `a -> l1 -> x, y`, and so is the middle of a bus; every other
label belongs to its edge.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.drawing.layout import rows
from generator.drawing.layout.engine import Graph
from generator.drawing.layout.inset import Blocks, outside
from generator.drawing.layout.options import LayoutOptions
from generator.drawing.layout.tidying.frame_titles import LEFT
from generator.drawing.scene import boxes
from generator.drawing.scene.boxes import Card, Label
from generator.drawing.scene.flows import Flow, flows, main_path, stacked
from generator.drawing.scene.shapes import Block
from generator.model import Diagram, Group, Node

_BARE = Label(None, (), 2.0, 2.0)
"""Of a bus."""
_TURNS = {"LR": "RIGHT", "RL": "LEFT", "TB": "DOWN", "BT": "UP"}


@dataclass(frozen=True)
class Request:
    """A diagram as the engine takes it, with what is needed to understand the answer."""

    diagram: Diagram
    options: LayoutOptions
    graph: Graph
    cards: Mapping[str, Card]
    flows: tuple[Flow, ...]
    blocks: Blocks
    labels: Mapping[int, Label] = field(default_factory=dict)
    """By the place of their flow."""
    owners: Mapping[str, Flow] = field(default_factory=dict)
    """By the name of the graph's edge, the flow that it is a part of; edges that only keep an order have none."""


def request(whole: Diagram, options: LayoutOptions, blocks: Blocks) -> Request:
    """The graph for the engine."""
    diagram = outside(whole, blocks)
    cards = boxes.cards(tuple(node for node in diagram.nodes if node.id not in blocks), options.sizes)
    joined = flows(diagram)
    labels = {place: boxes.label(flow.edges[0], options.sizes) for place, flow in enumerate(joined) if flow.labelled}
    held: dict[str, list[Graph]] = {"": [], **{group.id: [] for group in diagram.groups}}
    for node in diagram.nodes:
        size = cards.get(node.id)
        box = {"id": node.id, "width": size.w, "height": size.h} if size else _block(node, blocks[node.id], options)
        held[node.group].append(box)
    homes = {node.id: (*diagram.around(node.group), "") for node in diagram.nodes}
    for place, flow in enumerate(joined):
        if flow.through:
            held[_common(flow, homes)].append(_trunk(place, labels.get(place, _BARE), options))
    for group in reversed(diagram.groups):
        held[group.parent].insert(0, _frame(group, held[group.id], options))
    _port_fans(joined, homes, held)
    path = main_path(joined)
    parts = [
        (edge, flow)
        for place, flow in enumerate(joined)
        for edge in _edges(place, flow, labels.get(place), flow in path)
    ]
    pairs = stacked(diagram, joined, options.most, options.whole) if options.most else ()
    orders = [_edge(f"s{place}", one, other) for place, (one, other) in enumerate((*diagram.hints, *pairs))]
    edges = [*(edge for edge, _ in parts), *orders]
    _level_rows(parts, held, whole, diagram, options, blocks)
    return Request(
        whole,
        options,
        {"id": "root", "layoutOptions": _options(options), "children": held[""], "edges": edges},
        cards,
        joined,
        blocks,
        labels,
        {edge["id"]: flow for edge, flow in parts},
    )


def _port_fans(joined: tuple[Flow, ...], homes: Mapping[str, Sequence[str]], held: Mapping[str, list[Graph]]) -> None:
    """Give fans without words one place on their card."""
    for place, flow in enumerate(joined):
        if len(flow.edges) > 1 and not flow.through:
            for side in (flow.tails, flow.heads):
                if len(side) == 1:
                    boxed = next(box for box in held[homes[side[0]][0]] if box["id"] == side[0])
                    boxed.setdefault("ports", []).append({"id": f"{side[0]}.f{place}", "width": 0, "height": 0})


def _level_rows(
    parts: list[tuple[Graph, Flow]],
    held: Mapping[str, list[Graph]],
    whole: Diagram,
    diagram: Diagram,
    options: LayoutOptions,
    blocks: Blocks,
) -> None:
    """Let lines from side to side meet blocks level with what they mean; not those that only keep an order."""
    if options.upright:
        return
    loose = {name: block for name, block in blocks.items() if not any(name in pair for pair in diagram.hints)}
    boxed = {box["id"]: box for each in held.values() for box in each}
    tops = {node.id: inset(node.label, blocks[node.id], options)[1] for node in diagram.nodes if node.id in loose}
    rows.level(parts, boxed, loose, tops, whole.edges, options.direction == "LR")


def _options(options: LayoutOptions) -> dict[str, str]:
    return {
        "elk.algorithm": "layered",
        "elk.direction": _TURNS[options.direction],
        "elk.hierarchyHandling": "INCLUDE_CHILDREN",
        "elk.edgeRouting": "ORTHOGONAL",
        "elk.json.shapeCoords": "ROOT",
        "elk.json.edgeCoords": "ROOT",
        "elk.padding": "[top=0,left=0,bottom=0,right=0]",
        "elk.layered.considerModelOrder.strategy": "PREFER_EDGES",
        "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF" if options.balanced else "NETWORK_SIMPLEX",
        "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
        "elk.layered.nodePlacement.favorStraightEdges": "true",
        "elk.spacing.nodeNode": str(options.beside),
        "elk.spacing.edgeNode": "16",
        "elk.spacing.edgeEdge": "14",
        "elk.spacing.edgeLabel": "3",
        "elk.spacing.nodeSelfLoop": "20",
        "elk.layered.spacing.nodeNodeBetweenLayers": str(options.between),
        "elk.layered.spacing.edgeNodeBetweenLayers": str(min(14, options.between)),
        "elk.layered.spacing.edgeEdgeBetweenLayers": "12",
        "elk.edgeLabels.placement": "CENTER",
        "elk.layered.edgeLabels.sideSelection": "SMART_UP",
        "elk.contentAlignment": "H_CENTER V_CENTER",
        "elk.layered.thoroughness": "1" if options.simple else "7",
    }


def _frame(group: Group, children: list[Graph], options: LayoutOptions) -> Graph:
    """A group as a box round its children, wide enough for its title."""
    height = boxes.title(group.label, options.sizes)[1]
    width = title_room(group, options)
    least = f"40,{width}" if options.upright else f"{width},40"  # the engine turns them with the layers
    top = height + 16 if height else options.margin
    inside = {"top": top, "left": options.margin, "bottom": options.margin, "right": options.margin}
    return {
        "id": group.id,
        "children": children,
        "layoutOptions": {
            "elk.padding": "[" + ",".join(f"{side}={space}" for side, space in inside.items()) + "]",
            "elk.nodeSize.constraints": "MINIMUM_SIZE",
            "elk.nodeSize.minimum": f"({least})",
            **{key: value for key, value in _options(options).items() if "padding" not in key and "json" not in key},
        },
    }


def title_room(group: Group, options: LayoutOptions) -> float:
    """The width that a frame needs for its title, and for a line beside it where lines come from above."""
    width = boxes.title(group.label, options.sizes)[0]
    if not options.upright:
        return width + 24
    return max(width + 56, min(2 * width + 36, 232)) if options.name == "narrow" else 2 * width + 36


def _block_title(label: str, block: Block, options: LayoutOptions) -> tuple[float, float]:
    """Width and height of a block's title: as wide as the block, as no line comes through."""
    return boxes.title(label, options.sizes, max(options.sizes.title, block.width + 2 * options.margin - 2 * LEFT))


def inset(label: str, block: Block, options: LayoutOptions) -> tuple[float, float]:
    """Where the inside of a block begins in its frame."""
    return options.margin, _block_title(label, block, options)[1] + 18 if label else options.margin


def _block(node: Node, block: Block, options: LayoutOptions) -> Graph:
    """A cluster that is drawn already."""
    left, top = inset(node.label, block, options)
    title = _block_title(node.label, block, options)[0] + 2 * LEFT
    return {
        "id": node.id,
        "width": boxes.even(max(block.width + 2 * left, title)),
        "height": boxes.even(block.height + top + options.margin),
    }


def _trunk(place: int, label: Label, options: LayoutOptions) -> Graph:
    """A fan's label: its line runs along one side of the text."""
    w, h = (label.w + 2, label.h) if options.upright else (label.w, label.h + 1)
    first, last = ((0.0, 0.0), (0.0, h)) if options.upright else ((0.0, h), (w, h))
    if options.direction in ("RL", "BT"):
        first, last = last, first
    ports = [_port(f"l{place}.{end}", *spot) for end, spot in (("in", first), ("out", last))]
    return {
        "id": f"l{place}",
        "width": w,
        "height": h,
        "ports": ports,
        "layoutOptions": {"elk.portConstraints": "FIXED_POS"},
    }


def _port(name: str, x: float, y: float) -> Graph:
    return {"id": name, "x": x, "y": y, "width": 0, "height": 0}


def _edges(place: int, flow: Flow, label: Label | None, main: bool) -> Iterator[Graph]:
    """The edges of a flow, those of a fan through its label's box."""
    if len(flow.edges) == 1:
        text = [{"id": f"t{place}", "text": "x", "width": label.w, "height": label.h}] if label else []
        ends = reversed(flow.edges[0].ends) if flow.turned else flow.edges[0].ends
        tail, head = (end or node for end, node in zip(ends, (flow.tails[0], flow.heads[0]), strict=True))
        options = {"layoutOptions": {"elk.layered.priority.straightness": "10"}} if main else {}
        yield _edge(f"f{place}", tail, head) | {"labels": text} | options
    elif flow.through:
        for index, tail in enumerate(flow.tails):
            yield _edge(f"f{place}-t{index}", tail, f"l{place}.in")
        for index, head in enumerate(flow.heads):
            yield _edge(f"f{place}-h{index}", f"l{place}.out", head)
    else:
        for index, edge in enumerate(flow.edges):
            tail, head = (edge.target, edge.source) if flow.turned else (edge.source, edge.target)
            yield _edge(f"f{place}-{index}", *_shared(place, flow, tail, head))


def _shared(place: int, flow: Flow, tail: str, head: str) -> tuple[str, str]:
    """The ends of an edge of a fan without words: all edges leave, or reach, one place of one card."""
    return (
        f"{tail}.f{place}" if len(flow.tails) == 1 else tail,
        f"{head}.f{place}" if len(flow.heads) == 1 else head,
    )


def _edge(name: str, tail: str, head: str) -> Graph:
    return {"id": name, "sources": [tail], "targets": [head]}


def _common(flow: Flow, homes: Mapping[str, Sequence[str]]) -> str:
    """The innermost group that holds all ends of a flow."""
    first, *others = (homes[node] for node in (*flow.tails, *flow.heads))
    return next(group for group in first if all(group in each for each in others))
