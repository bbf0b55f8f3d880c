"""Draws the lines between placed boxes.

They leave and arrive at right angles, spread along the side of a card, and keep clear of other boxes.

All of it is thought in one direction, from left to right; a picture from top to bottom is turned for it and back.

    card ───(1) PUT original───▶ card       straight where both ends allow it, else an S, else along a free channel
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.drawing.layout.boxes import Label
from generator.drawing.layout.detours import detour, direct, loose
from generator.drawing.layout.geometry import Curve, Point, Rect
from generator.drawing.layout.obstacles import Obstacles

_LEAST_GAP = 6.0
_MANY = 60
"""Lines from which on a picture is a thicket, and Graphviz' own curves serve as well as better ones."""
_SPREAD = 15.0
_BADGE = 10.0
"""Half a badge: a line meets a label in its badge at the outermost."""


@dataclass(frozen=True, slots=True)
class Wire:
    """A line to be drawn from one box to another."""

    tail: str
    head: str
    label: Label | None = None
    """A label that needs room along the line."""


def turned(rect: Rect) -> Rect:
    """The rectangle with x and y exchanged."""
    return Rect(rect.y, rect.x, rect.h, rect.w)


def route(
    wires: Sequence[Wire], boxes: Mapping[str, Rect], titles: Iterable[Rect], direction: str, given: Mapping[int, Curve]
) -> list[Curve]:
    """A curve for each wire; `given` holds the curves of Graphviz, which are used where ours would hit something."""
    if direction == "TB":
        wires = [Wire(wire.tail, wire.head, wire.label and wire.label.turned()) for wire in wires]
        flat = {name: turned(rect) for name, rect in boxes.items()}
        back = {index: _swap(curve) for index, curve in given.items()}
        return [_swap(curve) for curve in route(wires, flat, map(turned, titles), "LR", back)]
    obstacles = Obstacles(boxes, tuple(titles))
    against = [boxes[wire.head].right < boxes[wire.tail].x for wire in wires]
    along = [
        Wire(wire.head, wire.tail, wire.label) if back else wire for wire, back in zip(wires, against, strict=True)
    ]
    ports = _ports(along, boxes)
    curves: list[Curve] = [()] * len(wires)
    # Short lines first: they have the least choice.
    for index in sorted(range(len(wires)), key=lambda each: _reach(along[each], boxes)):
        wire = along[index]
        if index in ports:
            curve = _flow(wire, *ports[index], obstacles, None if against[index] else given.get(index))
        else:
            curve = loose(wire.tail, wire.head, obstacles, wire.label)
        curves[index] = tuple(reversed(curve)) if against[index] else curve
        obstacles.add(curve, wire.tail, wire.head)
    return curves


def _swap(curve: Curve) -> Curve:
    return tuple(Point(point.y, point.x) for point in curve)


def _reach(wire: Wire, boxes: Mapping[str, Rect]) -> float:
    tail, head = boxes[wire.tail], boxes[wire.head]
    gap = head.x - tail.right
    return gap + abs(head.centre.y - tail.centre.y) if gap >= _LEAST_GAP else 10_000.0


def _flow(wire: Wire, start: Point, end: Point, obstacles: Obstacles, given: Curve | None) -> Curve:
    """A line with the flow: straight or an S where nothing is in the way, else round it."""
    plain = direct(start, end, not is_label(wire.tail), not is_label(wire.head))
    if not obstacles.hits(plain, wire.tail, wire.head):
        return plain
    if given and len(obstacles.lines) > _MANY:
        return given
    return detour(wire.tail, wire.head, start, end, obstacles, given)


def _ports(wires: Sequence[Wire], boxes: Mapping[str, Rect]) -> dict[int, tuple[Point, Point]]:
    """Where each wire that runs with the flow leaves its tail's right side and enters its head's left side."""
    sides: dict[tuple[str, bool], list[tuple[float, float, int]]] = {}
    through = {name: _through(name, wires, boxes) for name in boxes if is_label(name)}
    spots = {**boxes, **{name: Rect(boxes[name].x, y - 1, boxes[name].w, 2) for name, y in through.items()}}
    for index, wire in enumerate(wires):
        tail, head = spots[wire.tail], spots[wire.head]
        if head.x - tail.right < _LEAST_GAP:
            continue
        sides.setdefault((wire.tail, True), []).append((head.centre.y, _ideal(tail, head), index))
        sides.setdefault((wire.head, False), []).append((tail.centre.y, _ideal(head, tail), index))
    heights: dict[tuple[int, bool], float] = {}
    for (name, leaving), entries in sides.items():
        entries.sort(key=lambda entry: (entry[0], entry[2]))
        places = _spread([ideal for _, ideal, _ in entries], boxes[name])
        if is_label(name):
            places = [through[name]] * len(entries)
        heights |= {(index, leaving): place for (_, _, index), place in zip(entries, places, strict=True)}
    return {
        index: (
            Point(boxes[wires[index].tail].right, heights[index, True]),
            Point(boxes[wires[index].head].x, heights[index, False]),
        )
        for index, leaving in heights
        if leaving
    }


def _through(name: str, wires: Sequence[Wire], boxes: Mapping[str, Rect]) -> float:
    """Where a line meets a label: anywhere along a wide one, so that it need not bend to the middle of it."""
    label = boxes[name]
    ends = [boxes[wire.tail if wire.head == name else wire.head] for wire in wires if name in (wire.tail, wire.head)]
    if len(ends) != 2:
        return label.centre.y
    spans = [(end.y + min(14.0, end.h / 4), end.bottom - min(14.0, end.h / 4)) for end in ends]
    low, high = max(span[0] for span in spans), min(span[1] for span in spans)
    straight = min(max(label.centre.y, low), high) if low <= high else (low + high) / 2
    near, far = sorted(zip((_apart(end, label) for end in ends), spans, strict=True))
    if low > high and far[0] > near[0] + 20:  # all bends in the longer part
        straight = low if low in near[1] else high
    pad = min(_BADGE, label.h / 2)
    return min(max(straight, label.y + pad), label.bottom - pad)


def _apart(one: Rect, other: Rect) -> float:
    return max(other.x - one.right, one.x - other.right)


def is_label(name: str) -> bool:
    """Whether a box is a label's (l1, l2 …), not a card's (n1, n2 …)."""
    return name.startswith("l")


def _ideal(own: Rect, other: Rect) -> float:
    """Height at which a line would be straight, if the card is there; else a little off its middle."""
    pad = min(14.0, own.h / 4)
    low, high = own.y + pad, own.bottom - pad
    middle = other.centre.y
    if own.centre.y != middle and other.h > 24 and own.h > 24:
        far = min(14.0, other.h / 4)
        bottom, top = min(high, other.bottom - far), max(low, other.y + far)
        middle = (bottom + top) / 2 if bottom >= top else middle
    if low <= middle <= high:
        return middle
    return own.centre.y + (own.h / 5 if middle > own.centre.y else -own.h / 5)


def _spread(ideals: list[float], box: Rect) -> list[float]:
    """The heights, in order, with a least distance from each other, inside the box."""
    pad = min(12.0, box.h / 5)
    low, high = box.y + pad, box.bottom - pad
    gap = min(_SPREAD, (high - low) / max(1, len(ideals) - 1))
    places: list[float] = []
    for ideal in ideals:
        places.append(max(ideal, low if not places else places[-1] + gap))
    ceiling = high
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - gap
    return places
