"""A hierarchy: parents above their children, levels aligned; upright where it fits, else as an indented list.

root >> [left, right]                       # parent to child; or all arrows from the leaves up to the root
left >> Node("…")                           # three dots stand for what is left out
right >> Edge(style="bold") >> Node("leaf", style="bold")      # a marked path
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.drawing.forms.shared.part import Part
from generator.drawing.forms.shared.pieces import KINDS, Plate, forward, listed, name_of, plate, saying, sentence
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Shape, Size, Stroke, moved
from generator.model import Edge

_GAP = 12.0
"""Between siblings."""


@dataclass(frozen=True)
class _Tree:
    """Children of each node, and the edges that make the tree; roots first."""

    roots: tuple[str, ...]
    children: dict[str, tuple[str, ...]]
    branch: dict[str, Edge]
    """By the child's id the edge that joins it to its parent."""
    others: tuple[Edge, ...]
    depth: dict[str, int]

    def leaves(self, node: str) -> int:
        """How many leaves stand under a node."""
        return sum(self.leaves(child) for child in self.children[node]) or 1


def _grown(part: Part) -> _Tree:
    """The tree in the edges; the arrows run down, or all of them up."""
    ends = [(edge, *forward(edge)[:2]) for edge in part.edges if edge.source != edge.target]
    into: dict[str, set[str]] = {}
    out: dict[str, set[str]] = {}
    for _, source, target in ends:
        into.setdefault(target, set()).add(source)
        out.setdefault(source, set()).add(target)
    up = sum(len(each) > 1 for each in into.values()) > sum(len(each) > 1 for each in out.values())
    branch: dict[str, Edge] = {}
    children: dict[str, list[str]] = {node.id: [] for node in part.nodes}
    for edge, source, target in ends:
        parent, child = (target, source) if up else (source, target)
        if child not in branch and not _under(parent, child, branch, up):
            branch[child] = edge
            children[parent].append(child)
    roots = tuple(node.id for node in part.nodes if node.id not in branch)
    depth: dict[str, int] = {}
    rest = [(root, 0) for root in roots]
    while rest:
        node, level = rest.pop()
        depth[node] = level
        rest += [(child, level + 1) for child in children[node]]
    order = {node.id: index for index, node in enumerate(part.nodes)}
    sorted_ = {node: tuple(sorted(each, key=order.__getitem__)) for node, each in children.items()}
    used = {edge.id for edge in branch.values()}
    return _Tree(roots, sorted_, branch, tuple(each for each in part.edges if each.id not in used), depth)


def _under(node: str, other: str, branch: dict[str, Edge], up: bool) -> bool:
    """Whether a node stands under another already, so that one more branch would close a ring."""
    while node in branch and node != other:
        source, target, _ = forward(branch[node])
        node = target if up else source
    return node == other


def block(part: Part, size: Size) -> Block:
    """The tree upright, or as a list where it is too wide."""
    tree = _grown(part)
    leaves = sum(tree.leaves(root) for root in tree.roots)
    pitch = min(size.width / max(1, leaves), 190.0)
    shares = {node.id: pitch * max(1, min(tree.leaves(node.id), 2)) - _GAP for node in part.nodes}
    upright = all(plate(node, shares[node.id], 0).width <= shares[node.id] + 8 for node in part.nodes)
    shapes, anchors, width, bottom = (_upright if upright else _listed)(part, tree, pitch, size)
    for edge in tree.others:
        shapes += _extra(edge, anchors)
    total = size.width if not part.parent else width
    shift = (size.width - width) / 2 if not part.parent else 0.0
    placed = [moved(each, shift, 0) for each in shapes]
    ends = {name: Rect(r.x + shift, r.y, r.w, r.h) for name, r in anchors.items()}
    return Block(total, bottom + 2, tuple(placed), ends)


def _upright(part: Part, tree: _Tree, pitch: float, size: Size) -> tuple[list[Shape], dict[str, Rect], float, float]:
    middles: dict[str, float] = {}
    place = 0.0
    for root in tree.roots:
        place = _placed(root, tree, place, pitch, middles)
    icon = 28.0 if pitch > 84 else 22.0
    levels: dict[int, list[Plate]] = {}
    for node in part.nodes:
        share = pitch * max(1, min(tree.leaves(node.id), 2)) - _GAP
        levels.setdefault(tree.depth[node.id], []).append(plate(node, min(share, 170), icon))
    between = max([28.0, *((saying(edge, _label(pitch)).height + 10) / 0.58 for edge in tree.branch.values())])
    y, bottom = 1.0, 1.0
    anchors: dict[str, Rect] = {}
    cards: list[Shape] = []
    for level in sorted(levels):
        high = max(card.height for card in levels[level])
        wide = max(max(card.width for card in levels[level]), min(72.0, pitch - _GAP))
        for card in levels[level]:
            rect = Rect(middles[card.node.id] - wide / 2, y, wide, high)
            anchors[card.node.id] = rect
            cards += card.put(rect)
        bottom = y + high
        y = bottom + between
    wires = [shape for child, edge in tree.branch.items() for shape in _wire(edge, child, anchors, pitch)]
    left = min(r.x for r in anchors.values()) - 1
    right = max(r.right for r in anchors.values()) + 1
    anchors = {name: Rect(r.x - left, r.y, r.w, r.h) for name, r in anchors.items()}
    return [moved(each, -left, 0) for each in (*wires, *cards)], anchors, right - left, bottom


def _placed(node: str, tree: _Tree, left: float, pitch: float, middles: dict[str, float]) -> float:
    """Put a node over the middle of its children; the right end of what stands under it."""
    children = tree.children[node]
    right = left
    for child in children:
        right = _placed(child, tree, right, pitch, middles)
    right = right if children else left + pitch
    middles[node] = (middles[children[0]] + middles[children[-1]]) / 2 if children else left + pitch / 2
    return right


def _tone(edge: Edge) -> str:
    marked = "bold" in dict(edge.attributes).get("style", "")
    return "marked" if marked and edge.kind == "main" else "" if edge.kind == "main" else edge.kind


def _label(pitch: float) -> float:
    """Width of a label beside a branch."""
    return min(116.0, pitch * 0.62)


def _wire(edge: Edge, child: str, anchors: dict[str, Rect], pitch: float) -> tuple[Shape, ...]:
    """From a child's top straight up, across and up to its parent's foot, in the arrow's direction."""
    source, target, arrows = forward(edge)
    lower = anchors[child]
    upper = anchors[target if child == source else source]
    a, b = Point(lower.centre.x, lower.y), Point(upper.centre.x, upper.bottom)
    turn = upper.bottom + (lower.y - upper.bottom) * 0.42
    line = (a, b) if abs(a.x - b.x) < 1 else (a, Point(a.x, turn), Point(b.x, turn), b)
    line = line if child == source else line[::-1]
    said = saying(edge, 110)
    foot = Rect(
        a.x - said.width / 2 if not edge.label else a.x + 5, turn + (lower.y - turn) / 2 - said.height / 2, 0, 0
    )
    rect = Rect(foot.x, foot.y, said.width, said.height)
    stroke = Stroke(line, "line", _tone(edge), edge.id, arrows)
    return (stroke, *said.put(rect, edge.id, KINDS.get(edge.kind, "")))


def _listed(part: Part, tree: _Tree, pitch: float, size: Size) -> tuple[list[Shape], dict[str, Rect], float, float]:
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
        card = plate(part.by_id[node], room - left - 1, 24.0, beside=True)
        edge = tree.branch.get(node)
        said = saying(edge, 100) if edge else None
        width = max(card.width, 44.0)
        anchors[node] = Rect(left, y, min(width, room - left - 1), card.height)
        cards += card.put(anchors[node])
        if edge and said and said.width:
            rect = Rect(anchors[node].right + 8, y + (card.height - said.height) / 2, said.width, said.height)
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
        wires.append(Stroke(line if child == target else line[::-1], "line", _tone(edge), edge.id, arrows))
    return [*wires, *cards], anchors, room, y - 9


def _extra(edge: Edge, anchors: dict[str, Rect]) -> tuple[Shape, ...]:
    """An arrow that is no branch: straight between neighbours' sides."""
    source, target, arrows = forward(edge)
    one, other = anchors[source], anchors[target]
    if source == target:
        return ()
    forth = one.centre.x < other.centre.x
    a = Point(one.right if forth else one.x, one.centre.y)
    b = Point(other.x if forth else other.right, other.centre.y)
    tone = _tone(edge)
    said = saying(edge, max(50.0, abs(b.x - a.x) - 12))
    rect = Rect((a.x + b.x - said.width) / 2, (a.y + b.y) / 2 - said.height - 4, said.width, said.height)
    return (Stroke((a, b), "line", tone, edge.id, arrows), *said.put(rect, edge.id, KINDS.get(edge.kind, "")))


def describe(part: Part) -> Iterator[str]:
    """Each parent with its children, level by level, the marked nodes, and arrows with a word or a number."""
    tree = _grown(part)
    names = {node.id: name_of(node) for node in part.nodes}
    wording = part.wording
    yield wording("A tree with {names} at the top.", names=listed([names[root] for root in tree.roots], wording))
    for node in sorted(tree.children, key=lambda each: tree.depth[each]):
        if tree.children[node]:
            under = listed([names[child] for child in tree.children[node]], wording)
            yield wording("Under {name}: {names}.", name=names[node], names=under)
    marked = [names[node.id] for node in part.nodes if node.tone == "marked"]
    if marked:
        meant = part.given["marked"].capitalize() if "marked" in part.given else wording("Marked")
        yield wording("{name}: {names}.", name=meant, names=listed(marked, wording))
    short = {node.id: node.label or node.detail for node in part.nodes}
    yield from (sentence(edge, short, wording) for edge in part.edges if edge.label or edge.step is not None)


def problems(part: Part) -> Iterator[tuple[str, str]]:
    """No branches, or nodes with two parents."""
    tree = _grown(part)
    if not tree.branch:
        yield "a tree without branches", "draw parent >> child"
    for group in part.groups:
        yield f"the cluster '{group.label}' is not drawn in a tree", "name it in the labels, or take lanes"
