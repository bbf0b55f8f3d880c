"""Where the life lines of participants stand: evenly, or, where that is too narrow for words, as far as these need."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import Plate, breadth, forward, plate, saying
from generator.model import Edge, Node

_WIDEST = 176.0
"""Of a participant's card."""
_PAD, _TIGHT = 20.0, 9.0
"""What a card is wider than its words, and at least."""
_APART = 6.0
"""Between two cards."""
_BESIDE = 10.0
"""Of a line's length, what its label leaves free."""
_LONG = 132.0
"""Of a label in one line, what is not given room for."""


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
    least = [_word(node) + _TIGHT + 1 for node in part.nodes]
    rooms = _rooms(part, order, least, width - left)
    lines = tuple(left + sum(rooms[: index + 1]) for index in range(len(part.nodes)))
    icon = 34.0 if (width - left) / max(1, len(part.nodes)) > 90 else 26.0
    cards = [plate(node, min(room, _WIDEST), icon) for node, room in zip(part.nodes, _free(rooms, least), strict=True)]
    widest = max((card.width for card in cards), default=0.0)
    even = all(widest <= room for room in _free(rooms, least))
    if not even:
        cards = [
            plate(node, room + _PAD - _TIGHT, icon) for node, room in zip(part.nodes, _free(rooms, least), strict=True)
        ]
    widths = tuple(
        widest if even else min(room, max(card.width + _TIGHT - _PAD, 52.0))
        for card, room in zip(cards, _free(rooms, least), strict=True)
    )
    return Columns(left, width, order, lines, tuple(cards), widths)


def _word(node: Node) -> float:
    """The longest word of a participant."""
    words = [breadth(word, "strong") for word in node.label.split()]
    return max([40.0, *words, *(breadth(word, "soft") for word in node.detail.split())])


def _free(rooms: Sequence[float], least: Sequence[float]) -> list[float]:
    """The widest that each card may be: neighbours share what is between their life lines as they need it."""
    sides: list[list[float]] = [[rooms[0] - 1] if rooms else [], *([] for _ in least[1:])]
    for index, (one, other) in enumerate(pairwise(least)):
        gap = rooms[index + 1] - _APART
        sides[index].append(gap / 2 + (one - other) / 4)
        sides[index + 1].append(gap / 2 + (other - one) / 4)
    if rooms:
        sides[-1].append(rooms[-1] - 1)
    return [2 * min(each) for each in sides[: len(least)]]


def _rooms(part: Part, order: dict[str, int], least: Sequence[float], width: float) -> list[float]:
    """From the left side to the first life line, between life lines, and from the last one to the right side."""
    if not least:
        return []
    bounds = [least[0] / 2 + 1, *((one + other) / 2 + _APART for one, other in pairwise(least)), least[-1] / 2 + 1]
    if sum(bounds) > width:
        return [each * width / sum(bounds) for each in bounds]
    short, long = _said(part, order, len(least), False), _said(part, order, len(least), True)
    for share in (1.0, 0.75, 0.5, 0.25, 0.0):
        wanted = [one + share * max(0.0, other - one) for one, other in zip(short, long, strict=True)]
        asked = [max(pair) for pair in zip(bounds, wanted, strict=True)]
        if sum(asked) <= width:
            return _levelled(asked, width)
    return _levelled(bounds, width)


def _said(part: Part, order: dict[str, int], count: int, whole: bool) -> list[float]:
    """What the messages between neighbours need: for their longest words, or for all in one line."""
    made = [0.0] * (count + 1)
    for edge in part.edges:
        source, target, _ = forward(edge)
        one, other = sorted((order[source], order[target]))
        if other - one == 1:
            made[other] = max(made[other], _needed(edge, whole) + _BESIDE)
    return made


def _needed(edge: Edge, whole: bool) -> float:
    if whole:
        return min(saying(edge, 1e4).width, _LONG)
    return min(saying(edge, 1.0).width, _LONG) if edge.label else saying(edge, 1e4).width


def _levelled(asked: Sequence[float], width: float) -> list[float]:
    """Rooms of a given sum, none narrower than asked, as even as that allows; half as wide at the sides."""
    shares = [0.5, *(1.0 for _ in asked[1:-1]), 0.5]
    low, high = 0.0, width
    for _ in range(40):
        middle = (low + high) / 2
        total = sum(max(least, middle * share) for least, share in zip(asked, shares, strict=True))
        low, high = (middle, high) if total <= width else (low, middle)
    return [max(least, low * share) for least, share in zip(asked, shares, strict=True)]
