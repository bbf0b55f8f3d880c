"""Where the life lines of participants stand: evenly, or, where that is too narrow for words, as far as these need."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.drawing.forms.shared.pieces import Plate, breadth, plate
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.shapes import BROAD
from generator.model import Node

_WIDEST = 176.0
"""Of a participant's card."""
_LEAST = 16.0
"""Between cards that all are as wide as the widest."""
_SHORT = 60.0
"""Of a name that is not broken without need."""
_JOINED = re.compile(r"\s[^\w\s/]\s")
"""A character between words, which stay together: "Hash → URL"."""
_PAD = 10.0
"""Between the words of a card and its sides."""
_SPACES = (
    (10.0, 30.0, 30.0),
    (10.0, 12.0, 16.0),
    (9.0, 8.0, 14.0),
    (6.0, 8.0, 14.0),
    (4.0, 8.0, 12.0),
    (3.0, 8.0, 12.0),
)
"""The least padding in a card, between two cards, and between two with a frame's border there: less where words need
the room."""


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
    frames: tuple[tuple[int, int], ...] = ()
    """The first and the last column of each frame."""

    def x(self, node: str) -> float:
        """The life line of a participant."""
        return self.lines[self.order[node]]

    def clamped(self, centre: float, width: float, low: float = 0.0, high: float = 1e6) -> float:
        """The left end of something round a centre, inside the picture and between two borders."""
        least, most = max(low, self.left + 2), min(high, self.width - 2)
        return min(max(centre - width / 2, least), max(least, most - width))

    def room(self, node: str) -> tuple[float, float]:
        """From where to where a note of a participant may reach: inside its frame, and not into another."""
        place = self.order[node]
        inside = next((span for span in self.frames if span[0] <= place <= span[1]), None)
        if inside:
            return self.border(inside[0]) + 7, self.border(inside[1] + 1) - 7
        before = max((last + 1 for _, last in self.frames if last < place), default=0)
        after = min((first for first, _ in self.frames if first > place), default=len(self.lines))
        return self.border(before) + 5, self.border(after) - 5

    def border(self, place: int) -> float:
        """Halfway between the cards before and from a place on; the picture's sides without one."""
        if not 0 < place < len(self.lines):
            return self.left if place <= 0 else self.width
        before = self.lines[place - 1] + self.widths[place - 1] / 2
        return (before + self.lines[place] - self.widths[place] / 2) / 2


def columns(scope: Scope, left: float, width: float, frames: Sequence[tuple[int, int]] = ()) -> Columns:
    """The columns of a part's participants between the times and the right side; frames by their first and last."""
    order = {node.id: index for index, node in enumerate(scope.nodes)}
    pad, gaps, slots = _slots(scope.nodes, width - left, frames)
    starts = [left + sum(gaps[: index + 1]) + sum(slots[:index]) for index in range(len(slots))]
    lines = tuple(start + slot / 2 for start, slot in zip(starts, slots, strict=True))
    icon = 34.0 if (width - left) / max(1, len(scope.nodes)) > 90 else 26.0
    cards = [
        plate(node, min(slot + 2 * (_PAD - pad), _WIDEST), icon) for node, slot in zip(scope.nodes, slots, strict=True)
    ]
    widths = _widths([max(card.width - 2 * (_PAD - pad), 52.0) for card in cards], slots, lines)
    lines = _outward(lines, widths, left, width, gaps) if width < BROAD else lines
    return Columns(left, width, order, lines, tuple(cards), widths, tuple(frames))


def _widths(own: Sequence[float], slots: Sequence[float], lines: Sequence[float]) -> tuple[float, ...]:
    """The widths of cards: of all that of the widest where it leaves room, else each its own."""
    widest = max(own, default=0.0)
    if widest <= min(slots, default=0.0) and all(b - a - widest >= _LEAST - 0.01 for a, b in pairwise(lines)):
        return tuple(widest for _ in own)
    return tuple(min(slot, each) for slot, each in zip(slots, own, strict=True))


def _outward(
    lines: tuple[float, ...], widths: Sequence[float], left: float, width: float, gaps: Sequence[float]
) -> tuple[float, ...]:
    """Life lines evenly from side to side, as far out as the first and the last card may stand, if all have room."""
    if len(lines) < 2:
        return lines
    first, last = left + gaps[0] + widths[0] / 2, width - gaps[-1] - widths[-1] / 2
    step = (last - first) / (len(lines) - 1)
    needs = [(a + b) / 2 + gap for (a, b), gap in zip(pairwise(widths), gaps[1:-1], strict=True)]
    return tuple(first + step * place for place in range(len(lines))) if step >= max(needs) else lines


def _slots(
    nodes: Sequence[Node], width: float, frames: Sequence[tuple[int, int]]
) -> tuple[float, list[float], list[float]]:
    """The padding of cards, the gaps before, between and behind them, and the room of each: as even as words allow."""
    borders = {place for first, last in frames for place in (first, last + 1)}
    if width >= BROAD and (alike := _alike(nodes, width, frames)):
        return alike
    roomy = [(words, space) for space in _SPACES[:2] for words in (_line, _name)]
    for words, (pad, apart, framed) in [*roomy, *((words, space) for words in (_whole, _word) for space in _SPACES)]:
        gaps = [framed if place in borders else apart for place in range(1, len(nodes))]
        sides = [framed / 2 if place in borders else 1.0 for place in (0, len(nodes))]
        gaps = [sides[0], *gaps, sides[1]]
        least = [words(node) + 2 * pad + 0.5 for node in nodes]
        if sum(least) + sum(gaps) <= width:
            return pad, gaps, _even(least, width - sum(gaps))
    room = max(width - sum(gaps), 24.0)
    return pad, gaps, [each * room / sum(least) for each in least]


def _alike(
    nodes: Sequence[Node], width: float, frames: Sequence[tuple[int, int]]
) -> tuple[float, list[float], list[float]] | None:
    """Columns of one width, where all have room for their words in it."""
    sides = [8.0 if any(place in (first, last + 1) for first, last in frames) else 1.0 for place in (0, len(nodes))]
    gaps = [sides[0], *[_LEAST for _ in nodes[1:]], sides[1]]
    each = (width - sum(gaps)) / max(1, len(nodes))
    fit = any(all(words(node) + 2 * _PAD + 0.5 <= each for node in nodes) for words in (_line, _name))
    return (_PAD, gaps, [each for _ in nodes]) if fit else None


def _even(least: Sequence[float], room: float) -> list[float]:
    """Shares of a room, none smaller than it has to be."""
    low, high = 0.0, room
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(max(each, middle) for each in least) <= room else (low, middle)
    return [max(each, low) for each in least]


def _line(node: Node) -> float:
    """The longest line of a participant, as far as a card may be so wide."""
    return min(max(_name(node), breadth(node.detail, "soft")), _WIDEST - 2 * _PAD)


def _name(node: Node) -> float:
    """Its whole name, and the longest word of what stands below."""
    return min(max(_word(node), breadth(node.label, "strong")), _WIDEST - 2 * _PAD)


def _whole(node: Node) -> float:
    """The longest word of a participant; what a character joins, an arrow for instance, is one."""
    whole = breadth(node.label, "strong")
    return max(_word(node), whole if whole <= _SHORT or _JOINED.search(node.label) else 0.0)


def _word(node: Node) -> float:
    """The longest word of a participant."""
    words = [breadth(word, "strong") for word in node.label.split()]
    return max([40.0, *words, *(breadth(word, "soft") for word in node.detail.split())])
