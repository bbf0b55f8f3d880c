"""Says a diagram in words: its parts, its groups, and its arrows in order.

Parts: client, uploads, resizer. AWS account holds uploads and resizer. 1. client to uploads: PUT original. …
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.drawing import forms
from generator.drawing.forms.shared.telling import name_of, told, way
from generator.drawing.scene.shapes import TONES
from generator.model import IN_ENGLISH, Diagram, Edge, Group, Wording

_KINDS = {"failure": "failure", "reply": "reply", "observe": "observes"}
"""What arrows mean whose author says no more."""


class KeyEntry(NamedTuple):
    """A line of a picture's key."""

    look: str
    """"arrow", "cell" (a ground), "mark" (a dot) or "range" (an outline)."""
    tone: str
    """Of an arrow its kind or hue."""
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is said of a diagram besides its own words."""

    description: str
    key: tuple[KeyEntry, ...]

    @classmethod
    def of(cls, diagram: Diagram, wording: Wording) -> "Explanation":
        """Of a diagram, in a language."""
        return cls(describe(diagram, wording), legend(diagram, wording))


def legend(diagram: Diagram, wording: Wording = IN_ENGLISH) -> tuple[KeyEntry, ...]:
    """What tones, outlines and arrows mean that are not the main path's: in the author's words and order, if any."""
    return tuple(dict.fromkeys(_signs(diagram, wording)))


def _signs(diagram: Diagram, wording: Wording) -> Iterator[KeyEntry]:
    owners: tuple[Diagram | Group, ...] = (diagram, *(group for group in diagram.groups if group.form))
    said = {name: words for owner in reversed(owners) for name, words in owner.attributes}
    kinds = dict.fromkeys(edge.kind for edge in diagram.edges)
    tones = {node.tone for node in diagram.nodes} | {group.tone for group in diagram.groups}
    for tone in dict.fromkeys((*filter(TONES.__contains__, said), *TONES[1:])):
        if said.get(tone) and (tone in tones or tone not in kinds) and any(owner.form for owner in owners):
            yield KeyEntry(forms.swatch(diagram, tone), tone, said[tone])
        elif tone in kinds:
            yield KeyEntry("arrow", tone, said.get(tone) or wording(_KINDS[tone]))
    if "observe" in kinds:
        yield KeyEntry("arrow", "observe", said.get("observe") or wording(_KINDS["observe"]))
    for node in diagram.nodes:
        outline = dict(node.attributes).get("outline")
        if outline:
            yield KeyEntry("range", "", outline)
    yield from (KeyEntry("arrow", hue, words) for hue, words in diagram.colours if words)


def describe(diagram: Diagram, wording: Wording = IN_ENGLISH) -> str:
    """The picture in words, a sentence on each line."""
    whole = forms.describe(diagram, wording)
    if whole:
        return whole
    names = {node.id: name_of(node) for node in diagram.nodes}
    inner = _inside_forms(diagram)
    parts = [names[node.id] for node in diagram.nodes if node.group not in inner and names[node.id]]
    said = [wording("Parts: {names}.", names=_list(parts, wording))] if parts or not inner else []
    for group in diagram.groups:
        held = [names[node.id] for node in diagram.nodes if node.group == group.id and group.id not in inner]
        held += [
            wording("the group {name}", name=each.label)
            for each in diagram.groups
            if each.parent == group.id and each.label
        ]
        if held and group.label:
            said.append(wording("{name} holds {names}.", name=group.label, names=_list(held, wording)))
    names |= {node.id: " ".join(node.label.split("|")[0].split()) for node in diagram.nodes if node.group in inner}
    names |= {group.id: group.label for group in diagram.groups if group.label}
    numbered = sorted((edge for edge in diagram.edges if edge.step is not None), key=lambda edge: edge.step or 0)
    rest = [edge for edge in diagram.edges if edge.step is None]
    said += forms.insides(diagram, wording)
    said += [_arrow(edge, names, wording) for edge in (*numbered, *rest)]
    return "\n".join(said)


def _inside_forms(diagram: Diagram) -> set[str]:
    """The clusters of a flow that a form draws, which says itself what they hold."""
    formed = {group.id for group in diagram.groups if forms.form_of(group)}
    return {group.id for group in diagram.groups if formed & {*diagram.around(group.id)}}


def _arrow(edge: Edge, names: dict[str, str], wording: Wording) -> str:
    frames = dict(zip((edge.source, edge.target), edge.ends, strict=True))
    source, target = (names.get(frames[end]) or names[end].split(" (")[0] for end in edge.points)
    return told(edge, way(edge, source, target, wording), _KINDS, wording)


def _list(names: Sequence[str], wording: Wording) -> str:
    return wording.joined(names) if names else wording("none")
