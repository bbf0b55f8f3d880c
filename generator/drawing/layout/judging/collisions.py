"""Measures the shapes of forms: texts that meet, lines through texts, what leaves the picture or its box."""

from collections.abc import Iterator
from itertools import pairwise

from generator.drawing.scene.geometry import Rect, cuts
from generator.drawing.scene.shapes import Box, Dot, Icon, Shape, Stroke, TextLine

_LINES = ("line", "boundary", "axis", "life", "rule")
_BOXES = ("cell", "bar", "note")


def collisions(shapes: tuple[Shape, ...], width: float, height: float) -> Iterator[str]:
    """Everything that overlaps what it should not."""
    things: list[tuple[str, Rect, Shape]] = [(_name(each), _room(each), each) for each in shapes if _is_said(each)]
    picture = Rect(-1, -1, width + 2, height + 2)
    for index, (name, rect, _) in enumerate(things):
        if not picture.holds(rect):
            yield f"{name} leaves the picture"
        for other, space, _ in things[index + 1 :]:
            if rect.grown(-1).meets(space):
                yield f"{name} and {other} overlap"
    for stroke in (each for each in shapes if isinstance(each, Stroke) and each.look in _LINES):
        for name, rect, thing in things:
            hit = any(cuts(a, b, rect.grown(-1.5)) for a, b in pairwise(stroke.points))
            if hit and not isinstance(thing, Dot) and not _covered(shapes, stroke, thing):
                yield f"a line ({stroke.look} of {stroke.of or 'the form'}) runs through {name}"
    for box in (each for each in shapes if isinstance(each, Box) and each.look in _BOXES):
        for name, rect, thing in things:
            apart = not rect.grown(-2).meets(box.rect) or box.rect.grown(1).holds(rect)
            if not apart and isinstance(thing, TextLine) and not _covered(shapes, box, thing):
                yield f"the border of a {box.look} ({box.of or 'the form'}) runs through {name}"


def _is_said(shape: Shape) -> bool:
    return isinstance(shape, TextLine | Icon) or (isinstance(shape, Dot) and bool(shape.text))


def _name(shape: Shape) -> str:
    if isinstance(shape, TextLine):
        return f"'{shape.text}'"
    return f"badge {shape.text}" if isinstance(shape, Dot) else "an icon"


def _room(shape: Shape) -> Rect:
    if isinstance(shape, Dot):
        return Rect(shape.centre.x, shape.centre.y, 0, 0).grown(shape.radius)
    return shape.rect if isinstance(shape, TextLine | Icon) else Rect(0, 0, 0, 0)


def _covered(shapes: tuple[Shape, ...], under: Shape, thing: Shape) -> bool:
    """Whether a filled box under a text hides what lies further below."""
    between = shapes[shapes.index(under) + 1 : shapes.index(thing)]
    rect = _room(thing).grown(-2)
    return any(isinstance(each, Box) and each.look in _BOXES and each.rect.holds(rect) for each in between)
