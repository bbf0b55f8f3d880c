"""Transitions of a state machine: straight to the next state, else in lanes that do not meet."""

from dataclasses import dataclass

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import Plate, Saying, forward, saying
from generator.drawing.scene.geometry import Rect
from generator.drawing.scene.shapes import Box, Shape
from generator.model import Edge


@dataclass(frozen=True)
class Lane:
    """A transition that is not to the next state, and how far out it runs."""

    edge: Edge
    said: Saying
    low: int
    high: int
    level: int


def straight_on(part: Part, order: dict[str, int]) -> list[Edge]:
    """For each state the first transition to the next one."""
    made: dict[int, Edge] = {}
    for edge in part.edges:
        source, target, _ = forward(edge)
        if order[target] == order[source] + 1:
            made.setdefault(order[source], edge)
    return list(made.values())


def lanes(part: Part, order: dict[str, int], straight: set[str], limit: float, back: bool) -> list[Lane]:
    """The other transitions on one side, short ones nearest to the states."""
    found: list[tuple[int, int, Edge]] = []
    for edge in part.edges:
        source, target, _ = forward(edge)
        one, other = order[source], order[target]
        if edge.id not in straight and source != target and (one > other) == back:
            found.append((min(one, other), max(one, other), edge))
    made: list[Lane] = []
    for low, high, edge in sorted(found, key=lambda each: each[1] - each[0]):
        taken = [lane.level for lane in made if lane.low < high and low < lane.high]
        level = next(index for index in range(len(found) + 1) if index not in taken)
        made.append(Lane(edge, saying(edge, limit), low, high, level))
    return made


def state(card: Plate, rect: Rect, final: bool) -> list[Shape]:
    """A state; one that nothing leaves has a double border."""
    if not final:
        return list(card.put(rect, "cell", 20))
    return [Box(rect, "cell", "", card.node.id, 20), *card.put(rect.grown(-4), "cell", 16)]


def outermost(lane: Lane, others: list[Lane]) -> bool:
    """Whether no other lane of its side runs further out beside it."""
    return not any(each.level > lane.level and each.low < lane.high and lane.low < each.high for each in others)


def finals(part: Part) -> set[str]:
    """The states that nothing leaves."""
    return {node.id for node in part.nodes} - {forward(edge)[0] for edge in part.edges if edge.source != edge.target}


def tone_of(edge: Edge) -> str:
    """The tone of a transition's line."""
    return "" if edge.kind == "main" else edge.kind
