"""Chooses the best of several ways to lay a diagram out, for a page and for a phone, by what can be measured.

A way that fits, in which nothing overlaps and nothing crosses, ends the search.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.drawing.layout.boxes import Sizes
from generator.drawing.layout.checks import faults, titles_hit
from generator.drawing.layout.geometry import bounds, crossings, flatten, length
from generator.drawing.layout.layout import Draft, arrange, finish
from generator.drawing.layout.plan import Way
from generator.drawing.layout.scene import Scene
from generator.model import Diagram

WIDE, NARROW = 734.0, 326.0
"""Widest natural sizes: 11 px are 7 pt when 734 px are printed 165 mm wide, and a phone of 360 px leaves 326."""


@lru_cache(maxsize=64)
def wide(diagram: Diagram) -> Scene:
    """The layout for pages, screens and print."""
    ways = tuple(wide_ways(diagram))
    return _airy(_best(diagram, (ways[:2], ways[2:]), WIDE), ways[:2])


def _airy(scene: Scene, ways: Iterable[Way]) -> Scene:
    """The picture with more room between its columns, as far as the page has it: lines bend more gently."""
    if scene.width > WIDE - 16 or len(scene.diagram.edges) > _MANY:
        return scene
    flaws = _flaws(scene, WIDE)
    for way in ways:
        for between in (44.0, 36.0, 30.0, 26.0):
            draft = arrange(scene.diagram, replace(way, ranksep=between))
            if scene.width < draft.places.width <= WIDE and draft.places.height < scene.height + 30:
                other = finish(draft)
                if other.width <= WIDE and _flaws(other, WIDE) <= flaws:
                    return other
    return scene


@lru_cache(maxsize=64)
def narrow(diagram: Diagram) -> Scene:
    """The layout for phones."""
    ways = tuple(narrow_ways(diagram))
    return _best(diagram, (ways[:4], ways[4:]), NARROW)


def wide_ways(diagram: Diagram) -> Iterator[Way]:
    """The ways for pages: the author's direction, looser and tighter, then the other one."""
    normal, tight = Sizes(), Sizes(name=96, detail=104, label=84)
    author = "LR" if diagram.direction in ("LR", "RL") else "TB"
    for direction in ("LR", "TB") if author == "LR" else ("TB", "LR"):
        room = 0.0 if direction == author else WIDE
        titles = 2.0 if direction == "TB" else 1.0
        yield Way("wide", direction, normal, nodesep=24, ranksep=24, room=room, titles=titles)
        yield Way("wide", direction, tight, nodesep=20, ranksep=17, room=room, titles=titles)
    yield Way("wide", "TB", normal, nodesep=24, ranksep=18, room=520, titles=2.0)
    yield Way("wide", "LR", normal, nodesep=24, ranksep=24, fold=WIDE - 8)


def narrow_ways(diagram: Diagram) -> Iterator[Way]:
    """The ways for phones: icons above or beside the names, three, two or one card side by side."""
    column, row = Sizes(icon=40, name=88, detail=92, label=86), Sizes(row=True, icon=32, name=92, detail=96, label=96)
    small = Sizes(icon=32, name=74, detail=78, label=76)
    base = Way("narrow", "TB", row, nodesep=12, ranksep=18, margin=8, titles=2.0, widest=160)
    for room in (300.0, 210.0):
        yield replace(base, sizes=column, room=room)
        yield replace(base, room=room)
    yield replace(base, room=300, titles=1.0)
    yield replace(base, sizes=small, nodesep=8, margin=6, room=304, titles=1.2)
    yield replace(base, direction="LR", sizes=column, ranksep=12, titles=1.0)
    # One card below the other fits whatever the author meant to stand side by side.
    for sizes in (row, Sizes(icon=32, name=74, detail=84, label=56)):
        yield replace(base, sizes=sizes, nodesep=6, margin=5, room=1, titles=1.0, bound=True)
    if any(edge.hints for edge in diagram.edges):
        yield replace(base, room=300, bound=True)
        yield replace(base, sizes=small, nodesep=8, margin=6, room=304, titles=1.2, bound=True)


def _best(diagram: Diagram, rounds: Iterable[Iterable[Way]], limit: float) -> Scene:
    """The best of the ways: those of a round are arranged, the most promising drawn, until one has nothing wrong."""
    found: list[tuple[float, Scene]] = []
    if len(diagram.edges) > _MANY:
        every = (arrange(diagram, way) for ways in rounds for way in ways)
        return finish(min(every, key=lambda draft: _promise(draft, limit)))
    for ways in rounds:
        drafts = sorted((arrange(diagram, way) for way in ways), key=lambda draft: _promise(draft, limit))
        for draft in drafts[:_TRIES]:
            if found and _promise(draft, limit) >= min(cost for cost, _ in found):
                break  # it cannot become better than what there is
            for version, scene in _versions(draft):
                flaws = _flaws(scene, limit)
                found.append((flaws + _promise(version, limit), scene))
                if flaws == 0 and _low_enough(scene):
                    return min(found, key=lambda entry: entry[0])[1]
    return min(found, key=lambda entry: entry[0])[1]


_MANY = 40
"""Edges from which on only the most promising arrangement is drawn."""


def _low_enough(scene: Scene) -> bool:
    return scene.height < (700 if scene.name == "narrow" else 560)


def _versions(draft: Draft) -> Iterator[tuple[Draft, Scene]]:
    """A draft drawn; and again, where a line runs through a title, with that title lower or with more room under it."""
    scene = finish(draft)
    yield draft, scene
    hit = frozenset(titles_hit(scene))
    if hit:
        for way in (replace(draft.way, low=hit), replace(draft.way, deep=hit)):
            other = arrange(draft.diagram, way)
            yield other, finish(other)


def _promise(draft: Draft, limit: float) -> float:
    """What an arrangement costs by its size and by the lines that are bound to cross; less is better."""
    places, cables = draft.places, draft.plan.cables
    ends = [(places.boxes[each.wire.tail].centre, places.boxes[each.wire.head].centre) for each in cables]
    knots = sum(
        crossings(one, other)
        for index, one in enumerate(ends)
        for other in ends[index + 1 :]
        if not set(one) & set(other)
    )
    way = sum(length(line) for line in ends)
    over = max(0.0, places.width + 4 - limit)
    high = places.height * 0.5 if draft.way.name == "narrow" else places.height + max(0.0, places.height - 460) * 1.5
    return over * 40 + knots * 60 + way * 0.12 + high


def _flaws(scene: Scene, limit: float) -> float:
    """What is wrong with a finished layout."""
    lines = [[flatten(piece) for piece in route.pieces] for route in scene.routes]
    spaces = [[bounds(line) for line in pieces] for pieces in lines]
    knots = 0
    for index, one in enumerate(lines):
        for place, other in enumerate(lines[index + 1 :], index + 1):
            for a, near in zip(one, spaces[index], strict=True):
                near = near.grown(0.5)
                knots += sum(crossings(a, b) for b, far in zip(other, spaces[place], strict=True) if near.meets(far))
    return max(0.0, scene.width - limit) * 40 + 2000 * len(faults(scene)) + 120 * knots


_TRIES = 4
