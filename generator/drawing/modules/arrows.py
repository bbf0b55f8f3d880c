"""Turns what a module said of its arrows into the edges of a Diagram.

    Edge(label="2. ObjectCreated", color="red")  ->  step 2, "ObjectCreated", a failure where the module has a walk

A step is digits, a dot or a bracket, and a space; `0.0.0.0/0` and `1.5 GB` are labels. Red, green and dotted mean
failure, reply and observation only in a module with a walk, which is written for us; in others, and in all other
colours, an arrow has a hue, and no meaning is made up. What an author wants unseen is not there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.drawing.modules import colours, labels
from generator.model import Edge
from generator.problems import Place, Problem, Severity

MEANINGS = {"red": "failure", "green": "reply"}
"""The colours that CONTRIBUTING gives a meaning."""
_STEP = re.compile(r"^\s*(\d{1,2})[.)](?:\s+(.*))?$", re.DOTALL)
_HINTS = ("constraint", "minlen", "weight")
_POINTS = ("normal", "onormal", "vee", "empty", "open", "halfopen", "inv", "lnormal", "rnormal", "lvee", "rvee")
_UNDRAWN = {
    "URL": "the link", "href": "the link", "edgeURL": "the link", "labelURL": "the link",
    "tooltip": "the tooltip", "edgetooltip": "the tooltip", "labeltooltip": "the tooltip",
}  # fmt: skip

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arrows:
    """The edges that show, the pairs of nodes that unseen ones keep in order, and what was not understood."""

    edges: tuple[Edge, ...]
    lines: tuple[int, ...]
    """Of the module, for each edge."""
    hints: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def arrows(name: str, record: Record, nodes: Iterable[str], groups: Mapping[str, str], walk: bool) -> Arrows:
    """The arrows of a diagram between its visible nodes; `groups` are ids by the names that Graphviz knows."""
    there = set(nodes)
    known = [each for each in record["edges"] if each["source"] in there and each["target"] in there]
    seen = [each for each in known if not unseen(each["attributes"])]
    hints = tuple((each["source"], each["target"]) for each in known if unseen(each["attributes"]))
    found = [_edge(index, each, groups, walk) for index, each in enumerate(seen, 1)]
    hues = colours.apart(_colour(each) for each, edge in zip(seen, found, strict=True) if edge.kind == "main")
    dressed = (
        replace(edge, hue=hues.get(_colour(each), "")) if edge.kind == "main" else edge
        for edge, each in zip(found, seen, strict=True)
    )
    problems = [problem for each in seen for problem in _dropped(name, each, groups)]
    problems += [_not_drawn(name, line, "an arrow to a node of another Diagram") for line in record["strays"]]
    return Arrows(_sober(tuple(dressed)), tuple(each["line"] for each in seen), hints, tuple(problems))


def unseen(attributes: Mapping[str, str]) -> bool:
    """Whether an author wants a thing to take room and not to be seen."""
    return "invis" in attributes.get("style", "").lower() or attributes.get("color", "").lower() in ("transparent",)


def _sober(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Where all arrows are dashed or dotted, that is only somebody's taste."""
    if edges and all(edge.kind == "observe" or edge.line in ("dashed", "dotted") for edge in edges):
        return tuple(replace(edge, kind="main" if edge.kind == "observe" else edge.kind, line="") for edge in edges)
    return edges


def _edge(index: int, record: Record, groups: Mapping[str, str], walk: bool) -> Edge:
    attributes = record["attributes"]
    found = _STEP.match(_label(attributes))
    step, text = (int(found[1]), (found[2] or "").strip()) if found else (None, _label(attributes))
    style = attributes.get("style", "").lower()
    line = next((each for each in ("dotted", "dashed", "bold") if each in style), "")
    kind = MEANINGS.get(_colour(record), "observe" if line == "dotted" else "main") if walk else "main"
    ends = groups.get(attributes.get("ltail", ""), ""), groups.get(attributes.get("lhead", ""), "")
    hints = tuple((name, attributes[name]) for name in _HINTS if name in attributes)
    said = tuple((name, value) for name, value in attributes.items() if name not in ("label", "xlabel", "dir"))
    return Edge(
        f"e{index}",
        record["source"],
        record["target"],
        _with_ends(text, attributes),
        step,
        kind,
        _points(attributes),
        hints,
        attributes=said,
        line=line if kind == "main" else "",
        ends=ends,
    )


def _label(attributes: Record) -> str:
    """The label and the one beside it."""
    both = (_text(attributes.get(name, "")) for name in ("label", "xlabel"))
    return "\n".join(filter(None, both))


def _text(label: str) -> str:
    return labels.line(label) if label.startswith("<") else labels.plain(label).strip()


def _with_ends(text: str, attributes: Record) -> str:
    """A label between those that stand at the two ends of the arrow, in the order of its course."""
    tail, head = (labels.line(attributes.get(name, "")) for name in ("taillabel", "headlabel"))
    return " – ".join(filter(None, (tail, text, head)))


def _points(attributes: Record) -> str:
    """At which ends the arrow has a head."""
    way = attributes.get("dir", "none")
    front = way in ("forward", "both") and attributes.get("arrowhead") != "none"
    back = way in ("back", "both") and attributes.get("arrowtail") != "none"
    return "both" if front and back else "forward" if front else "back" if back else "none"


def _colour(record: Record) -> str:
    return str(record["attributes"].get("color", "")).strip().lower()


def _dropped(name: str, record: Record, groups: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each thing that is said of an arrow and not drawn."""
    attributes = record["attributes"]
    for attribute, what in _UNDRAWN.items():
        if attribute in attributes:
            yield _not_drawn(name, record["line"], f"{what} of an arrow")
    if "minlen" in attributes:
        hint = "the layout finds the places of cards by itself"
        yield _not_drawn(name, record["line"], f"minlen={attributes['minlen']} of an arrow", hint)
    way = attributes.get("dir", "none")
    for attribute, ways in (("arrowhead", ("forward", "both")), ("arrowtail", ("back", "both"))):
        head = attributes.get(attribute, "normal")
        if way in ways and head not in (*_POINTS, "none"):
            yield _not_drawn(name, record["line"], f"{attribute}='{head}'", "it is drawn as a plain arrow")
    for attribute in ("ltail", "lhead"):
        if attributes.get(attribute) and attributes[attribute] not in groups:
            hint = "a cluster's name is 'cluster_' and its label"
            yield Problem(Place(name, record["line"]), f"no '{attributes[attribute]}' for {attribute}", hint, _WARN)


def _not_drawn(name: str, line: int, what: str, hint: str = "") -> Problem:
    return Problem(Place(name, line), f"{what} is not drawn", hint, _WARN)


_WARN = Severity.WARNING
