"""Arrows between tables beside each other: from one table's side to the next one's."""

from collections.abc import Mapping, Sequence

from generator.drawing.forms.shared.pieces import BRACE, brace, saying
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Shape
from generator.model import Edge

WIDEST = 150.0
"""Width of labels between tables beside each other, at most."""
_INSIDE = 5.0
"""From a row's border to a line that ends there."""
_NEXT = 34.0
"""Closer arrows have no room for a label between them."""
_TURN, _TURNS = 14.0, 2
"""From a table to where a line to it turns; how many more of these it may be."""


def arrow(
    edge: Edge, edges: Sequence[Edge], within: Mapping[str, Rect], tables: Mapping[str, Rect], between: float
) -> tuple[Shape, ...]:
    """From one table's side to the next one's; within a column round through the room on its right."""
    source, target = edge.points
    anchors = {**within, **tables}
    one, other = anchors[source], anchors[target]
    if one.right < other.x or other.right < one.x:
        braces = [brace(rect, edge, far.x) for rect, far in ((one, other), (other, one)) if rect in tables.values()]
        one, other = (rect.grown(BRACE) if rect in tables.values() else rect for rect in (one, other))
        turn = _TURN * (1 + _inner(edge, edges, anchors))
        return *braces, *_across(edge, one, other, turn, _is_lower(edge, edges, anchors))
    said = saying(edge, between - 30)
    a, b = Point(one.right, one.centre.y), Point(other.right, other.centre.y)
    x = max(a.x, b.x) + 12
    line = (a, Point(x, a.y), Point(x, b.y), b)
    return said.led(line, said.at(x + 6, (a.y + b.y - said.height) / 2))


def _is_lower(edge: Edge, edges: Sequence[Edge], anchors: Mapping[str, Rect]) -> bool:
    """Whether another arrow runs right above one between the same tables, and none right below it."""
    source, target = (anchors[end] for end in edge.points)
    mine = {source.x, target.x}
    others = [
        anchors[each.source].centre.y - source.centre.y
        for each in edges
        if each is not edge and {anchors[end].x for end in each.points} == mine
    ]
    return any(-_NEXT < far < -1 for far in others) and not any(1 < far < _NEXT for far in others)


def _inner(edge: Edge, edges: Sequence[Edge], anchors: Mapping[str, Rect]) -> int:
    """How many others have to turn nearer to the target: those to another row that would run on this one else."""
    source, target = (anchors[end] for end in edge.points)
    start, end = source.centre.y, target.centre.y
    way = 1 if end < start else -1
    found = 0
    for each in edges:
        one, other = (anchors[name] for name in each.points)
        apart = not set(each.points) & set(edge.points) and (one.x, other.x) == (source.x, target.x)
        turns = way * (one.centre.y - other.centre.y) > 2
        found += apart and turns and way * one.centre.y > way * start and way * other.centre.y < way * start + 3
    return min(found, _TURNS)


def _across(edge: Edge, one: Rect, other: Rect, before: float, lower: bool) -> tuple[Shape, ...]:
    """Through the room beside the source; the label over the line's first stretch, below it where one runs above."""
    forth = one.right < other.x
    a = Point(one.right if forth else one.x, one.centre.y)
    b = Point(other.x if forth else other.right, other.centre.y)
    said = saying(edge, min(WIDEST, abs(b.x - a.x) - 22))
    turn = b.x - before if forth else b.x + before
    high, low = max(one.y, other.y) + _INSIDE, min(one.bottom, other.bottom) - _INSIDE
    if high <= low:  # rows of different heights
        a, b = Point(a.x, (high + low) / 2), Point(b.x, (high + low) / 2)
    line = (a, b) if abs(a.y - b.y) < 2 else (a, Point(turn, a.y), Point(turn, b.y), b)
    top = a.y + 4 if lower else a.y - said.height - 4
    x = (a.x + (turn if len(line) > 2 else b.x) - said.width) / 2
    return said.led(line, said.at(x, top))
