"""A flow in lanes: who does what, each in a row of its own; on a phone in a column of its own.

    with Diagram("Order", graph_attr={"lanes": "Customer | Shop | Bank"}):
        with Cluster("Customer"):
            cart = Node("Cart")

Each name is the label of a cluster. Cards stand in columns as arrows lead on; what is in no lane is in a last one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.drawing.forms.lanes.places import spots_of
from generator.drawing.forms.lanes.routing import Net
from generator.drawing.forms.shared.pieces import Plate, Saying, breadth, column, lines, plate, saying, wire
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Line, Point, Rect, around, cuts, segments
from generator.drawing.scene.shapes import LINE, Block, Box, Shape, Size
from generator.model import Node

_WIDEST = 156.0
"""Of a card."""
_EDGE, _CHANNEL = 16.0, 8.0
"""Between a card and its lane's border, and from that border to a line."""
_APART, _NEAR = 8.0, 8.0
"""Between two rows of lanes that no arrow joins, and between two columns."""


@dataclass(frozen=True)
class _Plan:
    """Which card stands where, and how large it is."""

    names: tuple[str, ...]
    """Of the lanes."""
    spots: dict[str, tuple[int, int]]
    """Of each card its place along the flow, and its lane."""
    cards: dict[str, Plate]
    wide: float
    high: float
    between: float
    """Between two cards along the flow."""
    apart: float
    """Between two lanes."""
    rows: bool
    """Whether lanes are rows; else they are columns."""
    title: float
    """Room for names, beside or above."""

    @property
    def long(self) -> int:
        """Cards behind each other."""
        return 1 + max((place for place, _ in self.spots.values()), default=0)


def block(scope: Scope, size: Size) -> Block:
    """Lanes with their cards, and the arrows between them."""
    plan = _plan(scope, size)
    along, across = (plan.wide, plan.high) if plan.rows else (plan.high, plan.wide)
    pitch, lane = along + plan.between, across + 2 * _EDGE
    step = lane + plan.apart if plan.rows else size.width / len(plan.names)
    lane = step - plan.apart if not plan.rows else lane
    start = plan.title + plan.between / 2
    middles = [start + along / 2 + index * pitch for index in range(plan.long)]
    lanes = [1 + index * step for index in range(len(plan.names))]
    us = sorted([middles[0] - pitch / 2, *middles, *(each + pitch / 2 for each in middles)])
    near = _CHANNEL if plan.rows else -plan.apart / 2
    vs = sorted({v for top in lanes for v in (top + near, top + lane / 2, top + lane - near)})
    vs = vs if plan.rows else vs[1:-1]
    cards = {
        name: Rect(middles[place] - along / 2, lanes[index] + (lane - across) / 2, along, across)
        for name, (place, index) in plan.spots.items()
    }
    net = Net(us, vs, cards)
    ways = {
        edge.id: net.way(*edge.points, f"{edge.label} {edge.kind} {edge.hue}")
        for edge in scope.edges
        if edge.source != edge.target
    }
    first, last = middles[0] - along / 2, middles[-1] + along / 2
    before, after = _unused(plan, first, last, [p.x for way in ways.values() for p in way])
    cards = {name: Rect(r.x - before, r.y, r.w, r.h) for name, r in cards.items()}
    ways = {name: tuple(Point(p.x - before, p.y) for p in way) for name, way in ways.items()}
    end = last + plan.between / 2 - before - after
    grounds = [_turned(Rect(1, top, end - 1, lane), plan) for top in lanes]
    shapes = [shape for name, rect in zip(plan.names, grounds, strict=True) for shape in _lane(scope, name, rect, plan)]
    places = {name: _turned(rect, plan) for name, rect in cards.items()}
    for name, card in plan.cards.items():
        shapes += card.put(places[name])
    lines_ = {name: _led(line, plan) for name, line in ways.items()}
    shapes += _arrows(scope, lines_, [*places.values()], grounds, plan)
    return Block(size.width, (lanes[-1] + lane if plan.rows else end) + 1, tuple(shapes), places)


def _unused(plan: _Plan, first: float, last: float, used: Sequence[float]) -> tuple[float, float]:
    """What columns may be shorter at their upper and at their lower end, where no line runs round their cards."""
    slack = 0.0 if plan.rows else max(0.0, plan.between / 2 - _EDGE / 2)
    return (slack if min(used, default=first) >= first else 0.0), (slack if max(used, default=last) <= last else 0.0)


def _turned(rect: Rect, plan: _Plan) -> Rect:
    return rect if plan.rows else Rect(rect.y, rect.x, rect.h, rect.w)


def _led(line: Line, plan: _Plan) -> Line:
    return line if plan.rows else tuple(Point(p.y, p.x) for p in line)


def _lane_names(scope: Scope) -> tuple[str, ...]:
    """The lanes that an author names."""
    return tuple(filter(None, (each.strip() for each in scope.given.get("lanes", "").split("|"))))


def _home(scope: Scope, node: Node) -> str:
    """The label of the outermost cluster round a node that is a lane."""
    return next((group.label for group in scope.homes(node)[::-1] if group.label in _lane_names(scope)), "")


def _plan(scope: Scope, size: Size) -> _Plan:
    homes = {node.id: _home(scope, node) for node in scope.nodes}
    names = (*_lane_names(scope), *([""] if "" in homes.values() else []))
    places = [names.index(homes[node.id]) for node in scope.nodes]
    spots = spots_of(scope, places, True)
    long = 1 + max((place for place, _ in spots.values()), default=0)
    title = min(118.0, max([40.0, *(breadth(name, "strong") + 22 for name in names)]))
    between = max([40.0, *(saying(edge, 84).width + 18 for edge in scope.edges)])
    words = [breadth(word, "strong") + 20 for node in scope.nodes for word in node.label.split()]
    rows = not size.tight and title + long * (between + max([76.0, *words])) <= size.width
    if rows:
        wide = min(_WIDEST, (size.width - title) / long - between)
    else:
        spots, pitch = spots_of(scope, places, False), size.width / len(names)
        title = LINE * max((len(lines(name, pitch - 8, "heading")) for name in names), default=1) + 8
        between = max([34.0, *(saying(edge, pitch / 2 - 14).height + 22 for edge in scope.edges)])
        wide = min(_WIDEST, pitch - _NEAR - 10)
    cards = {node.id: plate(node, wide + (0 if rows else 10), 30.0 if rows else 26.0) for node in scope.nodes}
    if rows:
        wide = min(wide, max([76.0, *(card.width for card in cards.values())]))
        between = (size.width - title - long * wide) / long
    high = max((card.height for card in cards.values()), default=40.0)
    over = [edge for edge in scope.edges if homes[edge.source] != homes[edge.target]]
    apart = max([_APART, *(saying(edge, 84).height + 8 for edge in over)]) if rows else _NEAR
    return _Plan(names, spots, cards, wide, high, between, apart, rows, title)


def _lane(scope: Scope, name: str, rect: Rect, plan: _Plan) -> list[Shape]:
    """A lane's ground and its name."""
    of = next((group.id for group in scope.groups if group.label == name), "")
    made: list[Shape] = [Box(rect, "area", "", of, 10)]
    if plan.rows:
        said = lines(name, plan.title - 18, "strong")
        return [*made, *column(said, 12, rect.centre.y - len(said) * LINE / 2, "strong", "start", of=of)]
    return [*made, *column(lines(name, rect.w - 4, "heading"), rect.centre.x, rect.y + 5, "heading", of=of)]


def _arrows(
    scope: Scope, ways: dict[str, Line], cards: Sequence[Rect], grounds: Sequence[Rect], plan: _Plan
) -> Iterator[Shape]:
    """Lines, then labels where they meet nothing."""
    taken = [rect.grown(2) for rect in cards]
    for rect in grounds:  # their borders, and their names
        taken += [Rect(rect.x, y, rect.w, 0).grown(1) for y in (rect.y, rect.bottom)]
        taken += [Rect(x, rect.y, 0, rect.h).grown(1) for x in (rect.x, rect.right)]
        taken.append(Rect(rect.x, rect.y, plan.title if plan.rows else rect.w, rect.h if plan.rows else plan.title))
    for edge in scope.edges:
        if edge.id in ways:
            made = wire(edge, ways[edge.id])
            yield replace(made, tone=made.tone or edge.hue)
    room = around(grounds)
    limits = (plan.between - 8, 84.0, 60.0) if plan.rows else (grounds[0].w / 2 - 12, 60.0)
    for edge in scope.edges:
        if edge.id in ways:
            said, rect = _beside([saying(edge, limit) for limit in limits], ways[edge.id], ways, taken, room)
            taken.append(rect.grown(2))
            yield from said.put(rect)


def _beside(
    tries: Sequence[Saying], line: Line, ways: dict[str, Line], taken: Sequence[Rect], room: Rect
) -> tuple[Saying, Rect]:
    """A label over a level stretch, or beside an upright one, where nothing else is."""
    found: list[tuple[Saying, Rect]] = []
    for said in tries:
        for a, b in sorted(segments(line), key=lambda ends: -abs(ends[0].x - ends[1].x) - abs(ends[0].y - ends[1].y)):
            for share in (0.5, 0.35, 0.65, 0.2, 0.8):
                x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
                if a.y == b.y:
                    spots = [(x - said.width / 2, y - said.height - 4), (x - said.width / 2, y + 5)]
                else:
                    spots = [(x + 7, y - said.height / 2), (x - 7 - said.width, y - said.height / 2)]
                found += [(said, said.at(*spot)) for spot in spots]
    for said, rect in found:
        free = room.holds(rect) and not any(rect.meets(each) for each in taken)
        if free and not any(cuts(a, b, rect.grown(1)) for way in ways.values() for a, b in segments(way)):
            return said, rect
    return found[0]


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """Lanes that no cluster is named after, and nodes in none."""
    labels = [group.label for group in scope.groups]
    for name in _lane_names(scope):
        if name not in labels:
            yield f"no cluster is the lane '{name}'", f'with Cluster("{name}"):'
    for node in scope.nodes:
        if not _home(scope, node):
            yield f"'{node.label}' is in no lane", "put it into one of the clusters that lanes= names"
