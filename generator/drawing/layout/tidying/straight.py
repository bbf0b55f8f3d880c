"""Pulls lines straight: where a line steps aside between two cards, one of its ends moves, with all that hangs on it.

[a]            [a]
|__            |          Small steps first; nothing meets, nothing changes its order, and the picture grows
|     ->    |          no wider. What leads to several stands in their middle.
[b]         [b]
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf

from generator.drawing.layout.tidying.empty_areas import emptiest
from generator.drawing.layout.tidying.forks import forks_of, other_end, partable, steady
from generator.drawing.layout.tidying.narrowing import slim
from generator.drawing.layout.tidying.slack import loosened
from generator.drawing.layout.tidying.ties import HAIR, WALL, Key, Ties, fans_of, key_of, shifted, tied
from generator.drawing.scene.geometry import Rect, around, bounds, segments
from generator.drawing.scene.scene import Frame, Route, Scene

_STEP, _FAN, _FAR = 64.0, 24.0, 140.0
"""Widest steps that are taken out of a line and out of a fan; farthest way to the middle of what a card leads to."""
_ASIDE = 56.0
"""How much wider a frame may become so that its cards stand in its middle."""
_OFF = 13.0
"""From a frame that grows to what is beside it."""
_EMPTY = 0.17
"""Share of the picture from which on an empty area is worth two bends."""


def straightened(scene: Scene, least: Mapping[str, float], most: float = inf) -> Scene:
    """A layout that flows downwards, with fewer bends; `least` are the widths that frames need for their titles."""
    if not scene.cards:
        return scene
    scene = loosened(scene)
    ties = tied(scene)
    _level(scene, ties)
    _pull_all(ties, steady(scene), 0.02, _STEP)
    _pull_all(ties, scene.routes, 4 * HAIR, _STEP)
    for node, ends in _fans(scene):
        _centre(scene, ties, node, ends)
    parted = _centre_forks(scene, ties)
    routes = tuple(route for route in scene.routes if route.edge.id not in parted)
    for _ in range(2):
        _pull_all(ties, routes, 0.02, _STEP)
    _pull_all(ties, scene.routes, 0.02, _FAN)
    slim(ties, scene, most)
    return _hugging(scene, _moved(scene, ties), least, most)


def _level(scene: Scene, ties: Ties) -> None:
    """Bring arrows that end at a frame on a line with the card inside that they mean."""
    middles = {card.node.id: card.rect.centre.x for card in scene.cards}
    for route in scene.routes:
        ends = ((route.edge.source, route.pieces[0][0]), (route.edge.target, route.pieces[-1][-1]))
        for frame, (node, end) in zip(route.edge.ends, ends, strict=True):
            key = key_of(ties.fans[route.edge.id], end)
            if frame and node in middles and ties.head(key) != ties.head(WALL):
                far = middles[node] + ties.shifts["card", node] - end.x - ties.shifts[key]
                ties.shifts = (ties.moved(key, far) if 0.5 < abs(far) < _STEP else None) or ties.shifts


def _fans(scene: Scene) -> Iterator[tuple[str, list[float]]]:
    """The card at the trunk of each fan, with the places of the ends."""
    fans = fans_of(scene)
    groups: dict[object, list[Route]] = {}
    for route in scene.routes:
        if fans[route.edge.id] != route.edge.id:
            groups.setdefault(fans[route.edge.id], []).append(route)
    for group in groups.values():
        sources, targets = {each.edge.source for each in group}, {each.edge.target for each in group}
        if len(sources) == 1 < len(targets):
            yield group[0].edge.source, [each.pieces[-1][-1].x for each in group]
        elif len(targets) == 1 < len(sources):
            yield group[0].edge.target, [each.pieces[0][0].x for each in group]


def _centre(scene: Scene, ties: Ties, node: str, places: list[float], most: float = _FAR) -> None:
    """Move a card to the middle of the places that it leads to, as far as that goes."""
    card = next((card for card in scene.cards if card.node.id == node), None)
    if not card:
        return
    places = sorted(places)
    key: Key = ("card", node)
    middle = (places[0] + places[-1]) / 2
    if len(places) % 2:
        middle = min(places, key=lambda x: abs(x - middle))
    far = middle - card.rect.centre.x - ties.shifts[key]
    if 1 < abs(far) < most and ties.head(key) != ties.head(WALL):
        ties.shifts = ties.moved(key, far) or ties.shifts


def _centre_forks(scene: Scene, ties: Ties) -> set[str]:
    """Where the picture has a large empty area, cards whose lines part go to the middle of what they lead to.

    In a draft, which is an answer's subject with its parts, they always do. The lines that have to bend for it.
    """
    parted: set[str] = set()
    rects = {card.node.id: card.rect for card in scene.cards}
    draft = scene.diagram.draft
    forks = forks_of(scene) if draft else partable(scene)
    empty = emptiest(_moved(scene, ties).fitted()) if forks and not draft else 0.0
    for (node, _), routes in forks.items():
        if not draft and empty < _EMPTY:
            break
        before = ties.shifts
        others = {other_end(node, route) for route in routes} & set(rects)
        spots = [rects[other].centre.x + before["card", other] for other in others]
        _centre(scene, ties, node, spots, inf if draft else _FAR)
        now = empty if draft or ties.shifts is before else emptiest(_moved(scene, ties).fitted())
        if not draft and now > empty - 0.04:
            ties.shifts = before
        else:
            empty = now
            parted |= {route.edge.id for route in routes}
    return parted


def _pull_all(ties: Ties, routes: Sequence[Route], least: float, most: float) -> None:
    for one, other, far in sorted(_steps(ties, routes, least, most), key=lambda each: abs(each[2])):
        _pull(ties, one, other, far)


def _steps(ties: Ties, routes: Sequence[Route], least: float, most: float) -> list[tuple[Key, Key, float]]:
    """Neighbouring stretches of a line that go the same way, and how far the second is right of the first."""
    found = set()
    for route in routes:
        fan = ties.fans[route.edge.id]
        points = [p for index, piece in enumerate(route.pieces) for p in (piece[1:] if index else piece)]
        for a, b, c, d in zip(points, points[1:], points[2:], points[3:], strict=False):
            upright = abs(a.x - b.x) < 0.1 and abs(c.x - d.x) < 0.1 and abs(b.y - c.y) < 0.1
            if upright and (b.y - a.y) * (d.y - c.y) > 0:
                one, other = key_of(fan, b), key_of(fan, c)
                far = c.x + ties.shifts[other] - b.x - ties.shifts[one]
                widest = most if fan == route.edge.id else min(most, _FAN)
                if least < abs(far) <= widest and ties.head(one) != ties.head(other):
                    found.add((one, other, round(far, 2)))
    return sorted(found, key=str)


def _pull(ties: Ties, one: Key, other: Key, far: float) -> None:
    """Bring two stretches on one line, in the way that moves the least."""
    if ties.head(one) == ties.head(other):
        return
    if abs(far) < HAIR + 0.02:
        ties.tie(one, other)
        return
    apart = ties.shifts[other] - ties.shifts[one] - far
    tries = [ties.moved(key, by) for key, by in ((one, far), (other, -far)) if ties.head(key) != ties.head(WALL)]
    good = [made for made in tries if made and abs(made[other] - made[one] - apart) < 0.02]
    if good:
        before = ties.shifts
        ties.shifts = min(good, key=lambda made: sum(abs(made[k] - before[k]) for k in made if k[0] == "card"))
        ties.tie(one, other)


def _moved(scene: Scene, ties: Ties) -> Scene:
    """The layout with everything where its shifts want it."""
    shifts, fans = ties.shifts, ties.fans

    def along(rect: Rect, key: Key) -> Rect:
        return Rect(round(rect.x + shifts[key], 2), rect.y, rect.w, rect.h)

    return replace(
        scene,
        cards=tuple(replace(each, rect=along(each.rect, ("card", each.node.id))) for each in scene.cards),
        labels=tuple(replace(each, rect=along(each.rect, ("label", each.edges))) for each in scene.labels),
        frames=tuple(
            replace(each, rect=_between(each.rect, shifts["left", each.group.id], shifts["right", each.group.id]))
            for each in scene.frames
        ),
        routes=tuple(
            replace(each, pieces=tuple(shifted(piece, fans[each.edge.id], shifts) for piece in each.pieces))
            for each in scene.routes
        ),
    )


def _between(rect: Rect, left: float, right: float) -> Rect:
    return Rect(round(rect.x + left, 2), rect.y, round(rect.w + right - left, 2), rect.h)


def _hugging(before: Scene, after: Scene, least: Mapping[str, float], most: float) -> Scene:
    """The layout with frames as close to what they hold as they were."""
    frames = []
    for old, new in zip(before.frames, after.frames, strict=True):
        was, now = _inside(before, old.rect), _inside(after, new.rect)
        if was and now:
            begin = max(new.rect.x, now.x - (was.x - old.rect.x))
            end = min(new.rect.right, now.right + (old.rect.right - was.right))
            if end - begin >= least[new.group.id]:
                new = replace(new, rect=Rect(begin, new.rect.y, end - begin, new.rect.h))
        frames.append(_centred(after, new, most) if least[new.group.id] else new)
    return replace(after, frames=tuple(frames))


def _centred(scene: Scene, frame: Frame, most: float) -> Frame:
    """A frame with its cards in its middle, where words beside their lines take it a little to one side."""
    rect = frame.rect
    cards = [card.rect for card in scene.cards if rect.holds(card.rect)]
    others = [*(card.rect for card in scene.cards), *(each.rect for each in scene.frames)]
    if not cards or any(rect.holds(each.rect) and each != frame for each in scene.frames):
        return frame
    inner = around(cards)
    far = rect.x + rect.right - 2 * inner.centre.x
    wider = Rect(rect.x - max(0.0, far), rect.y, rect.w + abs(far), rect.h)
    if around([wider, *others]).w > max(most, around(others).w):
        return frame
    others = [each for each in others if not rect.holds(each) and not each.holds(wider.grown(_OFF))]
    free = abs(far) < _ASIDE and not any(wider.grown(_OFF).meets(each) for each in others)
    return replace(frame, rect=wider) if free else frame


def _inside(scene: Scene, frame: Rect) -> Rect | None:
    """What the things in a frame take of it."""
    things = [*(card.rect for card in scene.cards), *(label.rect for label in scene.labels)]
    things += [other.rect for other in scene.frames if other.rect != frame]
    things += [bounds(ends) for route in scene.routes for piece in route.pieces for ends in segments(piece)]
    held = [rect for rect in things if frame.holds(rect)]
    return around(held) if held else None
