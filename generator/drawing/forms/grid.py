"""Cells in rows and columns: tiles, a map, a matrix of counters.

    with Cluster("Tiles", graph_attr={"form": "grid", "columns": "4", "marked": "in view"}):
        for tile in range(16):
            Node(str(tile), style="bold" if tile in (5, 6) else "")
        Node("Viewer", at="2.5,2")        # not a cell: stands over the cells, column and row counted from 1

`head="a|b"` and `side="x|y"` name columns and rows; "marked", "muted", "failure" and "reply" say in a key what bold,
dashed, red and green cells are. Cells with the same `outline="in reach"` have a dashed outline together; `reach="1.5"`
draws a circle of so many cells round what stands over the grid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, hypot, sqrt

from generator.drawing.forms.shared.pieces import NEXT, badges, breadth, column, lines, plate, saying, wire
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import listed, name_of, sentences
from generator.drawing.scene.geometry import Point, Rect, around
from generator.drawing.scene.shapes import LINE, TONES, Block, Box, Dot, Shape, Size, TextLine, moved
from generator.model import Edge, Node

_ROUND = 12.0
"""Corners of what stands over the cells."""


@dataclass(frozen=True)
class _Field:
    """Where the cells are."""

    columns: int
    left: float
    top: float
    w: float
    h: float

    def cell(self, column: float, row: float) -> Rect:
        return Rect(self.left + column * self.w, self.top + row * self.h, self.w, self.h)


def block(scope: Scope, size: Size) -> Block:
    """Headings, cells, outlines, what stands over them, and the key."""
    cells, over = _cells(scope), [node for node in scope.nodes if _at(node)]
    heads, sides = _names(scope, "head"), _names(scope, "side")
    columns = _columns(scope, len(cells))
    rows = max(1, ceil(len(cells) / columns))
    field = _field(scope, cells, columns, size)
    shapes: list[Shape] = []
    for index, text in enumerate(heads[:columns]):
        rect = field.cell(index, 0)
        shapes += column(lines(text, field.w - 6, "heading"), rect.centre.x, 2, "heading")
    for index, text in enumerate(sides[:rows]):
        shapes.append(TextLine(field.left - 10, field.cell(0, index).centre.y + 4.5, text, "heading", "end"))
    anchors = {node.id: field.cell(index % columns, index // columns) for index, node in enumerate(cells)}
    for node in sorted(cells, key=lambda node: node.tone not in ("", "muted")):  # no neighbour's border over a lit one
        shapes += plate(node, field.w - 2, min(26.0, field.h - 24)).put(anchors[node.id], "cell", 0)
    for group in scope.groups:
        held = [anchors[node.id] for node in scope.held(group.id) if node.id in anchors]
        if held:
            shapes.append(Box(around(held).grown(3), "range", group.tone, group.id, 8))
    for name in _outlines(cells):
        held = [anchors[node.id] for node in cells if dict(node.attributes).get("outline") == name]
        shapes.append(Box(around(held).grown(3), "range", "", "", 8))
    for node in over:
        shapes += _over(node, scope.alone.get(node.id, ()), field, anchors)
    for edge in scope.edges:
        shapes += _arrow(edge, anchors, {node.id for node in over})
    total, bottom = field.left + columns * field.w + 4, field.top + rows * field.h + 4
    made = Block(total, bottom, tuple(shapes), anchors)
    return made.centred(size.width) if size.tight and not scope.parent else made


def _at(node: Node) -> str:
    return dict(node.attributes).get("at", "")


def _cells(scope: Scope) -> list[Node]:
    return [node for node in scope.nodes if not _at(node)]


def _outlines(cells: list[Node]) -> tuple[str, ...]:
    """What cells with a common outline are called."""
    found = (dict(node.attributes).get("outline", "") for node in cells)
    return tuple(dict.fromkeys(filter(None, found)))


def _names(scope: Scope, name: str) -> list[str]:
    return [each.strip() for each in scope.given.get(name, "").split("|")] if scope.given.get(name) else []


def _columns(scope: Scope, cells: int) -> int:
    text = scope.given.get("columns", "")
    return max(1, int(text)) if text.isdecimal() else max(1, ceil(sqrt(cells)))


def _field(scope: Scope, cells: list[Node], columns: int, size: Size) -> _Field:
    """Cells of one size: as wide as the picture for a whole one, as their words need in a flow."""
    left = max((breadth(text, "heading") + 18 for text in _names(scope, "side")), default=4.0)
    left = min(left, size.width * 0.34)
    room = (size.width - left - 4) / columns
    natural = max((plate(node, room, 26.0).width for node in cells), default=40.0)
    w = min(room, max(natural, 44.0)) if scope.parent else min(room, 150.0)
    high = max((plate(node, w - 2, 26.0).height for node in cells), default=40.0)
    h = max(high, min(w * 0.8, 78.0))
    head = max((len(lines(text, w - 6, "heading")) for text in _names(scope, "head")), default=0)
    return _Field(columns, left, head * LINE + (8 if head else 4), w, h)


def _over(node: Node, steps: tuple[int, ...], field: _Field, anchors: dict[str, Rect]) -> list[Shape]:
    """What stands over the cells, its numbers in it, with the circle of its reach."""
    x, y = (_number(each) for each in f"{_at(node)},1".split(",")[:2])
    centre = Point(field.left + (x - 0.5) * field.w, field.top + (y - 0.5) * field.h)
    made: list[Shape] = []
    reach = _number(dict(node.attributes).get("reach", "0"))
    if reach:
        made.append(Dot(centre, reach * min(field.w, field.h), "reach", node.tone, node.id))
    card = plate(node, 110, 22.0, beside=True)
    before = len(steps) * NEXT
    w = max(card.width, 30.0) + before
    left = min(max(centre.x - w / 2, 1), field.left + field.columns * field.w - w - 1)
    anchors[node.id] = Rect(left, centre.y - card.height / 2, w, card.height)
    body, *inside = card.put(anchors[node.id], "cell", _ROUND)
    inside = [moved(each, before / 2, 0) for each in inside]
    return [*made, body, *inside, *badges(steps, left + 6, centre.y, node.id)]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _arrow(edge: Edge, anchors: dict[str, Rect], over: set[str]) -> list[Shape]:
    """A straight arrow between cells, its label on a plate in the middle."""
    source, target = edge.points
    if source == target:
        return []
    start, end = (
        _border(anchors[one], anchors[other], _ROUND if one in over else 0.0)
        for one, other in ((source, target), (target, source))
    )
    made: list[Shape] = [wire(edge, (start, end))]
    said = saying(edge, 130)
    if said.width:
        middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
        rect = Rect(middle.x - said.width / 2 - 5, middle.y - said.height / 2 - 2, said.width + 10, said.height + 4)
        made.append(Box(rect, "cell", "", edge.id, 10))
        made += said.put(rect)
    return made


def _border(rect: Rect, other: Rect, corner: float) -> Point:
    """Where the way from a rectangle's middle to another's leaves it, with its round corners."""
    dx, dy = other.centre.x - rect.centre.x, other.centre.y - rect.centre.y
    share = min(rect.w / 2 / abs(dx) if dx else 9.0, rect.h / 2 / abs(dy) if dy else 9.0, 1.0)
    long = hypot(dx, dy) or 1.0
    while (
        corner
        and hypot(max(0, abs(dx) * share - rect.w / 2 + corner), max(0, abs(dy) * share - rect.h / 2 + corner)) > corner
    ):
        share -= 0.5 / long
    share = min(share + (0.5 if corner else 2) / long, 0.5)
    return Point(rect.centre.x + dx * share, rect.centre.y + dy * share)


_MEANT = {"marked": "Marked", "muted": "Muted", "failure": "Failure", "reply": "Reply"}
"""What a tone stands for where its author does not say."""


def _meant(scope: Scope, tone: str) -> str:
    return scope.given[tone].capitalize() if tone in scope.given else scope.wording(_MEANT[tone])


def describe(scope: Scope) -> Iterator[str]:
    """Size, headings, each kind of cell, and what stands over them."""
    cells = _cells(scope)
    columns = _columns(scope, len(cells))
    wording, rows = scope.wording, ceil(len(cells) / columns)
    name = f"{scope.label}: " if scope.parent and scope.label else ""
    high = wording.count(rows, "{count} row", "{count} rows")
    wide = wording.count(columns, "{count} column", "{count} columns")
    yield name + wording("A grid of {rows} and {columns}.", rows=high, columns=wide)
    heads, sides = _names(scope, "head"), _names(scope, "side")
    if heads:
        yield wording("Columns: {names}.", names=listed(heads, wording))
    for row in range(rows):
        said = [name_of(node) or wording("empty") for node in cells[row * columns : (row + 1) * columns]]
        side = sides[row] if row < len(sides) else wording("Row {number}", number=row + 1)
        yield wording("{name}: {names}.", name=side, names=wording(", ").join(said))
    for tone in TONES[1:]:
        held = [
            name_of(node) or wording("cell {number}", number=index)
            for index, node in enumerate(cells, 1)
            if node.tone == tone
        ]
        if held:
            yield wording("{name}: {names}.", name=_meant(scope, tone), names=listed(held, wording))
    for name in _outlines(cells):
        held = [name_of(node) or wording("empty") for node in cells if dict(node.attributes).get("outline") == name]
        yield wording("{name}: {names}.", name=name.capitalize(), names=listed(held, wording))
    for node in scope.nodes:
        if _at(node):
            yield wording("{name} stands at column and row {place}.", name=name_of(node), place=_at(node))
    if not scope.parent:
        yield from sentences(scope)


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """No cells, columns that are no number, more columns than a phone shows."""
    text = scope.given.get("columns", "")
    if text and not text.isdecimal():
        yield f"columns='{text}' is no number", 'graph_attr={"form": "grid", "columns": "4"}'
    if not _cells(scope):
        yield "a grid without cells", "each node in it is a cell, in the order of the code"
    elif _columns(scope, len(_cells(scope))) > 10:
        yield "more than ten columns are too narrow on a phone", "fewer columns"
