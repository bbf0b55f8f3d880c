"""Puts cards that are joined to the same others into the order of the code: worker 1 above worker 2 above worker 3.

Graphviz is free in their order, as it makes no line longer or shorter; a reader expects that of the code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.drawing.layout.geometry import Rect
from generator.drawing.layout.placing import Places
from generator.drawing.layout.routing import Wire


def in_order(places: Places, wires: Sequence[Wire], homes: Mapping[str, str], direction: str) -> Places:
    """The places with such cards in order; curves of Graphviz that no longer fit are left out."""
    boxes = dict(places.boxes)
    moved: set[str] = set()
    for family in _families(wires, homes, boxes, direction):
        upright = direction == "LR"
        there = sorted(family, key=lambda name: boxes[name].y if upright else boxes[name].x)
        if there != family:
            boxes |= _restacked(family, [boxes[name] for name in there], boxes, upright)
            moved.update(family)
    if not moved:
        return places
    curves = {
        index: curve
        for index, curve in places.curves.items()
        if index >= len(wires) or not moved & {wires[index].tail, wires[index].head}
    }
    return replace(places, boxes=boxes, curves=curves)


def _families(
    wires: Sequence[Wire], homes: Mapping[str, str], boxes: Mapping[str, Rect], direction: str
) -> list[list[str]]:
    """Cards of one group and one layer with the same neighbours, in the order of the code."""
    tails: dict[str, set[str]] = {name: set() for name in homes}
    heads: dict[str, set[str]] = {name: set() for name in homes}
    for wire in wires:
        if wire.tail in homes:
            heads[wire.tail].add(wire.head)
        if wire.head in homes:
            tails[wire.head].add(wire.tail)
    families: dict[object, list[str]] = {}
    for name, home in homes.items():
        middle = boxes[name].centre
        layer = round(middle.x if direction == "LR" else middle.y)
        key = (home, layer, frozenset(tails[name]), frozenset(heads[name]))
        families.setdefault(key, []).append(name)
    return [family for family in families.values() if len(family) > 1 and (tails[family[0]] or heads[family[0]])]


def _restacked(family: list[str], spots: list[Rect], boxes: Mapping[str, Rect], upright: bool) -> dict[str, Rect]:
    """The family from the first spot on, with the gaps that there were between the spots."""
    made: dict[str, Rect] = {}
    place = spots[0].y if upright else spots[0].x
    for index, name in enumerate(family):
        old = boxes[name]
        made[name] = old._replace(y=place) if upright else old._replace(x=place)
        if index + 1 < len(spots):
            one, other = spots[index], spots[index + 1]
            place += (old.h + other.y - one.bottom) if upright else (old.w + other.x - one.right)
    return made
