"""Says a diagram in words: its parts, its groups, and its arrows in order.

Parts: client, uploads, resizer. AWS account holds uploads and resizer. 1. client to uploads: PUT original. …
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.drawing import forms
from generator.model import IN_ENGLISH, Diagram, Edge, Wording

_WORDS = {"failure": "on failure", "reply": "reply", "observe": "observed"}
_WAYS = {"both": "{source} to and from {target}", "none": "{source} with {target}"}
_LEGEND = {"failure": "failure or undoing", "reply": "reply or push", "observe": "observation"}


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a diagram besides its own words."""

    description: str
    key: tuple[tuple[str, str], ...]
    """Kinds of arrows with what they mean."""

    @classmethod
    def of(cls, diagram: Diagram, wording: Wording) -> "Told":
        """Of a diagram, in a language."""
        return cls(describe(diagram, wording), legend(diagram, wording))


def legend(diagram: Diagram, wording: Wording = IN_ENGLISH) -> tuple[tuple[str, str], ...]:
    """The arrows that look otherwise than the main path, with what they mean, or else what their labels say."""
    found = {edge.kind for edge in diagram.edges}
    meant = ((kind, wording(_LEGEND[kind])) for kind in _LEGEND if kind in found)
    return (*meant, *((hue, words) for hue, words in diagram.colours if words))


def describe(diagram: Diagram, wording: Wording = IN_ENGLISH) -> str:
    """The picture in words, a sentence on each line."""
    whole = forms.describe(diagram, wording)
    if whole:
        return whole
    names = {node.id: _name(node.label, node.detail) for node in diagram.nodes}
    said = [wording("Parts: {names}.", names=_list([name for name in names.values() if name], wording))]
    for group in diagram.groups:
        held = [names[node.id] for node in diagram.nodes if node.group == group.id]
        held += [
            wording("the group {name}", name=inner.label)
            for inner in diagram.groups
            if inner.parent == group.id and inner.label
        ]
        if held and group.label:
            said.append(wording("{name} holds {names}.", name=group.label, names=_list(held, wording)))
    numbered = sorted((edge for edge in diagram.edges if edge.step is not None), key=lambda edge: edge.step or 0)
    rest = [edge for edge in diagram.edges if edge.step is None]
    said += forms.insides(diagram, wording)
    said += [_arrow(edge, names, wording) for edge in (*numbered, *rest)]
    return "\n".join(said)


def _name(label: str, detail: str) -> str:
    if not (label and detail):
        return label or detail
    return f"{label} {detail}" if detail.startswith("(") and detail.endswith(")") else f"{label} ({detail})"


def _arrow(edge: Edge, names: dict[str, str], wording: Wording) -> str:
    source, target = (names[end].split(" (")[0] for end in edge.points)
    way = wording(_WAYS.get(edge.arrows, "{source} to {target}"), source=source, target=target)
    kind = f" ({wording(_WORDS[edge.kind])})" if edge.kind in _WORDS else ""
    step = f"{edge.step}. " if edge.step is not None else ""
    label = f": {' '.join(edge.label.split())}" if edge.label else ""
    return wording("{sentence}.", sentence=f"{step}{way}{label}{kind}")


def _list(names: Sequence[str], wording: Wording) -> str:
    return wording.joined(names) if names else wording("none")
