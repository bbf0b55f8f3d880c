"""The rows of a scale: spans as bars, marks as dots with a label on a stem, arrows between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.drawing.forms.flags import Flag, Item, Row, flags, heights, inside
from generator.drawing.forms.part import Part
from generator.drawing.forms.pieces import KINDS, breadth, column, forward, lines, saying
from generator.drawing.layout.geometry import Point, Rect
from generator.drawing.layout.shapes import LINE, Box, Dot, Icon, Shape, Stroke
from generator.model import Edge

_BAR = 30.0


@dataclass
class Drawn:
    """A row in its place."""

    bottom: float
    shapes: list[Shape] = field(default_factory=list)
    taken: list[Rect] = field(default_factory=list)
    anchors: dict[str, Rect] = field(default_factory=dict)


def draw(
    row: Row, part: Part, rows: Sequence[Row], index: int, top: float, sides: tuple[float, float, float], tight: bool
) -> Drawn:
    """A row from its top down: title, labels, bars; labels below instead where arrows come from above."""
    side, left, right = sides
    made = Drawn(top)
    y = top + 6
    if row.title and not side:
        made.shapes += column((row.title,), 2, y, "strong", "start", of=row.id)
        made.taken.append(Rect(0, y, breadth(row.title, "strong") + 6, LINE))
        y += LINE + 4
    below = _joined(part, rows, index, -1) and not _joined(part, rows, index, 1)
    labels = flags(row, left - 12, right + 16, tight)
    levels = heights(labels)
    under, over = (sum(levels.values()), 0.0) if below else (0.0, sum(levels.values()))
    brackets = _brackets(part, row)
    room = sum(saying(edge, 150).height + 22 for edge in brackets)
    under, over = (under, over + room) if below else (under + room, over)
    bars = [(item, inside(item)) for item in row.items if item.span]
    high = max([_BAR if bars else 16.0, *(len(said) * LINE + 10 for _, said in bars if said)])
    base = y + over
    middle = base + high / 2
    if side and row.title:
        said = lines(row.title, side - 10, "strong")
        made.shapes += column(said, 2, middle - len(said) * LINE / 2, "strong", "start", of=row.id)
    if not bars:
        made.shapes.append(Stroke((Point(left - 8, middle), Point(right + 8, middle)), "rule", of=row.id))
    for item in row.items:
        _item(item, dict(bars).get(item, ()), base, high, [f for f in labels if f.item == item], levels, below, made)
    _bracketed(brackets, made, base if below else base + high, -1.0 if below else 1.0)
    made.bottom = base + high + under + 12
    return made


def _joined(part: Part, rows: Sequence[Row], index: int, way: int) -> bool:
    """Whether arrows lead to rows above (way -1) or below (way 1)."""
    for edge in part.edges:
        ends = [
            next((i for i, row in enumerate(rows) if row.holds(node)), index) for node in (edge.source, edge.target)
        ]
        other = ends[1] if ends[0] == index else ends[0]
        if index in ends and (other - index) * way > 0:
            return True
    return False


def _item(
    item: Item,
    said: tuple[str, ...],
    base: float,
    high: float,
    flags: list[Flag],
    levels: dict[int, float],
    below: bool,
    made: Drawn,
) -> None:
    node, middle = item.node, base + high / 2
    if item.span:
        rect = Rect(item.start, base, max(item.end - item.start, 4.0), high)
        made.shapes.append(Box(rect, "bar", node.tone, node.id, 5))
        names = len(lines(node.label, item.end - item.start - 12, "strong")) if said else 0
        top = middle - len(said) * LINE / 2
        made.shapes += column(said[:names], rect.centre.x, top, "strong", of=node.id)
        made.shapes += column(said[names:], rect.centre.x, top + names * LINE, "soft", of=node.id)
    else:
        rect = Rect(item.start - 6, middle - 6, 12, 12)
    made.anchors[node.id] = rect
    for flag in flags:
        _flag(flag, rect, levels, below, made)
    if not item.span:
        made.shapes.append(Dot(Point(item.start, middle), 6, "mark", node.tone, node.id))
    made.taken.append(rect)


def _flag(flag: Flag, rect: Rect, levels: dict[int, float], below: bool, made: Drawn) -> None:
    node, x = flag.item.node, flag.item.middle
    inner = sum(high for level, high in levels.items() if level < flag.level)
    if below:
        top = rect.bottom + inner + 6
        stem = (Point(x, rect.bottom), Point(x, top - 1))
    else:
        top = rect.y - inner - flag.height - 5
        stem = (Point(x, rect.y), Point(x, top + flag.height + 1))
    if abs(stem[0].y - stem[1].y) > 8:
        made.shapes.append(Stroke(stem, "rule", of=node.id))
    place = Rect(flag.left, top, flag.width, flag.height)
    made.taken.append(place.grown(2))
    if node.icon:
        made.shapes.append(Icon(node.icon, Rect(place.centre.x - 11, top, 22, 22), node.id))
        top += 24
    made.shapes += column(flag.names, place.centre.x, top, "strong", of=node.id)
    made.shapes += column(flag.details, place.centre.x, top + len(flag.names) * LINE, "soft", of=node.id)


def _brackets(part: Part, row: Row) -> list[Edge]:
    """Arrows within a row."""
    return [each for each in part.edges if row.holds(each.source) and row.holds(each.target)]


def _bracketed(edges: list[Edge], made: Drawn, start: float, way: float) -> None:
    """Arrows within a row as brackets on its free side."""
    y = start
    for edge in edges:
        source, target, arrows = forward(edge)
        one, other = made.anchors[source], made.anchors[target]
        said = saying(edge, 150)
        toward = 3.0 if other.centre.x > one.centre.x else -3.0
        a, b = one.centre.x + toward, other.centre.x - toward
        near = one.bottom if way > 0 else one.y
        end = other.bottom if way > 0 else other.y
        y += way * (said.height + 22)
        line = (Point(a, near), Point(a, y - way * 8), Point(b, y - way * 8), Point(b, end))
        tone = "" if edge.kind == "main" else edge.kind
        made.shapes.append(Stroke(line, "line", tone, edge.id, arrows))
        top = y - way * 8 - (said.height + 3 if way > 0 else -3)
        rect = Rect((a + b - said.width) / 2, top, said.width, said.height)
        if rect.w > abs(a - b) - 8:
            rect = Rect(max(a, b) + 6, top, said.width, said.height)
        made.taken.append(rect.grown(2))
        made.shapes += said.put(rect, edge.id, KINDS.get(edge.kind, ""))


def arrow(edge: Edge, anchors: dict[str, Rect], rows: Sequence[Row]) -> list[Shape]:
    """An arrow from one row to another: straight, as time goes on; its label beside its middle."""
    source, target, arrows = forward(edge)
    if any(row.holds(source) and row.holds(target) for row in rows) or not {source, target} <= set(anchors):
        return []
    one, other = anchors[source], anchors[target]
    down = other.y > one.y
    a = Point(_near(one, other), one.bottom if down else one.y)
    b = Point(_near(other, one), other.y if down else other.bottom)
    said = saying(edge, 120)
    tone = "" if edge.kind == "main" else edge.kind
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    rect = Rect(middle.x + 10, middle.y - said.height / 2, said.width, said.height)
    return [Stroke((a, b), "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]


def _near(rect: Rect, other: Rect) -> float:
    """Of a span the place nearest to what it is joined to; of a mark its middle."""
    return min(max(other.centre.x, rect.x + 8), rect.right - 8) if rect.w > 16 else rect.centre.x
