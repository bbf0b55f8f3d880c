"""A conversation: participants across, their messages downwards, so that time runs down.

    wallet = Node("Wallet")
    server = Node("Server")
    wallet >> Edge(label="1. who am I") >> server           # a message; red is refused, green a reply
    server >> Edge(label="2. looks the key up") >> server   # a note: what a participant does by itself

Participants stand in the order of the code; a cluster of neighbours is a frame round their columns.
"""

from collections.abc import Iterator

from generator.drawing.forms.sequence.columns import Columns, columns
from generator.drawing.forms.shared.pieces import KINDS, Saying, breadth, broken, column, lines, saying, wire
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import listed, name_of, sentences
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import LINE, Block, Box, Shape, Size, Stroke, TextLine
from generator.model import Edge, Group

_GAP = 15.0
"""Between one message and the next."""
_LEAST = 74.0
"""Width of a participant's column."""
_MOST = 4
"""Lines of a message's label between its two life lines."""
_BESIDE = 118.0
"""Of a line of a message's time beside it, the width."""


def block(scope: Scope, size: Size) -> Block:
    """Heads, life lines and messages."""
    width = size.easy
    above = size.tight
    margin = max((breadth(line, "strong") + 14 for edge in scope.edges for line in _times(edge)), default=0.0)
    framed = [(group, span) for group, span in _spans(scope) if span]
    made = columns(scope, 0.0 if above else margin, width, [span for _, span in framed])
    high = max((card.height for card in made.cards), default=0.0)
    top = 27.0 if any(group.label for group, _ in framed) else 1.0
    heads = {
        card.node.id: Rect(x - wide / 2, top, wide, high)
        for card, x, wide in zip(made.cards, made.lines, made.widths, strict=True)
    }
    messages: list[Shape] = []
    gaps: list[Rect] = []
    y = top + high + 16
    for edge in scope.edges:
        if above and _time(edge):
            messages += _divider(edge, y, width)
            gaps.append(Rect(0, y - 2, breadth(_time(edge), "strong") + 6, LINE + 4))
            y += LINE + 11
        drawn, gap, y = _note(edge, made, y) if edge.source == edge.target else _message(edge, made, y)
        messages += drawn
        gaps.append(gap)
    shapes = [shape for group, span in framed for shape in _frame(group, span, made, y + 6)]
    icons = all(card.icon for card in made.cards)
    for card in made.cards:
        head = heads[card.node.id]
        shapes += broken(head.centre.x, head.bottom, y, gaps, "life", card.node.id)
        shapes += card.put(head, top=7.0 if icons else None)
    return Block(width, y + (8 if framed else 2), (*shapes, *messages), heads)


def _divider(edge: Edge, top: float, width: float) -> list[Shape]:
    """The time of a message over it, where there is no room beside it."""
    end = breadth(_time(edge), "strong") + 10
    rule = Stroke((Point(end, top + 8), Point(width - 2, top + 8)), "rule")
    return [TextLine(2, top + 12.5, _time(edge), "strong", of=edge.id), rule]


def _time(edge: Edge) -> str:
    return dict(edge.attributes).get("at", "")


def _times(edge: Edge) -> tuple[str, ...]:
    """The time of a message as lines beside it."""
    return lines(_time(edge), _BESIDE, "strong") if _time(edge) else ()


def _spans(scope: Scope) -> Iterator[tuple[Group, tuple[int, int] | None]]:
    """The first and the last column of each cluster; none where others stand between."""
    for group in scope.groups:
        places = [index for index, node in enumerate(scope.nodes) if node.group == group.id]
        whole = places and places[-1] - places[0] == len(places) - 1
        yield group, (places[0], places[-1]) if whole else None


def _frame(group: Group, span: tuple[int, int], made: Columns, bottom: float) -> list[Shape]:
    first, last = span
    left, right = made.border(first) + 1, made.border(last + 1) - 1
    rect = Rect(left, 1, right - left, bottom)
    title = lines(group.label, rect.w - 12, "heading")[:1]
    return [
        Box(rect, "lane", group.tone, group.id, 10),
        *(TextLine(rect.centre.x, 18, text, "heading", "middle", "", group.id) for text in title),
    ]


def _message(edge: Edge, columns: Columns, top: float) -> tuple[list[Shape], Rect, float]:
    start, end = map(columns.x, edge.points)
    said = _between(edge, abs(end - start), columns.width)
    rect = said.at(columns.clamped((start + end) / 2, said.width), top)
    y = top + said.height + (6 if said.height else 0)
    line = (Point(start, y), Point(end - (1.0 if end > start else -1.0), y))
    return [wire(edge, line), *_said_at(edge, columns, y), *said.put(rect)], rect.grown(2), y + _GAP


def _between(edge: Edge, span: float, width: float) -> Saying:
    """A message's label in as few lines as fit between two life lines; wider where none does."""
    tries = [saying(edge, span - air) for air in (10, 6)]
    fits = [said for said in tries if len(said.lines) <= _MOST and said.width <= span - 4]
    wider = saying(edge, max(span - 10, min(132, width * 0.42)))
    return min(fits, key=lambda said: len(said.lines), default=wider)


def _note(edge: Edge, columns: Columns, top: float) -> tuple[list[Shape], Rect, float]:
    """What a participant does by itself, as a note on its life line."""
    low, high = columns.room(edge.source)
    wanted = min(max((columns.width - columns.left) / len(columns.order) - 26, 140), 240)
    said = saying(edge, min(wanted, high - low - 18))
    width = said.width + 18
    rect = Rect(columns.clamped(columns.x(edge.source), width, low, high), top, width, said.height + 12)
    tone = KINDS.get(edge.kind, "")
    box = Box(rect, "bar" if tone else "note", tone, edge.id, 4)
    return [box, *_said_at(edge, columns, rect.centre.y), *said.put(rect)], rect, rect.bottom + _GAP - 2


def _said_at(edge: Edge, columns: Columns, y: float) -> list[Shape]:
    """The time of a message beside it."""
    said = _times(edge) if columns.left else ()
    return [*column(said, 2, y - 8 - (len(said) - 1) * LINE / 2, "strong", "start", of=edge.id)]


def describe(scope: Scope) -> Iterator[str]:
    """Who speaks, and each message in order."""
    names, wording = {node.id: name_of(node) for node in scope.nodes}, scope.wording
    speakers = listed(tuple(names.values()), wording)
    yield wording("A conversation, from top to bottom, between {names}.", names=speakers)
    for group in scope.groups:
        if group.label and scope.held(group.id):
            held = listed([names[node.id] for node in scope.held(group.id)], wording)
            yield wording("{name} holds {names}.", name=group.label, names=held)
    for edge, sentence in zip(scope.edges, sentences(scope), strict=True):
        yield f"{_time(edge)}: {sentence}" if _time(edge) else sentence


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """Too few who speak, too many for a phone, frames that cannot be drawn."""
    if len(scope.nodes) < 2 or not scope.edges:
        yield "a sequence needs two participants and a message", "nodes are participants, edges are messages"
    if len(scope.nodes) * _LEAST > 326:
        yield f"{len(scope.nodes)} participants are narrow on a phone", "four at most"
    for group, span in _spans(scope):
        if not span:
            yield f"the participants of '{group.label}' do not stand side by side", "create them one after the other"
