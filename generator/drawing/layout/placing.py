"""Has Graphviz place boxes of known size, and reads the places back: nothing of a font or an icon goes to it.

digraph{rankdir=LR;… n1[width=1.2,height=.9] l1[…] subgraph cluster_g1{… n2} n1->l1[id=p0,arrowhead=none] …}
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from generator.drawing.layout.geometry import Curve, Point, Rect
from generator.problems import Failed, Place, Problem

_INCH = 72


@dataclass(frozen=True, slots=True)
class Piece:
    """An edge of the layered graph."""

    tail: str
    head: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A cluster: the ids of what stands in it, and the size of its title."""

    id: str
    parent: str
    members: tuple[str, ...]
    title: tuple[float, float]
    low: bool = False
    """Whether the title stands at the lower border."""


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes of one group that stand side by side in one layer, in this order."""

    group: str
    names: tuple[str, ...]
    apart: bool = False
    """Whether no line joins them: then only their order is kept."""


@dataclass(frozen=True)
class Boxes:
    """What Graphviz is asked to place."""

    sizes: Mapping[str, tuple[float, float]]
    """Width and height of each box in pixels."""
    pieces: tuple[Piece, ...]
    frames: tuple[Frame, ...]
    direction: str
    nodesep: float
    ranksep: float
    margin: float = 9
    """Between a frame and what stands in it."""
    rows: tuple[Row, ...] = ()
    mirrored: bool = False
    """Whether Graphviz' upper end is the lower one; from left to right it puts the first member of a group last."""


@dataclass(frozen=True)
class Places:
    """Where everything came to stand, y downwards."""

    width: float
    height: float
    boxes: Mapping[str, Rect]
    frames: Mapping[str, Rect]
    curves: Mapping[int, Curve] = field(default_factory=dict)
    """By the position of the piece."""


def place(boxes: Boxes, engine: Callable[[str], str] | None = None) -> Places:
    """Lay the boxes out, the first above the last where Graphviz leaves the choice.

    Raises Failed where there is no Graphviz.
    """
    places = _placed(boxes, engine or graphviz())
    if boxes.direction == "LR" and _disorder(boxes, places) > 0.5:
        other = _placed(replace(boxes, mirrored=not boxes.mirrored), engine or graphviz())
        return min(places, other, key=lambda each: _disorder(boxes, each))
    return places


def _placed(boxes: Boxes, engine: Callable[[str], str]) -> Places:
    return _read(json.loads(engine(source(boxes))), boxes.mirrored)


def _disorder(boxes: Boxes, places: Places) -> float:
    """The share of pairs in one column of which the later stands higher."""
    rects = [rect for name in boxes.sizes if name.startswith("n") and (rect := places.boxes.get(name))]
    pairs = [
        one.y > other.y
        for index, one in enumerate(rects)
        for other in rects[index + 1 :]
        if one.x < other.right and other.x < one.right
    ]
    return sum(pairs) / len(pairs) if pairs else 0.0


@cache
def graphviz() -> Callable[[str], str]:
    """The Graphviz of the wheel, else that of the system.

    Raises Failed where there is neither.
    """
    try:
        import pygraphviz
    except ImportError:
        pass
    else:
        return lambda text: str(pygraphviz.AGraph(text).draw(format="json0", prog="dot").decode())
    if shutil.which("dot"):
        return system_dot
    hint = "pip install pygraphviz, or install Graphviz so that `dot` is on the PATH"
    raise Failed([Problem(Place("diagrams"), "no Graphviz to lay out diagrams with", hint)])


def system_dot(text: str) -> str:
    """Lay out by the program `dot`."""
    done = subprocess.run(["dot", "-Tjson0"], input=text, capture_output=True, text=True, check=True)
    return done.stdout


def source(boxes: Boxes) -> str:
    """The graph in Graphviz' language."""
    lines = [
        f"digraph{{rankdir={boxes.direction};nodesep={boxes.nodesep / _INCH:.4f};ranksep={boxes.ranksep / _INCH:.4f};"
        'splines=true;pad=0;compound=true;node[label="",shape=box,fixedsize=true];edge[arrowhead=none];'
    ]
    framed = {member for frame in boxes.frames for member in frame.members}
    lines += [_node(name, size) for name, size in boxes.sizes.items() if name not in framed]
    lines += [*_rows(boxes, ""), *_clusters(boxes, "")]
    for index, piece in enumerate(boxes.pieces):
        attributes = ",".join([f"id=p{index}", *(f"{name}={value}" for name, value in piece.attributes)])
        lines.append(f"{piece.tail}->{piece.head}[{attributes}];")
    return "\n".join([*lines, "}"])


def _node(name: str, size: tuple[float, float]) -> str:
    return f"{name}[width={size[0] / _INCH:.4f},height={size[1] / _INCH:.4f}];"


def cell(width: float, height: float) -> str:
    """A label without text that takes up a given room."""
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
        f'<TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"></TD></TR></TABLE>>'
    )


def _clusters(boxes: Boxes, parent: str) -> Iterable[str]:
    for frame in boxes.frames:
        if frame.parent != parent:
            continue
        title = (
            f"label={cell(*frame.title)};labeljust=l;labelloc={'b' if boxes.mirrored else 't'};"
            if frame.title[0]
            else 'label="";'
        )
        yield f"subgraph cluster_{frame.id}{{margin={boxes.margin:g};{title}"
        yield from (_node(member, boxes.sizes[member]) for member in frame.members)
        yield from _rows(boxes, frame.id)
        yield from _clusters(boxes, frame.id)
        yield "}"


def _rows(boxes: Boxes, group: str) -> Iterable[str]:
    for row in boxes.rows:
        if row.group == group:
            style = "style=invis" if row.apart else "arrowhead=none"
            # In a picture without frames, from left to right, Graphviz counts the other way round.
            names = row.names if boxes.direction == "TB" or boxes.mirrored == bool(boxes.frames) else row.names[::-1]
            yield f"{{rank=same;{'->'.join(names)}[{style}];}}"


def _read(answer: dict[str, Any], mirrored: bool) -> Places:
    """The places, turned over so that y runs downwards; a mirrored picture runs downwards already."""
    _, _, width, height = map(float, answer["bb"].split(","))
    found: dict[str, Rect] = {}
    frames: dict[str, Rect] = {}
    for each in answer.get("objects", ()):
        if "bb" in each:
            x0, y0, x1, y1 = map(float, each["bb"].split(","))
            top = y0 if mirrored else height - y1
            frames[each["name"].removeprefix("cluster_")] = Rect(x0, top, x1 - x0, y1 - y0)
        elif "pos" in each:
            x, y = map(float, each["pos"].split(","))
            w, h = float(each["width"]) * _INCH, float(each["height"]) * _INCH
            found[each["name"]] = Rect(x - w / 2, (y if mirrored else height - y) - h / 2, w, h)
    curves = {
        int(each["id"][1:]): _curve(each["pos"], 0 if mirrored else height)
        for each in answer.get("edges", ())
        if "pos" in each and "id" in each
    }
    return Places(width, height, found, frames, curves)


def _curve(text: str, height: float) -> Curve:
    points = [part.split(",") for part in text.split(";")[0].split() if part[0] not in "es"]
    return tuple(Point(float(x), height - float(y) if height else float(y)) for x, y in points)
