"""Evens the turns of lines: those that leave one side of a card turn at one height, with a shaft before each head.

  [a]              [a]
 |   |            |   |
 |   +--+   as  +-+   +-+       in the middle between the labels and the cards, where that meets nothing
-+      |       |       |
[b]    [c]     [b]     [c]
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.drawing.layout.tidying.ties import fans_of
from generator.drawing.scene.flows import flows, main_path
from generator.drawing.scene.geometry import Line, Point, Rect, crosses, crossings, segments
from generator.drawing.scene.scene import Route, Scene

_SHAFT, _START, _LABEL = 21.0, 10.0, 6.0
"""Before a card with the head of an arrow, behind a card, and between a turn and a label."""
_APART, _BORDER = 10.0, 8.0
"""Between two level lines, and between one and the border of a frame."""


@dataclass(frozen=True)
class _Turn:
    """A line down, aside and down again, and the heights between which it may turn."""

    route: Route
    least: float
    most: float

    @property
    def line(self) -> Line:
        """From one card to the other."""
        return self.route.pieces[0]

    @property
    def span(self) -> tuple[float, float]:
        """From left to right."""
        a, b = self.line[1].x, self.line[2].x
        return min(a, b), max(a, b)

    def at(self, y: float) -> Route:
        """The route, turning at another height."""
        a, b, c, d = self.line
        return replace(self.route, pieces=((a, Point(b.x, y), Point(c.x, y), d),))


def evened(scene: Scene, titles: Sequence[Rect]) -> Scene:
    """A layout that flows downwards, with its turns in the middle of what room they have."""
    groups: dict[tuple[str, float], list[_Turn]] = {}
    for turn in _turns(scene):
        groups.setdefault(_fork(turn, scene), []).append(turn)
    for group in groups.values():
        scene = _set(scene, group, titles)
    return scene


def forks_of(scene: Scene) -> dict[tuple[str, str], list[Route]]:
    """The lines that leave each side of a card, of those sides with more than one; fans are none."""
    rects = {card.node.id: card.rect for card in scene.cards}
    fans = fans_of(scene)
    found: dict[tuple[str, str], list[Route]] = {}
    for route in scene.routes:
        if fans[route.edge.id] != route.edge.id or route.edge.source == route.edge.target:
            continue
        for node, end in ((route.edge.source, route.pieces[0][0]), (route.edge.target, route.pieces[-1][-1])):
            if node in rects:
                side = "below" if abs(end.y - rects[node].bottom) < 1 else "above"
                found.setdefault((node, side), []).append(route)
    return {key: routes for key, routes in found.items() if len({other_end(key[0], each) for each in routes}) > 1}


def other_end(node: str, route: Route) -> str:
    """Where the line of a fork leads."""
    return route.edge.target if route.edge.source == node else route.edge.source


def partable(scene: Scene) -> dict[tuple[str, str], list[Route]]:
    """The forks through which the main path does not go on."""
    path = _path(scene)
    found = forks_of(scene)
    for node, side in tuple(found):
        ends = {each.edge.id for each in found[node, side] if each.edge.target == node}
        if ends & {*path} or {*path[:-1]} & {each.edge.id for each in found[node, side]}:
            del found[node, side]
    return found


def steady(scene: Scene) -> list[Route]:
    """The lines of the main path, which run straight before all others; but not where it ends in a fork."""
    free = {route.edge.id for routes in partable(scene).values() for route in routes}
    path = {*_path(scene)} - free
    return [route for route in scene.routes if route.edge.id in path]


def _path(scene: Scene) -> list[str]:
    return [flow.edges[0].id for flow in main_path(flows(scene.diagram))]


def _turns(scene: Scene) -> Iterator[_Turn]:
    ends_at = Counter(end for route in scene.routes for end in (route.pieces[0][0], route.pieces[-1][-1]))
    for route in scene.routes:
        line = route.pieces[0]
        if ends_at[line[0]] > 1 or ends_at[line[-1]] > 1:  # a fan
            continue
        if len(route.pieces) > 1 or len(line) != 4 or abs(line[1].y - line[2].y) > 0.1:
            continue
        upper, lower = sorted((line[0].y, line[3].y))
        if not upper < line[1].y < lower or abs(line[0].x - line[1].x) > 0.1:
            continue
        ends = {"forward": (False, True), "back": (True, False), "both": (True, True)}.get(
            route.edge.arrows, (False, False)
        )
        first, last = ends if line[0].y < line[3].y else ends[::-1]
        least = upper + (_SHAFT if first else _START)
        most = lower - (_SHAFT if last else _START)
        for label in scene.labels:
            if route.edge.id in label.edges:
                r = label.rect
                if r.y < line[1].y < r.bottom:
                    least, most = most, least
                elif r.bottom <= line[1].y:
                    least = max(least, r.bottom + _LABEL)
                else:
                    most = min(most, r.y - _LABEL)
        if least <= most:
            yield _Turn(route, least, most)


def _fork(turn: _Turn, scene: Scene) -> tuple[str, float]:
    """What lines of one fork have in common: the card and the side that they leave or reach."""
    upper = turn.route.edge.source if turn.line[0].y < turn.line[3].y else turn.route.edge.target
    return upper, min(turn.line[0].y, turn.line[3].y)


def _set(scene: Scene, group: list[_Turn], titles: Sequence[Rect]) -> Scene:
    """The layout with the turns of a fork at one height; nested ones keep their distances."""
    least, most = max(turn.least for turn in group), min(turn.most for turn in group)
    spans = sorted(turn.span for turn in group)
    apart = all(one[1] + _APART < other[0] for one, other in pairwise(spans))
    if apart and least <= most:
        tries = [[turn.at(least + (most - least) * share) for turn in group] for share in (0.5, 0.35, 0.65, 0.2, 0.8)]
    else:
        low = min(turn.most - turn.line[1].y for turn in group)
        high = max(turn.least - turn.line[1].y for turn in group)
        if low >= 0 >= high or low < high:
            return scene
        tries = [[turn.at(turn.line[1].y + (low if low < 0 else high)) for turn in group]]
    before = _trouble(scene, [turn.route for turn in group], titles)
    for made in tries:
        if _trouble(scene, made, titles) <= before:
            return scene.rerouted(made)
    return scene


def _trouble(scene: Scene, routes: Sequence[Route], titles: Sequence[Rect]) -> int:
    """How often lines run into something, or close beside it."""
    ids = {route.edge.id for route in routes}
    others = [piece for route in scene.routes if route.edge.id not in ids for piece in route.pieces]
    hits = 0
    for route in routes:
        line = route.pieces[0]
        hits += sum(crosses(line, card.rect.grown(-1.5)) for card in scene.cards)
        hits += sum(crosses(line, each.rect.grown(-1)) for each in scene.labels)
        hits += sum(crosses(line, title) for title in titles)
        (a, b), y = sorted((line[1].x, line[2].x)), line[1].y
        for other in others:
            hits += crossings(line, other)
            for c, d in segments(other):
                beside = abs(c.y - d.y) < 0.1 and abs(c.y - y) < _APART
                hits += beside and min(c.x, d.x) < b + 2 and a - 2 < max(c.x, d.x)
        for frame in scene.frames:
            r = frame.rect
            hits += 10 * (min(abs(y - r.y), abs(y - r.bottom)) < _BORDER and a < r.right and r.x < b)
    return hits
