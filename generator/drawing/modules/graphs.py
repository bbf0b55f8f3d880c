r"""Turns what a module told the library, and its docstring, into a Diagram with its problems.

The label of an edge carries the step: "2. ObjectCreated" is step 2 with the text "ObjectCreated", "2" is step 2 with
none. The label of a node carries the detail: "resizer\\nSharp in a layer". Colour and style of an edge become one of
four kinds, so that the whole site has one legend.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from typing import Any

from generator.drawing.icons import components, concepts
from generator.drawing.modules.docstring import Words, read_words
from generator.model import Attributes, Diagram, Edge, Group, Node
from generator.problems import Place, Problem, Severity

_STEP = re.compile(r"^\s*(\d{1,2})(?:[.)]\s*|\s*$)(.*)$", re.DOTALL)
_NUMBER = re.compile(r"(\d+)")
_FAILURE = ("red", "firebrick", "crimson", "indianred", "orangered", "tomato")
_REPLY = ("green", "lime", "olive")
_NOTES = ("plaintext", "plain", "note", "none", "underline")
_OWN = ("label", "xlabel", "rankdir", "bgcolor", "image", "height", "form")
_HINTS = ("constraint", "minlen", "weight", "lhead", "ltail")

Record = dict[str, Any]


def number_in(name: str) -> int:
    """The question's number in a file name such as "q917.py"; 0 where there is none."""
    found = _NUMBER.search(name)
    return int(found[1]) if found else 0


def diagram(name: str, code: str, records: list[Record], number: int) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """The first diagram of a module; None, and an error, where the module draws none."""
    if not records:
        return None, (Problem(Place(name), "the module draws no Diagram", "begin with `with Diagram(…):`"),)
    record = records[0]
    words = read_words(code)
    problems = [
        Problem(Place(name, each["line"]), "a second Diagram in this module", "only the first is shown", _WARN)
        for each in records[1:]
    ]
    nodes, found = _nodes(name, record["nodes"])
    problems += found
    edges = _edges(record["edges"])
    made = Diagram(
        number=number,
        title=words.title or " ".join(record["name"].split()) or f"Q{number}",
        caption=words.caption,
        steps=words.steps,
        nodes=nodes,
        edges=edges,
        groups=tuple(_group(each) for each in record["groups"]),
        direction="TB" if record["direction"] in ("TB", "BT") else "LR",
        place=Place(name, record["line"]),
        code=code,
        hints=_hints(record["edges"]),
        draft=code.startswith("# Draft "),
        form=record["attributes"].get("form", ""),
        attributes=_said(record["attributes"]),
    )
    problems += _check_words(made, words, [each["line"] for each in _visible(record["edges"])])
    if not nodes:
        problems.append(Problem(made.place, "the Diagram has no nodes"))
        return None, tuple(problems)
    return made, tuple(problems)


_WARN = Severity.WARNING


def _group(record: Record) -> Group:
    label = " ".join(_plain(record["label"]).split())
    attributes = record["attributes"]
    form, said = attributes.get("form", ""), _said(attributes)
    return Group(record["id"], label, record["parent"], form, said, _meaning(attributes))


def _meaning(attributes: Record) -> str:
    """What a thing without an arrow means by its colour and style."""
    style = attributes.get("style", "").lower()
    plain = "muted" if "dashed" in style or "dotted" in style else ""
    return _tone(attributes.get("color", "").lower()) or ("marked" if "bold" in style else plain)


def _said(attributes: Record) -> Attributes:
    """What an author wrote beside a label."""
    return tuple((name, value) for name, value in attributes.items() if name not in _OWN)


def _nodes(name: str, records: Iterable[Record]) -> tuple[tuple[Node, ...], list[Problem]]:
    nodes: list[Node] = []
    problems: list[Problem] = []
    for each in records:
        first, _, rest = _plain(each["label"]).strip("\n").partition("\n")
        icon, component = components.icon_of(each["module"], each["name"], each["icon"], each["folder"])
        if each["module"] == "diagrams.custom":
            icon, component, what, hint = concepts.find(each["icon"])
            if what:
                weight = Severity.ERROR if concepts.is_symbol(each["icon"]) and not icon else _WARN
                problems.append(Problem(Place(name, each["line"]), what, hint, weight))
        plain = each["module"] == "diagrams" and each["shape"] in _NOTES
        shape = "note" if plain or each["name"] == "Blank" else ""
        detail = " ".join(rest.split())
        said = _said(each["attributes"])
        label, tone = " ".join(first.split()), _meaning(each["attributes"])
        nodes.append(Node(each["id"], label, detail, component, icon, each["group"], shape, said, tone))
    return tuple(nodes), problems


def _visible(records: Iterable[Record]) -> list[Record]:
    return [each for each in records if "invis" not in each["attributes"].get("style", "")]


def _edges(records: Iterable[Record]) -> tuple[Edge, ...]:
    """The edges that show; where all are dashed, that is only somebody's taste."""
    edges = tuple(_edge(index, each) for index, each in enumerate(_visible(records), 1))
    if edges and all(edge.kind == "observe" for edge in edges):
        return tuple(replace(edge, kind="main") for edge in edges)
    return edges


def _plain(label: str) -> str:
    """A label's text: lines, without the marks of Graphviz' own HTML, which the library's C4 nodes use."""
    if label.startswith("<") and label.endswith(">"):
        label = unescape(re.sub(r"<[^<>]*>", "", re.sub(r"<br[^<>]*>", "\n", label[1:-1], flags=re.IGNORECASE)))
    return re.sub(r"\\[nlr]", "\n", label)


def _edge(index: int, record: Record) -> Edge:
    attributes = record["attributes"]
    label = attributes.get("label") or attributes.get("xlabel") or ""
    label = " ".join(_plain(label).split()) if label.startswith("<") else _plain(label).strip()
    found = _STEP.match(label)
    step, text = (int(found[1]), found[2].strip()) if found else (None, label)
    arrows = {"forward": "forward", "back": "back", "both": "both"}.get(attributes.get("dir", "none"), "none")
    hints = tuple((name, attributes[name]) for name in _HINTS if name in attributes)
    kind, said = _kind(attributes), _said(attributes)
    return Edge(f"e{index}", record["source"], record["target"], text, step, kind, arrows, hints, said)


def _kind(attributes: Record) -> str:
    color, style = attributes.get("color", "").lower(), attributes.get("style", "").lower()
    tone = _tone(color)
    if tone:
        return tone
    return "observe" if "dotted" in style or "dashed" in style else "main"


def _tone(color: str) -> str:
    """The kind that a named or hexadecimal colour stands for, or nothing."""
    if any(name in color for name in _FAILURE):
        return "failure"
    if any(name in color for name in _REPLY):
        return "reply"
    found = re.fullmatch(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?", color)
    if not found:
        return ""
    red, green, blue = (int(part, 16) for part in found.groups())
    if red > 1.6 * max(green, blue) and red > 90:
        return "failure"
    return "reply" if green > 1.25 * max(red, blue) and green > 70 else ""


def _hints(records: Iterable[Record]) -> tuple[tuple[str, str], ...]:
    """Pairs of nodes that an invisible edge keeps in order."""
    return tuple((each["source"], each["target"]) for each in records if "invis" in each["attributes"].get("style", ""))


def _check_words(made: Diagram, words: Words, lines: list[int]) -> Iterable[Problem]:
    """A walk and numbers on edges belong together; a module of somebody else's may have neither."""
    name = made.place.file
    if not words.line:
        yield Problem(Place(name, 1), "no docstring", "begin with title, caption and the numbered walk", _WARN)
        return
    if not words.caption:
        yield Problem(Place(name, words.line), "the docstring has no caption", "its second paragraph says it", _WARN)
    if not words.steps:
        yield Problem(Place(name, words.line), "the docstring has no numbered walk", "add a list `1. …`", _WARN)
    told = {step.number for step in made.steps}
    shown = {edge.step for edge in made.edges}
    shown |= {step for node in made.nodes for step in node.steps}
    shown |= {step for group in made.groups for step in group.steps}
    for edge, line in zip(made.edges, lines, strict=True):
        if edge.step is not None and edge.step not in told:
            what = f"an edge carries step {edge.step}, which the walk does not have"
            yield Problem(Place(name, line), what, f"add a sentence `{edge.step}. …` to the docstring")
    for position, (step, line) in enumerate(zip(made.steps, words.lines, strict=True), 1):
        if step.number != position:
            yield Problem(Place(name, line), f"step {step.number} of the walk stands where {position} should")
        if step.number not in shown:
            hint = f'put `Edge(label="{step.number}. …")` on the arrow that it tells of'
            yield Problem(Place(name, line), f"no edge carries step {step.number}", hint)
