"""Numbers of steps that a node tells without an arrow: inside it where its words leave room, else at a corner of it.

All of a picture stand in the same place of their nodes where that meets nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.drawing.forms.shared.pieces import badge
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Point, Rect, crosses, spot
from generator.drawing.scene.shapes import BADGE, Block, Box, Dot, Icon, Shape, Stroke, TextLine

_HALF = BADGE / 2
_INSET = _HALF + 6
"""From the corner of a thing to the middle of a number in it."""
_THINGS = ("cell", "bar", "note")
_LOW = 56.0
"""Things not so high, such as a row or a card of two lines, have their number half-way up."""


def badged(scope: Scope, made: Block) -> Block:
    """A form with the numbers that it has not drawn itself."""
    shapes = list(made.shapes)
    drawn = {(each.of, each.text) for each in shapes if isinstance(each, Dot)}
    wanted = [
        (step, node, made.anchors[node])
        for node, steps in scope.alone.items()
        for step in steps
        if node in made.anchors and (node, str(step)) not in drawn
    ]
    found = _chosen([rect for *_, rect in wanted], shapes, made)
    shapes += [badge(step, centre, node) for (step, node, _), centre in zip(wanted, found, strict=True)]
    return replace(made, shapes=tuple(shapes))


def _chosen(rects: Sequence[Rect], shapes: Sequence[Shape], made: Block) -> list[Point]:
    """A place for each number: the first that is free for all, or else the first that is free for itself."""
    wanted = [_wanted(rect) for rect in rects]
    for boxes in (_things(shapes, rects), ()):
        for chosen in zip(*wanted, strict=True):
            places = enumerate(zip(chosen, rects, strict=True))
            if all(_free(p, rect, shapes, chosen[:i], boxes, made) for i, (p, rect) in places):
                return list(chosen)
    found: list[Point] = []
    for each, rect in zip(wanted, rects, strict=True):
        near = [*each, *(_within(point, made) for point in each)]
        tries = [(p, boxes) for boxes in (_things(shapes, [rect]), ()) for p in near]
        found.append(next((p for p, boxes in tries if _free(p, rect, shapes, found, boxes, made)), near[-1]))
    return found


def _wanted(rect: Rect) -> list[Point]:
    """Places at a thing, the best first: inside, beside it, on a corner."""
    middle = rect.centre
    corners = [Point(x, y) for y in (rect.y, rect.bottom) for x in (rect.x, rect.right)]
    beside = [Point(rect.x - 13, middle.y), Point(rect.right + 13, middle.y)]
    top = middle.y if rect.h < _LOW else rect.y + _INSET
    inner = [Point(rect.x + _INSET, top), Point(rect.right - _INSET, top)]
    return [*inner, *beside, *corners, Point(middle.x, rect.y)]


def _things(shapes: Sequence[Shape], own: Sequence[Rect]) -> tuple[Rect, ...]:
    """Cells, cards and bars that a number does not belong to."""
    return tuple(
        each.rect for each in shapes if isinstance(each, Box) and each.look in _THINGS and each.rect not in own
    )


def _within(p: Point, made: Block) -> Point:
    return Point(min(max(p.x, _HALF), made.width - _HALF), min(max(p.y, _HALF), made.height - _HALF))


def _free(
    p: Point, of: Rect, shapes: Sequence[Shape], others: Sequence[Point], boxes: Sequence[Rect], made: Block
) -> bool:
    """Whether a number there meets no text, line, other number or box; with some air inside its own thing."""
    room = spot(p, _HALF)
    if not Rect(0, 0, made.width, made.height).grown(0.5).holds(room) or any(room.meets(box) for box in boxes):
        return False
    room = room.grown(4) if of.grown(1 - _INSET + _HALF).holds(room) else room
    said = [each.rect for each in shapes if isinstance(each, TextLine | Icon)]
    dots = [each for each in shapes if isinstance(each, Dot) and each.look != "reach"]
    said += [*(each.rect for each in dots), *(spot(other, _HALF) for other in others)]
    lines = [each.points for each in shapes if isinstance(each, Stroke) and each.look == "line"]
    return not any(room.meets(each) for each in said) and not any(crosses(line, room.grown(1)) for line in lines)
