"""Time or a quantity along a line: marks, spans, ticks.

    Diagram("Lag", graph_attr={"form": "scale", "from": "0", "to": "200", "unit": "ms", "axis": "server time"})
    with Cluster("Player"):                          # a cluster is a row of its own
        shot = Node("shot", at="100")                # a mark
        Node("sees the past", start="20", end="100")   # a span; a label such as "12:00:05 click" is a place too

`ticks="0|50 ms|100 ms"` sets ticks, `scale="log"` a logarithmic line. Arrows join marks and spans of two rows;
within one they are brackets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log10

from generator.drawing.forms.scale.flags import Item, Row
from generator.drawing.forms.scale.measures import leading, ticks, value
from generator.drawing.forms.scale.rows import Drawn, arrows, draw
from generator.drawing.forms.shared.pieces import breadth, broken, column, lines
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import name_of, sentences
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import LINE, Block, Shape, Size, Stroke, TextLine
from generator.model import Node, Wording

_AIR = 18.0
"""Between the title over a row and an arrow that runs past it, with the title's own margin."""
_FURTHEST = 0.34
"""Of the width: how far right the axis begins at most."""


@dataclass(frozen=True)
class _Axis:
    """The line: from where to where, in numbers and pixels."""

    low: float
    high: float
    left: float
    right: float
    log: bool

    def x(self, number: float) -> float:
        low, high, at = self.low, self.high, number
        if self.log:
            low, high, at = (log10(max(each, 1e-12)) for each in (low, high, number))
        share = (at - low) / (high - low) if high > low else 0.5
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def block(scope: Scope, size: Size) -> Block:
    """Rows over an axis."""
    tight = size.tight
    width = min(size.width, 440.0) if scope.parent else size.easy
    titles = [group.label for group in scope.groups if group.label]
    side = 0.0 if tight or not titles else min(150.0, max(breadth(text, "strong") for text in titles) + 18)
    axis = _axis(scope, side + 14, width - 22)
    axis = axis if side else _beside_titles(scope, axis)
    items = {node.id: _item(node, axis, scope.alone.get(node.id, ())) for node in scope.nodes}
    marks = tuple((axis.x(number), text) for number, text in _marks(scope, axis))
    at = tuple(x for x, _ in marks)
    rows = [Row(title, owner, tuple(items[node.id] for node in nodes), at) for title, owner, nodes in _rows(scope)]
    sides = (side, axis.left, axis.right)
    drawn = _drawn(rows, scope, sides, tight)
    if any(each.over for each in drawn):
        drawn = _drawn([replace(row, over=True) for row in rows], scope, sides, tight)
    shapes = [shape for each in drawn for shape in each.shapes]
    taken = [rect for each in drawn for rect in each.taken]
    anchors = {name: rect for each in drawn for name, rect in each.anchors.items()}
    y = drawn[-1].bottom if drawn else 2.0
    over = arrows(scope, anchors, rows, taken, width)
    ruled, bottom = _ruled(scope, axis, marks, y + 4, taken, width)
    return Block(width, bottom + 2, (*ruled, *shapes, *over), anchors)


def _drawn(rows: Sequence[Row], scope: Scope, sides: tuple[float, float, float], tight: bool) -> list[Drawn]:
    """The rows one below the other."""
    made: list[Drawn] = []
    for index, row in enumerate(rows):
        made.append(draw(row, scope, rows, index, made[-1].bottom if made else 2.0, sides, tight))
    return made


def _places(node: Node) -> tuple[float | None, float | None]:
    """Where a node begins and ends on the scale; the same for a mark."""
    given = dict(node.attributes)
    if "start" in given or "end" in given:
        return value(given.get("start", "")), value(given.get("end", ""))
    at = value(given.get("at", "") or leading(node.label))
    return at, at


def _is_span(node: Node) -> bool:
    return bool({"start", "end"} & set(dict(node.attributes)))


def _axis(scope: Scope, left: float, right: float) -> _Axis:
    found = [each for node in scope.nodes for each in _places(node) if each is not None]
    low, high = value(scope.given.get("from", "")), value(scope.given.get("to", ""))
    low = min(found, default=0.0) if low is None else low
    high = max(found, default=1.0) if high is None else high
    return _Axis(low, high, left, right, scope.given.get("scale") == "log")


def _beside_titles(scope: Scope, axis: _Axis) -> _Axis:
    """The axis further right where arrows would run close by the titles over their rows."""
    rows = list(_rows(scope))
    homes = {node.id: index for index, (*_, nodes) in enumerate(rows) for node in nodes}
    left = axis.left
    for edge in (each for each in scope.edges if {each.source, each.target} <= homes.keys()):
        first, last = sorted((edge.source, edge.target), key=lambda each: homes[each])
        shares = [
            (_item(scope.by_id[each], axis).middle - axis.left) / (axis.right - axis.left) for each in (first, last)
        ]
        for index in range(homes[first] + 1, homes[last] + 1):
            share = shares[1] if index == homes[last] else min(shares)
            needed = breadth(rows[index][0], "strong") + _AIR
            if share < 1:
                left = max(left, min((needed - share * axis.right) / (1 - share), axis.right * _FURTHEST))
    return replace(axis, left=left)


def _item(node: Node, axis: _Axis, steps: tuple[int, ...] = ()) -> Item:
    start, end = _places(node)
    if _is_span(node):
        low, high = axis.low if start is None else start, axis.high if end is None else end
        return Item(node, axis.x(low), axis.x(high), True, steps)
    x = axis.x(axis.low if start is None else start)
    return Item(node, x, x, False, steps)


def _rows(scope: Scope) -> Iterator[tuple[str, str, tuple[Node, ...]]]:
    """Title, id and nodes of each row: of each cluster, and of what stands in none."""
    for group, nodes in scope.clusters:
        yield (group.label if group else ""), (group.id if group else ""), nodes


def _marks(scope: Scope, axis: _Axis) -> list[tuple[float, str]]:
    """The numbers of the ticks, with their texts."""
    given = scope.given
    if "ticks" in given:
        texts = [each.strip() for each in given["ticks"].split("|")]
        return [(number, text) for text in texts if (number := value(text)) is not None]
    clock = any(":" in dict(node.attributes).get("at", leading(node.label)) for node in scope.nodes)
    return ticks(axis.low, axis.high, int((axis.right - axis.left) // 88), given.get("unit", ""), clock)


def _ruled(
    scope: Scope, axis: _Axis, marks: Sequence[tuple[float, str]], y: float, taken: list[Rect], width: float
) -> tuple[list[Shape], float]:
    """The axis with its ticks, the light lines above them, and its name."""
    made: list[Shape] = []
    end = axis.left - 99.0
    for x, text in marks:
        made += broken(x, 2, y, taken, "rule")
        made.append(Stroke((Point(x, y), Point(x, y + 6)), "axis"))
        left = min(max(x - breadth(text) / 2, 1), width - breadth(text) - 1)
        if left > end + 8:
            made.append(TextLine(left, y + 21, text, "soft"))
            end = left + breadth(text)
    made.append(Stroke((Point(axis.left - 8, y), Point(axis.right + 16, y)), "axis", arrows="forward"))
    said = lines(scope.given.get("axis", ""), axis.right - axis.left, "soft")
    made += column(said, axis.right + 14, y + 26, "soft", "end")
    return made, y + 27 + len(said) * LINE


def describe(scope: Scope) -> Iterator[str]:
    """The line, then each row from left to right, then the arrows."""
    wording, axis = scope.wording, scope.given.get("axis")
    yield (
        wording("A scale: {axis}, from left to right.", axis=axis) if axis else wording("A scale, from left to right.")
    )
    for title, _, nodes in _rows(scope):
        said = wording("; ").join(
            _told(node, wording) for node in sorted(nodes, key=lambda each: _places(each)[0] or 0.0)
        )
        yield wording("{name}: {names}.", name=title, names=said) if title else wording("{sentence}.", sentence=said)
    yield from sentences(scope)


def _told(node: Node, wording: Wording) -> str:
    given = dict(node.attributes)
    if _is_span(node):
        start, end = given.get("start", wording("the beginning")), given.get("end", wording("the end"))
        return wording("{name} from {start} to {end}", name=name_of(node), start=start, end=end)
    return wording("{name} at {place}", name=name_of(node), place=given["at"]) if given.get("at") else name_of(node)


def swatch(scope: Scope, tone: str) -> str:
    """What a tone looks like in a key: a dot where marks only have it."""
    toned = [node for node in scope.nodes if node.tone == tone]
    return "mark" if toned and not any(_is_span(node) for node in toned) else "cell"


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """Nodes without a place on the scale."""
    for node in scope.nodes:
        start, end = _places(node)
        turned = start is not None and end is not None and end < start
        if turned or start is end is None:
            hint = 'Node("…", at="100") or Node("…", start="20", end="100")'
            yield f"'{name_of(node)}' has no place on the scale", hint
