"""Rows and columns of sample data.

    with Cluster("users", graph_attr={"form": "table", "columns": "id | name | email"}):
        Node("1 | Ann | ann@example.org")
        changed = Node("2 | Ben | (none)", style="bold")      # a row that arrows may reach

Each node is a row, its cells are divided by "|". In a whole picture each cluster is a table of its own, side by side
where there is room, else one below the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.drawing.forms.part import Part
from generator.drawing.forms.pieces import KINDS, breadth, column, forward, key, lines, listed, saying, sentence
from generator.drawing.layout.geometry import Point, Rect
from generator.drawing.layout.shapes import LINE, Block, Box, Shape, Size, Stroke, Words, moved
from generator.model import Edge, Node

_PAD = 10.0
_BESIDE = 80.0
"""Width of labels on the right of tables that stand below each other."""


@dataclass(frozen=True)
class _Table:
    """One table: its rows cut to columns."""

    title: str
    id: str
    head: tuple[str, ...]
    rows: tuple[tuple[Node, tuple[str, ...]], ...]
    given: dict[str, str]

    @property
    def count(self) -> int:
        return max([len(self.head), *(len(cells) for _, cells in self.rows)], default=1)

    def widths(self) -> list[float]:
        """Of the columns, as their words need."""
        made = [36.0] * self.count
        for look, cells in (("heading", self.head), *(("plain", cells) for _, cells in self.rows)):
            for index, text in enumerate(cells):
                made[index] = max(
                    made[index], max((breadth(line, look) for line in text.split("\n")), default=0) + 2 * _PAD
                )
        return made


def cells_of(text: str) -> tuple[str, ...]:
    """What stands between the bars of a row."""
    return tuple(each.strip() for each in text.split("|")) if text.strip() else ()


def _tables(part: Part) -> list[_Table]:
    owners = [("" if part.parent else part.label, part.parent, part.given, part.held(part.parent))]
    owners += [(group.label, group.id, dict(group.attributes), part.held(group.id)) for group in part.groups]
    made = []
    for title, id_, given, nodes in owners:
        if nodes:
            rows = tuple((node, cells_of("\n".join(filter(None, (node.label, node.detail))))) for node in nodes)
            made.append(
                _Table(title if id_ != part.parent else "", id_, cells_of(given.get("columns", "")), rows, given)
            )
    return made


def block(part: Part, size: Size) -> Block:
    """Tables beside each other where they fit, else below each other; arrows from row to row."""
    tables = _tables(part)
    between = max([56.0, *(saying(edge, 120).width + 34 for edge in part.edges)]) if len(tables) > 1 else 0.0
    needed = [sum(table.widths()) for table in tables]
    across = sum(needed) + between * (len(tables) - 1) <= size.width and len(tables) > 1
    shapes: list[Shape] = []
    anchors: dict[str, Rect] = {}
    gutter = (
        0.0
        if across or not part.edges
        else max(saying(edge, _BESIDE).width for edge in part.edges) + 12 * len(part.edges) + 8
    )
    x = y = bottom = 0.0
    extra = (size.width - sum(needed) - between * (len(tables) - 1)) / max(1, sum(t.count for t in tables))
    for table in tables:
        width = sum(table.widths()) + extra * table.count if across else size.width - gutter
        if part.parent and not across:
            width = min(width, sum(table.widths()))
        made, high, rows = _draw(table, width)
        shapes += [moved(each, x, y) for each in made]
        anchors |= {name: Rect(r.x + x, r.y + y, r.w, r.h) for name, r in rows.items()}
        bottom = max(bottom, y + high)
        x, y = (x + width + between, y) if across else (x, y + high + 16)
    for index, edge in enumerate(part.edges):
        shapes += _arrow(edge, anchors, size.width - gutter, gutter, index)
    legend, high = key(part.given, 2, bottom + 10, size.width)
    right = max((r.right for r in anchors.values()), default=0) + gutter + 1
    total = right if part.parent else size.width
    return Block(total, bottom + (10 + high if high else 2), (*shapes, *legend), anchors)


def _draw(table: _Table, width: float) -> tuple[list[Shape], float, dict[str, Rect]]:
    """One table at the upper left corner."""
    widths = _fitted(table.widths(), width - 2)
    lefts = [1 + sum(widths[:index]) for index in range(len(widths))]
    made: list[Shape] = []
    y = 1.0
    if table.title:
        made.append(Words(2, y + 13, table.title, "strong", of=table.id))
        y += LINE + 6
    top = y
    if table.head:
        cut = [lines(text, w - 2 * _PAD, "heading") for text, w in zip(table.head, widths, strict=False)]
        high = max(map(len, cut)) * LINE + 10
        made.append(Box(Rect(1, y, width - 2, high), "band", "", table.id, 6))
        for said, left in zip(cut, lefts, strict=False):
            made += column(said, left + _PAD, y + 5, "heading", "start", of=table.id)
        y += high
    rows: dict[str, Rect] = {}
    for node, cells in table.rows:
        cut = [lines(text, w - 2 * _PAD) for text, w in zip(cells, widths, strict=False)]
        rect = Rect(1, y, width - 2, max([1, *map(len, cut)]) * LINE + 10)
        rows[node.id] = rect
        made.append(Box(rect, "cell", node.tone, node.id, 0))
        for said, left in zip(cut, lefts, strict=False):
            made += column(said, left + _PAD, y + 5, "plain", "start", of=node.id)
        y = rect.bottom
    made += [Stroke((Point(left, top), Point(left, y)), "rule") for left in lefts[1:]]
    return made, y, rows


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


def _arrow(edge: Edge, anchors: dict[str, Rect], right: float, gutter: float, index: int) -> list[Shape]:
    """From one table's right side to the next one's left; else round through the gutter on the right."""
    source, target, arrows = forward(edge)
    one, other = anchors[source], anchors[target]
    tone = "" if edge.kind == "main" else edge.kind
    if one.right < other.x or other.right < one.x:
        return _across(edge, one, other, arrows, tone)
    said = saying(edge, _BESIDE)
    x = right + 12 * (index + 1)
    a, b = (Point(one.right, one.centre.y), Point(other.right, other.centre.y))
    line = (a, Point(x, a.y), Point(x, b.y), b)
    rect = Rect(right + gutter - said.width - 1, b.y - said.height / 2, said.width, said.height)
    return [Stroke(line, "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]


def _across(edge: Edge, one: Rect, other: Rect, arrows: str, tone: str) -> list[Shape]:
    forth = one.right < other.x
    a = Point(one.right if forth else one.x, one.centre.y)
    b = Point(other.x if forth else other.right, other.centre.y)
    said = saying(edge, abs(b.x - a.x) - 30)
    turn = b.x - 14 if forth else b.x + 14
    line = (a, b) if abs(a.y - b.y) < 2 else (a, Point(turn, a.y), Point(turn, b.y), b)
    middle = (a.x + turn) / 2
    rect = Rect(middle - said.width / 2, a.y - said.height - 3, said.width, said.height)
    return [Stroke(line, "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]


def describe(part: Part) -> Iterator[str]:
    """Each table with its rows, then the arrows."""
    for table in _tables(part):
        title = table.title or part.label
        yield f"Table {title}" + (f" with the columns {listed(table.head)}." if table.head else ".")
        for node, cells in table.rows:
            pairs = [f"{head} {cell}" for head, cell in zip(table.head, cells, strict=False)] or list(cells)
            tone = f" ({table.given.get(node.tone, part.given.get(node.tone, node.tone))})" if node.tone else ""
            yield f"Row: {', '.join(pairs)}{tone}."
    if not part.parent:
        names = {node.id: " ".join(replace(node).label.split("|")[0].split()) for node in part.nodes}
        yield from (sentence(edge, names) for edge in part.edges)


def problems(part: Part) -> Iterator[tuple[str, str]]:
    """No rows, or rows with more cells than the table has columns."""
    tables = _tables(part)
    if not tables:
        yield "a table without rows", 'each node in it is a row: Node("1 | Ann")'
    for table in tables:
        for node, cells in table.rows:
            if table.head and len(cells) != len(table.head):
                yield (
                    f"the row '{node.label}' has {len(cells)} cells, the table {len(table.head)} columns",
                    "divide by |",
                )
