"""Says a diagram in words: its parts, its groups, and its arrows in order.

Parts: client, uploads, resizer. AWS account holds uploads and resizer. 1. client to uploads: PUT original. …
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.drawing import forms
from generator.drawing.layout.shapes import TONES
from generator.model import Diagram, Edge, Group

_WORDS = {"failure": " (on failure)", "reply": " (reply)", "observe": " (observed)", "main": ""}
_KINDS = {"failure": "failure", "reply": "reply", "observe": "observes"}
"""What arrows mean whose author says no more."""


class Sign(NamedTuple):
    """A line of a picture's key."""

    look: str
    """"arrow", "cell" (a ground) or "range" (an outline)."""
    tone: str
    """Of an arrow its kind or hue."""
    words: str


def legend(diagram: Diagram) -> tuple[Sign, ...]:
    """What tones, outlines and arrows mean that are not the main path's: in the author's words where there are some."""
    return tuple(dict.fromkeys(_signs(diagram)))


def _signs(diagram: Diagram) -> Iterator[Sign]:
    owners: tuple[Diagram | Group, ...] = (diagram, *(group for group in diagram.groups if group.form))
    said = {name: words for owner in reversed(owners) for name, words in owner.attributes}
    kinds = dict.fromkeys(edge.kind for edge in diagram.edges)
    tones = {node.tone for node in diagram.nodes} | {group.tone for group in diagram.groups}
    for tone in TONES[1:]:
        if said.get(tone) and (tone in tones or tone not in kinds) and any(owner.form for owner in owners):
            yield Sign("cell", tone, said[tone])
        elif tone in kinds:
            yield Sign("arrow", tone, said.get(tone) or _KINDS[tone])
    if "observe" in kinds:
        yield Sign("arrow", "observe", said.get("observe") or _KINDS["observe"])
    for node in diagram.nodes:
        outline = dict(node.attributes).get("outline")
        if outline:
            yield Sign("range", "", outline)
    yield from (Sign("arrow", hue, words) for hue, words in diagram.colours if words)


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
