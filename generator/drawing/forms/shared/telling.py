"""What every form says in words: names, arrows, lists."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.drawing.forms.shared.pieces import KINDS
from generator.drawing.forms.shared.scope import Scope
from generator.model import Edge, Node, Wording

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SAID = {"failure": "on failure", "reply": "reply", "observe": "observed"}
"""What an arrow of a kind is, in words."""
_WAYS = {"both": "{source} to and from {target}", "none": "{source} with {target}", "forward": "{source} to {target}"}
"""How an arrow leads, in words."""


def sentence(edge: Edge, names: Mapping[str, str], wording: Wording) -> str:
    """An arrow in words."""
    source, target = (names[end] for end in edge.points)
    return told(edge, source if edge.source == edge.target else way(edge, source, target, wording), KINDS, wording)


def way(edge: Edge, source: str, target: str, wording: Wording) -> str:
    """From where to where an arrow leads."""
    return wording(_WAYS.get(edge.arrows, _WAYS["forward"]), source=source, target=target)


def told(edge: Edge, way: str, kinds: Collection[str], wording: Wording) -> str:
    """The way of an arrow in words, with its number, its label and, of some kinds, what it is."""
    step = f"{edge.step}. " if edge.step is not None else ""
    what = f": {' '.join(edge.label.split())}" if edge.label else ""
    kind = f" ({wording(_SAID[edge.kind])})" if edge.kind in kinds else ""
    return wording("{sentence}.", sentence=f"{step}{way}{what}{kind}")


def sentences(scope: Scope) -> Iterator[str]:
    """All arrows of a part in words."""
    names = {node.id: node.label or node.detail for node in scope.nodes}
    return (sentence(edge, names, scope.wording) for edge in scope.edges)


def listed(names: Sequence[str], wording: Wording) -> str:
    """Names with commas, the last one with "and"."""
    return wording.joined(names) if names else wording("nothing")


def name_of(node: Node) -> str:
    """A node in words, its detail in brackets, which it may have already."""
    if not (node.label and node.detail):
        return node.label or node.detail
    return f"{node.label} {node.detail if _IN_BRACKETS.fullmatch(node.detail) else f'({node.detail})'}"
