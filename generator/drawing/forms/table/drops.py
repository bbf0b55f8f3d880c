"""Arrows from one table of a stack to the next: straight down between the two, with their words beside them.

They end above the title of the lower one, and run on past a short one that does not lie under them.

Those of rows share one where there is one thing to say, and one arrow or marks tell which rows are meant.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.drawing.forms.shared.pieces import CLEAR, Saying, breadth, saying, wire
from generator.drawing.forms.table.sheets import TITLE, Sheet
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Shape
from generator.model import Edge

_WORDS = 9.0
"""From a line to its words."""
_WIDEST = 132.0
"""Widest words."""
_ROOM, _LEAST = 16.0, 32.0
"""Of a gap besides the words, and the least that shows an arrow."""
_AIR = 3.0
"""Between the end of an arrow and the title of a table."""
Drop = tuple[Edge, ...]
"""Arrows that share a line."""


def drops(sheets: Sequence[Sheet], edges: Sequence[Edge]) -> dict[int, list[Drop]]:
    """By the place of the upper one of two tables: what runs straight between them."""
    found: dict[int, list[Drop]] = {}
    for index, (upper, lower) in enumerate(pairwise(sheets)):
        here = [edge for edge in edges if _meets(edge, upper) and _meets(edge, lower)]
        whole = [(edge,) for edge in here if set(edge.points) == {upper.id, lower.id}]
        rows = tuple(edge for edge in here if (edge,) not in whole)
        made = [*whole, *([rows] if rows and _are_one(rows, upper, lower) else [])]
        found |= {index: made} if made else {}
    return found


def _meets(edge: Edge, sheet: Sheet) -> bool:
    return any(end == sheet.id or end in sheet.tones for end in edge.points)


def _are_one(edges: Drop, upper: Sheet, lower: Sheet) -> bool:
    """Whether arrows between rows say one thing: a lone one, or all from and to the rows that have a tone."""
    ways = {(edge.points[0] in upper.tones, edge.kind, edge.arrows) for edge in edges}
    words = {(edge.step, edge.label) for edge in edges if edge.label or edge.step is not None}
    meant = {end for edge in edges for end in edge.points}
    toned = {name for name, tone in (*upper.tones.items(), *lower.tones.items()) if tone}
    return len(edges) == 1 or (len(ways) == 1 and len(words) < 2 and meant == toned)


def _sayings(found: Sequence[Drop], width: float) -> list[Saying]:
    limit = min(_WIDEST, width / (2 if len(found) == 1 else len(found)) - 2 * _WORDS)
    return [saying(_speaker(each), limit) for each in found]


def _speaker(drop: Drop) -> Edge:
    return next((edge for edge in drop if edge.label or edge.step is not None), drop[0])


def room(found: Sequence[Drop], width: float) -> float:
    """The gap that arrows need between two tables of a width."""
    return max([_LEAST, *(said.height + _ROOM for said in _sayings(found, width))]) if found else 0.0


def dropped(found: Sequence[Drop], upper: Sheet, lower: Sheet, gap: Rect, taken: float = 0.0) -> Iterator[Shape]:
    """Arrows in the gap between two tables, words below what is taken of it: a lone one in the middle."""
    said = _sayings(found, gap.w)
    air = (gap.w - sum(each.width + _WORDS for each in said)) / (len(said) + 1)
    x = gap.x + air if len(found) > 1 else gap.centre.x
    for each, words in zip(found, said, strict=True):
        end = gap.bottom + _depth(lower, x - gap.x)
        line = (Point(x, gap.y), Point(x, end))
        for edge in each:
            yield wire(edge, line if edge.points[0] in (upper.id, *upper.tones) else line[::-1])
        yield from words.put(words.at(x + _WORDS, (gap.y + taken + end - words.height) / 2))
        x += _WORDS + words.width + air


def _depth(lower: Sheet, x: float) -> float:
    """How far below a table's upper border an arrow to it ends, so far from its left one."""
    if not lower.title:
        return 1.0
    return -_AIR if x < lower.indent + breadth(lower.title, "strong") + CLEAR else 1 + TITLE
