"""Gives the ends of lines their places on the sides of cards, so that cards that belong on one line stand level.

The engine spreads the ends on a side evenly; with two of them neither is in the middle, and a straight line pushes the
next card off the row. Here the line that matters most gets the middle, the others stand beside it in their order.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from generator.drawing.layout.engine import Graph
from generator.drawing.layout.graph import Request
from generator.drawing.scene.geometry import Point, Rect

_PITCH, _LEAST, _CORNER = 18.0, 11.0, 7.0
"""Between two ends, at most and at least, and from an end to the corner of its card."""


@dataclass(frozen=True)
class _End:
    """Where an edge of the engine's graph touches a card."""

    edge: str
    role: str
    """"sources" or "targets"."""
    node: str
    side: str
    along: float
    """Distance from the side's left or upper end."""
    rank: tuple[int, ...]
    """Less is more important."""


def with_ports(asked: Request, answer: Graph) -> Graph:
    """The graph, asked once more with fixed ends."""
    graph: Graph = copy.deepcopy(asked.graph)
    places = asked.cards
    boxes = {box["id"]: box for box in _boxes(graph)}
    where = {box["id"]: Rect(box["x"], box["y"], box["width"], box["height"]) for box in _boxes(answer)}
    ends = [
        end
        for edge in answer["edges"]
        if edge["id"] in asked.owners
        for end in _ends(edge, asked, where)
        if end.node in places
    ]
    sides: dict[tuple[str, str], list[_End]] = {}
    for end in ends:
        sides.setdefault((end.node, end.side), []).append(end)
    alone = {(end.edge, end.role) for group in sides.values() for end in group if len(_spots(group)) == 1}
    edges = {edge["id"]: edge for edge in graph["edges"]}
    for node in {node for node, _ in sides}:
        boxes[node]["ports"] = []
    for (node, side), group in sides.items():
        box = boxes[node]
        box.setdefault("layoutOptions", {})["elk.portConstraints"] = "FIXED_POS"
        length = box["height"] if side in "WE" else box["width"]
        for end, spot in zip(group, _places(group, length, alone), strict=True):
            x, y = {"W": (0.0, spot), "E": (box["width"], spot), "N": (spot, 0.0), "S": (spot, box["height"])}[side]
            name = f"{node}.{side}{spot:g}"
            if all(port["id"] != name for port in box["ports"]):
                box["ports"].append({"id": name, "x": x, "y": y, "width": 0, "height": 0})
            edges[end.edge][end.role] = [name]
    return graph


def _spots(group: list[_End]) -> list[float]:
    return sorted({end.along for end in group})


def _places(group: list[_End], length: float, alone: set[tuple[str, str]]) -> list[float]:
    """New places on one side, for ends in the order given; ends that shared a place still do."""
    spots = _spots(group)
    best: dict[float, tuple[int, ...]] = {}
    for end in group:
        other = (end.edge, "targets" if end.role == "sources" else "sources")
        rank = (0 if other in alone else 1, *end.rank)
        best[end.along] = min(best.get(end.along, rank), rank)
    middle = (len(spots) - 1) / 2
    order = {spot: index for index, spot in enumerate(spots)}
    main = order[min(spots, key=lambda spot: (best[spot], abs(order[spot] - middle)))]
    pitch = min(_PITCH, (length - 2 * _CORNER) / max(1, len(spots) - 1))
    beside = max(main, len(spots) - 1 - main)
    if beside and (length / 2 - _CORNER) / beside >= _LEAST:
        pitch = min(pitch, (length / 2 - _CORNER) / beside)
    first, last = length / 2 - main * pitch, length / 2 + (len(spots) - 1 - main) * pitch
    if first < _CORNER or last > length - _CORNER:
        first = length / 2 - middle * pitch
    return [round(first + order[end.along] * pitch, 1) for end in group]


def _ends(edge: Graph, asked: Request, where: Mapping[str, Rect]) -> list[_End]:
    """Both ends of an answered edge."""
    section = edge["sections"][0]
    flow = asked.owners[edge["id"]]
    kind = ("main", "reply", "failure", "observe").index(flow.edges[0].kind) if flow.edges[0].kind else 0
    rank = (int(flow.turned), kind, flow.edges[0].step or 99)
    found = []
    for role, key in (("sources", "startPoint"), ("targets", "endPoint")):
        node = edge[role][0].split(".")[0]
        if node in where:
            point = Point(section[key]["x"], section[key]["y"])
            side, along = _side(point, where[node])
            found.append(_End(edge["id"], role, node, side, along, rank))
    return found


def _side(point: Point, rect: Rect) -> tuple[str, float]:
    """The side of a card on which a point lies, and how far along."""
    gaps = {
        "W": abs(point.x - rect.x),
        "E": abs(point.x - rect.right),
        "N": abs(point.y - rect.y),
        "S": abs(point.y - rect.bottom),
    }
    side = min(gaps, key=lambda name: gaps[name])
    return side, round(point.y - rect.y if side in "WE" else point.x - rect.x, 1)


def _boxes(box: Graph) -> list[Graph]:
    return [each for child in box.get("children", ()) for each in (child, *_boxes(child))]
