"""Finds the tree in the arrows of a part: parents, children, and the arrows that are no branch."""

from dataclasses import dataclass, replace

from generator.drawing.forms.shared.pieces import wire
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import Line
from generator.drawing.scene.shapes import Stroke
from generator.model import Edge


@dataclass(frozen=True)
class Tree:
    """Children of each node, and the edges that make the tree; roots first."""

    roots: tuple[str, ...]
    children: dict[str, tuple[str, ...]]
    branch: dict[str, Edge]
    """By the child's id the edge that joins it to its parent."""
    others: tuple[Edge, ...]
    depth: dict[str, int]


def grown(scope: Scope) -> Tree:
    """The tree in the edges; the arrows run down, or all of them up."""
    ends = [(edge, *edge.points) for edge in scope.edges if edge.source != edge.target]
    into: dict[str, set[str]] = {}
    out: dict[str, set[str]] = {}
    for _, source, target in ends:
        into.setdefault(target, set()).add(source)
        out.setdefault(source, set()).add(target)
    up = sum(len(each) > 1 for each in into.values()) > sum(len(each) > 1 for each in out.values())
    branch: dict[str, Edge] = {}
    children: dict[str, list[str]] = {node.id: [] for node in scope.nodes}
    for edge, source, target in ends:
        parent, child = (target, source) if up else (source, target)
        if child not in branch and not _under(parent, child, branch, up):
            branch[child] = edge
            children[parent].append(child)
    roots = tuple(node.id for node in scope.nodes if node.id not in branch)
    depth: dict[str, int] = {}
    rest = [(root, 0) for root in roots]
    while rest:
        node, level = rest.pop()
        depth[node] = level
        rest += [(child, level + 1) for child in children[node]]
    order = {node.id: index for index, node in enumerate(scope.nodes)}
    sorted_ = {node: tuple(sorted(each, key=order.__getitem__)) for node, each in children.items()}
    used = {edge.id for edge in branch.values()}
    return Tree(roots, sorted_, branch, tuple(each for each in scope.edges if each.id not in used), depth)


def fanned(scope: Scope) -> int:
    """How many branches a part that is a tree and nothing else has at its root; 0 for any other."""
    tree = grown(scope)
    return len(tree.children[tree.roots[0]]) if len(tree.roots) == 1 and not tree.others else 0


def _under(node: str, other: str, branch: dict[str, Edge], up: bool) -> bool:
    """Whether a node stands under another already, so that one more branch would close a ring."""
    while node in branch and node != other:
        source, target = branch[node].points
        node = target if up else source
    return node == other


def branch(edge: Edge, line: Line) -> Stroke:
    """The line of a branch, which may be marked."""
    made = wire(edge, line)
    marked = "bold" in dict(edge.attributes).get("style", "")
    return replace(made, tone="marked") if marked and not made.tone else made
