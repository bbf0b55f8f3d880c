"""States below each other: ways on to the left, ways back to the right, each with its label outside, or in a gap."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.drawing.forms.shared.pieces import breadth, plate, saying, wire
from generator.drawing.forms.states.tracks import Machine, Track
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

    def give(self, track: Track, way: float) -> None:
        """A lane's label the first gap beside it where the other half stays free for the straight arrow."""
        for gap in range(track.low, track.high):
            if (gap, way) not in self.slots and (gap, -way) not in self.slots:
                self.slots[gap, way] = track.said.edge
                return

    def has(self, track: Track) -> bool:
        return track.said.edge in self.slots.values()


def down(machine: Machine, size: Size) -> Block:
    """The states from top to bottom."""
    scope = machine.scope
    words = [breadth(word) + BADGE + 6 for edge in scope.edges for word in edge.label.split()]
    ahead, back = (machine.tracks(min(_WIDEST, max([_BESIDE, *words])), way) for way in (False, True))
    straight = [edge for edge in scope.edges if edge in machine.straight]
    ladder = _Ladder()
    for ways, way in ((back, 1.0), (ahead, -1.0)):
        for track in ways:
            if any(each.level > track.level and each.beside(track) for each in ways):
                ladder.give(track, way)
    for edge in straight:
        gap = machine.ends(edge)[0]
        ladder.slots[gap, -1.0 if (gap, 1.0) in ladder.slots else 1.0] = edge
    left = max([_side(ahead, ladder), *(saying(edge, _BESIDE).width + 30 for edge in machine.loops)])
    right = _side(back, ladder)
    wide = min(230.0, size.width - left - right)
    total = size.width if size == NARROW else left + wide + right
    cards = [plate(node, wide, 26.0, beside=True) for node in scope.nodes]
    rects: dict[str, Rect] = {}
    y = 34.0
    for index, card in enumerate(cards):
        rects[card.node.id] = Rect(left + (total - left - right - wide) / 2, y, wide, max(card.height, 38.0))
        held = [edge for (gap, _), edge in ladder.slots.items() if gap == index]
        y += max(card.height, 38.0) + max([26.0, *(saying(edge, wide / 2 - 12).height + 20 for edge in held)])
    first = rects[scope.nodes[0].id]
    begin = Stroke((Point(first.centre.x, 14), Point(first.centre.x, first.y)), "line", arrows="forward")
    shapes: list[Shape] = [Dot(Point(first.centre.x, 8), 6, "mark"), begin]
    for edge in straight:
        one, other = (rects[end] for end in edge.points)
        shapes.append(wire(edge, (Point(one.centre.x, one.bottom), Point(one.centre.x, other.y))))
    for track in (*ahead, *back):
        shapes += _lane(track, rects, -1.0 if track in ahead else 1.0, ladder)
    for edge in machine.loops:
        shapes += _loop(edge, rects[edge.source])
    shapes += [*_labels(ladder, machine, rects), *machine.drawn(cards, rects)]
    return Block(total, max(rect.bottom for rect in rects.values()) + 6, tuple(shapes), rects)


def _side(ways: list[Track], ladder: _Ladder) -> float:
    """Width of the lanes on one side, with the labels that found no gap."""
    if not ways:
        return 6.0
    outside = [track.said.width + 8 for track in ways if not ladder.has(track)]
    return (max(track.level for track in ways) + 1) * _APART + 6 + max(outside, default=0.0)


def _lane(track: Track, rects: dict[str, Rect], way: float, ladder: _Ladder) -> tuple[Shape, ...]:
    """A lane on the left (way -1) or right (way 1)."""
    said = track.said
    one, other = (rects[end] for end in said.edge.points)
    border = one.right if way > 0 else one.x
    x = border + way * _APART * (track.level + 1)
    toward = 1.0 if other.y > one.y else -1.0
    a, b = one.centre.y + toward * 6, other.centre.y - toward * 6
    line = (Point(border, a), Point(x, a), Point(x, b), Point(border, b))
    if ladder.has(track):
        return (wire(said.edge, line),)
    return said.led(line, said.at(x + 6 if way > 0 else x - 6 - said.width, (a + b - said.height) / 2))


def _labels(ladder: _Ladder, machine: Machine, rects: dict[str, Rect]) -> Iterator[Shape]:
    """The labels in the gaps: beside the straight arrow, or at the border where their lane runs."""
    nodes = machine.scope.nodes
    for (gap, way), edge in ladder.slots.items():
        upper, lower = rects[nodes[gap].id], rects[nodes[gap + 1].id]
        said = saying(edge, upper.w / 2 - 12)
        if machine.ends(edge) == (gap, gap + 1):
            x = upper.centre.x + (9 if way > 0 else -9 - said.width)
        else:
            x = upper.right - said.width + 6 if way > 0 else upper.x - 6
        yield from said.put(said.at(x, (upper.bottom + lower.y - said.height) / 2))


def _loop(edge: Edge, rect: Rect) -> tuple[Shape, ...]:
    x, y = rect.x, rect.centre.y
    line = (Point(x, y - 9), Point(x - 16, y - 9), Point(x - 16, y + 9), Point(x, y + 9))
    said = saying(replace(edge, arrows="forward"), _BESIDE)
    return said.led(line, said.at(x - 22 - said.width, y - said.height / 2))
