"""Chooses the best of several ways to lay a diagram out, for a page, a smaller window and a phone.

A picture costs what a reader pays: size over the room there is, empty areas, crossings, bends, faults.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.drawing.layout.guessing import least_width
from generator.drawing.layout.inset import Blocks
from generator.drawing.layout.judging.checks import LEAST_PX, faults
from generator.drawing.layout.layout import NONE, Asked, arrange, placed, read, refined
from generator.drawing.layout.options import LayoutOptions
from generator.drawing.layout.tidying.empty_areas import emptiest
from generator.drawing.scene.boxes import Sizes
from generator.drawing.scene.flows import LARGE, WORDLESS, heavy, work
from generator.drawing.scene.geometry import bounds, crossings, length, meeting
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import NAMED
from generator.model import Diagram

_GOOD = 140
"""What a layout may cost without another one being tried."""
_POOR = 500
"""What a layout costs that has a fault: every way is tried once more."""
_EMPTY = 0.17
"""Share of a picture from which on an empty area makes another try worth its time."""
_SEEN = 11.0
"""Length of an arrow that is more than its head."""


def scene(diagram: Diagram, name: str, blocks: Blocks = NONE) -> Scene:
    """The best layout of a size, "wide", "medium" or "narrow"."""
    ways = list(_ways(diagram, name))
    if heavy(diagram):
        return replace(arrange(_wordless(diagram), replace(ways[0], simple=True), blocks), diagram=diagram)
    found: list[tuple[float, Scene, Asked, LayoutOptions]] = []
    widths = [least_width(diagram, options, blocks) for options in ways]
    for options, width in zip(ways, widths, strict=True):
        if width <= max(1.03 * NAMED[name].flow, min(widths)):
            asked = placed(diagram, options, blocks)
            made = read(*asked)
            if diagram.draft and made.width < 1.1 * NAMED[name].flow:  # there may be thousands
                return made
            found.append((cost(made), made, asked, options))
            if found[-1][0] < _GOOD or (len(found) > 1 and (diagram.draft or work(diagram) > LARGE)):
                break
    price, made, asked, options = min(found, key=lambda entry: entry[0])
    if diagram.draft:
        return made
    level = refined(*asked)
    levelled = cost(level)
    if levelled <= price + 60:
        made, price = level, levelled
    poor = price > _POOR and work(diagram) <= LARGE
    if poor or emptiest(made) > _EMPTY:
        for other in (each for *_, each in found) if poor else (options,):
            again = placed(diagram, replace(other, balanced=True), blocks)
            made = min((made, refined(*again), *((read(*again),) if poor else ())), key=cost)
    return made


def _wordless(diagram: Diagram) -> Diagram:
    """A diagram of very many arrows without their words, where these are too many to be placed."""
    if work(diagram) <= WORDLESS:
        return diagram
    return replace(diagram, edges=tuple(replace(edge, label="", step=None) for edge in diagram.edges))


def _ways(diagram: Diagram, name: str) -> Iterator[LayoutOptions]:
    """The ways of a size, the likeliest first."""
    across = "RL" if diagram.direction == "RL" else "LR"
    down = "BT" if diagram.direction == "BT" else "TB"
    if name == "wide":
        yield from _wide(diagram.direction, across, down)
    elif name == "medium":
        tight = LayoutOptions(name, down, Sizes(), between=22, beside=20)
        if diagram.direction != "BT":
            yield replace(tight, direction=across, sizes=_TIGHT)
        yield tight
        yield replace(tight, sizes=_ROW)
        yield replace(tight, sizes=_TIGHT, most=1, whole=True)
    else:
        yield from _narrow(down)


_TIGHT, _ROW = Sizes(wrap=96, label=84, icon=40), Sizes(row=True, icon=32, wrap=120, label=120)


def _wide(direction: str, across: str, down: str) -> Iterator[LayoutOptions]:
    """Across, ever tighter, then down; as the author has said first, or only."""
    ways = [
        LayoutOptions("wide", across, Sizes()),
        LayoutOptions("wide", across, _TIGHT, between=22),
        LayoutOptions("wide", across, Sizes(wrap=84, label=66, icon=36), between=12, beside=18),
        LayoutOptions("wide", across, Sizes(wrap=66, label=50, icon=32, pad=7), between=4, beside=18, margin=8),
        LayoutOptions("wide", across, Sizes(wrap=66, label=50, icon=32, pad=7), between=12, beside=18, margin=8),
    ]
    other = [LayoutOptions("wide", down, Sizes(), between=26), LayoutOptions("wide", down, _ROW, between=26)]
    if direction in ("RL", "BT"):  # said on purpose: nothing else is what the author means
        yield from ways if direction == "RL" else other
    else:
        yield from (*ways, *other) if direction == across else (*other, *ways)


def _narrow(down: str) -> Iterator[LayoutOptions]:
    """Down, with ever smaller cards, then with fewer beside each other."""
    roomy = Sizes(row=True, icon=30, wrap=124, label=112, title=130)
    phone = replace(roomy, icon=28, wrap=104, label=104, name=13.5, small=12, title=110)
    small = replace(phone, wrap=80, label=72, icon=24)
    base = LayoutOptions("narrow", down, phone, between=18, beside=14, margin=9)
    tiny = replace(base, sizes=small, beside=10, margin=7)
    upright = replace(base, sizes=replace(small, row=False, wrap=80, label=64, pad=6), beside=9, margin=6)
    slim = replace(base, sizes=replace(small, row=False, wrap=74, label=60, pad=6), beside=7, margin=6)
    yield from (replace(base, sizes=roomy), base, tiny, upright, slim, replace(slim, most=1, whole=True))
    yield from (replace(base, most=2), replace(tiny, most=2), replace(base, most=1))
    least = replace(tiny, sizes=replace(small, wrap=68, label=50, icon=22), between=14, beside=6, margin=5)
    yield from (replace(least, most=most) for most in (1, 2))


def cost(made: Scene) -> float:
    """What is wrong with a layout; less is better."""
    size = NAMED[made.name]
    over = max(0.0, made.width - size.flow) * 30
    tall = max(0.0, made.height - size.high) * (0.5 if made.name == "narrow" else 1.5)
    lines = [piece for route in made.routes for piece in route.pieces]
    knots = sum(crossings(one, other) for one, other in meeting([(line, bounds(line).grown(1)) for line in lines]))
    bends = sum(len(line) - 2 for line in lines)
    stubs = sum(sum(map(length, route.pieces)) < _SEEN for route in made.routes)
    slim = max(0.0, size.flow * 0.7 - made.width) * 1.2 if made.name == "wide" else 0.0
    empty = 600 * max(0.0, emptiest(made) - 0.15)
    wrong = len(faults(made)) + (made.sizes.small * min(1.0, size.frame / made.width) < LEAST_PX)
    return slim + over + tall + 100 * knots + 12 * bends + empty + 600 * wrong + 300 * stubs
