"""Cards beside a form, `Node("ABR", side="left")`: what feeds it or reads it; in a narrow picture above and below it.

Cards that arrows join are a chain, one below the other; an arrow to the form ends at the row that it means, or at the
form's border.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.drawing.forms.asides.stacks import stacks
from generator.drawing.forms.asides.ways import Routed, core, down, meant, outer, several, side_of, to_core, ways
from generator.drawing.forms.shared.pieces import BRACE, brace, plate, saying
from generator.drawing.forms.shared.scope import Scope
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


def beside(scope: Scope, size: Size, draw: Callable[[Scope, Size], Block], least: float = 0.0) -> Block:
    """A form with the cards beside it; above and below it where less than the least width is left for it."""
    if not any(map(side_of, scope.nodes)):
        return draw(scope, size)
    if size.width - sum(_rooms(scope, _CARD).values()) <= max(least, _LEAST):
        return _stacked(scope, size, draw)
    broad = least and size.width - sum(_rooms(scope, _BROAD).values()) > _EASY * least
    return _across(scope, size, draw, _BROAD if broad else _CARD)


def _link(scope: Scope) -> float:
    """The room between cards and the form, for labels and braces."""
    over = [edge for edge in outer(scope) if to_core(scope, edge)]
    return max([44.0, *(saying(edge, 96).width + 26 + (BRACE if any(edge.ends) else 0.0) for edge in over)])


def _rooms(scope: Scope, limit: float) -> dict[str, float]:
    """The width that the cards of each side take, each card up to a limit."""
    wide = {side: _breadth(scope, side, limit) for side in ("left", "right")}
    return {side: each + _link(scope) + 1 if each else 0.0 for side, each in wide.items()}


def _chains(scope: Scope, side: str) -> list[list[Node]]:
    """The cards of one side in chains, in the order of the code."""
    made: list[list[Node]] = []
    pairs = {frozenset((edge.source, edge.target)) for edge in scope.edges}
    for node in scope.nodes:
        if side_of(node) == side:
            last = made[-1][-1] if made else None
            if last and frozenset((last.id, node.id)) in pairs:
                made[-1].append(node)
            else:
                made.append([node])
    return made


def _between(scope: Scope, one: Node, other: Node, limit: float) -> float:
    """The gap between two cards of a chain, with room for its label."""
    said = [saying(e, limit).height + 16 for e in scope.edges if {e.source, e.target} == {one.id, other.id}]
    return max([_APART, *said])


def _pile(scope: Scope, chain: list[Node], place: Rect) -> Block:
    """Cards below each other from the top of a place; its height is their lower end."""
    shapes: list[Shape] = []
    anchors: dict[str, Rect] = {}
    y = place.y
    for index, node in enumerate(chain):
        if index:
            y += _between(scope, chain[index - 1], node, place.w / 2 - _BESIDE)
        card = plate(node, place.w, 30.0)
        anchors[node.id] = Rect(place.x, y, place.w, max(card.height, place.h))
        shapes += card.put(anchors[node.id])
        y += anchors[node.id].h
    return Block(place.w, y, tuple(shapes), anchors)


def _height(scope: Scope, chain: list[Node], width: float) -> float:
    return _pile(scope, chain, Rect(0, 0, width, 0)).height


def _breadth(scope: Scope, side: str, limit: float) -> float:
    """Width of the cards on one side."""
    cards = [node for node in scope.nodes if side_of(node) == side]
    names = {node.id for node in cards}
    said = [2 * (saying(edge, 66).width + _BESIDE) for edge in scope.edges if set(edge.points) <= names]
    needs = [plate(node, limit - 20, 30.0).width for node in cards]
    return min(limit, max([124.0, *needs, *said])) if cards else 0.0


def _across(scope: Scope, size: Size, draw: Callable[[Scope, Size], Block], limit: float) -> Block:
    rooms, wide = _rooms(scope, limit), {side: _breadth(scope, side, limit) for side in ("left", "right")}
    made = draw(core(scope), replace(size, width=size.width - rooms["left"] - rooms["right"]))
    tops = {side: list(_tops(scope, _chains(scope, side), width, made.anchors)) for side, width in wide.items()}
    feet = [top + _height(scope, chain, wide[side]) for side, each in tops.items() for chain, top in each]
    left, top = rooms["left"], max([0.0, *(1 - each for side in tops.values() for _, each in side)])
    form = made.moved(left, top)
    starts = {"left": 1.0, "right": left + made.width + _link(scope)}
    piles = [
        _pile(scope, chain, Rect(starts[side], top + y, wide[side], 0))
        for side, each in tops.items()
        for chain, y in each
    ]
    anchors = {name: rect for each in (form, *piles) for name, rect in each.anchors.items()}
    shapes = [shape for each in (form, *piles) for shape in each.shapes]
    said = [each.rect for each in form.shapes if isinstance(each, TextLine)]
    over = ways(scope, anchors, list(form.anchors.values()), said)
    shapes += [shape for edge in outer(scope) for shape in _arrow(edge, anchors, over, 96, size.width)]
    high = top + max([made.height, *(foot + 1 for foot in feet)])
    return Block(left + made.width + rooms["right"], high, tuple(shapes), anchors)


def _tops(
    scope: Scope, chains: list[list[Node]], width: float, inner: Mapping[str, Rect]
) -> Iterator[tuple[list[Node], float]]:
    """Chains with their tops: a card that an arrow joins to the form is level with that place, if there is room.

    One that several places join is level with an upper one of them where its chain hung below the form else.
    """
    form = around(list(inner.values()))
    blocks: list[tuple[list[list[Node]], float, float]] = []
    """Chains that touch, where the first one wants to begin on average, and their height."""
    for chain in chains:
        pile = _pile(scope, chain, Rect(0, 0, width, 0))
        high = pile.height + _APART
        wants = [
            meant(edge, inner[other], list(inner.values())).centre.y - pile.anchors[own].centre.y
            for edge in outer(scope)
            for own, other in (edge.points, edge.points[::-1])
            if own in pile.anchors and other in inner
        ]
        start = sum(wants) / len(wants) if wants else form.centre.y - (high - _APART) / 2
        over = max(0.0, min(start, start + high - _APART - form.bottom))
        block = [chain], max(start - over, min([start, *wants])), high
        while blocks and blocks[-1][1] + blocks[-1][2] > block[1]:
            before, top, tall = blocks.pop()
            count, total = len(before), len(before) + len(block[0])
            top = (count * top + len(block[0]) * (block[1] - tall)) / total
            block = before + block[0], top, tall + block[2]
        blocks.append(block)
    for held, top, _ in blocks:
        for chain in held:
            yield chain, top
            top += _height(scope, chain, width) + _APART


def _stacked(scope: Scope, size: Size, draw: Callable[[Scope, Size], Block]) -> Block:
    gap = max([26.0, *(saying(edge, 120).height + 18 for edge in outer(scope) if to_core(scope, edge))])
    made = draw(core(scope), size)
    above = _beside_each_other(scope, _chains(scope, "left"), 1.0, made)
    y = max((pile.height + gap for pile in above), default=1.0)
    form = made.moved(0, y)
    y += made.height
    after = [_from_core(scope, chain) for chain in _chains(scope, "right")]
    gap += BRACE if any(node.id in several(scope) for chain in after for node in chain) else 0.0
    below = _beside_each_other(scope, after, y + gap, made)
    piles = (*above, form, *below)
    anchors = {name: rect for each in piles for name, rect in each.anchors.items()}
    over = down(scope, anchors, list(form.anchors.values()), form.shapes)
    arrows = [shape for edge in outer(scope) for shape in _arrow(edge, anchors, over, _DOWN, size.width)]
    high = max((pile.height for pile in below), default=y)
    return Block(size.width, high + 1, (*(shape for each in piles for shape in each.shapes), *arrows), anchors)


def _from_core(scope: Scope, chain: list[Node]) -> list[Node]:
    """A chain with the card that an arrow joins to the form on top."""
    over = {end for edge in outer(scope) if to_core(scope, edge) for end in (edge.source, edge.target)}
    return chain[::-1] if chain[-1].id in over and chain[0].id not in over else chain


def _beside_each_other(scope: Scope, chains: list[list[Node]], y: float, made: Block) -> list[Block]:
    """Chains beside each other, ending on one line."""
    places = (
        [(chain, *place) for chain, place in zip(chains, stacks(scope, chains, made), strict=True)] if chains else []
    )
    high = max((_height(scope, chain, width) for chain, _, width in places), default=0.0)
    tops = [high if len(chain) == 1 else _height(scope, chain, width) for chain, _, width in places]
    return [
        _pile(scope, chain, Rect(left, y + high - tall, width, high if len(chain) == 1 else 0))
        for (chain, left, width), tall in zip(places, tops, strict=True)
    ]


def _arrow(
    edge: Edge, anchors: dict[str, Rect], over: Mapping[str, Routed], limit: float, width: float
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
