"""Chooses the best of several ways to lay a diagram out, for a page and for a phone, by what can be measured.

A way that fits, in which nothing overlaps and nothing crosses, ends the search.
"""

from collections.abc import Iterable, Iterator

from generator.drawing.boxes import Sizes
from generator.drawing.checks import faults
from generator.drawing.geometry import crossings, flatten, length
from generator.drawing.layout import lay_out
from generator.drawing.plan import Way
from generator.drawing.scene import Scene
from generator.model import Diagram

WIDE, NARROW = 734.0, 328.0
"""Widest natural sizes: 11 px are 7 pt when 734 px are printed 165 mm wide, and a phone of 360 px leaves 328."""


def wide(diagram: Diagram) -> Scene:
    """The layout for pages, screens and print."""
    return _best(diagram, _wide_ways(diagram), WIDE)


def narrow(diagram: Diagram) -> Scene:
    """The layout for phones."""
    return _best(diagram, _narrow_ways(diagram), NARROW)


def _wide_ways(diagram: Diagram) -> Iterator[Way]:
    normal, tight = Sizes(), Sizes(name=96, detail=104, label=84)
    other = "LR" if diagram.direction == "TB" else "TB"
    yield Way("wide", diagram.direction, normal)
    yield Way("wide", diagram.direction, tight, nodesep=18, ranksep=16)
    yield Way("wide", other, normal, room=WIDE)
    yield Way("wide", other, tight, nodesep=18, ranksep=16, room=WIDE)
    yield Way("wide", "TB", normal, room=520)


def _narrow_ways(diagram: Diagram) -> Iterator[Way]:
    column = Sizes(icon=40, name=88, detail=92, label=86)
    row = Sizes(row=True, icon=32, name=92, detail=96, label=96)
    for room in (300, 210):
        yield Way("narrow", "TB", column, nodesep=12, ranksep=13, room=room, margin=8)
        yield Way("narrow", "TB", row, nodesep=12, ranksep=13, room=room, margin=8)
    yield Way("narrow", "LR", column, nodesep=12, ranksep=12, margin=8)
    yield Way("narrow", "TB", row, nodesep=10, ranksep=12, room=120, margin=7)


def _best(diagram: Diagram, ways: Iterable[Way], limit: float) -> Scene:
    best: tuple[float, Scene] | None = None
    for way in ways:
        scene = lay_out(diagram, way)
        cost = _cost(scene, limit)
        if best is None or cost < best[0]:
            best = cost, scene
    assert best
    return best[1]


def _cost(scene: Scene, limit: float) -> float:
    """What a layout is worth; less is better."""
    over = max(0.0, scene.width - limit)
    lines = [[flatten(piece) for piece in route.pieces] for route in scene.routes]
    knots = 0
    for index, one in enumerate(lines):
        for other in lines[index + 1 :]:
            knots += sum(crossings(a, b) for a in one for b in other)
    way = sum(length(line) for line_set in lines for line in line_set)
    tall = scene.height if scene.name == "narrow" else scene.height + max(0.0, scene.height - 560) * 2
    return over * 40 + 2000 * len(faults(scene)) + 120 * knots + way * 0.12 + tall * 0.5
