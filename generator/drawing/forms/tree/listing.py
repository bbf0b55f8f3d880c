"""A tree as an indented list, as files are shown: each node on its own row."""

from collections.abc import Iterator, Mapping

from generator.drawing.forms.shared.pieces import NEXT, Plate, badges, plate, saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.tree.growing import Tree, branch
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Shape, Size, Stroke

_WIDEST = 560.0
"""Room of a list in a wide picture."""
_ICON = 24.0


def listing(scope: Scope, tree: Tree, size: Size) -> Block:
    """An indented list, as files are shown: each node on its own row, those of one depth equally wide."""
    deepest = max(tree.depth.values(), default=0)
    step = min(34.0, size.width * 0.36 / max(1, deepest))
    room = min(size.width, _WIDEST)
    said = {node: saying(edge, 100) for node, edge in tree.branch.items()}
    iconed = {depth for node, depth in tree.depth.items() if scope.by_id[node].icon}
    cards: dict[str, Plate] = {}
    widths: dict[int, float] = {}
    for node, depth in tree.depth.items():
        after = len(scope.alone.get(node, ())) * NEXT + (said[node].width if node in said else 0) + 8
        free = room - 2 - depth * step - after
        aside = _ICON + 8 if depth in iconed and not scope.by_id[node].icon else 0.0
        cards[node] = plate(scope.by_id[node], free - aside, _ICON, beside=True)
        widths[depth] = max(widths.get(depth, 44.0), min(cards[node].width + aside, free))
    anchors: dict[str, Rect] = {}
    shapes: list[Shape] = []
    y = 1.0
    rest = list(reversed(tree.roots))
    while rest:
        node = rest.pop()
        depth, card = tree.depth[node], cards[node]
        anchors[node] = Rect(1 + depth * step, y, widths[depth], card.height)
        shapes += card.put(anchors[node], flush=_ICON + 16 if depth in iconed else 10)
        x, numbers = anchors[node].right + 8, scope.alone.get(node, ())
        shapes += badges(numbers, x, anchors[node].centre.y, node)
        if node in said:
            label = said[node]
            shapes += label.put(label.at(x + len(numbers) * NEXT, y + (card.height - label.height) / 2))
        y += card.height + 9
        rest += reversed(tree.children[node])
    ends = [rect.right + (8 + said[node].width if node in said else 0) for node, rect in anchors.items()]
    return Block(min(room, max(ends) + 2), y - 7, (*_wires(tree, anchors, step / 2), *shapes), anchors)


def _wires(tree: Tree, anchors: Mapping[str, Rect], aside: float) -> Iterator[Stroke]:
    """From the foot of a parent down and across to each child."""
    for child, edge in tree.branch.items():
        source, target = edge.points
        upper = anchors[target if child == source else source]
        x = upper.x + aside
        y = anchors[child].centre.y
        line = (Point(x, upper.bottom), Point(x, y), Point(anchors[child].x, y))
        yield branch(edge, line if child == target else line[::-1])
