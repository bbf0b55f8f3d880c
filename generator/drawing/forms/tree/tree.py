"""A hierarchy: parents above their children, levels aligned; upright where it fits, else as an indented list.

root >> [left, right]                       # parent to child; or all arrows from the leaves up to the root
left >> Node("…")                           # three dots stand for what is left out
right >> Edge(style="bold") >> Node("leaf", style="bold")      # a marked path
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.drawing.forms.shared.pieces import saying
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.forms.shared.telling import listed, name_of, sentences
from generator.drawing.forms.tree.growing import branch, grown
from generator.drawing.forms.tree.listing import listing
from generator.drawing.forms.tree.upright import upright
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Shape, Size
from generator.model import Edge


def block(scope: Scope, size: Size) -> Block:
    """The tree upright, or as a list where it is too wide."""
    tree = grown(scope)
    made = upright(scope, tree, size.width) or listing(scope, tree, size)
    others = [shape for edge in tree.others for shape in _extra(edge, made.anchors)]
    made = replace(made, shapes=(*made.shapes, *others))
    return made.centred(size.width) if size.tight and not scope.parent else made


def _extra(edge: Edge, anchors: Mapping[str, Rect]) -> tuple[Shape, ...]:
    """An arrow that is no branch: straight between neighbours' sides."""
    one, other = (anchors[end] for end in edge.points)
    if one is other:
        return ()
    forth = one.centre.x < other.centre.x
    a = Point(one.right if forth else one.x, one.centre.y)
    b = Point(other.x if forth else other.right, other.centre.y)
    said = saying(edge, max(50.0, abs(b.x - a.x) - 12))
    rect = said.at((a.x + b.x - said.width) / 2, (a.y + b.y) / 2 - said.height - 4)
    return branch(edge, (a, b)), *said.put(rect)


def describe(scope: Scope) -> Iterator[str]:
    """Each parent with its children, level by level, the marked nodes, and arrows with a word or a number."""
    tree = grown(scope)
    names = {node.id: name_of(node) for node in scope.nodes}
    wording = scope.wording
    yield wording("A tree with {names} at the top.", names=listed([names[root] for root in tree.roots], wording))
    for node in sorted(tree.children, key=lambda each: tree.depth[each]):
        if tree.children[node]:
            under = listed([names[child] for child in tree.children[node]], wording)
            yield wording("Under {name}: {names}.", name=names[node], names=under)
    marked = [names[node.id] for node in scope.nodes if node.tone == "marked"]
    if marked:
        meant = scope.given["marked"].capitalize() if "marked" in scope.given else wording("Marked")
        yield wording("{name}: {names}.", name=meant, names=listed(marked, wording))
    told = zip(scope.edges, sentences(scope), strict=True)
    yield from (said for edge, said in told if edge.label or edge.step is not None)


def problems(scope: Scope) -> Iterator[tuple[str, str]]:
    """No branches, or nodes with two parents."""
    tree = grown(scope)
    if not tree.branch:
        yield "a tree without branches", "draw parent >> child"
    for group in scope.groups:
        yield f"the cluster '{group.label}' is not drawn in a tree", "name it in the labels, or take lanes"
