"""What a layered layout has to know of a diagram's edges: which run against the flow, and which say the same.

a >> Edge(label="3. allowed") >> [x, y]     one fan: drawn as a trunk with its label, which then parts
[a, b] >> x; [a, b] >> y                    a bus: drawn as one bar from which all come to all
b >> Edge(label="4. reply") >> a            turned: laid beside the way there, as a stands before b already
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from generator.model import Diagram, Edge

LARGE, WORDLESS = 35, 200
"""Work from which on few layouts are tried; no words on arrows can be placed."""
_HEAVY, _MANY, _DENSE = 90, 45, 2.5
"""Work, or arrows and arrows a card, from which on one plain layout has to do."""


@dataclass(frozen=True, slots=True)
class Flow:
    """An edge, or several that leave or reach one place and say the same."""

    edges: tuple[Edge, ...]
    tails: tuple[str, ...]
    """Where it begins in the order of the layers: several, or one for all edges; of a bus several, as are its heads."""
    heads: tuple[str, ...]
    turned: bool
    """Whether its layers run against its edges."""

    @property
    def labelled(self) -> bool:
        """Whether it has a number or a word."""
        return self.edges[0].step is not None or bool(self.edges[0].label)

    @property
    def through(self) -> bool:
        """Whether its lines are led through one place: a label, or the bar of a bus."""
        return len(self.edges) > 1 and (self.labelled or len(self.tails) > 1 < len(self.heads))


@lru_cache(maxsize=64)
def flows(diagram: Diagram) -> tuple[Flow, ...]:
    """The flows of a diagram in the order of the code."""
    turned = _turned(diagram)
    found: list[Flow] = []
    for edges in _shared(diagram.edges, turned):
        against = edges[0].id in turned
        sources, targets = _ends(edges, 0), _ends(edges, 1)
        tails, heads = (targets, sources) if against else (sources, targets)
        found.append(Flow(tuple(edges), tails, heads, against))
    return tuple(_bussed(found))


def _bussed(found: Iterable[Flow]) -> list[Flow]:
    """The flows, with those that lead without words from the same cards, or to the same, made one."""
    buses: dict[object, list[Flow]] = {}
    for flow in found:
        looks = {(edge.hue, edge.line) for edge in flow.edges}
        same = {(edge.kind, edge.arrows, edge.hints) for edge in flow.edges}
        alike = len(looks) == len(same) == 1
        plain = alike and not (flow.labelled or flow.turned or any(any(edge.ends) for edge in flow.edges))
        several = [(side, ends) for side, ends in (("from", flow.tails), ("to", flow.heads)) if len(ends) > 1]
        key = (several[0][0], frozenset(several[0][1]), *same) if plain and several else flow
        buses.setdefault(key, []).append(flow)
    return [each[0] if len(each) == 1 else _bus(each) for each in buses.values()]


def _bus(flows: list[Flow]) -> Flow:
    edges = tuple(edge for flow in flows for edge in flow.edges)
    return Flow(edges, _ends(edges, 0), _ends(edges, 1), turned=False)


def main_path(joined: Iterable[Flow]) -> tuple[Flow, ...]:
    """The steps that lead on from one to the next, from the first one on: what a reader follows; one alone is none."""
    path: list[Flow] = []
    steps = (flow for flow in joined if len(flow.edges) == 1 and flow.edges[0].step is not None and not flow.turned)
    for flow in sorted(steps, key=lambda each: each.edges[0].step or 0):
        if flow.edges[0].kind == "main" and (not path or flow.tails == path[-1].heads):
            path.append(flow)
    return tuple(path) if len(path) > 1 else ()


def stacked(diagram: Diagram, joined: tuple[Flow, ...], most: int, whole: bool) -> tuple[tuple[str, str], ...]:
    """Pairs of cards of one layer that have to stand one below the other, so that no layer holds more than so many.

    Where frames stay whole, the cards of one count as one.
    """
    held = [units(diagram, layer, whole) for layer in layers(diagram, joined)]
    pairs = [pair for layer in held for pair in zip(layer, layer[most:], strict=False)]
    return tuple(each for one, other in pairs for each in product(one, other))


def units(diagram: Diagram, layer: Iterable[str], whole: bool) -> list[list[str]]:
    """The cards of a layer that stand side by side: each alone, or all of a frame."""
    homes = {node.id: node.group for node in diagram.nodes}
    found: dict[str, list[str]] = {}
    for node in layer:
        found.setdefault(f"in {homes[node]}" if whole and homes[node] else node, []).append(node)
    return list(found.values())


def layers(diagram: Diagram, joined: tuple[Flow, ...]) -> list[list[str]]:
    """The cards in layers, each as early as what leads to it allows."""
    ranks = dict.fromkeys((node.id for node in diagram.nodes), 0)
    steps = [(tail, head) for flow in joined for tail in flow.tails for head in flow.heads if tail != head]
    for _ in ranks:
        late = [(tail, head) for tail, head in (*steps, *diagram.hints) if ranks[head] <= ranks[tail]]
        ranks.update((head, ranks[tail] + 1) for tail, head in late)
        if not late:
            break
    found: dict[int, list[str]] = {}
    for node in diagram.nodes:
        found.setdefault(ranks[node.id], []).append(node.id)
    return [found[rank] for rank in sorted(found)]


@lru_cache(maxsize=64)
def work(diagram: Diagram) -> int:
    """What a diagram costs to lay out: the layers that each arrow passes, and half as many as there are cards."""
    joined = flows(diagram)
    ranks = {node: rank for rank, layer in enumerate(layers(diagram, joined)) for node in layer}
    spans = (abs(ranks[edge.target] - ranks[edge.source]) for edge in diagram.edges)
    return sum(max(1, span) for span in spans) + len(diagram.nodes) // 2


def heavy(diagram: Diagram) -> bool:
    """Whether one plain layout has to do: much work, or so many arrows that each is in the way of each other."""
    return work(diagram) > _HEAVY or len(diagram.edges) > max(_MANY, _DENSE * len(diagram.nodes))


def _ends(edges: Iterable[Edge], side: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((edge.source, edge.target)[side] for edge in edges))


def _shared(edges: Iterable[Edge], turned: frozenset[str]) -> list[list[Edge]]:
    """Edges that fan out from, or into, one node with the same words, together; every other edge alone."""
    groups: list[list[Edge]] = []
    stars: dict[object, list[Edge]] = {}
    for edge in edges:
        same = (edge.step, edge.label, edge.kind, edge.arrows, edge.id in turned, edge.hints)
        keys = (("from", edge.source, *same), ("to", edge.target, *same))
        known = [key for key in keys if key in stars] if edge.source != edge.target else []
        if known:
            stars[known[0]].append(edge)
            stars = {key: group for key, group in stars.items() if group is not stars[known[0]] or key == known[0]}
            continue
        groups.append([edge])
        if edge.source != edge.target:
            stars |= dict.fromkeys(keys, groups[-1])
    return groups


def _turned(diagram: Diagram) -> frozenset[str]:
    """Edges that would close a cycle if they ran as their arrows do; `constraint=false` is looked at last."""
    after: dict[str, set[str]] = {node.id: set() for node in diagram.nodes}
    turned: set[str] = set()
    for source, target in diagram.hints:
        if not _reaches(after, target, source):
            after[source].add(target)
    for edge in sorted(diagram.edges, key=lambda each: ("constraint", "false") in each.hints):
        if edge.source == edge.target:
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
