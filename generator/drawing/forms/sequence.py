"""A conversation: participants across, their messages downwards, so that time runs down.

    wallet = Node("Wallet")
    server = Node("Server")
    wallet >> Edge(label="1. who am I") >> server           # a message; red is refused, green a reply
    server >> Edge(label="2. looks the key up") >> server   # a note: what a participant does by itself

Participants stand in the order of the code; a cluster of neighbours is a frame round their columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import (
    KINDS,
    breadth,
    broken,
    forward,
    lines,
    listed,
    name_of,
    plate,
    saying,
    sentence,
)
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Box, Shape, Size, Stroke, Words
from generator.model import Edge, Group

_GAP = 15.0
"""Between one message and the next."""
_LEAST = 74.0
"""Width of a participant's column."""


@dataclass(frozen=True)
class _Columns:
    """The columns of the participants."""

    left: float
    pitch: float
    width: float
    order: dict[str, int]

    def x(self, node: str) -> float:
        return self.left + (self.order[node] + 0.5) * self.pitch

    def clamped(self, centre: float, width: float) -> float:
        """The left end of something round a centre, inside the picture."""
        return min(max(centre - width / 2, self.left + 2), max(self.left + 2, self.width - 2 - width))


def block(part: Part, size: Size) -> Block:
    """Heads, life lines and messages."""
    margin = max((breadth(_time(edge), "soft") + 10 for edge in part.edges if _time(edge)), default=0.0)
    pitch = (size.width - margin) / max(1, len(part.nodes))
    order = {node.id: index for index, node in enumerate(part.nodes)}
    columns = _Columns(margin, pitch, size.width, order)
    icon = 34.0 if pitch > 90 else 26.0
    cards = [plate(node, min(pitch - 10, 176), icon) for node in part.nodes]
    wide, high = (
        min(pitch - 8, max((card.width for card in cards), default=0)),
        max((c.height for c in cards), default=0),
    )
    framed = [group for group in part.groups if _contiguous(part, group, order)]
    top = 27.0 if any(group.label for group in framed) else 1.0
    heads = {c.node.id: Rect(columns.x(c.node.id) - wide / 2, top, wide, high) for c in cards}
    messages: list[Shape] = []
    gaps: list[Rect] = []
    y = top + high + 16
    for edge in part.edges:
        made, gap, y = _note(edge, columns, y) if edge.source == edge.target else _message(edge, columns, y)
        messages += made
        gaps.append(gap)
    shapes: list[Shape] = []
    for group in framed:
        shapes += _frame(part, group, columns, y + 6)
    for card in cards:
        head = heads[card.node.id]
        shapes += broken(head.centre.x, head.bottom, y, gaps, "life", card.node.id)
        shapes += card.put(head)
    return Block(size.width, y + (8 if framed else 2), (*shapes, *messages), heads)


def _time(edge: Edge) -> str:
    return dict(edge.attributes).get("at", "")


def _contiguous(part: Part, group: Group, order: dict[str, int]) -> bool:
    places = sorted(order[node.id] for node in part.held(group.id))
    return bool(places) and places[-1] - places[0] == len(places) - 1


def _frame(part: Part, group: Group, columns: _Columns, bottom: float) -> list[Shape]:
    places = [columns.order[node.id] for node in part.held(group.id)]
    left = columns.left + min(places) * columns.pitch
    rect = Rect(left + 1, 1, (max(places) - min(places) + 1) * columns.pitch - 2, bottom)
    title = lines(group.label, rect.w - 12, "heading")[:1]
    made: list[Shape] = [Box(rect, "lane", group.tone, group.id, 10)]
    return [*made, *(Words(rect.centre.x, 18, text, "heading", "middle", "", group.id) for text in title)]


def _message(edge: Edge, columns: _Columns, top: float) -> tuple[list[Shape], Rect, float]:
    source, target, arrows = forward(edge)
    start, end = columns.x(source), columns.x(target)
    said = saying(edge, max(abs(end - start) - 18, min(132, columns.width * 0.42)))
    left = columns.clamped((start + end) / 2, said.width)
    rect = Rect(left, top, said.width, said.height)
    y = top + said.height + (6 if said.height else 0)
    tone = "" if edge.kind == "main" else edge.kind
    way = 1.0 if end > start else -1.0
    line = (Point(start, y), Point(end - way, y))
    made: list[Shape] = [Stroke(line, "line", tone, edge.id, arrows)]
    made += _said_at(edge, y)
    made += said.put(rect, edge.id, KINDS.get(edge.kind, ""))
    return made, rect.grown(2), y + _GAP


def _note(edge: Edge, columns: _Columns, top: float) -> tuple[list[Shape], Rect, float]:
    """What a participant does by itself, as a note on its life line."""
    said = saying(edge, min(max(columns.pitch - 26, 128), 240))
    width = said.width + 18
    rect = Rect(columns.clamped(columns.x(edge.source), width), top, width, said.height + 12)
    tone = KINDS.get(edge.kind, "")
    made: list[Shape] = [Box(rect, "bar" if tone else "note", tone, edge.id, 4)]
    made += _said_at(edge, rect.centre.y)
    made += said.put(rect, edge.id, tone)
    return made, rect, rect.bottom + _GAP - 2


def _said_at(edge: Edge, y: float) -> list[Shape]:
    return [Words(2, y + 4.5, _time(edge), "soft", of=edge.id)] if _time(edge) else []


def describe(part: Part) -> Iterator[str]:
    """Who speaks, and each message in order."""
    names, wording = {node.id: name_of(node) for node in part.nodes}, part.wording
    speakers = listed(tuple(names.values()), wording)
    yield wording("A conversation, from top to bottom, between {names}.", names=speakers)
    for group in part.groups:
        if group.label and part.held(group.id):
            held = listed([names[node.id] for node in part.held(group.id)], wording)
            yield wording("{name} holds {names}.", name=group.label, names=held)
    for edge in part.edges:
        at = f"{_time(edge)}: " if _time(edge) else ""
        yield at + sentence(edge, {node.id: node.label or node.detail for node in part.nodes}, wording)


def problems(part: Part) -> Iterator[tuple[str, str]]:
    """Too few who speak, too many for a phone, frames that cannot be drawn."""
    if len(part.nodes) < 2 or not part.edges:
        yield "a sequence needs two participants and a message", "nodes are participants, edges are messages"
    if len(part.nodes) * _LEAST > 326:
        yield f"{len(part.nodes)} participants are narrow on a phone", "four at most"
    order = {node.id: index for index, node in enumerate(part.nodes)}
    for group in part.groups:
        if not _contiguous(part, group, order):
            yield f"the participants of '{group.label}' do not stand side by side", "create them one after the other"
