"""What stands in a row of a scale, and its labels: inside a bar, or outside on stems in levels that do not meet."""

from dataclasses import dataclass

from generator.drawing.forms.shared.pieces import Words, breadth, words
from generator.drawing.scene.shapes import BADGE
from generator.model import Node

_LEVELS = 6
"""Of labels above each other, at most."""
_CLEAR = 14.0
"""From the middle of a mark to the label of another beside it."""
_AIR = (8.0, 26.0)
"""Between two labels, and before one that begins with a number."""
_LEAST = 10.0
"""Width of a label, at least."""
_EDGE = 6.0
"""Between the ends of a bar and its words."""


@dataclass(frozen=True)
class Item:
    """A mark or a span, by its ends in pixels."""

    node: Node
    start: float
    end: float
    span: bool
    steps: tuple[int, ...] = ()
    """Numbers that no arrow tells."""

    @property
    def badges(self) -> float:
        """What its numbers need before words."""
        return len(self.steps) * (BADGE + 4) + 2 if self.steps else 0.0

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
    ticks: tuple[float, ...] = ()
    """Where light lines run, on which no number stands beside its words."""
    over: bool = False
    """Whether all its numbers stand over the words of their marks, as one of the picture has to."""

    def holds(self, node: str) -> bool:
        """Whether a node stands in it."""
        return any(item.node.id == node for item in self.items)


@dataclass(frozen=True)
class Flag:
    """A label outside its item, and how far out."""

    item: Item
    words: Words
    before: float
    """What its numbers need before its words; nothing where they stand over these."""
    left: float
    width: float
    level: int

    @property
    def icon(self) -> float:
        """Of its icon the height."""
        return 24.0 if self.item.node.icon and self.words.names else 0.0

    @property
    def height(self) -> float:
        """Of its lines, its numbers over or under them, and its icon."""
        numbers = BADGE if self.item.steps and not self.before else 0.0
        return self.icon + self.words.height + numbers + (2 if numbers and self.words.height else 0.0)


@dataclass(frozen=True)
class Inside:
    """What stands inside a bar: a label as lines, and its numbers before them where they leave it room."""

    words: Words
    badges: float = 0.0

    def centre(self, item: Item) -> float:
        """The middle of its lines: of the bar, or of what the numbers leave."""
        widest = _bold(self.words)
        free = widest + 2 * (self.badges + 3) <= item.end - item.start
        return item.middle if free else (item.start + self.badges + item.end) / 2


def inside(item: Item) -> Inside | None:
    """A span's label inside its bar, with its numbers or alone; none where it does not fit."""
    for badges in dict.fromkeys((item.badges, 0.0)):
        room = item.end - item.start - 2 * _EDGE - badges
        said = words(item.node, room)
        if _bold(said) <= room and said.count <= 4:
            return Inside(said, badges)
    return None


def _bold(said: Words) -> float:
    """What words may take in a bar: their width if all were names."""
    return max((breadth(line, "strong") for line in (*said.names, *said.details)), default=0.0)


def flags(row: Row, left: float, right: float, tight: bool, crossed: bool) -> list[Flag]:
    """Labels of marks, and of spans too short for theirs, in levels so that none meets another or its stem.

    In a row that arrows cross they stand beside their marks where there is room.
    """
    if crossed and (found := _beside(row, left, right)):
        return found
    over = (True,) if row.over else (False, True) if any(item.steps for item in row.items) else (False,)
    orders = ((0, 1, 2), (2, 0, 1), (1, 0, 2))
    ways = [_flags(row, (left, right), tight, order, above) for above in over for order in orders]
    return min(ways, key=lambda made: max((flag.level for flag in made), default=0))


def _beside(row: Row, left: float, right: float) -> list[Flag]:
    """Labels right of their marks, or all left of them, as far as the next mark; none where one has no room."""
    ways = (_sided(row, left, right, sides) for sides in ((1,), (-1,), (1, -1)))
    return next((made for made in ways if made), [])


def _sided(row: Row, left: float, right: float, sides: tuple[int, ...]) -> list[Flag]:
    made: list[Flag] = []
    items = sorted(row.items, key=lambda each: each.start)
    for index, item in enumerate(items):
        if item.span:
            return []
        before = max([items[index - 1].end + _CLEAR if index else left, *(flag.left + flag.width + 8 for flag in made)])
        after = items[index + 1].start - _CLEAR if index + 1 < len(items) else right
        for limit in (150.0, 84.0):
            said = words(item.node, limit)
            width = item.badges + max(said.width, _LEAST)
            places = [item.end + 12 if side > 0 else item.start - 12 - width for side in sides]
            x = next((x for x in places if before <= x and x + width <= after), None)
            if x is not None:
                made.append(Flag(item, said, item.badges, x, width, -1))
                break
        else:
            return []
    return made


def _flags(row: Row, ends: tuple[float, float], tight: bool, order: tuple[int, ...], over: bool) -> list[Flag]:
    """Labels in levels; numbers before the words, which stand over their marks, or over the words."""
    made: list[Flag] = []
    for item in sorted(row.items, key=lambda each: each.middle):
        within = inside(item) if item.span else None
        if within and within.badges == item.badges:
            continue
        said = Words() if within else words(item.node, 104.0 if tight else 150.0)
        for before in (0.0,) if over or not said.names else (item.badges, 0.0):
            width = max(before + max(said.width, _LEAST), item.badges - 6)
            level, x = _room(made, item.middle, width, before, ends, order)
            if not any(x - 2 < tick < x + before - 4 for tick in row.ticks):
                break
        made.append(Flag(item, said, before, x, width, level))
    return made


def _room(
    made: list[Flag], stem: float, width: float, before: float, ends: tuple[float, float], order: tuple[int, ...]
) -> tuple[int, float]:
    """The nearest level with room for a label, and its left end: over its stem, or to the right or left of it."""
    wanted = (stem - (width + before) / 2, stem - 8 - before, stem + 8 - width)
    places = [min(max(wanted[index], ends[0]), ends[1] - width) for index in order]
    for level in range(_LEVELS):
        for x in places:
            if not any(_meets(flag, x, width, before, level, stem) for flag in made):
                return level, x
    return _LEVELS, places[0]


def _meets(flag: Flag, x: float, width: float, before: float, level: int, stem: float) -> bool:
    if flag.level == level:
        one, other = _AIR[flag.before > 0], _AIR[before > 0]
        return flag.left < x + width + one and x < flag.left + flag.width + other
    if flag.level < level:
        return flag.left - 3 < stem < flag.left + flag.width + 3
    return x - 3 < flag.item.middle < x + width + 3


def heights(flags: list[Flag]) -> dict[int, float]:
    """Of each level what its labels need."""
    levels: dict[int, float] = {}
    for flag in (each for each in flags if each.level >= 0):
        levels[flag.level] = max(levels.get(flag.level, 0.0), flag.height + 9)
    return levels
