"""Cards beside a form, `Node("ABR", side="left")`: what feeds it or reads it; in a narrow picture above and below it.

Cards that arrows join are a chain, one below the other; an arrow to the form ends at the row that it means, or at the
form's border.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from generator.drawing.forms.asides.stacks import stacks
from generator.drawing.forms.asides.ways import Way, core, down, meant, outer, several, side_of, to_core, ways
from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import BRACE, brace, plate, saying
from generator.drawing.scene.geometry import Point, Rect, around
from generator.drawing.scene.shapes import Block, Shape, Size, TextLine
from generator.model import Edge, Node

_CARD, _BROAD = 160.0, 220.0
"""Width of a card beside a form, and beside one that leaves so much room."""
_EASY = 1.6
"""How many times the width that it needs a form has before cards beside it grow."""
_LEAST = 250.0
"""Width that the form itself needs; with less, the cards stand above and below it."""
_APART = 24.0
"""Between two cards that no arrow joins."""
_DOWN = 140.0
"""Widest label of an arrow down to a form."""
_BESIDE = 9.0
"""From a line down a chain to its label."""


@dataclass
class _Scene:
    """What is drawn so far."""

    shapes: list[Shape] = field(default_factory=list)
    anchors: dict[str, Rect] = field(default_factory=dict)


def beside(part: Part, size: Size, draw: Callable[[Part, Size], Block], least: float = 0.0) -> Block:
    """A form with the cards beside it; above and below it where less than the least width is left for it."""
    if not any(map(side_of, part.nodes)):
        return draw(part, size)
    if size.width - sum(_rooms(part, _CARD).values()) <= max(least, _LEAST):
        return _stacked(part, size, draw)
    broad = least and size.width - sum(_rooms(part, _BROAD).values()) > _EASY * least
    return _across(part, size, draw, _BROAD if broad else _CARD)


def _link(part: Part) -> float:
    """The room between cards and the form, for labels and braces."""
    over = [edge for edge in outer(part) if to_core(part, edge)]
    return max([44.0, *(saying(edge, 96).width + 26 + (BRACE if any(edge.ends) else 0.0) for edge in over)])


def _rooms(part: Part, limit: float) -> dict[str, float]:
    """The width that the cards of each side take, each card up to a limit."""
    wide = {side: _breadth(part, side, limit) for side in ("left", "right")}
    return {side: each + _link(part) + 1 if each else 0.0 for side, each in wide.items()}


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
            y += _between(part, chain[index - 1], node, place.w / 2 - _BESIDE)
        card = plate(node, place.w, 30.0)
        scene.anchors[node.id] = Rect(place.x, y, place.w, max(card.height, place.h))
        scene.shapes += card.put(scene.anchors[node.id])
        y += scene.anchors[node.id].h
    return y


def _height(part: Part, chains: list[list[Node]], width: float) -> float:
    scene = _Scene()
    return sum(_pile(part, chain, Rect(0, 0, width, 0), scene) + _APART for chain in chains) - _APART if chains else 0.0


def _breadth(part: Part, side: str, limit: float) -> float:
    """Width of the cards on one side."""
    cards = [node for node in part.nodes if side_of(node) == side]
    names = {node.id for node in cards}
    said = [2 * (saying(edge, 66).width + _BESIDE) for edge in part.edges if set(edge.points) <= names]
    needs = [plate(node, limit - 20, 30.0).width for node in cards]
    return min(limit, max([124.0, *needs, *said])) if cards else 0.0


def _across(part: Part, size: Size, draw: Callable[[Part, Size], Block], limit: float) -> Block:
    sides = {side: _chains(part, side) for side in ("left", "right")}
    wide = {side: _breadth(part, side, limit) for side in sides}
    link, rooms = _link(part), _rooms(part, limit)
    made = draw(core(part), replace(size, width=size.width - rooms["left"] - rooms["right"]))
    tops = {side: _tops(part, chains, wide[side], made.anchors) for side, chains in sides.items()}
    feet = [
        top + _height(part, [chain], wide[side])
        for side, chains in sides.items()
        for chain, top in zip(chains, tops[side], strict=True)
    ]
    left, top = rooms["left"], max([0.0, *(1 - each for side in sides for each in tops[side])])
    scene = _Scene()
    form = made.moved(left, top)
    scene.shapes += form.shapes
    scene.anchors |= form.anchors
    inner = list(scene.anchors.values())
    said = [each.rect for each in scene.shapes if isinstance(each, TextLine)]
    for side, chains in sides.items():
        x = 1.0 if side == "left" else left + made.width + link
        for chain, y in zip(chains, tops[side], strict=True):
            _pile(part, chain, Rect(x, top + y, wide[side], 0), scene)
    over = ways(part, scene.anchors, inner, said)
    arrows = [shape for edge in outer(part) for shape in _arrow(edge, scene.anchors, over, 96, size.width)]
    high = top + max([made.height, *(foot + 1 for foot in feet)])
    return Block(left + made.width + rooms["right"], high, (*scene.shapes, *arrows), scene.anchors)


def _tops(part: Part, chains: list[list[Node]], width: float, inner: Mapping[str, Rect]) -> list[float]:
    """Where chains begin: a card that an arrow joins to the form is level with that place, if there is room.

    One that several places join is level with an upper one of them where its chain hung below the form else.
    """
    form = around(list(inner.values()))
    middle = form.centre.y
    blocks: list[list[float]] = []
    """Chains that touch: how many, where the first one wants to begin on average, and their height."""
    for chain in chains:
        scene = _Scene()
        high = _pile(part, chain, Rect(0, 0, width, 0), scene) + _APART
        wants = [
            meant(edge, inner[other], list(inner.values())).centre.y - scene.anchors[own].centre.y
            for edge in outer(part)
            for own, other in (edge.points, edge.points[::-1])
            if own in scene.anchors and other in inner
        ]
        start = sum(wants) / len(wants) if wants else middle - (high - _APART) / 2
        over = max(0.0, min(start, start + high - _APART - form.bottom))
        blocks.append([1, max(start - over, min([start, *wants])), high])
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
    gap = max([26.0, *(saying(edge, 120).height + 18 for edge in outer(part) if to_core(part, edge))])
    made = draw(core(part), size)
    y = _beside_each_other(part, _chains(part, "left"), 1.0, made, scene)
    y += gap if y > 1 else 0
    form = made.moved(0, y)
    scene.shapes += form.shapes
    scene.anchors |= form.anchors
    inner = list(form.anchors.values())
    y += made.height
    after = [_from_core(part, chain) for chain in _chains(part, "right")]
    gap += BRACE if any(node.id in several(part) for chain in after for node in chain) else 0.0
    y = _beside_each_other(part, after, y + gap, made, scene) if after else y
    over = down(part, scene.anchors, inner, form.shapes, _DOWN)
    arrows = [shape for edge in outer(part) for shape in _arrow(edge, scene.anchors, over, _DOWN, size.width)]
    return Block(size.width, y + 1, (*scene.shapes, *arrows), scene.anchors)


def _from_core(part: Part, chain: list[Node]) -> list[Node]:
    """A chain with the card that an arrow joins to the form on top."""
    over = {end for edge in outer(part) if to_core(part, edge) for end in (edge.source, edge.target)}
    return chain[::-1] if chain[-1].id in over and chain[0].id not in over else chain


def _beside_each_other(part: Part, chains: list[list[Node]], y: float, made: Block, scene: _Scene) -> float:
    """Chains beside each other, ending on one line; the lower end."""
    if not chains:
        return y
    places = stacks(part, chains, made)
    high = max(_height(part, [chain], width) for chain, (_, width) in zip(chains, places, strict=True))
    for chain, (left, width) in zip(chains, places, strict=True):
        tall = high if len(chain) == 1 else _height(part, [chain], width)
        _pile(part, chain, Rect(left, y + high - tall, width, high if len(chain) == 1 else 0), scene)
    return y + high


def _arrow(
    edge: Edge, anchors: dict[str, Rect], over: Mapping[str, Way], limit: float, width: float
) -> tuple[Shape, ...]:
    """Down a chain, or over to the form."""
    if edge.id in over:
        line, at, above, held = over[edge.id]
        said = saying(edge, limit)
        place = said.at(at.x if at.x + said.width < width else at.x - 18 - said.width, at.y - said.height / 2)
        if above:
            place = said.at(at.x - said.width / 2, at.y - said.height - 4)
        return *([brace(held, edge, at.x)] if held else []), *said.led(line, place)
    one, other = (anchors[end] for end in edge.points)
    upper, lower = (one, other) if one.y < other.y else (other, one)
    said, x = saying(edge, upper.w / 2 - _BESIDE), upper.centre.x
    line = (Point(x, upper.bottom), Point(x, lower.y))
    left = x + _BESIDE if x + _BESIDE + said.width <= width else x - _BESIDE - said.width
    place = said.at(left, (upper.bottom + lower.y - said.height) / 2)
    return said.led(line if upper is one else line[::-1], place)
