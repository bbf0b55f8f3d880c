"""What stands in a row of a scale, and its labels: inside a bar, or outside on stems in levels that do not meet."""

from dataclasses import dataclass

from generator.drawing.forms.shared.pieces import breadth, lines
from generator.drawing.scene.shapes import LINE
from generator.model import Node

_LEVELS = 6
"""Of labels above each other, at most."""


@dataclass(frozen=True)
class Item:
    """A mark or a span, by its ends in pixels."""

    node: Node
    start: float
    end: float
    span: bool

    @property
    def middle(self) -> float:
        """Where its label's stem stands."""
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Row:
    """What stands on one line, under a title."""

    title: str
    id: str
    items: tuple[Item, ...]

    def holds(self, node: str) -> bool:
        """Whether a node stands in it."""
        return any(item.node.id == node for item in self.items)


@dataclass(frozen=True)
class Flag:
    """A label outside its item, and how far out."""

    item: Item
    names: tuple[str, ...]
    details: tuple[str, ...]
    left: float
    width: float
    level: int

    @property
    def height(self) -> float:
        """Of its lines and its icon."""
        icon = 24.0 if self.item.node.icon else 0.0
        return (len(self.names) + len(self.details)) * LINE + icon


def inside(item: Item) -> tuple[str, ...]:
    """A span's label as lines inside its bar; none where it does not fit."""
    room = item.end - item.start - 12
    said = (*lines(item.node.label, room, "strong"), *lines(item.node.detail, room, "soft"))
    fits = all(breadth(line, "strong") <= room for line in said)
    return said if fits and len(said) <= 4 else ()


def flags(row: Row, left: float, right: float, tight: bool, crossed: bool) -> list[Flag]:
    """Labels of marks, and of spans too short for theirs, in levels so that none meets another or its stem.

    In a row that arrows cross they stand beside their marks where there is room.
    """
    if crossed and (found := _beside(row, left, right)):
        return found
    ways = [_flags(row, left, right, tight, order) for order in ((0, 1, 2), (2, 0, 1), (1, 0, 2))]
    return min(ways, key=lambda made: max((flag.level for flag in made), default=0))


def _beside(row: Row, left: float, right: float) -> list[Flag]:
    """Labels right or left of their marks, as far as the next mark; none where one has no room."""
    made: list[Flag] = []
    items = sorted(row.items, key=lambda each: each.start)
    for index, item in enumerate(items):
        if item.span:
            return []
        before = max([items[index - 1].end + 8 if index else left, *(flag.left + flag.width + 8 for flag in made)])
        after = items[index + 1].start - 8 if index + 1 < len(items) else right
        for limit in (150.0, 84.0):
            names, details = lines(item.node.label, limit, "strong"), lines(item.node.detail, limit, "soft")
            width = max([*(breadth(t, "strong") for t in names), *(breadth(t, "soft") for t in details), 10.0])
            x = item.end + 12 if item.end + 12 + width <= after else item.start - 12 - width
            if x >= before:
                made.append(Flag(item, names, details, x, width, -1))
                break
        else:
            return []
    return made


def _flags(row: Row, left: float, right: float, tight: bool, order: tuple[int, ...]) -> list[Flag]:
    made: list[Flag] = []
    for item in sorted(row.items, key=lambda each: each.middle):
        if item.span and inside(item):
            continue
        limit = 104.0 if tight else 150.0
        names, details = lines(item.node.label, limit, "strong"), lines(item.node.detail, limit, "soft")
        width = max([*(breadth(t, "strong") for t in names), *(breadth(t, "soft") for t in details), 10.0])
        level, x = _room(made, item.middle, width, (left, right), order)
        made.append(Flag(item, names, details, x, width, level))
    return made


def _room(
    made: list[Flag], stem: float, width: float, ends: tuple[float, float], order: tuple[int, ...]
) -> tuple[int, float]:
    """The nearest level with room for a label, and its left end: over its stem, or to the right or left of it."""
    wanted = (stem - width / 2, stem - 8, stem + 8 - width)
    places = [min(max(wanted[index], ends[0]), ends[1] - width) for index in order]
    for level in range(_LEVELS):
        for x in places:
            if not any(_meets(flag, x, width, level, stem) for flag in made):
                return level, x
    return _LEVELS, places[0]


def _meets(flag: Flag, x: float, width: float, level: int, stem: float) -> bool:
    if flag.level == level:
        return flag.left < x + width + 8 and x < flag.left + flag.width + 8
    if flag.level < level:
        return flag.left - 3 < stem < flag.left + flag.width + 3
    return x - 3 < flag.item.middle < x + width + 3


def heights(flags: list[Flag]) -> dict[int, float]:
    """Of each level what its labels need."""
    levels: dict[int, float] = {}
    for flag in (each for each in flags if each.level >= 0):
        levels[flag.level] = max(levels.get(flag.level, 0.0), flag.height + 9)
    return levels
