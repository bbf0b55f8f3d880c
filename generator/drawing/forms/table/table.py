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

from generator.drawing.forms.shared.pieces import BRACE, saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import listed, sentence
from generator.drawing.forms.table.arrows import WIDEST, arrow
from generator.drawing.forms.table.drops import dropped, drops, room
from generator.drawing.forms.table.sheets import Sheet, aligned, cells_of, draw, headings
from generator.drawing.forms.table.stacked import stacked
from generator.drawing.scene.geometry import Rect, around
from generator.drawing.scene.shapes import Block, Shape, Size, TextLine
from generator.model import Edge

_SHRINK = 1.12
"""How much wider than the picture tables side by side may be: their texts then wrap."""
_TURNS = 24.0
"""Between tables beside each other, for lines that turn to one row."""
_EASY = 1.6
"""How many times the width that its words need a table alone takes, at most."""
_FRAME = 24.0
"""What the frame round tables takes of the width."""
_BELOW = 18.0
"""Between tables below each other."""


def _sheets(scope: Scope) -> list[Sheet]:
    """The tables and cards in the order of the code."""
    made: dict[str, Sheet] = {}
    for node in scope.nodes:
        group = next(iter(scope.homes(node)), None)
        if not group and scope.groups:
            made[node.id] = Sheet("", node.id, (), (), dict(node.attributes), node)
        elif node.group not in made:
            given = dict(group.attributes) if group else scope.given
            texts = ((each, "\n".join(filter(None, (each.label, each.detail)))) for each in scope.held(node.group))
            rows, title = tuple((each, cells_of(text)) for each, text in texts), group.label if group else ""
            head = cells_of(given.get("columns", ""))
            made[node.group] = Sheet(title, node.group, head, rows, given, None, scope.alone)
    return list(made.values())


def _columns(sheets: list[Sheet]) -> list[list[Sheet]]:
    """The tables by the column of the picture that they stand in."""
    made: dict[tuple[bool, int, str], list[Sheet]] = {}
    for index, sheet in enumerate(sheets):
        place = (False, len(sheet.place), sheet.place) if sheet.place else (True, index, "")
        made.setdefault(place, []).append(sheet)
    return [aligned(made[place]) for place in sorted(made)]


@dataclass(frozen=True)
class _Columns:
    """Columns of tables, and the room between them."""

    sheets: list[list[Sheet]]
    between: float

    @property
    def needs(self) -> list[float]:
        return [max(sheet.width for sheet in each) for each in self.sheets]

    @property
    def width(self) -> float:
        return sum(self.needs) + self.between * (len(self.sheets) - 1)


def side_by_side(scope: Scope) -> float:
    """The width that the tables need to stand beside each other."""
    return _set(scope, 0.0).width / _SHRINK if scope.nodes else 0.0


def _set(scope: Scope, width: float) -> _Columns:
    """The columns with labels as wide as the room allows."""
    turns = _TURNS if any(_joins(edge, scope.edges) for edge in scope.edges) else 0.0
    braces = 2 * BRACE if any(any(edge.ends) for edge in scope.edges) else 0.0
    for limit, turning, air in ((WIDEST, turns, 30), (104.0, turns, 30), (62.0, 0.0, 22)):
        between = max([44.0, *(saying(edge, limit).width + air + turning + braces for edge in scope.edges)])
        columns = _Columns(_columns(_sheets(scope)), between)
        if columns.width <= width:
            break
    return columns


def _joins(edge: Edge, edges: tuple[Edge, ...]) -> bool:
    """Whether an arrow ends where one from another row does."""
    return any(each.points[1] == edge.points[1] and each.points[0] != edge.points[0] for each in edges)


def block(scope: Scope, size: Size) -> Block:
    """Tables beside each other where they fit, else below each other; arrows from row to row."""
    sheets = _sheets(scope)
    scope = replace(scope, edges=_meant(scope, sheets))
    columns = _set(scope, size.width)
    slack = size.width * (1.0 if size.tight else _SHRINK)
    if len(columns.sheets) > 1 and columns.width <= slack:
        return _beside(scope, columns, size.width)
    width = size.width
    if len(columns.sheets) == 1 and (scope.parent or size.name == "wide"):
        width = min(width, columns.needs[0] + 60 if scope.parent else _EASY * columns.needs[0])
    return stacked(sheets, scope.edges, min(width, size.width - _FRAME) if scope.parent else width)


def _beside(scope: Scope, columns: _Columns, total: float) -> Block:
    grow = 0.0 if scope.parent else (total - columns.width) / len(columns.sheets)
    shapes: list[Shape] = []
    anchors: dict[str, Rect] = {}
    tables: dict[str, Rect] = {}
    straight: set[Edge] = set()
    x, bottom = 0.0, 0.0
    widths = [min(needed + grow, total) for needed in columns.needs]
    head = max(headings(each[0], width) for each, width in zip(columns.sheets, widths, strict=True))
    for column, width in zip(columns.sheets, widths, strict=True):
        y, down = 0.0, drops(column, scope.edges)
        straight |= {edge for each in down.values() for drop in each for edge in drop}
        for index, sheet in enumerate(column):
            made = draw(sheet, width, 0 if index else head).moved(x, y)
            shapes += made.shapes
            anchors |= made.anchors
            tables |= {} if sheet.card else {sheet.id: around(list(made.anchors.values()))}
            gap = Rect(x + 1, y + made.height, width - 2, max(_BELOW, room(down.get(index, ()), width)))
            if index in down:
                shapes += dropped(down[index], sheet, column[index + 1], gap)
            bottom, y = max(bottom, gap.y), gap.bottom
        x += width + columns.between
    rest = tuple(edge for edge in scope.edges if edge not in straight)
    for edge in rest:
        shapes += arrow(edge, rest, anchors, tables, columns.between)
    bottom = max([bottom, *(each.rect.bottom + 3 for each in shapes if isinstance(each, TextLine))])
    return Block(x - columns.between + 1 if scope.parent else total, bottom + 2, tuple(shapes), anchors)


def _meant(scope: Scope, sheets: list[Sheet]) -> tuple[Edge, ...]:
    """The arrows from and to what they mean: with `ltail` and `lhead` whole tables."""
    tables = {sheet.id for sheet in sheets}
    ends = [[group if group in tables else "" for group in edge.ends] for edge in scope.edges]
    return tuple(
        replace(edge, source=tail or edge.source, target=head or edge.target)
        for edge, (tail, head) in zip(scope.edges, ends, strict=True)
    )


def describe(scope: Scope) -> Iterator[str]:
    """Each table with its rows, then the arrows."""
    wording = scope.wording
    for table in _sheets(scope):
        if table.card:
            yield wording("Beside: {name}.", name=table.card.label)
            continue
        title = table.title or scope.label
        heads = listed(table.head, wording)
        named = wording("Table {title} with the columns {names}.", title=title, names=heads)
        yield named if table.head else wording("Table {title}.", title=title)
        for node, cells in table.rows:
            pairs = [f"{head} {cell}" for head, cell in zip(table.head, cells, strict=False)] or list(cells)
            tone = f" ({table.given.get(node.tone, scope.given.get(node.tone, node.tone))})" if node.tone else ""
            yield wording("Row: {cells}.", cells=wording(", ").join(pairs) + tone)
    if not scope.parent:
        names = {node.id: " ".join(node.label.split("|")[0].split()) for node in scope.nodes}
        names |= {group.id: group.label for group in scope.groups}
        yield from (sentence(edge, names, wording) for edge in _meant(scope, _sheets(scope)))


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """No rows, or rows with more cells than the table has columns."""
    tables = _sheets(scope)
    if not tables:
        yield "a table without rows", 'each node in it is a row: Node("1 | Ann")'
    for table in tables:
        for node, cells in table.rows:
            if table.head and len(cells) != len(table.head):
                yield (
                    f"cells of the row '{node.label}': {len(cells)}; columns of the table: {len(table.head)}",
                    "divide by |",
                )
