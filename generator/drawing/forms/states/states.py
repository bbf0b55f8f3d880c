"""A state machine: states on one line in the order of the code, transitions with their cause.

    ready >> Edge(label="1. someone asks") >> allocated      # to the next state: straight
    allocated >> Edge(label="2. match is over") >> ready      # a way back: a lane below
    ready >> Edge(label="3. health check") >> ready         # a loop

The first state is where everything begins; a state that nothing leaves is an end and has a double border.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.drawing.forms.shared.pieces import plate, saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import listed, name_of, sentences
from generator.drawing.forms.states.ladder import down
from generator.drawing.forms.states.tracks import Machine, Track
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Dot, Shape, Size, Stroke
from generator.model import Edge


def block(scope: Scope, size: Size) -> Block:
    """The states across where they fit, else downwards."""
    machine = Machine(scope)
    natural = max(min(plate(node, 112, 28.0).width, 150.0) for node in scope.nodes)
    for limit in (110.0, 84.0, 64.0):
        gap = max([48.0, *(saying(edge, limit).width + 22 for edge in machine.straight)])
        wide = min(170.0, (size.width - 30 - gap * (len(scope.nodes) - 1)) / len(scope.nodes))
        if not size.tight and wide >= natural:
            return _across(machine, size, gap, wide)
    return down(machine, size)


def _across(machine: Machine, size: Size, gap: float, wide: float) -> Block:
    nodes, count = machine.scope.nodes, len(machine.scope.nodes)
    cards = [plate(node, wide, 28.0) for node in nodes]
    high = max(44.0, *(card.height for card in cards))
    above, below = (machine.tracks(170, back) for back in (False, True))
    rise = [saying(edge, gap - 14).height + 8 - high / 2 for edge in machine.straight]
    loops = [saying(edge, wide).height + 30 for edge in machine.loops]
    over = max([sum(_heights(above).values()), 4.0, *rise, *loops])
    left = (size.width - (wide * count + gap * (count - 1)) + 22) / 2
    rects = {node.id: Rect(left + index * (wide + gap), over + 2, wide, high) for index, node in enumerate(nodes)}
    first = rects[nodes[0].id]
    begin = (Point(first.x - 18, first.centre.y), Point(first.x, first.centre.y))
    shapes: list[Shape] = [Dot(Point(first.x - 24, first.centre.y), 6, "mark"), Stroke(begin, "line", arrows="forward")]
    for edge in (each for each in machine.scope.edges if each in machine.straight):
        shapes += _next(edge, rects)
    for track in above:
        shapes += _lane(track, rects, first.y, -1.0, _heights(above))
    for track in below:
        shapes += _lane(track, rects, first.bottom, 1.0, _heights(below))
    for edge in machine.loops:
        shapes += _loop(edge, rects[edge.source])
    bottom = first.bottom + sum(_heights(below).values())
    return Block(size.width, bottom + 8, (*shapes, *machine.drawn(cards, rects)), rects)


def _heights(ways: list[Track]) -> dict[int, float]:
    """Of each level of lanes what its labels need, from the states outwards."""
    found: dict[int, float] = {}
    for track in sorted(ways, key=lambda each: each.level):
        found[track.level] = max(found.get(track.level, 0), track.said.height + 16)
    return found


def _next(edge: Edge, rects: dict[str, Rect]) -> tuple[Shape, ...]:
    one, other = (rects[end] for end in edge.points)
    y = one.centre.y
    said = saying(edge, other.x - one.right - 14)
    rect = said.at((one.right + other.x - said.width) / 2, y - said.height - 5)
    return said.led((Point(one.right, y), Point(other.x, y)), rect)


def _lane(
    track: Track, rects: dict[str, Rect], start: float, way: float, heights: dict[int, float]
) -> tuple[Shape, ...]:
    """A lane above (way -1) or below (way 1) the states; its label inside it."""
    said = track.said
    one, other = (rects[end] for end in said.edge.points)
    y = start + way * sum(high for level, high in heights.items() if level <= track.level)
    toward = 1.0 if other.x > one.x else -1.0
    a, b = one.centre.x + toward * (14 + 8 * track.level), other.centre.x - toward * (14 + 8 * track.level)
    top = y - said.height - 3 if way > 0 else y + 3
    line = (Point(a, start), Point(a, y), Point(b, y), Point(b, start))
    return said.led(line, said.at((a + b - said.width) / 2, top))


def _loop(edge: Edge, rect: Rect) -> tuple[Shape, ...]:
    x, y = rect.centre.x, rect.y
    line = (Point(x - 16, y), Point(x - 16, y - 20), Point(x + 16, y - 20), Point(x + 16, y))
    said = saying(replace(edge, arrows="forward"), rect.w)
    return said.led(line, said.at(x - said.width / 2, y - 24 - said.height))


def describe(scope: Scope) -> Iterator[str]:
    """The states, where they begin and end, and each transition."""
    names = {node.id: name_of(node) for node in scope.nodes}
    wording, first = scope.wording, names[scope.nodes[0].id]
    states = listed(list(names.values()), wording)
    yield wording("A state machine with the states {names}; it begins with {first}.", names=states, first=first)
    left = {edge.points[0] for edge in scope.edges if edge.source != edge.target}
    ends = [name for node, name in names.items() if node not in left]
    if ends:
        yield wording("It ends with {names}.", names=listed(ends, wording))
    yield from sentences(scope)


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """Transitions without a cause, states that cannot be reached."""
    if not scope.edges:
        yield "a state machine without transitions", 'ready >> Edge(label="someone asks") >> taken'
    for edge in (each for each in scope.edges if not each.label):
        one, other = (scope.by_id[end].label for end in edge.points)
        yield f"the transition from '{one}' to '{other}' has no cause", "say on the edge what makes it happen"
    for group in scope.groups:
        yield f"the cluster '{group.label}' is not drawn in a state machine", "name it in the labels, or take lanes"
