"""Draws fans anew: a trunk straight out of its card with the label beside it, one bar across, a straight line to each.

The engine leads a fan through a box for its label and through each frame's border, with a bend at each; between two
layers a rake says the same, and a bar what leads from several to several. A fan that does not run from one side to the
other stays as the engine led it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.drawing.scene.geometry import Line, Point, Rect, cuts, segments, spot
from generator.drawing.scene.scene import PlacedLabel, Route, Scene
from generator.drawing.scene.trunks import buses_of

_NEAR = 9.0
"""Closer to a border a bar would seem to be part of it."""
_FREE, _TIGHT = 21.0, 11.0
"""Before a card, for an arrow with a shaft; for its head, where there is no more room."""
_AIR = 4.0
"""Between a trunk and its label, more than the engine leaves."""


@dataclass(frozen=True)
class _Fan:
    """Edges that leave, or reach, one place."""

    routes: tuple[Route, ...]
    trunk: Point
    """Where they are one."""
    ends: tuple[Point, ...]
    """Of each where it is alone."""
    out: bool
    """Whether the trunk is at the beginning of its edges."""
    label: PlacedLabel | None


def raked(scene: Scene, titles: Sequence[Rect]) -> Scene:
    """A layout that flows downwards, with its fans drawn anew where they can be; bars keep off the titles of frames."""
    for fan in _fans(scene):
        scene = _drawn(scene, fan, titles)
    for bus in buses_of(scene).values():
        scene = _barred(scene, bus, titles)
    return scene


def _fans(scene: Scene) -> Iterator[_Fan]:
    labels = {label.edges: label for label in scene.labels if len(label.edges) > 1}
    told = {edge for edges in labels for edge in edges}
    told |= {route.edge.id for bus in buses_of(scene).values() for route in bus}
    groups = [tuple(route for route in scene.routes if route.edge.id in edges) for edges in labels]
    loose: dict[tuple[int, Point], list[Route]] = {}
    for route in scene.routes:
        if route.edge.id not in told:
            loose.setdefault((0, route.pieces[0][0]), []).append(route)
            loose.setdefault((1, route.pieces[-1][-1]), []).append(route)
    groups += [tuple(group) for group in loose.values() if len(group) > 1]
    for group in groups:
        starts = [route.pieces[0][0] for route in group]
        ends = [route.pieces[-1][-1] for route in group]
        label = labels.get(tuple(route.edge.id for route in group))
        if len(set(starts)) == 1 and len(set(ends)) > 1:
            yield _Fan(group, starts[0], tuple(ends), True, label)
        elif len(set(ends)) == 1 and len(set(starts)) > 1:
            yield _Fan(group, ends[0], tuple(starts), False, label)


def _drawn(scene: Scene, fan: _Fan, titles: Sequence[Rect]) -> Scene:
    """The layout with one fan as a rake, at the height where it is least in the way."""
    sides = [_side(scene, place) for place in (fan.trunk, *fan.ends)]
    down = sides[0] == "below"
    if sides[0] == "" or any(side != ("above" if down else "below") for side in sides[1:]):
        return scene
    way, label = 1.0 if down else -1.0, fan.label
    near = fan.trunk.y + way * 8
    if label:
        label = replace(label, rect=_beside(label.rect, fan, scene))
        near = label.rect.bottom + 4 if down else label.rect.y - 4
    ends = min(way * end.y for end in fan.ends) * way
    free = _FREE if way * (ends - near) > _FREE + 2 else _TIGHT
    far = ends - way * free
    if way * (far - near) < 0:
        return scene
    middle = (near + far) / 2
    spots = [middle, far, near, *(middle + (far - near) * part / 8 for part in (-3, -2, -1, 1, 2, 3))]
    best = _least(scene, fan, spots, lambda y: _lines(fan, y), label, titles)
    if best is None:
        return scene
    made = [_route(route, fan, line) for route, line in zip(fan.routes, _lines(fan, best), strict=True)]
    labels = tuple(label if label and each is fan.label else each for each in scene.labels)
    return replace(scene.rerouted(made), labels=labels)


def _least(
    scene: Scene,
    fan: _Fan,
    spots: Sequence[float],
    lines: Callable[[float], Sequence[Line]],
    label: PlacedLabel | None,
    titles: Sequence[Rect],
) -> float | None:
    """The height of a bar that is least in the way; none where its lines run into more than those that are there."""
    others = [route for route in scene.routes if route not in fan.routes]
    tries = {y: _trouble(scene, fan, lines(y), label, others) for y in spots}
    best = min(spots, key=lambda y: tries[y][0] + 40 * _through(lines(y), titles))
    before = [line for route in fan.routes for line in route.pieces]
    return best if tries[best][1] <= _trouble(scene, fan, before, fan.label, others)[1] else None


def _barred(scene: Scene, bus: Sequence[Route], titles: Sequence[Rect]) -> Scene:
    """The layout with one bus as a bar between those from which its lines come and those to which they lead."""
    starts = {route.pieces[0][0] for route in bus}
    ends = {route.pieces[-1][-1] for route in bus}
    if any(_side(scene, p) != "below" for p in starts) or any(_side(scene, p) != "above" for p in ends):
        return scene
    near, far = max(p.y for p in starts) + _NEAR, min(p.y for p in ends) - _FREE
    if far < near:
        return scene
    middle = sum(p.x for p in (*starts, *ends)) / len((*starts, *ends))
    axes = {p.x for p in starts} & {p.x for p in ends} or {p.x for p in starts}
    over = min(sorted(axes), key=lambda x: abs(x - middle))
    fan = _Fan(tuple(bus), Point(over, far), (), True, None)

    def lines(y: float) -> list[Line]:
        return [_bent(p, Point(over, y)) for p in (*sorted(starts), *sorted(ends))]

    spots = [(near + far) / 2, *(near + (far - near) * part / 8 for part in (8, 7, 6, 5, 3, 2, 1, 0))]
    y = _least(scene, fan, spots, lines, None, titles)
    if y is None:
        return scene
    ways = [[_bent(end, Point(over, y)) for end in (route.pieces[0][0], route.pieces[-1][-1])] for route in bus]
    made = (replace(route, pieces=(one, other[::-1])) for route, (one, other) in zip(bus, ways, strict=True))
    return scene.rerouted(made)


def _bent(end: Point, place: Point) -> Line:
    """From a card straight to the height of a place, and along to it."""
    return (end, place) if abs(end.x - place.x) < 0.1 else (end, Point(end.x, place.y), place)


def _side(scene: Scene, place: Point) -> str:
    """On which side of a card a place lies: "above" or "below"; nothing elsewhere."""
    for card in scene.cards:
        r = card.rect
        if r.x - 0.5 <= place.x <= r.right + 0.5:
            if abs(place.y - r.y) < 0.6:
                return "above"
            if abs(place.y - r.bottom) < 0.6:
                return "below"
    return ""


def _beside(rect: Rect, fan: _Fan, scene: Scene) -> Rect:
    """A label moved along with the trunk, and a little off it."""
    middle = rect.centre.y
    axes = [
        a.x
        for route in fan.routes
        for piece in route.pieces
        for a, b in segments(piece)
        if abs(a.x - b.x) < 0.1 and min(a.y, b.y) - 1 <= middle <= max(a.y, b.y) + 1
    ]
    axis = min(axes, key=lambda x: min(abs(x - rect.x), abs(x - rect.right)), default=rect.x)
    left = rect.x + fan.trunk.x - axis
    return Rect(left + (_AIR if left + rect.w / 2 > fan.trunk.x else -_AIR), rect.y, rect.w, rect.h)


def _lines(fan: _Fan, y: float) -> list[Line]:
    """For each edge its way from the trunk's place over a bar at some height to its own place."""
    return [(fan.trunk, *_bent(end, Point(fan.trunk.x, y))[::-1]) for end in fan.ends]


def _route(route: Route, fan: _Fan, line: Line) -> Route:
    """An edge in two pieces, of which the trunk is shared."""
    pieces: tuple[Line, ...] = (line[:2], line[1:])
    if not fan.out:
        pieces = tuple(piece[::-1] for piece in pieces[::-1])
    return replace(route, pieces=pieces)


def _trouble(
    scene: Scene, fan: _Fan, lines: Sequence[Line], label: PlacedLabel | None, others: Sequence[Route]
) -> tuple[float, int]:
    """What lines run into, as a price and as a number of faults."""
    hits, price = 0, 0.0
    cards = [card.rect.grown(-1.5) for card in scene.cards]
    texts = [each.rect.grown(-2) for each in scene.labels if each is not fan.label]
    if label:
        hits += sum(label.rect.grown(-1).meets(rect) for rect in (*cards, *texts))
        hits += any(cuts(a, b, label.rect.grown(-1)) for r in others for p in r.pieces for a, b in segments(p))
    for line in lines:
        strange = [card.rect.grown(_AIR) for card in scene.cards if not _touches(line, card.rect)]
        for a, b in segments(line):
            hits += sum(cuts(a, b, rect) for rect in (*cards, *texts)) + any(cuts(a, b, rect) for rect in strange)
            if abs(a.y - b.y) < 0.1 and abs(a.x - b.x) > 1:
                price += sum(_along(a, b, frame.rect) for frame in scene.frames)
    drops = [(a, b) for line in lines for a, b in segments(line) if abs(a.x - b.x) < 0.1]
    bars = [(a, b) for line in lines for a, b in segments(line) if abs(a.y - b.y) < 0.1]
    for route in others:
        for piece in route.pieces:
            for a, b in segments(piece):
                if abs(a.y - b.y) < 0.1:
                    price += 3 * sum(
                        abs(a.y - c.y) < 7 and min(a.x, b.x) < max(c.x, d.x) and min(c.x, d.x) < max(a.x, b.x)
                        for c, d in bars
                    )
                else:
                    price += 5 * sum(
                        abs(a.x - c.x) < 5 and min(a.y, b.y) + 3 < max(c.y, d.y) and min(c.y, d.y) + 3 < max(a.y, b.y)
                        for c, d in drops
                    )
                    price += sum(
                        min(c.x, d.x) < a.x < max(c.x, d.x) and min(a.y, b.y) < c.y < max(a.y, b.y) for c, d in bars
                    )
    return price + 100 * hits, hits


def _touches(line: Line, card: Rect) -> bool:
    """Whether a line begins or ends at a card."""
    return any(card.grown(1).holds(spot(end)) for end in (line[0], line[-1]))


def _through(lines: Sequence[Line], titles: Sequence[Rect]) -> int:
    """How many titles level lines run through."""
    level = [(a, b) for line in lines for a, b in segments(line) if abs(a.y - b.y) < 0.1]
    return sum(cuts(a, b, title) for a, b in level for title in titles)


def _along(a: Point, b: Point, rect: Rect) -> bool:
    """Whether a level line runs along the upper or lower border of a frame."""
    beside = min(a.x, b.x) < rect.right and rect.x < max(a.x, b.x)
    return beside and min(abs(a.y - rect.y), abs(a.y - rect.bottom)) < _NEAR
