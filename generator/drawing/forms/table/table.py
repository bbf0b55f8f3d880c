"""Rows and columns of sample data.

    with Cluster("users", graph_attr={"form": "table", "columns": "id | name | email"}):
        Node("1 | Ann | ann@example.org")
        changed = Node("2 | Ben | (none)", style="bold")      # a row that arrows may reach

Each node is a row, its cells are divided by "|". In a whole picture each cluster is a table of its own, and a node in
none a card; they stand side by side, those with the same `column="2"` below each other, or all below each other where
there is no room.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import KINDS, forward, listed, saying, sentence
from generator.drawing.forms.table.sheets import Sheet, aligned, cells_of, draw, headings
from generator.drawing.forms.table.stacked import stacked
from generator.drawing.scene.geometry import Line, Point, Rect
from generator.drawing.scene.shapes import Block, Shape, Size, Stroke, Words, moved
from generator.model import Edge

_BESIDE = 80.0
"""Width of labels on the right of tables that stand below each other."""
_SHRINK = 1.12
"""How much wider than the picture tables side by side may be: their texts then wrap."""
_INSIDE = 5.0
"""From a row's border to a line that ends there."""
_NEXT = 34.0
"""Closer arrows have no room for a label between them."""
_BELOW = 18.0
"""Between tables below each other."""


def _sheets(part: Part) -> list[Sheet]:
    """The tables and cards in the order of the code."""
    made: list[Sheet] = []
    seen: set[str] = set()
    homes = {group.id: group for group in part.groups}
    for node in part.nodes:
        group = homes.get(node.group)
        if not group and part.groups:
            made.append(Sheet("", node.id, (), (), dict(node.attributes), node))
        elif node.group not in seen:
            seen.add(node.group)
            given = dict(group.attributes) if group else part.given
            rows = tuple(
                (each, cells_of("\n".join(filter(None, (each.label, each.detail))))) for each in part.held(node.group)
            )
            title = group.label if group else ""
            made.append(Sheet(title, node.group, cells_of(given.get("columns", "")), rows, given, None, part.alone))
    return made


def _columns(sheets: list[Sheet]) -> list[list[Sheet]]:
    """The tables by the column of the picture that they stand in."""
    made: dict[str, list[Sheet]] = {}
    for index, sheet in enumerate(sheets):
        made.setdefault(sheet.place or f"own {index}", []).append(sheet)
    places = sorted(made, key=lambda place: (place.startswith("own"), len(place), place))
    return [aligned(made[place]) for place in places]


@dataclass(frozen=True)
class _Columns:
    """Columns of tables, and the room between them."""

    sheets: list[list[Sheet]]
    between: float

    @property
    def needs(self) -> list[float]:
        return [max(sum(sheet.widths()) for sheet in each) for each in self.sheets]

    @property
    def width(self) -> float:
        return sum(self.needs) + self.between * (len(self.sheets) - 1)


def side_by_side(part: Part) -> float:
    """The width that the tables need to stand beside each other."""
    return _set(part, 0.0).width / _SHRINK if part.nodes else 0.0


def _set(part: Part, width: float) -> _Columns:
    """The columns with labels as wide as the room allows."""
    for limit in (104.0, 62.0):
        between = max([44.0, *(saying(edge, limit).width + (30 if limit > 70 else 22) for edge in part.edges)])
        columns = _Columns(_columns(_sheets(part)), between)
        if columns.width <= width:
            break
    return columns


def block(part: Part, size: Size) -> Block:
    """Tables beside each other where they fit, else below each other; arrows from row to row."""
    sheets, columns = _sheets(part), _set(part, size.width)
    slack = size.width * (1.0 if size.width < 400 else _SHRINK)
    if len(columns.sheets) == 1 or columns.width > slack:
        width = min(size.width, columns.needs[0] + 60) if part.parent and len(columns.sheets) == 1 else size.width
        stack = stacked(sheets, part.edges, width)
        return Block(stack.width, stack.height + 2, stack.shapes, stack.anchors)
    grow = 0.0 if part.parent else (size.width - columns.width) / len(columns.sheets)
    shapes: list[Shape] = []
    anchors: dict[str, Rect] = {}
    x, bottom = 0.0, 0.0
    widths = [min(needed + grow, size.width) for needed in columns.needs]
    head = max(headings(each[0], width) for each, width in zip(columns.sheets, widths, strict=True))
    for column, width in zip(columns.sheets, widths, strict=True):
        y = 0.0
        for index, sheet in enumerate(column):
            made, high, rows = draw(sheet, width, 0 if index else head)
            shapes += [moved(each, x, y) for each in made]
            anchors |= {name: Rect(r.x + x, r.y + y, r.w, r.h) for name, r in rows.items()}
            below = [saying(edge, _BESIDE).height + 16 for edge in _down(part.edges, rows)]
            bottom, y = max(bottom, y + high), y + high + max([_BELOW, *below])
        x += width + columns.between
    for edge in part.edges:
        shapes += _arrow(edge, part.edges, anchors, columns.between)
    bottom = max([bottom, *(each.rect.bottom + 3 for each in shapes if isinstance(each, Words))])
    total = x - columns.between + 1 if part.parent else size.width
    return Block(total, bottom + 2, tuple(shapes), anchors)


def _down(edges: tuple[Edge, ...], rows: dict[str, Rect]) -> list[Edge]:
    """The arrows that may leave a table at its foot."""
    last = max(rows, key=lambda each: rows[each].bottom)
    return [edge for edge in edges if last in (edge.source, edge.target)]


def _arrow(edge: Edge, edges: tuple[Edge, ...], anchors: dict[str, Rect], between: float) -> list[Shape]:
    """From one table's side to the next one's; within a column round through the room on its right."""
    source, target, arrows = forward(edge)
    one, other = anchors[source], anchors[target]
    tone = "" if edge.kind == "main" else edge.kind
    rows = list(anchors.values())
    alike = all(each.kind == edge.kind for each in edges if forward(each)[1] == target)
    straight = None if alike and _are_neighbours(one, other, rows) else _foot(one, other, rows)
    if straight:
        said = saying(edge, _BESIDE)
        a, b = straight[-2:]
        rect = Rect(a.x + 9, (a.y + b.y - said.height) / 2, said.width, said.height)
        if len(straight) > 2:
            rect = Rect((straight[0].x + a.x - said.width) / 2, a.y + 5, said.width, said.height)
        return [Stroke(straight, "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]
    if one.right < other.x or other.right < one.x:
        return _across(edge, one, other, arrows, tone, between, _is_lower(edge, edges, anchors))
    said = saying(edge, between - 30)
    a, b = Point(one.right, one.centre.y), Point(other.right, other.centre.y)
    x = max(a.x, b.x) + 12
    line = (a, Point(x, a.y), Point(x, b.y), b)
    rect = Rect(x + 6, (a.y + b.y - said.height) / 2, said.width, said.height)
    return [Stroke(line, "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]


def _is_lower(edge: Edge, edges: tuple[Edge, ...], anchors: dict[str, Rect]) -> bool:
    """Whether another arrow runs right above one between the same tables, and none right below it."""
    source, target = (anchors[end] for end in edge.points)
    mine = {source.x, target.x}
    others = [
        anchors[each.source].centre.y - source.centre.y
        for each in edges
        if each is not edge and {anchors[end].x for end in each.points} == mine
    ]
    return any(-_NEXT < far < -1 for far in others) and not any(1 < far < _NEXT for far in others)


def _are_neighbours(one: Rect, other: Rect, rows: list[Rect]) -> bool:
    """Whether two stand in columns beside each other, with nothing between them."""
    left, right = (one, other) if one.x < other.x else (other, one)
    return left.right < right.x and not any(left.right < each.x and each.right < right.x for each in rows)


def _foot(one: Rect, other: Rect, rows: list[Rect]) -> Line | None:
    """A line to the foot of a table's last row, straight up or round one corner; or straight down from there."""
    below = [each for each in rows if each.x < other.right and other.x < each.right and each.y >= other.bottom]
    if one.x < other.right and other.x < one.right:
        upper, lower = (one, other) if one.y < other.y else (other, one)
        between = [
            each for each in rows if upper.bottom <= each.y < lower.y and each.x < lower.right and lower.x < each.right
        ]
        line = (Point(lower.centre.x, upper.bottom), Point(lower.centre.x, lower.y))
        return None if between else line if upper is one else line[::-1]
    if below or one.centre.y < other.bottom + 8:
        return None
    y, x = one.centre.y, other.centre.x
    return (Point(one.x if x < one.x else one.right, y), Point(x, y), Point(x, other.bottom))


def _across(edge: Edge, one: Rect, other: Rect, arrows: str, tone: str, between: float, lower: bool) -> list[Shape]:
    """Through the room beside the source; the label over the line's first stretch, below it where one runs above."""
    forth = one.right < other.x
    a = Point(one.right if forth else one.x, one.centre.y)
    b = Point(other.x if forth else other.right, other.centre.y)
    said = saying(edge, min(104.0, abs(b.x - a.x) - 22))
    turn = b.x - 14 if forth else b.x + 14
    high, low = max(one.y, other.y) + _INSIDE, min(one.bottom, other.bottom) - _INSIDE
    if high <= low:  # rows of different heights
        a, b = Point(a.x, (high + low) / 2), Point(b.x, (high + low) / 2)
    line = (a, b) if abs(a.y - b.y) < 2 else (a, Point(turn, a.y), Point(turn, b.y), b)
    top = a.y + 4 if lower else a.y - said.height - 3
    rect = Rect((a.x + turn - said.width) / 2, top, said.width, said.height)
    return [Stroke(line, "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]


def describe(part: Part) -> Iterator[str]:
    """Each table with its rows, then the arrows."""
    wording = part.wording
    for table in _sheets(part):
        if table.card:
            yield wording("Beside: {name}.", name=table.card.label)
            continue
        title = table.title or part.label
        heads = listed(table.head, wording)
        named = wording("Table {title} with the columns {names}.", title=title, names=heads)
        yield named if table.head else wording("Table {title}.", title=title)
        for node, cells in table.rows:
            pairs = [f"{head} {cell}" for head, cell in zip(table.head, cells, strict=False)] or list(cells)
            tone = f" ({table.given.get(node.tone, part.given.get(node.tone, node.tone))})" if node.tone else ""
            yield wording("Row: {cells}.", cells=wording(", ").join(pairs) + tone)
    if not part.parent:
        names = {node.id: " ".join(replace(node).label.split("|")[0].split()) for node in part.nodes}
        yield from (sentence(edge, names, wording) for edge in part.edges)


def problems(part: Part) -> Iterator[tuple[str, str]]:
    """No rows, or rows with more cells than the table has columns."""
    tables = _sheets(part)
    if not tables:
        yield "a table without rows", 'each node in it is a row: Node("1 | Ann")'
    for table in tables:
        for node, cells in table.rows:
            if table.head and len(cells) != len(table.head):
                yield (
                    f"the row '{node.label}' has {len(cells)} cells, the table {len(table.head)} columns",
                    "divide by |",
                )
