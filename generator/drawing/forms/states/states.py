"""A state machine: states on one line in the order of the code, transitions with their cause.

    ready >> Edge(label="1. someone asks") >> allocated      # to the next state: straight
    allocated >> Edge(label="2. match is over") >> ready      # a way back: a lane below
    ready >> Edge(label="3. health check") >> ready         # a loop

The first state is where everything begins; a state that nothing leaves is an end and has a double border.
"""

from collections.abc import Iterator

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import KINDS, forward, listed, name_of, plate, saying, sentence
from generator.drawing.forms.states.ladder import down
from generator.drawing.forms.states.lanes import Lane, finals, lanes, state, straight_on, tone_of
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Dot, Shape, Size, Stroke
from generator.model import Edge, Node


def block(part: Part, size: Size) -> Block:
    """The states across where they fit, else downwards."""
    order = {node.id: index for index, node in enumerate(part.nodes)}
    straight = {edge.id for edge in straight_on(part, order)}
    natural = max(min(plate(node, 112, 28.0).width, 150.0) for node in part.nodes)
    for limit in (110.0, 84.0, 64.0):
        wide = _cut(part, straight, size, limit)[1]
        if size.width > 400 and wide >= natural:
            return _across(part, order, straight, size, limit)
    return down(part, order, straight, size)


def _cut(part: Part, straight: set[str], size: Size, limit: float) -> tuple[float, float]:
    """The gap between states beside each other, and their width."""
    gap = max([48.0, *(saying(edge, limit).width + 22 for edge in part.edges if edge.id in straight)])
    return gap, min(170.0, (size.width - 30 - gap * (len(part.nodes) - 1)) / len(part.nodes))


def _across(part: Part, order: dict[str, int], straight: set[str], size: Size, limit: float) -> Block:
    count = len(part.nodes)
    gap, wide = _cut(part, straight, size, limit)
    cards = [plate(node, wide, 28.0) for node in part.nodes]
    high = max(44.0, *(card.height for card in cards))
    above = lanes(part, order, straight, 170, back=False)
    below = lanes(part, order, straight, 170, back=True)
    loops = [edge for edge in part.edges if edge.source == edge.target]
    over = sum(
        max((lane.said.height for lane in above if lane.level == level), default=0) + 16
        for level in {lane.level for lane in above}
    )
    rise = [saying(edge, gap - 14).height + 8 - high / 2 for edge in part.edges if edge.id in straight]
    over = max([over, 4.0, *rise, *(saying(edge, wide).height + 30 for edge in loops)])
    left = (size.width - (wide * count + gap * (count - 1)) + 22) / 2
    rects = {node.id: Rect(left + index * (wide + gap), over + 2, wide, high) for node, index in _numbered(part)}
    shapes: list[Shape] = []
    first = rects[part.nodes[0].id]
    shapes.append(Dot(Point(first.x - 24, first.centre.y), 6, "mark"))
    shapes.append(
        Stroke((Point(first.x - 18, first.centre.y), Point(first.x, first.centre.y)), "line", arrows="forward")
    )
    for edge in part.edges:
        if edge.id in straight:
            shapes += _next(edge, rects)
    bottom = first.bottom
    shapes += _lanes_drawn(above, rects, first.y, -1.0)
    shapes += _lanes_drawn(below, rects, first.bottom, 1.0)
    for level in sorted({lane.level for lane in below}):
        bottom += max(lane.said.height for lane in below if lane.level == level) + 16
    for edge in loops:
        shapes += _loop(edge, rects[edge.source])
    ends = finals(part)
    for card in cards:
        shapes += state(card, rects[card.node.id], card.node.id in ends)
    return Block(size.width, bottom + 8, tuple(shapes), rects)


def _numbered(part: Part) -> Iterator[tuple[Node, int]]:
    return ((node, index) for index, node in enumerate(part.nodes))


def _next(edge: Edge, rects: dict[str, Rect]) -> list[Shape]:
    source, target, arrows = forward(edge)
    one, other = rects[source], rects[target]
    y = one.centre.y
    said = saying(edge, other.x - one.right - 14)
    rect = Rect((one.right + other.x - said.width) / 2, y - said.height - 5, said.width, said.height)
    line = Stroke((Point(one.right, y), Point(other.x, y)), "line", tone_of(edge), edge.id, arrows)
    return [line, *said.put(rect, edge.id, KINDS.get(edge.kind, ""))]


def _lanes_drawn(ways: list[Lane], rects: dict[str, Rect], start: float, way: float) -> list[Shape]:
    """Lanes above (way -1) or below (way 1) the states; the label inside its lane."""
    made: list[Shape] = []
    heights: dict[int, float] = {}
    for lane in ways:
        heights[lane.level] = max(heights.get(lane.level, 0), lane.said.height + 16)
    for lane in ways:
        source, target, arrows = forward(lane.edge)
        one, other = rects[source], rects[target]
        y = start + way * sum(high for level, high in heights.items() if level <= lane.level)
        toward = 1.0 if other.x > one.x else -1.0
        a, b = one.centre.x + toward * (14 + 8 * lane.level), other.centre.x - toward * (14 + 8 * lane.level)
        line = (Point(a, start), Point(a, y), Point(b, y), Point(b, start))
        top = y - lane.said.height - 3 if way > 0 else y + 3
        rect = Rect((a + b - lane.said.width) / 2, top, lane.said.width, lane.said.height)
        made.append(Stroke(line, "line", tone_of(lane.edge), lane.edge.id, arrows))
        made += lane.said.put(rect, lane.edge.id, KINDS.get(lane.edge.kind, ""))
    return made


def _loop(edge: Edge, rect: Rect) -> list[Shape]:
    x, y = rect.centre.x, rect.y
    line = (Point(x - 16, y), Point(x - 16, y - 20), Point(x + 16, y - 20), Point(x + 16, y))
    said = saying(edge, rect.w)
    place = Rect(x - said.width / 2, y - 24 - said.height, said.width, said.height)
    stroke = Stroke(line, "line", tone_of(edge), edge.id, "forward")
    return [stroke, *said.put(place, edge.id, KINDS.get(edge.kind, ""))]


def describe(part: Part) -> Iterator[str]:
    """The states, where they begin and end, and each transition."""
    names = {node.id: name_of(node) for node in part.nodes}
    wording, first = part.wording, names[part.nodes[0].id]
    states = listed(list(names.values()), wording)
    yield wording("A state machine with the states {names}; it begins with {first}.", names=states, first=first)
    ends = [names[node.id] for node in part.nodes if node.id in finals(part)]
    if ends:
        yield wording("It ends with {names}.", names=listed(ends, wording))
    yield from (
        sentence(edge, {node.id: node.label or node.detail for node in part.nodes}, wording) for edge in part.edges
    )


def problems(part: Part) -> Iterator[tuple[str, str]]:
    """Transitions without a cause, states that cannot be reached."""
    if not part.edges:
        yield "a state machine without transitions", 'ready >> Edge(label="someone asks") >> taken'
    for edge in part.edges:
        if not edge.label:
            one, other, _ = forward(edge)
            what = f"the transition from '{part.by_id[one].label}' to '{part.by_id[other].label}' has no cause"
            yield what, "say on the edge what makes it happen"
    for group in part.groups:
        yield (
            f"the cluster '{group.label}' is not drawn in a state machine",
            "name it in the labels, or take lanes",
        )
