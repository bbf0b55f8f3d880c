"""One table, or one card beside tables, at the upper left corner: its rows cut to columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.drawing.forms.shared.pieces import NEXT, badge, badges, breadth, column, lines, plate
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import LINE, Block, Box, Shape, Stroke, TextLine
from generator.model import Node

_PAD, _OVER = 10.0, 5.0
"""Beside the words of a cell, and how much of that a word of a heading may take that would be cut else."""
TITLE = LINE + 6
"""Height of a title."""


@dataclass(frozen=True)
class Sheet:
    """One table: its rows cut to columns."""

    title: str
    id: str
    head: tuple[str, ...]
    rows: tuple[tuple[Node, tuple[str, ...]], ...]
    given: dict[str, str]
    card: Node | None = None
    """Instead of rows."""
    steps: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By the id of a row, or of the table: the numbers that stand in it."""
    least: tuple[float, ...] = ()
    """Widths of columns that tables above and below with as many columns need."""

    @property
    def place(self) -> str:
        """The column of the picture that the author put it into."""
        return self.given.get("column", "")

    @property
    def tones(self) -> dict[str, str]:
        """What each row means, by its id."""
        return {node.id: node.tone for node, _ in self.rows}

    @property
    def indent(self) -> float:
        """From its left border to its title: room for the numbers before that."""
        return 2 + (NEXT + 2) * len(self.steps.get(self.id, ()))

    @property
    def count(self) -> int:
        """How many columns it has."""
        return max([len(self.head), *(len(cells) for _, cells in self.rows)], default=1)

    def widths(self) -> list[float]:
        """Of the columns, as their words need."""
        if self.card:
            return [min(plate(self.card, 150, 30.0).width, 150.0)]
        made = [*self.least] or [36.0] * self.count
        for look, cells in (("heading", self.head), *(("plain", cells) for _, cells in self.rows)):
            for index, text in enumerate(cells):
                made[index] = max(
                    made[index], max((breadth(line, look) for line in text.split("\n")), default=0) + 2 * _PAD
                )
        for node, cells in self.rows:
            if node.id in self.steps:
                needs = max((breadth(line) for line in (cells[-1] if cells else "").split("\n")), default=0)
                made[-1] = max(made[-1], needs + 2 * _PAD + NEXT * len(self.steps[node.id]))
        return made

    @property
    def width(self) -> float:
        """What its columns need."""
        return sum(self.widths()) + 2


def aligned(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Tables below each other: those with as many columns have columns of the same widths."""
    alike: dict[int, list[list[float]]] = {}
    for sheet in sheets:
        if sheet.head:
            alike.setdefault(sheet.count, []).append(sheet.widths())
    common = {count: tuple(map(max, *widths)) for count, widths in alike.items() if len(widths) > 1}
    return [replace(sheet, least=common.get(sheet.count, ()) if sheet.head else ()) for sheet in sheets]


def cells_of(text: str) -> tuple[str, ...]:
    """What stands between the bars of a row."""
    return tuple(each.strip() for each in text.split("|")) if text.strip() else ()


def headings(table: Sheet, width: float) -> int:
    """How many lines the names of the columns take."""
    cuts = zip(table.head, _fitted(table.widths(), width - 2), strict=False)
    return max((len(lines(text, w - 2 * _PAD, "heading", _OVER)) for text, w in cuts), default=0)


def draw(table: Sheet, width: float, least: int = 0) -> Block:
    """A table with its rows in their places; names of columns take so many lines at least."""
    if table.card:
        card = plate(table.card, width, 30.0)
        rect = Rect(1, 1, width - 2, card.height)
        return Block(width, rect.bottom, card.put(rect), {table.card.id: rect})
    widths = _fitted(table.widths(), width - 2)
    lefts = [1 + sum(widths[:index]) for index in range(len(widths))]
    made: list[Shape] = []
    y = 1.0
    if table.title:
        made += badges(table.steps.get(table.id, ()), 1, y + 8.5, table.id)
        made.append(TextLine(table.indent, y + 13, table.title, "strong", of=table.id))
        y += TITLE
    top = y
    if table.head:
        cut = [lines(text, w - 2 * _PAD, "heading", _OVER) for text, w in zip(table.head, widths, strict=False)]
        high = max(least, *map(len, cut)) * LINE + 10
        made.append(Box(Rect(1, y, width - 2, high), "band", "", table.id, 6))
        for said, left in zip(cut, lefts, strict=False):
            made += column(said, left + _PAD, y + 5, "heading", "start", of=table.id)
        y += high
    rows: dict[str, Rect] = {}
    for node, cells in table.rows:
        steps = table.steps.get(node.id, ())
        rooms = [*widths[:-1], widths[-1] - NEXT * len(steps)]
        cut = [lines(text, w - 2 * _PAD) for text, w in zip(cells, rooms, strict=False)]
        rect = Rect(1, y, width - 2, max([1, *map(len, cut)]) * LINE + 10)
        rows[node.id] = rect
        made.append(Box(rect, "cell", node.tone, node.id, 0))
        for said, left in zip(cut, lefts, strict=False):
            made += column(said, left + _PAD, y + 5, "plain", "start", of=node.id)
        for index, step in enumerate(reversed(steps)):
            made.append(badge(step, Point(rect.right - NEXT * (index + 0.5) - 3, rect.centre.y), node.id))
        y = rect.bottom
    made += [Stroke((Point(left, top), Point(left, y)), "rule") for left in lefts[1:]]
    return Block(width, y, tuple(made), rows)


def _fitted(widths: list[float], total: float) -> list[float]:
    """Columns that fill a width: all grow alike; the widest shrink first."""
    over = sum(widths) - total
    if over <= 0:
        return [width - over / len(widths) for width in widths]
    cap = max(widths)
    while cap > 40 and sum(min(width, cap) for width in widths) > total:
        cap -= 2
    made = [min(width, cap) for width in widths]
    return [width * total / sum(made) for width in made]
