"""Assigns each card the layer (row or column) it stands in, so that no layer is wider than the picture may be.

Without a limit, a card stands one layer after the last of those that point to it. With one, a layer that is full
passes the next card on, which folds a fan-out of six into two rows of three.
"""

from collections.abc import Mapping
from typing import Protocol

from generator.drawing.links import Link
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
    """The layer of each node, counted from 0; every link runs to a higher layer."""
    before: dict[str, set[str]] = {node.id: set() for node in diagram.nodes}
    for link in joined:
        if not link.free:
            for head in link.heads:
                before[head] |= set(link.tails) - {head}
    for tail, head in diagram.hints:
        before[head].add(tail)
    found: dict[str, int] = {}
    used: dict[int, float] = {}
    for name in _ordered(before):
        layer = max((found[each] + 1 for each in before[name]), default=0)
        while limits.room and used.get(layer) and used[layer] + across[name] > limits.room:
            layer += 1
        found[name] = layer
        used[layer] = used.get(layer, 0) + across[name] + limits.nodesep
    return found


def _ordered(before: Mapping[str, set[str]]) -> list[str]:
    """The nodes in the order of the code, each after those that point to it."""
    done: dict[str, None] = {}

    def visit(name: str, above: frozenset[str]) -> None:
        if name in done or name in above:
            return
        for each in before:
            if each in before[name]:
                visit(each, above | {name})
        done[name] = None

    for name in before:
        visit(name, frozenset())
    return list(done)
