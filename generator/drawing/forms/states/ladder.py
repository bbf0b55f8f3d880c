"""States below each other: ways on to the left, ways back to the right, each with its label outside, or in a gap."""

from dataclasses import dataclass, field

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import KINDS, breadth, forward, plate, saying
from generator.drawing.forms.states.lanes import Lane, finals, lanes, outermost, state, tone_of
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import BADGE, NARROW, Block, Dot, Shape, Size, Stroke
from generator.model import Edge

_BESIDE = 76.0
"""Width of a label that stands outside; as much as its longest word needs."""
_WIDEST = 120.0
_APART = 15.0
"""Between two lanes."""


@dataclass
class _Ladder:
    """Who has its label in which half of which gap between two states."""

    slots: dict[tuple[int, float], Edge] = field(default_factory=dict)
    """By the gap's number and side: -1 left, 1 right."""

    def give(self, lane: Lane, way: float) -> None:
        """A lane's label the first gap beside it where the other half stays free for the straight arrow."""
        for gap in range(lane.low, lane.high):
            if (gap, way) not in self.slots and (gap, -way) not in self.slots:
                self.slots[gap, way] = lane.edge
                return

    def has(self, edge: Edge) -> bool:
        return edge in self.slots.values()


def down(part: Part, order: dict[str, int], straight: set[str], size: Size) -> Block:
    """The states from top to bottom."""
    words = [breadth(word) + BADGE + 6 for edge in part.edges for word in edge.label.split()]
    limit = min(_WIDEST, max([_BESIDE, *words]))
    ahead = lanes(part, order, straight, limit, back=False)
    back = lanes(part, order, straight, limit, back=True)
    loops = [edge for edge in part.edges if edge.source == edge.target]
    ladder = _Ladder()
    for ways, way in ((back, 1.0), (ahead, -1.0)):
        for lane in ways:
            if not outermost(lane, ways):
                ladder.give(lane, way)
    for edge in part.edges:
        if edge.id in straight:
            gap = order[forward(edge)[0]]
            ladder.slots[gap, -1.0 if (gap, 1.0) in ladder.slots else 1.0] = edge
    left = max([_side(ahead, ladder), *(saying(edge, _BESIDE).width + 30 for edge in loops)])
    right = _side(back, ladder)
    wide = min(230.0, size.width - left - right)
    total = size.width if size == NARROW else left + wide + right
    rects = _placed(part, order, ladder, left + (total - left - right - wide) / 2, wide)
    first = rects[part.nodes[0].id]
    begin = Stroke((Point(first.centre.x, 14), Point(first.centre.x, first.y)), "line", arrows="forward")
    shapes: list[Shape] = [Dot(Point(first.centre.x, 8), 6, "mark"), begin]
    for edge in part.edges:
        if edge.id in straight:
            shapes += _below(edge, rects)
    for lane in (*ahead, *back):
        shapes += _lane(lane, rects, -1.0 if lane in ahead else 1.0, ladder)
    for edge in loops:
        shapes += _loop(edge, rects[edge.source])
    shapes += _labels(ladder, order, part, rects)
    ends = finals(part)
    for node in part.nodes:
        shapes += state(plate(node, wide, 26.0, beside=True), rects[node.id], node.id in ends)
    bottom = max(rect.bottom for rect in rects.values()) + 6
    return Block(total, bottom, tuple(shapes), rects)


def _placed(part: Part, order: dict[str, int], ladder: _Ladder, x: float, wide: float) -> dict[str, Rect]:
    rects: dict[str, Rect] = {}
    y = 34.0
    for index, node in enumerate(part.nodes):
        high = max(plate(node, wide, 26.0, beside=True).height, 38.0)
        rects[node.id] = Rect(x, y, wide, high)
        held = [edge for (gap, _), edge in ladder.slots.items() if gap == index]
        y += high + max([26.0, *(saying(edge, wide / 2 - 12).height + 20 for edge in held)])
    return rects


def _side(ways: list[Lane], ladder: _Ladder) -> float:
    """Width of the lanes on one side, with the labels that found no gap."""
    if not ways:
        return 6.0
    outside = [lane.said.width + 8 for lane in ways if not ladder.has(lane.edge)]
    return (max(lane.level for lane in ways) + 1) * _APART + 6 + max(outside, default=0.0)


def _below(edge: Edge, rects: dict[str, Rect]) -> list[Shape]:
    source, target, arrows = forward(edge)
    one, other = rects[source], rects[target]
    x = one.centre.x
    return [Stroke((Point(x, one.bottom), Point(x, other.y)), "line", tone_of(edge), edge.id, arrows)]


def _lane(lane: Lane, rects: dict[str, Rect], way: float, ladder: _Ladder) -> list[Shape]:
    """A lane on the left (way -1) or right (way 1)."""
    source, target, arrows = forward(lane.edge)
    one, other = rects[source], rects[target]
    border = one.right if way > 0 else one.x
    x = border + way * _APART * (lane.level + 1)
    toward = 1.0 if other.y > one.y else -1.0
    a, b = one.centre.y + toward * 6, other.centre.y - toward * 6
    line = (Point(border, a), Point(x, a), Point(x, b), Point(border, b))
    made: list[Shape] = [Stroke(line, "line", tone_of(lane.edge), lane.edge.id, arrows)]
    if not ladder.has(lane.edge):
        start = x + 6 if way > 0 else x - 6 - lane.said.width
        rect = Rect(start, (a + b - lane.said.height) / 2, lane.said.width, lane.said.height)
        made += lane.said.put(rect, lane.edge.id, KINDS.get(lane.edge.kind, ""))
    return made


def _labels(ladder: _Ladder, order: dict[str, int], part: Part, rects: dict[str, Rect]) -> list[Shape]:
    """The labels in the gaps: beside the straight arrow, or at the border where their lane runs."""
    made: list[Shape] = []
    for (gap, way), edge in ladder.slots.items():
        upper, lower = rects[part.nodes[gap].id], rects[part.nodes[gap + 1].id]
        said = saying(edge, upper.w / 2 - 12)
        ends = sorted(order[each] for each in (edge.source, edge.target))
        near = ends == [gap, gap + 1] and order[forward(edge)[0]] == gap
        if near:
            x = upper.centre.x + (9 if way > 0 else -9 - said.width)
        else:
            x = upper.right - said.width + 6 if way > 0 else upper.x - 6
        rect = Rect(x, (upper.bottom + lower.y - said.height) / 2, said.width, said.height)
        made += said.put(rect, edge.id, KINDS.get(edge.kind, ""))
    return made


def _loop(edge: Edge, rect: Rect) -> list[Shape]:
    x, y = rect.x, rect.centre.y
    line = (Point(x, y - 9), Point(x - 16, y - 9), Point(x - 16, y + 9), Point(x, y + 9))
    said = saying(edge, _BESIDE)
    place = Rect(x - 22 - said.width, y - said.height / 2, said.width, said.height)
    stroke = Stroke(line, "line", tone_of(edge), edge.id, "forward")
    return [stroke, *said.put(place, edge.id, KINDS.get(edge.kind, ""))]
