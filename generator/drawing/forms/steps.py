"""The steps of a first draft: one behind the other in rows, every second row back, on a phone one below the other.

question -> one -> two
                    |
    four <- three <-+
"""

from collections.abc import Sequence
from itertools import pairwise

from generator.drawing.forms.shared.pieces import Plate, badge, breadth, plate, wire
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Shape, Size
from generator.model import Node

_BETWEEN, _APART = 44.0, 90.0
"""From one card to the next, at least and at most: an arrow with its number."""
_LEAST, _WIDEST = 84.0, 190.0
"""Width of a card; most are wider than the least."""
_GOOD = 140.0
_LINES = 4
"""Of text in a card, at most."""


def chained(scope: Scope) -> bool:
    """Whether the nodes follow each other and nothing else."""
    ways = [(one.id, other.id, "", "main", "forward") for one, other in pairwise(scope.nodes)]
    ours = [(edge.source, edge.target, edge.label, edge.kind, edge.arrows) for edge in scope.edges]
    return len(ways) > 1 and not scope.groups and ours == ways


def block(scope: Scope, size: Size) -> Block:
    """Cards of one width in as few rows as have room for their words."""
    width, many = size.easy, len(scope.nodes)
    rows = next(
        (rows for rows in range(1, many) if not size.tight and _fits(scope.nodes, _room(width, -(-many // rows)))), many
    )
    columns = -(-many // rows)
    cards = [plate(node, min(_room(width, columns), _WIDEST), 30.0, columns == 1) for node in scope.nodes]
    wide = max(_GOOD if columns < _LINES else _LEAST, *(card.width for card in cards))
    gap = min(_APART, (width - columns * wide - 2) / (columns - 1)) if columns > 1 else _BETWEEN
    places = _places(cards, columns, wide, gap)
    shapes: list[Shape] = []
    for edge in scope.edges:
        start, end = _ends(places[edge.source], places[edge.target])
        shapes.append(wire(edge, (start, end)))
        if edge.step is not None:
            shapes.append(badge(edge.step, Point((start.x + end.x) / 2, (start.y + end.y) / 2), edge.id))
    for card in cards:
        shapes += card.put(places[card.node.id])
    total = columns * wide + (columns - 1) * gap + 2
    return Block(total, max(rect.bottom for rect in places.values()) + 2, tuple(shapes), places)


def _room(width: float, columns: int) -> float:
    """Of each card."""
    return (width - 2 - (columns - 1) * _BETWEEN) / columns


def _fits(nodes: Sequence[Node], room: float) -> bool:
    """Whether cards of a width hold the words of all, none of them cut and not too many lines."""
    words = [breadth(word, "strong") for node in nodes for word in f"{node.label} {node.detail}".split()]
    cards = [plate(node, room) for node in nodes]
    return room >= max(_LEAST, max(words) + 20) and all(card.words.count <= _LINES for card in cards)


def _places(cards: Sequence[Plate], columns: int, wide: float, gap: float) -> dict[str, Rect]:
    found: dict[str, Rect] = {}
    y = 1.0
    for index in range(-(-len(cards) // columns)):
        row = cards[index * columns : (index + 1) * columns]
        high = max(card.height for card in row)
        for place, card in enumerate(row):
            column = columns - 1 - place if index % 2 else place
            found[card.node.id] = Rect(1 + column * (wide + gap), y, wide, high)
        y += high + _BETWEEN
    return found


def _ends(one: Rect, other: Rect) -> tuple[Point, Point]:
    """A straight line from one card to the next one, beside it or below."""
    if other.y >= one.bottom:
        return Point(one.centre.x, one.bottom), Point(other.centre.x, other.y)
    ahead = other.x > one.x
    return Point(one.right if ahead else one.x, one.centre.y), Point(other.x if ahead else other.right, one.centre.y)
