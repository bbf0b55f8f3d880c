"""Cards beside a form, `Node("ABR", side="left")`: what feeds it or reads it; in a narrow picture above and below it.

Cards that arrows join are a chain, one below the other; an arrow to the form ends at the row that it means, or at the
form's border.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import KINDS, forward, plate, saying
from generator.drawing.scene.geometry import Line, Point, Rect
from generator.drawing.scene.shapes import Block, Shape, Size, Stroke, Words, moved
from generator.model import Edge, Node

_CARD, _WIDEST = 160.0, 300.0
"""Width of a card beside a form, and above or below it."""
_LEAST = 250.0
"""Width that the form itself needs; with less, the cards stand above and below it."""
_APART = 24.0
"""Between two cards that no arrow joins."""
_CORNER = 10.0
"""How close to a corner of a card a line may end."""


def side_of(node: Node) -> str:
    """Where the author put a card beside the form: left or right; nothing for what is in it."""
    return dict(node.attributes).get("side", "")


def core(part: Part) -> Part:
    """A part without the cards beside it."""
    nodes = tuple(node for node in part.nodes if not side_of(node))
    ids = {node.id for node in nodes}
    return replace(part, nodes=nodes, edges=tuple(e for e in part.edges if {e.source, e.target} <= ids))


def outer(part: Part) -> tuple[Edge, ...]:
    """The arrows that touch a card beside the form."""
    inner = core(part).edges
    return tuple(edge for edge in part.edges if edge not in inner)


@dataclass
class _Scene:
    """What is drawn so far."""

    shapes: list[Shape] = field(default_factory=list)
    anchors: dict[str, Rect] = field(default_factory=dict)


def beside(part: Part, size: Size, draw: Callable[[Part, Size], Block]) -> Block:
    """A form with the cards beside it."""
    if not any(map(side_of, part.nodes)):
        return draw(part, size)
    rooms = sum(_CARD + 60 for side in ("left", "right") if any(side_of(node) == side for node in part.nodes))
    return (_across if size.width - rooms > _LEAST else _stacked)(part, size, draw)


def _chains(part: Part, side: str) -> list[list[Node]]:
    """The cards of one side in chains, in the order of the code."""
    made: list[list[Node]] = []
    pairs = {frozenset((edge.source, edge.target)) for edge in part.edges}
    for node in part.nodes:
        if side_of(node) == side:
            last = made[-1][-1] if made else None
            if last and frozenset((last.id, node.id)) in pairs:
                made[-1].append(node)
            else:
                made.append([node])
    return made


def _between(part: Part, one: Node, other: Node, limit: float) -> float:
    """The gap between two cards of a chain, with room for its label."""
    said = [saying(e, limit).height + 16 for e in part.edges if {e.source, e.target} == {one.id, other.id}]
    return max([_APART, *said])


def _pile(part: Part, chain: list[Node], place: Rect, scene: _Scene) -> float:
    """Cards below each other from the top of a place; the lower end."""
    y = place.y
    for index, node in enumerate(chain):
        if index:
            y += _between(part, chain[index - 1], node, place.w * 0.62)
        card = plate(node, place.w, 30.0)
        scene.anchors[node.id] = Rect(place.x, y, place.w, card.height)
        scene.shapes += card.put(scene.anchors[node.id])
        y += card.height
    return y


def _height(part: Part, chains: list[list[Node]], width: float) -> float:
    scene = _Scene()
    return sum(_pile(part, chain, Rect(0, 0, width, 0), scene) + _APART for chain in chains) - _APART if chains else 0.0


def _breadth(part: Part, side: str) -> float:
    """Width of the cards on one side."""
    needs = [plate(node, 140, 30.0).width for node in part.nodes if side_of(node) == side]
    return min(_CARD, max([124.0, *needs])) if needs else 0.0


def _across(part: Part, size: Size, draw: Callable[[Part, Size], Block]) -> Block:
    sides = {side: _chains(part, side) for side in ("left", "right")}
    wide = {side: _breadth(part, side) for side in sides}
    link = max([44.0, *(saying(edge, 96).width + 26 for edge in outer(part) if _to_core(part, edge))])
    rooms = {side: wide[side] + link + 1 if sides[side] else 0.0 for side in sides}
    made = draw(core(part), replace(size, width=size.width - rooms["left"] - rooms["right"]))
    tops = {side: _tops(part, chains, wide[side], made.anchors) for side, chains in sides.items()}
    ends = [
        top + _height(part, [chain], wide[side])
        for side, chains in sides.items()
        for chain, top in zip(chains, tops[side], strict=True)
    ]
    left, top = rooms["left"], max([0.0, *(1 - each for side in sides for each in tops[side])])
    scene = _Scene()
    scene.shapes += [moved(each, left, top) for each in made.shapes]
    scene.anchors |= {name: Rect(r.x + left, r.y + top, r.w, r.h) for name, r in made.anchors.items()}
    inner = list(scene.anchors.values())
    box = _bounds([*inner, *(each.rect for each in scene.shapes if isinstance(each, Words))])
    for side, chains in sides.items():
        x = 1.0 if side == "left" else left + made.width + link
        for chain, y in zip(chains, tops[side], strict=True):
            _pile(part, chain, Rect(x, top + y, wide[side], 0), scene)
    arrows = [shape for edge in outer(part) for shape in _arrow(edge, scene.anchors, inner, box, link)]
    high = top + max([made.height, *(end + 1 for end in ends)])
    return Block(left + made.width + rooms["right"], high, (*scene.shapes, *arrows), scene.anchors)


def _tops(part: Part, chains: list[list[Node]], width: float, inner: Mapping[str, Rect]) -> list[float]:
    """Where chains begin: a card that an arrow joins to the form is level with that place, if there is room."""
    middle = _bounds(list(inner.values())).centre.y
    blocks: list[list[float]] = []
    """Chains that touch: how many, where the first one wants to begin on average, and their height."""
    for chain in chains:
        scene = _Scene()
        high = _pile(part, chain, Rect(0, 0, width, 0), scene) + _APART
        wants = [
            inner[other].centre.y - scene.anchors[own].centre.y
            for edge in outer(part)
            for own, other in (edge.points, edge.points[::-1])
            if own in scene.anchors and other in inner
        ]
        blocks.append([1, sum(wants) / len(wants) if wants else middle - (high - _APART) / 2, high])
        while len(blocks) > 1 and blocks[-2][1] + blocks[-2][2] > blocks[-1][1]:
            count, top, tall = blocks.pop()
            before = blocks[-1]
            whole = before[0] + count
            before[:] = [whole, (before[0] * before[1] + count * (top - before[2])) / whole, before[2] + tall]
    made: list[float] = []
    rest = iter(chains)
    for count, top, _ in blocks:
        for chain in islice(rest, int(count)):
            made.append(top)
            top += _height(part, [chain], width) + _APART
    return made


def _stacked(part: Part, size: Size, draw: Callable[[Part, Size], Block]) -> Block:
    scene = _Scene()
    gap = max([26.0, *(saying(edge, 120).height + 18 for edge in outer(part) if _to_core(part, edge))])
    y = _beside_each_other(part, _chains(part, "left"), 1.0, size, scene)
    y += gap if y > 1 else 0
    made = draw(core(part), size)
    scene.shapes += [moved(each, 0, y) for each in made.shapes]
    scene.anchors |= {name: Rect(r.x, r.y + y, r.w, r.h) for name, r in made.anchors.items()}
    inner = [scene.anchors[name] for name in made.anchors]
    box = Rect(0, y, made.width, made.height)
    y += made.height
    after = [_from_core(part, chain) for chain in _chains(part, "right")]
    y = _beside_each_other(part, after, y + gap, size, scene) if after else y
    arrows = [shape for edge in outer(part) for shape in _arrow(edge, scene.anchors, inner, box, 0.0)]
    return Block(size.width, y + 1, (*scene.shapes, *arrows), scene.anchors)


def _from_core(part: Part, chain: list[Node]) -> list[Node]:
    """A chain with the card that an arrow joins to the form on top."""
    joined = {end for edge in outer(part) if _to_core(part, edge) for end in (edge.source, edge.target)}
    return chain[::-1] if chain[-1].id in joined and chain[0].id not in joined else chain


def _beside_each_other(part: Part, chains: list[list[Node]], y: float, size: Size, scene: _Scene) -> float:
    """Chains beside each other, ending on one line; the lower end."""
    if not chains:
        return y
    width = min(_WIDEST, (size.width - 2 - 16 * (len(chains) - 1)) / len(chains))
    left = (size.width - len(chains) * (width + 16) + 16) / 2
    high = max(_height(part, [chain], width) for chain in chains)
    for index, chain in enumerate(chains):
        top = y + high - _height(part, [chain], width)
        _pile(part, chain, Rect(left + index * (width + 16), top, width, 0), scene)
    return y + high


def _to_core(part: Part, edge: Edge) -> bool:
    return any(not side_of(part.by_id[end]) for end in (edge.source, edge.target))


def _bounds(rects: list[Rect]) -> Rect:
    left, top = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(left, top, max(r.right for r in rects) - left, max(r.bottom for r in rects) - top)


def _arrow(edge: Edge, anchors: dict[str, Rect], inner: list[Rect], box: Rect, link: float) -> list[Shape]:
    """Down a chain, or over to the form."""
    source, target, arrows = forward(edge)
    one, other = anchors[source], anchors[target]
    tone = "" if edge.kind == "main" else edge.kind
    if (one in inner) != (other in inner):
        card, cell = (other, one) if one in inner else (one, other)
        line, rect = (_over if link else _onto)(card, cell, inner, box)
        line = line[::-1] if card is other else line
        said = saying(edge, 96 if link else 120)
        place = Rect(rect.x, rect.y - said.height / 2, said.width, said.height)
        if link:
            place = Rect(rect.x - said.width / 2, rect.y - said.height - 4, said.width, said.height)
    else:
        upper, lower = (one, other) if one.y < other.y else (other, one)
        said = saying(edge, upper.w * 0.62)
        x = max(upper.x + 10, min(upper.centre.x, upper.right - said.width - 12))
        line = (Point(x, upper.bottom), Point(x, lower.y))
        line = line if upper is one else line[::-1]
        place = Rect(x + 9, (upper.bottom + lower.y - said.height) / 2, said.width, said.height)
    return [Stroke(line, "line", tone, edge.id, arrows), *said.put(place, edge.id, KINDS.get(edge.kind, ""))]


def _over(card: Rect, cell: Rect, inner: list[Rect], box: Rect) -> tuple[Line, Rect]:
    """From a card to the row at the form's border that it means, straight if that is beside it; its label's middle."""
    right = card.x > cell.x
    border = box.right if right else box.x
    start, y = (card.x if right else card.right), card.centre.y
    core = _bounds(inner)
    end = min(max(cell.centre.y, core.y + 8), core.bottom - 8)
    turn = border + (14 if right else -14)
    label = Rect((start + turn) / 2, y, 0, 0)
    if card.y + _CORNER <= end <= card.bottom - _CORNER:
        return (Point(start, end), Point(border, end)), Rect((start + border) / 2, end, 0, 0)
    return (Point(start, y), Point(turn, y), Point(turn, end), Point(border, end)), label


def _onto(card: Rect, cell: Rect, inner: list[Rect], box: Rect) -> tuple[Line, Rect]:
    """Straight down to the form below, or to the card below it; the label on the right."""
    core = _bounds(inner)
    x = min(max(card.centre.x, core.x + 8), core.right - 8)
    start, end = (card.bottom, box.y) if card.y < cell.y else (card.y, box.bottom)
    return (Point(x, start), Point(x, end)), Rect(x + 9, (start + end) / 2, 0, 0)
