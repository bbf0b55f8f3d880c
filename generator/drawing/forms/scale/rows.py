"""The rows of a scale: spans as bars, marks as dots with a label on a stem, arrows between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

from generator.drawing.forms.scale.flags import Flag, Inside, Item, Row, flags, heights, inside
from generator.drawing.forms.shared.pieces import STUB, Saying, Words, badges, breadth, column, lines, saying, wire
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Line, Point, Rect, cuts
from generator.drawing.scene.shapes import BADGE, LINE, Box, Dot, Icon, Shape, Stroke
from generator.model import Edge

_BAR = 30.0
_AIR, _CORNER = 5.0, 8.0
"""Between a label and the line that it belongs to; where only its corner is near."""
_SLANT = 0.3
"""From which slope on an arrow has its label at a corner."""


@dataclass
class Drawn:
    """A row in its place."""

    bottom: float
    shapes: list[Shape] = field(default_factory=list)
    taken: list[Rect] = field(default_factory=list)
    anchors: dict[str, Rect] = field(default_factory=dict)
    over: bool = False
    """Whether the numbers of a mark stand over its words."""


@dataclass(frozen=True)
class _Track:
    """The line of a row: where its bars are, and on which side the labels stand."""

    top: float
    high: float
    levels: dict[int, float]
    below: bool

    @property
    def middle(self) -> float:
        return self.top + self.high / 2


def draw(
    row: Row, scope: Scope, rows: Sequence[Row], index: int, top: float, sides: tuple[float, float, float], tight: bool
) -> Drawn:
    """A row from its top down: title, labels, bars; labels below instead where arrows come from above."""
    side, left, right = sides
    made = Drawn(top)
    y = top + 6
    if row.title and not side:
        made.shapes += column((row.title,), 2, y, "strong", "start", of=row.id)
        made.taken.append(Rect(0, y, breadth(row.title, "strong") + 5, LINE))
        y += LINE + 4
    above, beneath = _joined(scope, rows, index, -1), _joined(scope, rows, index, 1)
    below = bool(above) and not beneath
    labels = flags(row, left - 12, right + 16, tight, bool(above and beneath))
    made.over = any(flag.item.steps and not flag.item.span and not flag.before for flag in labels)
    levels = heights(labels)
    under, over = (sum(levels.values()), 0.0) if below else (0.0, sum(levels.values()))
    brackets = _brackets(scope, row)
    room = sum(saying(edge, 150).height + 22 for edge in brackets)
    under, over = (under, over + room) if below else (under + room, over)
    insides = {item.node.id: inside(item) for item in row.items if item.span}
    beside = [flag.height for flag in labels if flag.level < 0]
    high = max([_BAR if insides else 16.0, *beside, *(said.words.height + 10 for said in insides.values() if said)])
    track = _Track(y + over, high, levels, below)
    if side and row.title:
        said = lines(row.title, side - 10, "strong")
        made.shapes += column(said, 2, track.middle - len(said) * LINE / 2, "strong", "start", of=row.id)
    if not insides:
        made.shapes += _ground(row, [flag for flag in labels if flag.level < 0], track.middle, left - 8, right + 8)
    for item in sorted(row.items, key=lambda each: not each.span):
        _item(item, insides.get(item.node.id) or Inside(Words()), track, made)
        for flag in labels:
            if flag.item == item:
                _flag(flag, track, made)
    _bracketed(brackets, made, track, right + 18)
    between = [saying(edge, 120).height + 34 for edge in beneath]
    made.bottom = track.top + high + under + max([12.0, *between])
    return made


def _ground(row: Row, beside: list[Flag], y: float, left: float, right: float) -> list[Shape]:
    """The line on which marks stand, without what labels on it cover."""
    made: list[Shape] = []
    for flag in sorted(beside, key=lambda each: each.left):
        if flag.left - 4 - left >= STUB:
            made.append(Stroke((Point(left, y), Point(flag.left - 4, y)), "rule", of=row.id))
        left = flag.left + flag.width + 4
    return [*made, Stroke((Point(left, y), Point(right, y)), "rule", of=row.id)] if right - left >= STUB else made


def _joined(scope: Scope, rows: Sequence[Row], index: int, way: int) -> list[Edge]:
    """The arrows that lead to rows above (way -1) or below (way 1)."""
    homes = {item.node.id: place for place, row in enumerate(rows) for item in row.items}
    made = []
    for edge in scope.edges:
        one, other = homes.get(edge.source, index), homes.get(edge.target, index)
        if index in (one, other) and (one + other - 2 * index) * way > 0:
            made.append(edge)
    return made


def _item(item: Item, said: Inside, track: _Track, made: Drawn) -> None:
    """A span's bar with what fits into it, or a mark's dot."""
    node = item.node
    if not item.span:
        made.anchors[node.id] = Rect(item.start - 6, track.middle - 6, 12, 12)
        made.shapes.append(Dot(Point(item.start, track.middle), 6, "mark", node.tone, node.id))
        return
    rect = Rect(item.start, track.top, max(item.end - item.start, 4.0), track.high)
    made.anchors[node.id] = rect
    made.taken.append(rect)
    made.shapes.append(Box(rect, "bar", node.tone, node.id, 5))
    made.shapes += said.words.put(said.centre(item), track.middle - said.words.height / 2, node.id)
    if said.badges:
        made.shapes += badges(item.steps, rect.x + 3, track.middle, node.id)


def _flag(flag: Flag, track: _Track, made: Drawn) -> None:
    """A label above or below the track, on a stem where it is far out."""
    item, node, x = flag.item, flag.item.node, flag.item.middle
    inner = sum(high for level, high in track.levels.items() if level < flag.level)
    bar = track.high / 2 if flag.item.span else 6.0
    stem: Line = ()
    if flag.level < 0:
        top = track.middle - flag.height / 2
    elif track.below:
        top = track.top + track.high + inner + 5
        stem = (Point(x, track.middle + bar), Point(x, top - 1))
    else:
        top = track.top - inner - flag.height - 4
        stem = (Point(x, track.middle - bar), Point(x, top + flag.height + 1))
    if stem and abs(stem[0].y - stem[1].y) > 9:
        made.shapes.append(Stroke(stem, "life", of=node.id))
    place = Rect(flag.left, top, flag.width, flag.height)
    made.taken.append(place.grown(2))
    centre = (place.x + flag.before + place.right) / 2
    if flag.before:
        made.shapes += badges(item.steps, place.x, top + flag.icon + flag.words.height / 2, node.id)
    elif item.steps:
        end = flag.height - BADGE / 2 if track.below else BADGE / 2
        room = item.badges - 6
        made.shapes += badges(item.steps, min(max(x - room / 2, place.x), place.right - room), top + end, node.id)
        top += 0.0 if track.below else BADGE + 2
    if flag.icon:
        made.shapes.append(Icon(node.icon, Rect(centre - 11, top, 22, 22), node.id))
        top += flag.icon
    made.shapes += flag.words.put(centre, top, node.id)


def _brackets(scope: Scope, row: Row) -> list[Edge]:
    """Arrows within a row."""
    return [each for each in scope.edges if row.holds(each.source) and row.holds(each.target)]


def _bracketed(edges: list[Edge], made: Drawn, track: _Track, right: float) -> None:
    """Arrows within a row as brackets on its free side."""
    way = -1.0 if track.below else 1.0
    y = track.top if track.below else track.top + track.high
    for edge in edges:
        one, other = (made.anchors[end] for end in edge.points)
        said = saying(edge, 150)
        toward = 3.0 if other.centre.x > one.centre.x else -3.0
        a, b = one.centre.x + toward, other.centre.x - toward
        near, end = (one.y, other.y) if track.below else (one.bottom, other.bottom)
        y += way * (said.height + 14)
        line = (Point(a, near), Point(a, y), Point(b, y), Point(b, end))
        left = (a + b - said.width) / 2
        if said.width > abs(a - b) - 8:
            left = max(a, b) + 6 if max(a, b) + 6 + said.width < right else min(a, b) - 6 - said.width
        rect = said.at(left, y + 3 if track.below else y - said.height - 3)
        made.taken.append(rect.grown(2))
        made.shapes += said.led(line, rect)
        y += way * 8


def arrows(scope: Scope, anchors: dict[str, Rect], rows: Sequence[Row], taken: list[Rect], width: float) -> list[Shape]:
    """The arrows from one row to another: straight, as time goes on, their labels beside them where there is room."""
    homes = {item.node.id: index for index, row in enumerate(rows) for item in row.items}
    edges = [each for each in scope.edges if homes.get(each.source) != homes.get(each.target)]
    ways = {edge.id: _straight(edge, anchors) for edge in edges}
    made: list[Shape] = [wire(edge, ways[edge.id]) for edge in edges]
    for edge in edges:
        said, rect = _beside(edge, ways, taken, width)
        taken.append(rect.grown(2))
        made += said.put(rect)
    return made


def _straight(edge: Edge, anchors: dict[str, Rect]) -> tuple[Point, Point]:
    one, other = (anchors[end] for end in edge.points)
    down = other.y > one.y
    a = Point(_near(one, other), one.bottom if down else one.y)
    return a, Point(_near(other, one), other.y if down else other.bottom)


def _beside(edge: Edge, ways: dict[str, tuple[Point, Point]], taken: list[Rect], width: float) -> tuple[Saying, Rect]:
    """A label and a place for it beside its arrow that meets no other text and no line."""
    a, b = ways[edge.id]
    slope = (b.x - a.x) / (b.y - a.y)
    picture = Rect(0, 0, width, 1e6)
    tries: list[tuple[Saying, Rect]] = []
    for limit in (120.0, 76.0):
        said = saying(edge, limit)
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
            if abs(slope) > _SLANT:  # right of its middle, half way from its corner there to level with it
                aside, off = _CORNER / hypot(1, slope), _CORNER * abs(slope) / hypot(1, slope) + said.height / 2
                left, middle = x + aside + off * abs(slope) / 2, y - off / 2 if slope > 0 else y + off / 2
                tries.append((said, said.at(left, middle - said.height / 2)))
            by = 10 + (said.height / 2 + _AIR) * abs(slope)
            for left in (x + by, x - by - said.width, x + 10, x - 10 - said.width, x + 22, x - 22 - said.width, x + 40):
                tops = (y - said.height / 2 + dy for dy in (0.0, said.height * 0.6, -said.height * 0.6))
                tries += [(said, said.at(left, top)) for top in tops]
    for air in (_AIR, 2.0):
        for said, rect in tries:
            lines_ = any(cuts(one, other, rect.grown(air)) for one, other in ways.values())
            if picture.holds(rect) and not lines_ and not any(rect.meets(each) for each in taken):
                return said, rect
    return tries[0]


def _near(rect: Rect, other: Rect) -> float:
    """Of a span the place nearest to what it is joined to; of a mark its middle."""
    return min(max(other.centre.x, rect.x + 8), rect.right - 8) if rect.w > 16 else rect.centre.x
