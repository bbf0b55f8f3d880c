"""Measures a layout: whether anything overlaps, runs through something, or is too small to read.

Each fault becomes a Problem that names the module. The faults are found from the geometry that is drawn.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.drawing.layout.judging.collisions import collisions
from generator.drawing.layout.judging.lines import judged
from generator.drawing.scene.flows import WORDLESS, heavy, work
from generator.drawing.scene.geometry import Rect, bounds, crosses
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import NARROW
from generator.problems import Place, Problem, Severity

_PAPER = 165.0
"""Width on paper in millimetres."""
LEAST_PX, _LEAST_PT = 12.0, 8.0


def _pixels(scene: Scene) -> float:
    """Size of the smallest text on a phone of 360 px, in CSS pixels."""
    return scene.sizes.small * min(1.0, NARROW.frame / scene.width)


def points(scene: Scene) -> float:
    """Size of the smallest text when printed 165 mm wide (or at natural size where that is less), in points."""
    return scene.sizes.small * min(0.75, _PAPER / 25.4 * 72 / scene.width)


def problems(scene: Scene) -> Iterator[Problem]:
    """What is wrong with a layout."""
    place = Place(scene.diagram.place.file, 0)
    if heavy(scene.diagram):
        if scene.name == "wide":
            words = ", without their words" if work(scene.diagram) > WORDLESS else ""
            count = f"{len(scene.diagram.nodes)} cards and {len(scene.diagram.edges)} arrows"
            what = f"{count} are too many for a picture: they are drawn plainly{words}"
            yield Problem(place, what, "several pictures, or a table", Severity.WARNING)
        return
    if scene.name == "narrow" and _pixels(scene) < LEAST_PX:
        what = f"text is {_pixels(scene):.1f} px on a phone of 360 px; {LEAST_PX:g} px are the least"
        yield Problem(place, what, "fewer cards side by side, or shorter names", Severity.WARNING)
    if scene.name == "medium" and points(scene) < _LEAST_PT:
        what = f"text is {points(scene):.1f} pt when printed {_PAPER:g} mm wide; {_LEAST_PT:g} pt are the least"
        yield Problem(place, what, 'a shorter chain, shorter labels, or direction="TB"', Severity.WARNING)
    for fault in faults(scene):
        yield Problem(place, f"{scene.name} layout: {fault}", "change the order or the labels", Severity.WARNING)


def obstructions(scene: Scene) -> list[str]:
    """What overlaps of cards, labels and titles, and the lines that run through them."""
    return [*_overlaps(_things(scene)), *_through(scene)]


def faults(scene: Scene) -> list[str]:
    """Everything that overlaps what it should not."""
    picture = Rect(-1, -1, scene.width + 2, scene.height + 2)
    found = [*obstructions(scene), *judged(scene), *collisions(scene.shapes, scene.width, scene.height)]
    return found + [f"{each.name} leaves the picture" for each in _things(scene) if not picture.holds(each.rect)]


class _Thing(NamedTuple):
    """A card, a label or a title."""

    name: str
    rect: Rect
    rim: float
    """How far a line may come into it."""
    edges: tuple[str, ...] = ()
    """Whose lines may run through it."""


def _things(scene: Scene) -> list[_Thing]:
    labels = ((" ".join(each.label.lines) or each.label.step, each) for each in scene.labels)
    return [
        *(_Thing(f"the card '{each.node.label}'", each.rect, 1.5) for each in scene.cards),
        *(_Thing(f"the label '{text}'", each.rect, 2, each.edges) for text, each in labels),
        *(_Thing(f"the title '{each.group.label}'", each.title, 1) for each in scene.frames if each.title.w),
    ]


def _overlaps(things: Sequence[_Thing]) -> Iterator[str]:
    for index, one in enumerate(things):
        inside = one.rect.grown(-0.5)
        for other in things[index + 1 :]:
            if inside.meets(other.rect):
                yield f"{one.name} and {other.name} overlap"


def _through(scene: Scene) -> Iterator[str]:
    """Lines that run through cards, titles, or labels of other edges."""
    things = [(each.name, each.rect.grown(-each.rim), each.edges) for each in _things(scene)]
    for route in scene.routes:
        edge = route.edge
        for line in route.pieces:
            reach = bounds(line).grown(0.1)
            for name, rect, own in things:
                if reach.meets(rect) and edge.id not in own and crosses(line, rect):
                    yield f"the edge {edge.source}-{edge.target} runs through {name}"
