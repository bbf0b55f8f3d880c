"""Assigns each card the layer (row or column) it stands in, so that no layer is wider than the picture may be.

Without a limit, a card stands one layer after the last of those that point to it. With one, a layer that is full
passes the next card on, which folds a fan-out of six into two rows of three.
"""

from collections.abc import Mapping
from typing import Protocol

from generator.drawing.layout.links import Link
from generator.model import Diagram


class Limits(Protocol):
    """What a layout allows."""

    @property
    def room(self) -> float:
        """Pixels of a layer; 0 for any."""
        ...

    @property
    def nodesep(self) -> float:
        """Pixels between cards."""
        ...


def layers(diagram: Diagram, joined: tuple[Link, ...], across: Mapping[str, float], limits: Limits) -> dict[str, int]:
    """The layer of each node, counted from 0; every link that is not free runs to a higher layer."""
    before: dict[str, set[str]] = {node.id: set() for node in diagram.nodes}
    for link in joined:
        if not link.free:
            for head in link.heads:
                before[head] |= set(link.tails) - {head}
    for tail, head in diagram.hints:
        before[head].add(tail)
    beside = _beside(diagram, joined, before)
    found: dict[str, int] = {}
    used: dict[int, float] = {}
    for name in _ordered(before, beside):
        if name in found:
            continue
        team = beside.get(name, (name,))
        above = [found[each] + 1 for member in team for each in before[member] if each in found]
        layer = max(above, default=0)
        wide = sum(across[member] + limits.nodesep for member in team)
        while limits.room and used.get(layer) and used[layer] + wide - limits.nodesep > limits.room:
            layer += 1
        found |= dict.fromkeys(team, layer)
        used[layer] = used.get(layer, 0) + wide
    return found


def _beside(diagram: Diagram, joined: tuple[Link, ...], before: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Nodes of one group that a free link joins, and that may therefore stand in one layer."""
    homes = {node.id: node.group for node in diagram.nodes}
    teams: dict[str, tuple[str, ...]] = {node.id: (node.id,) for node in diagram.nodes}
    for link in joined:
        if link.free and len(link.edges) == 1:
            one, other = teams[link.tails[0]], teams[link.heads[0]]
            apart = not (_above(before, one) & set(other) or _above(before, other) & set(one))
            if one != other and homes[one[0]] == homes[other[0]] and apart:
                teams |= dict.fromkeys(one + other, one + other)
    return {name: team for name, team in teams.items() if len(team) > 1}


def _above(before: Mapping[str, set[str]], team: tuple[str, ...]) -> set[str]:
    """Everything from which a link leads to a member of the team, over any number of nodes."""
    seen: set[str] = set()
    waiting = list(team)
    while waiting:
        new = before[waiting.pop()] - seen
        seen |= new
        waiting.extend(new)
    return seen


def _ordered(before: Mapping[str, set[str]], beside: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The nodes in the order of the code, each after those that point to it or to one that stands beside it."""
    done: dict[str, None] = {}
    for name in before:
        _visit(name, before, beside, done, set())
    return list(done)


def _visit(
    name: str,
    before: Mapping[str, set[str]],
    beside: Mapping[str, tuple[str, ...]],
    done: dict[str, None],
    under_way: set[str],
) -> None:
    """Put a node behind all that come before it."""
    if name in done or name in under_way:
        return
    under_way.add(name)
    team = beside.get(name, (name,))
    for each in before:
        if any(each in before[member] for member in team):
            _visit(each, before, beside, done, under_way)
    done[name] = None
