"""A tree upright: levels aligned, each parent over the middle of its children, subtrees as close as they may stand.

Numbers stand left of their boxes, or all on the corners of these where it is narrow; words stand right of a branch,
with the numbers of all where every number has words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.drawing.forms.shared.pieces import KINDS, NEXT, Plate, Saying, badge, breadth, plate, saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.tree.growing import Tree, branch
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import BADGE, Block, Shape

_WAYS = (
    (60.0, 150.0, 20.0, False), (40.0, 130.0, 20.0, False), (28.0, 130.0, 20.0, False), (20.0, 100.0, 20.0, False),
    (14.0, 84.0, 20.0, False), (12.0, 78.0, 16.0, False), (10.0, 76.0, 11.0, False), (14.0, 84.0, 20.0, True),
    (10.0, 78.0, 16.0, True), (8.0, 72.0, 12.0, True), (8.0, 62.0, 10.0, True), (6.0, 44.0, 10.0, True),
)  # fmt: skip
"""Gaps between boxes, the width of their words, what boxes are wider, and whether numbers stand on their corners: the
first that has room."""
_ALIKE = 1.2
"""How many times as wide as another the boxes of a level may be for both to be made equally wide."""
_PAD = 20.0
"""What a plate is wider than its words."""
_BETWEEN = 36.0
"""Between two levels, at least."""
_TALL = 6
"""Lines of text in a box, at most; a list has more room for them."""
_LEAST = 44.0
"""Width of a box, at least."""


@dataclass(frozen=True)
class _Item:
    """A box, its numbers left of it, and the word on the branch to its parent."""

    card: Plate
    width: float
    numbers: tuple[tuple[int, str, str], ...]
    """Step, tone and owner of each."""
    said: Saying | None
    corner: bool
    """Whether its numbers stand on its corner."""

    @property
    def left(self) -> float:
        """From its middle to its left end."""
        beside = len(self.numbers) * NEXT + 2
        return self.width / 2 + (0.0 if not self.numbers else beside - BADGE + 4 if self.corner else beside)

    def number(self, place: int, rect: Rect) -> Point:
        """Where one of its numbers stands."""
        x = rect.x - (len(self.numbers) - 1 - place) * NEXT
        return Point(x, rect.y) if self.corner else Point(x - 6 - BADGE / 2, rect.centre.y)

    @property
    def right(self) -> float:
        """From its middle to its right end."""
        return max(self.width / 2, 8 + self.said.width if self.said else 0.0)


_Spans = Sequence[tuple[float, float]]
"""Of each level under a node where it begins and ends, from the node's middle."""


def upright(scope: Scope, tree: Tree, width: float) -> Block | None:
    """The tree with its boxes; none where the tree is too wide."""
    if max(Counter(tree.depth.values()).values(), default=0) * (_LEAST + 6) > width:
        return None
    longest = max((breadth(word, "strong") for node in scope.nodes for word in node.label.split()), default=0.0)
    for gap, most, pad, corner in (way for way in _WAYS if longest <= way[1]):
        items = _items(scope, tree, width, (most, pad), corner)
        if any(sum(each.left + each.right for each in level) > width for level in _levels(tree, items)):
            continue
        if any(item.card.words.count > _TALL for item in items.values()):
            return None
        middles, spans = _spread([_under(root, tree, items, gap) for root in tree.roots], gap)
        low, high = min(low for low, _ in spans) - 1, max(high for _, high in spans) + 1
        low, high = _even(items, middles, low, high, width)
        if high - low <= width:
            return _drawn(tree, items, {node: x - low for node, x in middles.items()}, high - low)
    return None


def _even(
    items: Mapping[str, _Item], middles: Mapping[str, float], low: float, high: float, width: float
) -> tuple[float, float]:
    """The ends with as much room on both sides of the boxes, if there is as much."""
    sides = [middles[node] + way * item.width / 2 for node, item in items.items() for way in (-1, 1)]
    centre = (min(sides) + max(sides)) / 2
    half = max(centre - low, high - centre)
    return (centre - half, centre + half) if 2 * half <= width else (low, high)


def _items(scope: Scope, tree: Tree, width: float, room: tuple[float, float], corner: bool) -> dict[str, _Item]:
    """The boxes, those of a level equally wide, and those of levels that hardly differ."""
    most, pad = room
    held = Counter(tree.depth.values())
    shares = {level: max(most, min(150.0, width / many - 60)) for level, many in held.items()}
    icon = 28.0 if most > 72 else 22.0
    cards = {node.id: plate(node, shares[tree.depth[node.id]] + _PAD, icon) for node in scope.nodes}
    widest: dict[int, float] = {}
    for node, card in cards.items():
        level = tree.depth[node]
        widest[level] = max(widest.get(level, min(72.0, most + pad)), card.width - _PAD + pad, _LEAST)
    widest = {level: max(each for each in widest.values() if each <= own * _ALIKE) for level, own in widest.items()}
    made = {}
    boxed = bool(scope.alone) or any(edge.step is not None and not edge.label for edge in tree.branch.values())
    for node, card in cards.items():
        edge = tree.branch.get(node)
        numbers = [(step, "", node) for step in scope.alone.get(node, ())]
        if edge and edge.step is not None and boxed:
            numbers.append((edge.step, KINDS.get(edge.kind, ""), edge.id))
        said = (
            saying(replace(edge, step=None) if boxed else edge, min(116.0, most + pad)) if edge and edge.label else None
        )
        made[node] = _Item(card, widest[tree.depth[node]], tuple(numbers), said, corner)
    return made


def _levels(tree: Tree, items: Mapping[str, _Item]) -> list[list[_Item]]:
    found: dict[int, list[_Item]] = {}
    for node, item in items.items():
        found.setdefault(tree.depth[node], []).append(item)
    return list(found.values())


def _under(node: str, tree: Tree, items: Mapping[str, _Item], gap: float) -> tuple[dict[str, float], _Spans]:
    """The middles of a node and of all under it, from its own middle."""
    middles, spans = _spread([_under(child, tree, items, gap) for child in tree.children[node]], gap)
    children = tree.children[node]
    centre = (middles[children[0]] + middles[children[-1]]) / 2 if children else 0.0
    shifted = {each: x - centre for each, x in middles.items()}
    own = (-items[node].left, items[node].right)
    return {node: 0.0, **shifted}, [own, *((low - centre, high - centre) for low, high in spans)]


def _spread(parts: Sequence[tuple[dict[str, float], _Spans]], gap: float) -> tuple[dict[str, float], _Spans]:
    """Subtrees side by side, their roots evenly spaced and as close as every level allows."""
    pitch = 0.0
    for place, (_, one) in enumerate(parts):
        for steps, (_, other) in enumerate(parts[place + 1 :], 1):
            apart = max(end - start for (_, end), (start, _) in zip(one, other, strict=False)) + gap
            pitch = max(pitch, apart / steps)
    middles: dict[str, float] = {}
    spans: list[tuple[float, float]] = []
    for place, (held, levels) in enumerate(parts):
        middles |= {node: x + place * pitch for node, x in held.items()}
        for depth, (low, high) in enumerate(levels):
            low, high = low + place * pitch, high + place * pitch
            if depth < len(spans):
                spans[depth] = (min(spans[depth][0], low), max(spans[depth][1], high))
            else:
                spans.append((low, high))
    return middles, spans


def _drawn(tree: Tree, items: Mapping[str, _Item], middles: Mapping[str, float], width: float) -> Block:
    between = max([_BETWEEN, *((each.said.height + 14) / 0.58 for each in items.values() if each.said)])
    anchors: dict[str, Rect] = {}
    cards: list[Shape] = []
    top = BADGE / 2 + 1 if any(each.corner and each.numbers for each in items.values()) else 1.0
    y, bottom = top, top
    for level in range(max(tree.depth.values(), default=-1) + 1):
        held = {node: item for node, item in items.items() if tree.depth[node] == level}
        high = max(item.card.height for item in held.values())
        for node, item in held.items():
            rect = Rect(middles[node] - item.width / 2, y, item.width, high)
            anchors[node] = rect
            cards += item.card.put(rect)
            for place, (step, colour, owner) in enumerate(item.numbers):
                cards.append(badge(step, item.number(place, rect), owner, colour))
        bottom = y + high
        y = bottom + between
    wires = [shape for child in tree.branch for shape in _wire(child, tree, items[child].said, anchors)]
    return Block(width, bottom + 2, (*wires, *cards), anchors)


def _wire(child: str, tree: Tree, said: Saying | None, anchors: Mapping[str, Rect]) -> tuple[Shape, ...]:
    """From a child's top straight up, across and up to its parent's foot, in the arrow's direction."""
    edge = tree.branch[child]
    source, target = edge.points
    lower = anchors[child]
    upper = anchors[target if child == source else source]
    a, b = Point(lower.centre.x, lower.y), Point(upper.centre.x, upper.bottom)
    turn = upper.bottom + (lower.y - upper.bottom) * 0.42
    line = (a, b) if abs(a.x - b.x) < 1 else (a, Point(a.x, turn), Point(b.x, turn), b)
    stroke = branch(edge, line if child == source else line[::-1])
    if not said:
        return (stroke,)
    return stroke, *said.put(said.at(a.x + 8, turn + (lower.y - turn) / 2 - said.height / 2))
