"""Where the life lines of participants stand: evenly, or, where that is too narrow for words, as far as these need."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import Plate, breadth, plate
from generator.model import Node

_WIDEST = 176.0
"""Of a participant's card."""
_PAD, _TIGHT = 20.0, 9.0
"""What a card is wider than its words, and at least."""
_APART = (9.0, 6.0, 3.0)
"""Between two cards, and less where words need the room."""


@dataclass(frozen=True)
class Columns:
    """The life lines, and the cards at their heads."""

    left: float
    """Where they begin, beside the times of messages."""
    width: float
    order: dict[str, int]
    lines: tuple[float, ...]
    cards: tuple[Plate, ...]
    widths: tuple[float, ...]
    """Of the cards."""

    def x(self, node: str) -> float:
        """The life line of a participant."""
        return self.lines[self.order[node]]

    def clamped(self, centre: float, width: float) -> float:
        """The left end of something round a centre, inside the picture."""
        return min(max(centre - width / 2, self.left + 2), max(self.left + 2, self.width - 2 - width))

    def border(self, place: int) -> float:
        """Halfway between the cards before and from a place on; the picture's sides without one."""
        if not 0 < place < len(self.lines):
            return self.left if place <= 0 else self.width
        before = self.lines[place - 1] + self.widths[place - 1] / 2
        return (before + self.lines[place] - self.widths[place] / 2) / 2


def columns(part: Part, left: float, width: float) -> Columns:
    """The columns of a part's participants between the times and the right side."""
    order = {node.id: index for index, node in enumerate(part.nodes)}
    apart, slots = _slots([_word(node) + _TIGHT + 0.5 for node in part.nodes], width - left)
    lines = tuple(left + sum(slots[:index]) + slot / 2 for index, slot in enumerate(slots))
    icon = 34.0 if (width - left) / max(1, len(part.nodes)) > 90 else 26.0
    cards = [
        plate(node, min(slot - apart + _PAD - _TIGHT, _WIDEST), icon)
        for node, slot in zip(part.nodes, slots, strict=True)
    ]
    widest = max((card.width for card in cards), default=0.0)
    widths = tuple(min(slot - apart, max(widest, 52.0)) for slot in slots)
    return Columns(left, width, order, lines, tuple(cards), widths)


def _slots(cards: Sequence[float], width: float) -> tuple[float, list[float]]:
    """The space between cards, and the width of each column: even, or as even as words allow."""
    apart = next((each for each in _APART if sum(cards) + each * len(cards) <= width), _APART[-1])
    least = [each + apart for each in cards]
    if sum(least) > width:
        return apart, [each * width / sum(least) for each in least]
    low, high = 0.0, width
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(max(each, middle) for each in least) <= width else (low, middle)
    return apart, [max(each, low) for each in least]


def _word(node: Node) -> float:
    """The longest word of a participant."""
    words = [breadth(word, "strong") for word in node.label.split()]
    return max([40.0, *words, *(breadth(word, "soft") for word in node.detail.split())])
