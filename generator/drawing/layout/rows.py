"""Where lines from side to side meet a drawn cluster: level with the row, or the cell, that they mean."""

from collections.abc import Mapping, Sequence

from generator.drawing.layout.engine import Graph
from generator.drawing.layout.inset import Blocks
from generator.drawing.scene.flows import Flow
from generator.model import Edge

_PITCH = 7.0
"""Between the ends of two lines at one row."""


def level(
    parts: Sequence[tuple[Graph, Flow]],
    boxes: Mapping[str, Graph],
    blocks: Blocks,
    tops: Mapping[str, float],
    whole: Sequence[Edge],
    forth: bool,
) -> None:
    """Give the edges that end at blocks a place each on the side of their box; `forth` from left to right."""
    given = {edge.id: edge for edge in whole}
    for name, block in blocks.items():
        ends = [(edge, role, flow) for edge, flow in parts for role in ("sources", "targets") if edge[role] == [name]]
        meant = [_meant(name, flow, given) for _, _, flow in ends]
        box = boxes[name]
        if "ports" in box or not ends or not all(inner in (*block.anchors, name) for inner in meant):
            continue
        box["ports"], used = [], dict[tuple[float, float], int]()
        box["layoutOptions"] = {"elk.portConstraints": "FIXED_POS"}
        for index, ((edge, role, _), inner) in enumerate(zip(ends, meant, strict=True)):
            x = box["width"] if (role == "sources") == forth else 0.0
            middle = tops[name] + block.anchors[inner].centre.y if inner != name else box["height"] / 2
            y = float(round(middle))
            count = used[x, y] = used.get((x, y), -1) + 1
            y += _PITCH * ((count + 1) // 2) * (-1 if count % 2 else 1)
            edge[role] = [f"{name}.r{index}"]
            box["ports"].append({"id": edge[role][0], "x": x, "y": y, "width": 0, "height": 0})


def _meant(name: str, flow: Flow, given: Mapping[str, Edge]) -> str:
    """What is meant inside a block by the first edge of a flow that ends there; its frame with `lhead` and `ltail`."""
    for edge in flow.edges:
        whole = given[edge.id]
        ends = (edge.source, whole.source, edge.ends[0]), (edge.target, whole.target, edge.ends[1])
        for outer, inner, frame in ends:
            if outer == name:
                return frame or inner
    return ""
