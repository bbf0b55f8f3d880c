"""A tree as an indented list, as files are shown: each node on its own row."""

from generator.drawing.forms.shared.badges import badge
from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import KINDS, forward, plate, saying
from generator.drawing.forms.tree.growing import Tree, tone
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import BADGE, Shape, Size, Stroke


def listing(part: Part, tree: Tree, size: Size) -> tuple[list[Shape], dict[str, Rect], float, float]:
    """An indented list, as files are shown: each node on its own row."""
    deepest = max(tree.depth.values(), default=0)
    step = min(34.0, size.width * 0.36 / max(1, deepest))
    anchors: dict[str, Rect] = {}
    cards: list[Shape] = []
    wires: list[Shape] = []
    y = 1.0
    rest = list(reversed(tree.roots))
    room = min(size.width, 420.0)
    while rest:
        node = rest.pop()
        left = 1 + tree.depth[node] * step
        edge = tree.branch.get(node)
        said = saying(edge, 100) if edge else None
        numbers = part.alone.get(node, ())
        free = room - left - 1 - len(numbers) * (BADGE + 4) - (said.width if said else 0) - 8
        card = plate(part.by_id[node], free, 24.0, beside=True)
        anchors[node] = Rect(left, y, min(max(card.width, 44.0), free), card.height)
        cards += card.put(anchors[node])
        x = anchors[node].right + 8
        for number in numbers:
            cards.append(badge(number, Point(x + BADGE / 2, anchors[node].centre.y), node))
            x += BADGE + 4
        if edge and said and said.width:
            rect = Rect(x, y + (card.height - said.height) / 2, said.width, said.height)
            cards += said.put(rect, edge.id, KINDS.get(edge.kind, ""))
        y += card.height + 9
        rest += reversed(tree.children[node])
    for child, edge in tree.branch.items():
        source, target, arrows = forward(edge)
        upper = anchors[target if child == source else source]
        x = upper.x + step / 2
        line = (
            Point(x, upper.bottom),
            Point(x, anchors[child].centre.y),
            Point(anchors[child].x, anchors[child].centre.y),
        )
        wires.append(Stroke(line if child == target else line[::-1], "line", tone(edge), edge.id, arrows))
    return [*wires, *cards], anchors, room, y - 9
