"""Takes clusters with a form of their own out of a flow: each becomes one box, at which arrows to its inside end."""

from collections.abc import Mapping
from dataclasses import replace

from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block
from generator.model import Diagram, Node

Blocks = Mapping[str, Block]
"""Drawn insides of clusters by their ids."""
_NEAR = 40.0
"""How far from its border an arrow is led on to what it means inside."""


def outside(diagram: Diagram, blocks: Blocks) -> Diagram:
    """The flow that is left, with a node for each block; arrows within a block are the block's own."""
    if not blocks:
        return diagram
    outer = {group.id: [each for each in diagram.around(group.id) if each in blocks][-1:] for group in diagram.groups}
    holders = {group: each[0] for group, each in outer.items() if each}
    home = {node.id: holders.get(node.group, node.id) for node in diagram.nodes}
    drawn = [group for group in diagram.groups if holders.get(group.id) == group.id]
    boxes = tuple(Node(group.id, group.label, "", None, "", group.parent) for group in drawn)
    moved = (replace(edge, source=home[edge.source], target=home[edge.target]) for edge in diagram.edges)
    within = {each.id for each in diagram.edges if home[each.source] == home[each.target] != each.source}
    hints = tuple((home[one], home[other]) for one, other in diagram.hints)
    return replace(
        diagram,
        nodes=(*(node for node in diagram.nodes if home[node.id] == node.id), *boxes),
        edges=tuple(edge for edge in moved if edge.id not in within),
        groups=tuple(group for group in diagram.groups if group.id not in holders),
        hints=tuple(pair for pair in hints if pair[0] != pair[1]),
    )


def led_on(end: Point, block: Block, at: Point, inner: str) -> Point | None:
    """Where an arrow that reaches a block's frame ends: at the part it means, if that is right behind the border."""
    anchor = block.anchors.get(inner)
    if not anchor:
        return None
    rect = Rect(anchor.x + at.x, anchor.y + at.y, anchor.w, anchor.h)
    x, y = min(max(end.x, rect.x), rect.right), min(max(end.y, rect.y), rect.bottom)
    straight = abs(x - end.x) < 0.1 or abs(y - end.y) < 0.1
    return Point(x, y) if straight and abs(x - end.x) + abs(y - end.y) <= _NEAR else None
