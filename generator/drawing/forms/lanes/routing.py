"""Finds ways for arrows between cards in lanes: right-angled, round the cards, with few bends and few crossings.

A way runs on the middle lines of the cards and on channels between them; it is the cheapest one from card to card.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.drawing.scene.geometry import Line, Point, Rect, cuts, spot

_BEND, _CROSS, _SHARE, _ASIDE = 40.0, 70.0, 400.0, 18.0
"""What a bend, a crossing, a stretch on another arrow and a card's upper or lower side cost, in pixels of length."""
_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))
_Place = tuple[int, int]


@dataclass
class Net:
    """The lines that ways may run on, what stands in their way, and the ways so far."""

    us: Sequence[float]
    """Along the flow."""
    vs: Sequence[float]
    """Across it."""
    cards: dict[str, Rect]
    used: dict[tuple[_Place, _Place], set[str]] = field(default_factory=dict)
    """By a stretch between two neighbouring crossings of lines: what the arrows on it say, with one of their ends."""

    def way(self, source: str, target: str, said: str) -> Line:
        """The cheapest way from one card to another, from border to border; arrows that say the same may share it."""
        start, goal = self._place(source), self._place(target)
        waiting: list[tuple[float, _Place, _Place, tuple[_Place, ...]]] = [(0.0, start, (0, 0), (start,))]
        done: set[tuple[_Place, _Place]] = set()
        while waiting:
            paid, place, heading, path = heapq.heappop(waiting)
            if place == goal:
                self._use(path, f"{source} {said}", target)
                return self._line(path, source, target)
            if (place, heading) in done:
                continue
            done.add((place, heading))
            for step, after in self._next(place, heading, source, target):
                price = self._price(place, after, heading, step, (source, target), goal, said)
                heapq.heappush(waiting, (paid + price, after, step, (*path, after)))
        one, other = self.cards[source].centre, self.cards[target].centre
        return (one, other)

    def _place(self, name: str) -> _Place:
        middle = self.cards[name].centre
        return (
            min(range(len(self.us)), key=lambda i: abs(self.us[i] - middle.x)),
            min(range(len(self.vs)), key=lambda i: abs(self.vs[i] - middle.y)),
        )

    def _at(self, place: _Place) -> Point:
        return Point(self.us[place[0]], self.vs[place[1]])

    def _next(self, place: _Place, heading: _Place, source: str, target: str) -> Iterator[tuple[_Place, _Place]]:
        for step in _STEPS:
            after = (place[0] + step[0], place[1] + step[1])
            back = step == (-heading[0], -heading[1])
            if back or not (0 <= after[0] < len(self.us) and 0 <= after[1] < len(self.vs)):
                continue
            a, b = self._at(place), self._at(after)
            if not any(cuts(a, b, r.grown(3)) for name, r in self.cards.items() if name not in (source, target)):
                yield step, after

    def _price(
        self, a: _Place, b: _Place, heading: _Place, step: _Place, ends: tuple[str, str], goal: _Place, said: str
    ) -> float:
        one, other = self._at(a), self._at(b)
        price = abs(one.x - other.x) + abs(one.y - other.y)
        source, target = (self.cards[end] for end in ends)
        if heading != (0, 0) and heading != step:
            price += _BEND + (1000 if source.holds(spot(one)) or target.holds(spot(one)) else 0)
        if step[1] and (heading == (0, 0) or b == goal):
            price += _ASIDE
        own = {f"{ends[0]} {said}", ends[1]}
        price += sum(_SHARE for each in self.used.get(_stretch(a, b), ()) if each not in own)
        across = [(b[0] + dx, b[1] + dy) for dx, dy in _STEPS if dx * step[0] + dy * step[1] == 0]
        return price + sum(_CROSS / 2 for each in across if self.used.get(_stretch(b, each)))

    def _use(self, path: Sequence[_Place], source: str, target: str) -> None:
        """Remember a way: its first half by its source, the other one by its target."""
        half = len(path) // 2
        for index, (a, b) in enumerate(pairwise(path)):
            self.used.setdefault(_stretch(a, b), set()).add(source if index < half else target)

    def _line(self, path: Sequence[_Place], source: str, target: str) -> Line:
        """The corners of a path, from the border of one card to that of the other."""
        points = [self._at(place) for place in path]
        corners = [points[0]]
        for before, point, after in zip(points, points[1:], points[2:], strict=False):
            if not ((before.x == point.x == after.x) or (before.y == point.y == after.y)):
                corners.append(point)
        corners.append(points[-1])
        corners[0] = _border(self.cards[source], corners[1])
        corners[-1] = _border(self.cards[target], corners[-2])
        return tuple(corners)


def _stretch(a: _Place, b: _Place) -> tuple[_Place, _Place]:
    return (a, b) if a < b else (b, a)


def _border(card: Rect, toward: Point) -> Point:
    """Where a level or upright line from a card's middle leaves it."""
    middle = card.centre
    if abs(toward.y - middle.y) < 0.5:
        return Point(card.right if toward.x > middle.x else card.x, middle.y)
    return Point(middle.x, card.bottom if toward.y > middle.y else card.y)
