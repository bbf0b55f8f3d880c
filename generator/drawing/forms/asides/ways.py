"""Arrows from a card beside a form over to the row that they mean, or up and down to its border."""

from collections.abc import Mapping
from dataclasses import replace

from generator.drawing.forms.shared.part import Part
from generator.drawing.scene.geometry import Line, Point, Rect
from generator.model import Edge, Node

_CORNER = 10.0
"""How close to a corner of a card a line may end."""
Way = tuple[Line, Rect, bool]
"""A line from a card on, where its label stands, and whether that is above it."""


def side_of(node: Node) -> str:
    """Where the author put a card beside the form: left or right; nothing for what is in it."""
    return dict(node.attributes).get("side", "")


def core(part: Part) -> Part:
    """A part without the cards beside it."""
    nodes = tuple(node for node in part.nodes if not side_of(node))
    ids = {node.id for node in nodes}
    return replace(part, nodes=nodes, edges=tuple(e for e in part.edges if {e.source, e.target} <= ids))


def outer(part: Part) -> tuple[Edge, ...]:
    """The arrows that touch a card beside the form."""
    inner = core(part).edges
    return tuple(edge for edge in part.edges if edge not in inner)


def to_core(part: Part, edge: Edge) -> bool:
    """Whether an arrow leads from a card to the form."""
    return any(not side_of(part.by_id[end]) for end in (edge.source, edge.target))


def bounds(rects: list[Rect]) -> Rect:
    """The smallest rectangle round others."""
    left, top = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(left, top, max(r.right for r in rects) - left, max(r.bottom for r in rects) - top)


def ends(edge: Edge, anchors: Mapping[str, Rect], inner: list[Rect]) -> tuple[Rect, Rect]:
    """The card and the cell of an arrow over to the form."""
    one, other = (anchors[end] for end in edge.points)
    return (other, one) if one in inner else (one, other)


def ways(part: Part, anchors: Mapping[str, Rect], inner: list[Rect], said: list[Rect]) -> dict[str, Way]:
    """The arrows over to the form: straight ones, or all of a card as a rake where some could not be straight."""
    over = {edge.id: ends(edge, anchors, inner) for edge in outer(part) if to_core(part, edge)}
    bent = [card for card, cell in over.values() if not card.y + _CORNER <= _row(cell, inner) <= card.bottom - _CORNER]
    return {edge: _over(card, cell, inner, said, card not in bent) for edge, (card, cell) in over.items()}


def _row(cell: Rect, inner: list[Rect]) -> float:
    core = bounds(inner)
    return min(max(cell.centre.y, core.y + 8), core.bottom - 8)


def _over(card: Rect, cell: Rect, inner: list[Rect], said: list[Rect], straight: bool) -> Way:
    """From a card to the row at the form's border that it means; words in that row stand before the border."""
    right, end, core = card.x > cell.x, _row(cell, inner), bounds(inner)
    row = [each for each in said if each.y <= end <= each.bottom]
    border = max([core.right, *(each.right for each in row)]) if right else min([core.x, *(each.x - 4 for each in row)])
    start, y = (card.x if right else card.right), card.centre.y
    turn = border + (14 if right else -14)
    if straight or abs(end - y) < 1:
        return (Point(start, end), Point(border, end)), Rect((start + border) / 2, end, 0, 0), True
    line = (Point(start, y), Point(turn, y), Point(turn, end), Point(border, end))
    return line, Rect((start + turn) / 2, y, 0, 0), True


def onto(card: Rect, cell: Rect, inner: list[Rect], box: Rect) -> Way:
    """Straight down to the form below, or to the card below it; the label on the right."""
    core = bounds(inner)
    x = min(max(card.centre.x, core.x + 8), core.right - 8)
    start, end = (card.bottom, box.y) if card.y < cell.y else (card.y, box.bottom)
    return (Point(x, start), Point(x, end)), Rect(x + 9, (start + end) / 2, 0, 0), False
