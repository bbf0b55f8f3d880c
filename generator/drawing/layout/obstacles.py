"""What a line must keep clear of: boxes and titles, and what it had better not run along: other lines."""

import itertools
from collections.abc import Mapping

from generator.drawing.layout.geometry import Curve, Line, Rect, bounds, crosses, crossings, flatten

_CLEAR = 3.0


class Obstacles:
    """The boxes and titles of a picture, and the lines that are drawn already."""

    def __init__(self, boxes: Mapping[str, Rect], titles: tuple[Rect, ...]) -> None:
        self.boxes = boxes
        self.titles = titles
        self._grown = {name: rect.grown(_CLEAR) for name, rect in boxes.items()}
        self._inner = {name: rect.grown(-1) for name, rect in boxes.items()}
        self._lines: list[tuple[Line, Rect, frozenset[str]]] = []

    def add(self, curve: Curve, tail: str, head: str) -> None:
        """Remember a line between two boxes."""
        line = flatten(curve)
        self._lines.append((line, bounds(line), frozenset((tail, head))))

    @property
    def lines(self) -> list[Line]:
        """The lines drawn so far."""
        return [line for line, _, _ in self._lines]

    def hits(self, curve: Curve, tail: str, head: str) -> int:
        """How many boxes and titles a line runs through."""
        line = flatten(curve)
        around = bounds(line).grown(0.5)
        found = 0
        for name, rect in self._grown.items():
            if name in (tail, head):
                rect = self._inner[name]
            found += rect.meets(around) and crosses(line, rect)
        return found + sum(title.meets(around) and crosses(line, title) for title in self.titles)

    def knots(self, curve: Curve, tail: str, head: str) -> int:
        """How many drawn lines a line crosses."""
        line = flatten(curve)
        around = bounds(line).grown(0.5)
        return sum(
            min(3, crossings(line, other))
            for other, space, ends in self._lines
            if not ends & {tail, head} and space.grown(0.5).meets(around)
        )

    def beside(self, height: float, left: float, right: float) -> int:
        """How many drawn lines run along a horizontal line less than seven pixels away."""
        return sum(
            1
            for line, space, _ in self._lines
            if space.x < right and left < space.right and space.grown(7).y < height < space.grown(7).bottom
            for a, b in itertools.pairwise(line)
            if abs(a.y - b.y) < 1
            and abs(a.y - height) < 7
            and min(a.x, b.x) < right
            and left < max(a.x, b.x)
            and abs(a.x - b.x) > 6
        )
