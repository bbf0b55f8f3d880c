"""Transitions of a state machine: straight to the next state, else in lanes that do not meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.drawing.forms.shared.pieces import Plate, Saying, saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Rect
from generator.drawing.scene.shapes import Box, Shape
from generator.model import Edge


@dataclass(frozen=True)
class Track:
    """A transition that is not to the next state, and how far out it runs."""

    said: Saying
    low: int
    high: int
    level: int

    def beside(self, other: "Track") -> bool:
        """Whether both run past one gap between two states."""
        return self.low < other.high and other.low < self.high


@dataclass(frozen=True)
class Machine:
    """The states in their order, and what kinds of transitions are between them."""

    scope: Scope

    @cached_property
    def order(self) -> dict[str, int]:
        """The places of the states."""
        return {node.id: index for index, node in enumerate(self.scope.nodes)}

    def ends(self, edge: Edge) -> tuple[int, int]:
        """The places from which and to which a transition leads."""
        source, target = edge.points
        return self.order[source], self.order[target]

    @cached_property
    def straight(self) -> list[Edge]:
        """For each state the first transition to the next one, in the order of the code."""
        made: dict[int, Edge] = {}
        for edge in self.scope.edges:
            one, other = self.ends(edge)
            if other == one + 1:
                made.setdefault(one, edge)
        return list(made.values())

    @property
    def loops(self) -> list[Edge]:
        """The transitions from a state to itself."""
        return [edge for edge in self.scope.edges if edge.source == edge.target]

    def tracks(self, limit: float, back: bool) -> list[Track]:
        """The other transitions on one side, short ones nearest to the states."""
        found: list[tuple[int, int, Edge]] = []
        for edge in self.scope.edges:
            one, other = self.ends(edge)
            if edge not in self.straight and one != other and (one > other) == back:
                found.append((min(one, other), max(one, other), edge))
        made: list[Track] = []
        for low, high, edge in sorted(found, key=lambda each: each[1] - each[0]):
            taken = [track.level for track in made if track.low < high and low < track.high]
            level = next(index for index in range(len(found) + 1) if index not in taken)
            made.append(Track(saying(edge, limit), low, high, level))
        return made

    def drawn(self, cards: Sequence[Plate], rects: dict[str, Rect]) -> Iterator[Shape]:
        """The states; one that nothing leaves is an end and has a double border."""
        left = {edge.points[0] for edge in self.scope.edges if edge.source != edge.target}
        for card in cards:
            rect = rects[card.node.id]
            if card.node.id in left:
                yield from card.put(rect, "cell", 20)
            else:
                yield Box(rect, "cell", "", card.node.id, 20)
                yield from card.put(rect.grown(-4), "cell", 16)
