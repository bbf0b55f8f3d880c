"""Turns what a module said of its nodes and clusters into the cards and frames of a Diagram."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.drawing.icons import components, concepts, own
from generator.drawing.modules import colours, labels
from generator.drawing.modules.arrows import MEANINGS, unseen
from generator.model import Attributes, Component, Group, Node
from generator.problems import Place, Problem, Severity

_NOTES = ("plaintext", "plain", "note", "none", "underline", "point")
_OUTLINES = {
    "diamond": "diamond", "mdiamond": "diamond", "ellipse": "ellipse", "oval": "ellipse", "circle": "ellipse",
    "doublecircle": "ellipse", "egg": "ellipse", "mcircle": "ellipse", "cylinder": "cylinder", "hexagon": "hexagon",
    "octagon": "hexagon", "doubleoctagon": "hexagon", "septagon": "hexagon",
}  # fmt: skip
_PLAIN = ("", "box", "rect", "rectangle", "square", "record", "mrecord", "tab", "folder", "box3d", "component")
_OWN = ("label", "xlabel", "rankdir", "bgcolor", "image", "height", "form")
_WARN = Severity.WARNING

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cards:
    """The nodes that show, the pictures of the author's own that they need, and what was not understood."""

    nodes: tuple[Node, ...]
    own: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


def cards(name: str, record: Record, homes: Mapping[str, str], pictures: Mapping[str, str]) -> Cards:
    """The cards of a diagram; `homes` are the frames that show, by the groups that the module made."""
    found = own.Pictures(pictures)
    nodes: list[Node] = []
    problems: list[Problem] = []
    for each in record["nodes"]:
        if unseen(each["attributes"]):
            continue
        icon, component, trouble = _icon(name, each, found)
        problems += [*trouble, *_dropped(name, each)]
        nodes.append(_node(each, icon, component, homes))
    return Cards(tuple(nodes), found.used, tuple(problems))


def _node(record: Record, icon: str, component: Component | None, homes: Mapping[str, str]) -> Node:
    attributes, shape = record["attributes"], record["attributes"].get("shape", "").lower()
    whole = labels.cells(record["label"]) if shape.endswith("record") else labels.plain(record["label"])
    first, _, rest = whole.strip("\n").partition("\n")
    detail = " ".join(" ".join([rest, labels.line(attributes.get("xlabel", ""))]).split())
    plain = record["module"] == "diagrams" and not icon
    outline = ("note" if shape in _NOTES else _OUTLINES.get(shape, "")) if plain else ""
    if record["name"] == "Blank":
        outline = "note"
    colour = attributes.get("fillcolor") or attributes.get("color", "")
    return Node(
        record["id"],
        " ".join(first.split()),
        detail,
        component,
        icon,
        homes.get(record["group"], ""),
        outline,
        attributes=said(attributes),
        tone=_meaning(attributes),
        hue=colours.hue(colour),
    )


def _icon(name: str, record: Record, found: own.Pictures) -> tuple[str, Component | None, list[Problem]]:
    """The key of a node's icon, what it stands for, and why there is none."""
    path = record["image"]
    if not path:
        icon, component = components.icon_of(record["module"], record["name"], record["icon"])
        return icon, component, []
    if concepts.is_symbol(concepts.named(path)):
        icon, component, what, hint = concepts.find(path)
        return icon, component, [Problem(Place(name, record["line"]), what, hint)] if what else []
    icon, trouble = found.icon(path)
    what, hint = f"the picture '{path}' is not shown: {trouble}", "keep it beside the module or in the repository"
    return icon, None, [Problem(Place(name, record["line"]), what, hint, _WARN)] if trouble else []


def _dropped(name: str, record: Record) -> Iterator[Problem]:
    """A warning for each thing that is said of a node and not drawn."""
    attributes, place = record["attributes"], Place(name, record["line"])
    if "URL" in attributes or "href" in attributes:
        yield Problem(place, "the link of a node is not drawn", "a card leads to its component's page", _WARN)
    if "tooltip" in attributes:
        yield Problem(place, "the tooltip of a node is not drawn", "a second line of the label is", _WARN)
    shape = attributes.get("shape", "").lower()
    if record["module"] == "diagrams" and shape not in (*_PLAIN, *_NOTES, *_OUTLINES):
        yield Problem(place, f"shape='{shape}' is not drawn", "it is drawn as a card", _WARN)


def groups(record: Record) -> tuple[tuple[Group, ...], Mapping[str, str], Mapping[str, str]]:
    """The frames that show; the frame of each group, its own or that round it; ids by the names that Graphviz knows."""
    homes: dict[str, str] = {"": ""}
    made: list[Group] = []
    for each in record["groups"]:
        attributes, parent = each["attributes"], homes[each["parent"]]
        if _hidden(attributes):
            homes[each["id"]] = parent
            continue
        homes[each["id"]] = each["id"]
        colour = attributes.get("pencolor") or attributes.get("color") or attributes.get("bgcolor", "")
        hue = colours.hue(colour) or colours.hue(attributes.get("bgcolor", "") or attributes.get("fillcolor", ""))
        form, label = attributes.get("form", ""), labels.line(each["label"])
        noted, tone = said(attributes), _meaning(attributes)
        made.append(Group(each["id"], label, parent, form, attributes=noted, tone=tone, hue=hue))
    named = {each["name"]: homes[each["id"]] for each in reversed(record["groups"])}
    return tuple(made), homes, named


def _hidden(attributes: Mapping[str, str]) -> bool:
    """Whether a cluster only keeps its nodes together: no frame is to be seen."""
    nothing = ("transparent", "none", "invis")
    pen = attributes.get("pencolor") or attributes.get("color", "")
    bare = pen in nothing or attributes.get("peripheries") == "0" or attributes.get("penwidth") == "0"
    return "invis" in attributes.get("style", "") or (bare and attributes.get("bgcolor", "") in nothing)


def _meaning(attributes: Mapping[str, str]) -> str:
    """What a thing without an arrow means in a form, by its colour and style."""
    style = attributes.get("style", "").lower()
    plain = "muted" if "dashed" in style or "dotted" in style else ""
    return MEANINGS.get(attributes.get("color", "").lower()) or ("marked" if "bold" in style else plain)


def said(attributes: Mapping[str, str]) -> Attributes:
    """What an author wrote beside a label."""
    return tuple((name, value) for name, value in attributes.items() if name not in _OWN)
