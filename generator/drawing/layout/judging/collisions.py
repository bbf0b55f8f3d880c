"""Measures the shapes of forms: texts that meet, lines through texts, what leaves the picture or its box."""

from collections.abc import Iterator
from itertools import pairwise

from generator.drawing.scene.geometry import Rect, cuts
from generator.drawing.scene.shapes import Box, Dot, Icon, Shape, Stroke, TextLine

_LINES = ("line", "boundary", "axis", "life", "rule")
_BOXES = ("cell", "bar", "note")


def collisions(shapes: tuple[Shape, ...], width: float, height: float) -> Iterator[str]:
    """Everything that overlaps what it should not."""
    things = [
        (_name(each), each.rect, each) for each in shapes if isinstance(each, TextLine | Icon | Dot) and _name(each)
    ]
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


def _name(shape: TextLine | Icon | Dot) -> str:
    """What a thing is called that has to be read; empty for a dot without a number."""
    if isinstance(shape, Dot):
        return f"badge {shape.text}" if shape.text else ""
    return f"'{shape.text}'" if isinstance(shape, TextLine) else "an icon"


def _covered(shapes: tuple[Shape, ...], under: Shape, thing: TextLine | Icon | Dot) -> bool:
    """Whether a filled box under a text hides what lies further below."""
    between = shapes[shapes.index(under) + 1 : shapes.index(thing)]
    rect = thing.rect.grown(-2)
    return any(isinstance(each, Box) and each.look in _BOXES and each.rect.holds(rect) for each in between)
