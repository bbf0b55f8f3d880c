"""Where cards above and below a form stand: a chain over the one table that it is for, or all over the form."""

from generator.drawing.forms.asides.ways import joined, outer
from generator.drawing.forms.shared.pieces import plate
from generator.drawing.forms.shared.scope import Scope
from generator.drawing.scene.geometry import around
from generator.drawing.scene.shapes import Block
from generator.model import Node

_WIDEST = 340.0
"""Width of a card."""
_SIDE = 16.0
"""Between two chains."""
_SHARE = 3
"""Into how many parts of this size a form falls whose tables are wide enough to have a chain each."""
Place = tuple[float, float]
"""Left and width of a chain."""


def stacks(scope: Scope, chains: list[list[Node]], made: Block) -> list[Place]:
    """The places of chains beside each other."""
    return _over(scope, chains, made) or _evenly(chains, made)


def _evenly(chains: list[list[Node]], made: Block) -> list[Place]:
    """They share the width of the form."""
    whole = around(list(made.anchors.values()))
    gaps = _SIDE * (len(chains) - 1)
    needs = max(map(_need, chains))
    width = min(_WIDEST, (max(whole.w, min(needs * len(chains) + gaps, made.width - 2)) - gaps) / len(chains))
    total = width * len(chains) + gaps
    left = min(max(1.0, whole.centre.x - total / 2), made.width - total - 1)
    return [(left + index * (width + _SIDE), width) for index in range(len(chains))]


def _over(scope: Scope, chains: list[list[Node]], made: Block) -> list[Place]:
    """Each in the middle of its table; none where one is for several or a small one, or has no room there."""
    places: list[Place] = []
    free, cells = 1.0, list(made.anchors.values())
    for chain in chains:
        own = {node.id for node in chain}
        joins = [end for edge in outer(scope) if own & {*edge.points} for end in edge.points]
        meant = [made.anchors[end] for end in joins if end in made.anchors]
        home = around(joined(meant[0], cells)) if meant else None
        if not home or home.w < made.width / _SHARE or not all(map(home.meets, meant)):
            return []
        width = min(_WIDEST, max(_need(chain, 0.0), home.w))
        left = min(max(1.0, home.centre.x - width / 2), made.width - width - 1)
        if left < free:
            return []
        places.append((left, width))
        free = left + width + _SIDE
    return places


def _need(chain: list[Node], least: float = 124.0) -> float:
    return max(least, *(plate(node, 140, 30.0).width for node in chain))
