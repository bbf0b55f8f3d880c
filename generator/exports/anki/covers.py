"""Where the parts of a diagram stand, and covers for them: a picture with one part hidden asks for that part.

    <g class="node" data-node="n2"><rect x="17" y="101" width="129" height="58"/>…
        ->  Cover("uploads", '<b class="gap">uploads</b><i class="cover wide" style="left:4.1%;top:…"></i>…')

The inline picture marks its nodes. Its layouts have the places of the stand-alone pictures, which have a key below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree

from generator.model import Diagram, Drawing, Node, Picture

_SVG = re.compile(r'<svg class="dg-(wide|narrow)".*?</svg>', re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LARGEST = 0.4
"""Of the picture: a part that is larger is the picture itself."""

_OF_SAMPLES = ("table", "grid")
"""Forms that show an idea by data made up for it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A part of a picture that can be asked for."""

    key: str
    """The words on the part."""
    html: str
    """Its name, and a cover for it in each layout of the picture."""


class _Box(NamedTuple):
    """A rectangle, in the pixels of a picture."""

    x: float
    y: float
    width: float
    height: float


def covers(drawing: Drawing) -> tuple[Cover, ...]:
    """A cover for each part that is known by name and has a place, in the picture's order, those of one name as one."""
    layouts = {name: _boxes(svg) for name, svg in _layouts(drawing.inline.svg)}
    sizes = {"wide": drawing.standalone, "narrow": drawing.narrow}
    names: dict[str, list[str]] = {}
    for node in drawing.diagram.nodes:
        if node.label.strip() and node.shape != "note" and all(node.id in boxes for boxes in layouts.values()):
            names.setdefault(_name(node), []).append(node.id)
    if not layouts or len(names) < 3:
        return ()
    samples = _samples(drawing.diagram)
    return tuple(_cover(name, ids, layouts, sizes) for name, ids in names.items() if not samples.issuperset(ids))


def _samples(diagram: Diagram) -> set[str]:
    """What nobody has to know: rows of tables, cells of grids, and what has no word ("…", "0.25")."""
    forms = {"": diagram.form}
    for group in diagram.groups:  # a group comes before those in it
        forms[group.id] = group.form or forms.get(group.parent, "")
    return {
        node.id
        for node in diagram.nodes
        if not any(map(str.isalpha, _name(node)))
        or (forms.get(node.group, "").strip().lower() in _OF_SAMPLES and not dict(node.attributes).get("side"))
    }


def _name(node: Node) -> str:
    """What stands on a part."""
    return " ".join((f"{node.label} ({node.detail})" if node.detail else node.label).split())


def _cover(
    name: str, ids: list[str], layouts: dict[str, dict[str, tuple[_Box, ...]]], sizes: dict[str, Picture]
) -> Cover:
    made = "".join(
        _span(kind, box, sizes[kind]) for kind, boxes in layouts.items() for node in ids for box in boxes[node]
    )
    return Cover(name, f'<b class="gap">{escape(name)}</b>{made}')


def _span(kind: str, box: _Box, picture: Picture) -> str:
    sides = (picture.width, picture.height) * 2
    left, top, width, height = (f"{100 * (each / side):.2f}%" for each, side in zip(box, sides, strict=True))
    return f'<i class="cover {kind}" style="left:{left};top:{top};width:{width};height:{height}"></i>'


def _layouts(inline: str) -> Iterator[tuple[str, ElementTree.Element]]:
    for match in _SVG.finditer(inline):
        try:
            yield match[1], ElementTree.fromstring(match[0])  # noqa: S314 - our own picture
        except ElementTree.ParseError:
            return


def _boxes(svg: ElementTree.Element) -> dict[str, tuple[_Box, ...]]:
    """The places of each node, by its id."""
    _, _, width, height = (float(each) for each in svg.get("viewBox", "0 0 1 1").split())
    found: dict[str, tuple[_Box, ...]] = {}
    for each in svg.iter():
        node = each.get("data-node")
        if node and (box := _box(each)) and box.width * box.height < _LARGEST * width * height:
            found[node] = (*found.get(node, ()), box)
    return found


def _box(group: ElementTree.Element) -> _Box | None:
    """Of the first shape in a group, which is what the rest of it stands on."""
    for each in group:
        tag = each.tag.rpartition("}")[2]
        if tag == "rect":
            return _Box(*(float(each.get(name, "0")) for name in ("x", "y", "width", "height")))
        if tag == "ellipse":
            x, y, rx, ry = (float(each.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
            return _Box(x - rx, y - ry, 2 * rx, 2 * ry)
        if tag == "path" and len(found := [float(number) for number in _NUMBER.findall(each.get("d", ""))]) > 3:
            xs, ys = found[::2], found[1::2]
            return _Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return None
