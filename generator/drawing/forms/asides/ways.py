"""Arrows from a card beside a form over to the row that they mean, or up and down to its border."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.drawing.forms.shared.pieces import BRACE, CLEAR
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Line, Point, Rect, around
from generator.drawing.scene.shapes import Box, Shape, TextLine
from generator.model import Edge, Node

_CORNER = 10.0
"""How close to a corner of a card a line may end."""
_AIR = 5.0
"""Between the end of an arrow and a title below it."""
_ASIDE = 18.0
"""How far the arrow of one of several cards moves to run past the end of a title."""
_BESIDE = 9.0
"""From a line down to its label."""
_HEAD = 80.0
"""How far above a table's first row its title is, at most."""
Routed = tuple[Line, Point, bool, Rect | None]
"""A line, where its label stands, whether that is above it, and the rows that a brace holds together."""


def side_of(node: Node) -> str:
    """Where the author put a card beside the form: left or right; nothing for what is in it."""
    return dict(node.attributes).get("side", "")


def core(scope: Scope) -> Scope:
    """A part without the cards beside it."""
    nodes = tuple(node for node in scope.nodes if not side_of(node))
    ids = {node.id for node in nodes}
    return replace(scope, nodes=nodes, edges=tuple(e for e in scope.edges if {e.source, e.target} <= ids))


def outer(scope: Scope) -> tuple[Edge, ...]:
    """The arrows that touch a card beside the form."""
    inner = core(scope).edges
    return tuple(edge for edge in scope.edges if edge not in inner)


def to_core(scope: Scope, edge: Edge) -> bool:
    """Whether an arrow leads from a card to the form."""
    return any(not side_of(scope.by_id[end]) for end in (edge.source, edge.target))


def several(scope: Scope) -> list[str]:
    """The cards that arrows join to several cells of the form."""
    over = [edge for edge in outer(scope) if to_core(scope, edge)]
    cards = [card for card, _ in {tuple(sorted(e.points, key=lambda end: not side_of(scope.by_id[end]))) for e in over}]
    return [card for card in dict.fromkeys(cards) if cards.count(card) > 1]


def _ends(edge: Edge, anchors: Mapping[str, Rect], inner: list[Rect]) -> tuple[Rect, Rect]:
    """The card and the cell of an arrow over to the form."""
    one, other = (anchors[end] for end in edge.points)
    card, cell = (other, one) if one in inner else (one, other)
    return card, meant(edge, cell, inner)


def meant(edge: Edge, cell: Rect, inner: list[Rect]) -> Rect:
    """The cell of an arrow, or all of its table with `ltail` or `lhead`."""
    return around(joined(cell, inner)) if any(edge.ends) else cell


def ways(scope: Scope, anchors: Mapping[str, Rect], inner: list[Rect], said: list[Rect]) -> dict[str, Routed]:
    """The arrows over to the form: straight ones, or all of a card as a rake where some could not be straight."""
    over = {edge: _ends(edge, anchors, inner) for edge in outer(scope) if to_core(scope, edge)}
    bent = [card for card, cell in over.values() if not card.y + _CORNER <= _row(cell, inner) <= card.bottom - _CORNER]
    return {
        edge.id: _led(edge, _over(card, cell, inner, said, card not in bent), anchors, card)
        for edge, (card, cell) in over.items()
    }


def down(scope: Scope, anchors: Mapping[str, Rect], inner: list[Rect], shapes: Sequence[Shape]) -> dict[str, Routed]:
    """The arrows down to the form, and down from it."""
    over = {edge: _ends(edge, anchors, inner) for edge in outer(scope) if to_core(scope, edge)}
    many = [anchors[name] for name in several(scope)]
    made: dict[str, Routed] = {}
    for edge, (card, cell) in over.items():
        line, held = _onto(card, cell, inner, shapes, card in many)
        label = Point(line[0].x + _BESIDE, (line[0].y + line[-1].y) / 2)
        made[edge.id] = _led(edge, (line, label, False, held), anchors, card)
    return made


def _led(edge: Edge, way: Routed, anchors: Mapping[str, Rect], card: Rect) -> Routed:
    """A way from a card on, turned round where the arrow leads to the card."""
    return way if anchors[edge.points[0]] is card else (way[0][::-1], *way[1:])


def _row(cell: Rect, inner: list[Rect]) -> float:
    core = around(inner)
    return min(max(cell.centre.y, core.y + 8), core.bottom - 8)


def _over(card: Rect, cell: Rect, inner: list[Rect], said: list[Rect], straight: bool) -> Routed:
    """From a card to the outermost of the row that it means; words in that row stand before it."""
    right, end = card.x > cell.x, _row(cell, inner)
    met = [each for each in inner if each.y <= end <= each.bottom] or [around(inner)]
    row = [each for each in said if each.y <= end <= each.bottom]
    border = (
        max(each.right for each in met + row)
        if right
        else min([*(each.x for each in met), *(each.x - 4 for each in row)])
    )
    whole = cell if cell not in inner and border in (cell.x, cell.right) else None
    border += (BRACE if right else -BRACE) if whole else 0.0
    start, y = (card.x if right else card.right), card.centre.y
    turn = border + (14 if right else -14)
    if straight or abs(end - y) < 1:
        return (Point(start, end), Point(border, end)), Point((start + border) / 2, end), True, whole
    line = (Point(start, y), Point(turn, y), Point(turn, end), Point(border, end))
    return line, Point((start + turn) / 2, y), True, whole


def _onto(
    card: Rect, cell: Rect, inner: list[Rect], shapes: Sequence[Shape], several: bool
) -> tuple[Line, Rect | None]:
    """Straight down to what stands over the row that it means, past a short title, or down from below that row."""
    core = around(inner)
    whole = around(joined(cell, inner))
    left, right = max(whole.x, card.x) + _CORNER, min(whole.right, card.right) - _CORNER
    if left > right:
        left, right = core.x + 8, core.right - 8
    covered = whole.x - 2 <= card.x and card.right <= whole.right + 2
    x = min(max(card.centre.x if covered else whole.centre.x, left), right)
    drawn = [each for each in shapes if isinstance(each, TextLine | Box)]
    titles = [each.rect for each in drawn if isinstance(each, TextLine) and each.look == "strong"]
    titles = [each for each in titles if whole.y - _HEAD < each.y < whole.y and whole.x <= each.x < whole.right]
    past = max((each.right + CLEAR for each in titles), default=x)
    x = past if card.y < cell.y and card.w < whole.w / 2 and x < past <= min(x + _ASIDE, right) else x
    met = [each.rect for each in drawn if each.rect.x - 4 < x < each.rect.right + 4] or [core]
    start, end = card.bottom, min(each.y for each in met) - 2
    end = min([end, *(each.y - _AIR for each in titles if each.y < end + 3 and x < each.right + CLEAR)])
    if card.y > cell.y:
        start, end = card.y, max(each.bottom for each in met) + (BRACE if several else 0.0)
    held = whole if several and card.y > cell.y else None
    return (Point(x, start), Point(x, end)), held


def joined(cell: Rect, inner: list[Rect]) -> list[Rect]:
    """A row or cell with all that touches it, one by the other: its table, its grid."""
    found, rest = [cell], [each for each in inner if each != cell]
    for each in found:
        near = [other for other in rest if other.grown(2).meets(each)]
        found += near
        rest = [other for other in rest if other not in near]
    return found
