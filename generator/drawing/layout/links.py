"""Turns the edges of a diagram into links of a layered graph without cycles, with a box on each link for its label.

    a >> Edge(label="3. allowed") >> [x, y]     a -> l1 -> x, l1 -> y      one label for both
    b >> Edge(label="4. reply") >> a            a -> l2 -> b, drawn back   as a stands before b already

A label that is a box of its own, passed through by its edge, can overlap nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Diagram, Edge


@dataclass(frozen=True, slots=True)
class Link:
    """One or more edges between the same ranks that share a label."""

    edges: tuple[Edge, ...]
    tails: tuple[str, ...]
    """Nodes on the side of the first rank, one for each edge or one for all."""
    heads: tuple[str, ...]
    turned: bool
    """Whether the layered graph runs against the edges."""
    label: str
    """Id of the label's box, l1, l2 …; empty where there is none."""
    free: bool = False
    """Whether the link may not push nodes apart (`constraint="false"`)."""


@lru_cache(maxsize=64)
def links(diagram: Diagram, bound: bool = False) -> tuple[Link, ...]:
    """The links of a diagram in the order of the code; none is free where the layout has no room for that."""
    turned = _turned(diagram, bound)
    found: list[Link] = []
    labels = 0
    for edges in _shared(diagram.edges, turned):
        against = edges[0].id in turned
        labelled = edges[0].step is not None or bool(edges[0].label)
        labels += labelled
        sources, targets = _ends(edges, 0), _ends(edges, 1)
        tails, heads = (targets, sources) if against else (sources, targets)
        free = not bound and _is_free(edges[0])
        found.append(Link(tuple(edges), tails, heads, against, f"l{labels}" if labelled else "", free))
    return tuple(found)


def _ends(edges: Iterable[Edge], side: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((edge.source, edge.target)[side] for edge in edges))


def _shared(edges: Iterable[Edge], turned: frozenset[str]) -> list[list[Edge]]:
    """Edges that fan out from, or into, one node with the same words, together; every other edge alone."""
    groups: list[list[Edge]] = []
    stars: dict[object, list[Edge]] = {}
    for edge in edges:
        same = (edge.step, edge.label, edge.kind, edge.arrows, edge.id in turned, edge.hints)
        keys = (("from", edge.source, *same), ("to", edge.target, *same))
        labelled = edge.step is not None or edge.label
        known = [key for key in keys if key in stars] if labelled and edge.source != edge.target else []
        if known:
            stars[known[0]].append(edge)
            stars = {key: group for key, group in stars.items() if group is not stars[known[0]] or key == known[0]}
            continue
        groups.append([edge])
        if labelled and edge.source != edge.target:
            stars |= dict.fromkeys(keys, groups[-1])
    return groups


def _is_free(edge: Edge) -> bool:
    return any((name, value.lower()) == ("constraint", "false") for name, value in edge.hints)


def _turned(diagram: Diagram, bound: bool) -> frozenset[str]:
    """Edges that would close a cycle if they ran as the arrow does, in the order of the code."""
    after: dict[str, set[str]] = {node.id: set() for node in diagram.nodes}
    turned: set[str] = set()
    for source, target in diagram.hints:
        if not _reaches(after, target, source):
            after[source].add(target)
    for edge in diagram.edges:
        if edge.source == edge.target or (_is_free(edge) and not bound):
            continue
        if _reaches(after, edge.target, edge.source):
            turned.add(edge.id)
            after[edge.target].add(edge.source)
        else:
            after[edge.source].add(edge.target)
    return frozenset(turned)


def _reaches(after: dict[str, set[str]], start: str, goal: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        waiting.extend(after[node] - seen)
        seen |= after[node]
    return False
