"""Says a diagram in words: its parts, its groups, and its arrows in order.

Parts: client, uploads, resizer. AWS account holds uploads and resizer. 1. client to uploads: PUT original. …
"""

from collections.abc import Sequence

from generator.drawing import forms
from generator.model import Diagram, Edge

_WORDS = {"failure": " (on failure)", "reply": " (reply)", "observe": " (observed)", "main": ""}
_LEGEND = {"failure": "failure or undoing", "reply": "reply or push", "observe": "observation"}


def legend(diagram: Diagram) -> tuple[tuple[str, str], ...]:
    """The arrows that look otherwise than the main path, with what they mean, or else what their labels say."""
    found = {edge.kind for edge in diagram.edges}
    meant = ((kind, words) for kind, words in _LEGEND.items() if kind in found)
    return (*meant, *((hue, words) for hue, words in diagram.colours if words))


def describe(diagram: Diagram) -> str:
    """The picture in words, a sentence on each line."""
    whole = forms.describe(diagram)
    if whole:
        return whole
    names = {node.id: _name(node.label, node.detail) for node in diagram.nodes}
    said = [f"Parts: {_list([name for name in names.values() if name])}."]
    for group in diagram.groups:
        held = [names[node.id] for node in diagram.nodes if node.group == group.id]
        held += [f"the group {inner.label}" for inner in diagram.groups if inner.parent == group.id and inner.label]
        if held and group.label:
            said.append(f"{group.label} holds {_list(held)}.")
    numbered = sorted((edge for edge in diagram.edges if edge.step is not None), key=lambda edge: edge.step or 0)
    rest = [edge for edge in diagram.edges if edge.step is None]
    said += forms.insides(diagram)
    said += [_arrow(edge, names) for edge in (*numbered, *rest)]
    return "\n".join(said)


def _name(label: str, detail: str) -> str:
    if not (label and detail):
        return label or detail
    return f"{label} {detail}" if detail.startswith("(") and detail.endswith(")") else f"{label} ({detail})"


def _arrow(edge: Edge, names: dict[str, str]) -> str:
    source, target = (names[end].split(" (")[0] for end in edge.points)
    joint = {"both": "to and from", "none": "with"}.get(edge.arrows, "to")
    step = f"{edge.step}. " if edge.step is not None else ""
    label = f": {' '.join(edge.label.split())}" if edge.label else ""
    return f"{step}{source} {joint} {target}{label}{_WORDS[edge.kind]}."


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else "none"
