"""Lays a diagram out in one way: say it to the engine, and read cards, frames, wires and labels from the answer.

Which way is best for a page or a phone is decided in `choosing`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.drawing.layout import boxes, engine
from generator.drawing.layout.checks import obstructions
from generator.drawing.layout.engine import Graph
from generator.drawing.layout.flows import Flow
from generator.drawing.layout.geometry import Line, Point, Rect, cuts, segments
from generator.drawing.layout.graph import Request, Way, inset, request
from generator.drawing.layout.inset import Blocks, led_on
from generator.drawing.layout.ports import with_ports
from generator.drawing.layout.rakes import raked
from generator.drawing.layout.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.drawing.layout.shapes import Shape, moved
from generator.drawing.layout.straight import straightened
from generator.drawing.layout.turning import back, downwards, turned
from generator.model import Diagram

NONE: Blocks = {}
_TITLE = 11.0, 9.0
"""Distance of a title from the left and upper border of its frame."""


def arrange(diagram: Diagram, way: Way, blocks: Blocks = NONE) -> Scene:
    """One layout of a diagram."""
    return read(*placed(diagram, way, blocks))


def refine(diagram: Diagram, way: Way, blocks: Blocks = NONE) -> Scene:
    """The layout with each line's ends where they let cards stand level."""
    asked, answer = placed(diagram, way, blocks)
    return read(asked, engine.lay(with_ports(asked, answer)))


def placed(diagram: Diagram, way: Way, blocks: Blocks) -> tuple[Request, Graph]:
    """What the engine is asked, and its answer."""
    asked = request(diagram, way, blocks)
    return asked, engine.lay(asked.graph)


def read(asked: Request, answer: Graph) -> Scene:
    """The scene that the engine's answer describes."""
    diagram, way = asked.diagram, asked.way
    places = {child["id"]: _rect(child) for child in _children(answer)}
    lines = {edge["id"]: _line(edge) for edge in answer["edges"]}
    said = {label["id"]: _rect(label) for edge in answer["edges"] for label in edge.get("labels", ())}
    cards = tuple(
        PlacedCard(node, asked.cards[node.id], places[node.id]) for node in diagram.nodes if node.id in asked.cards
    )
    routes: list[Route] = []
    labels: list[PlacedLabel] = []
    for place, flow in enumerate(asked.flows):
        routes += _routes(place, flow, lines, places)
        if place in asked.labels:
            rect = said.get(f"t{place}") or places[f"l{place}"]
            labels.append(PlacedLabel(tuple(edge.id for edge in flow.edges), asked.labels[place], rect))
    routes = [_led(route, asked, places) for route in routes]
    order = {edge.id: index for index, edge in enumerate(diagram.edges)}
    routes.sort(key=lambda route: order[route.edge.id])
    groups = (group for group in diagram.groups if group.id in places)
    frames = tuple(Frame(group, places[group.id], Rect(0, 0, 0, 0)) for group in groups)
    insides = _insides(asked, places)
    scene = Scene(diagram, way.name, 0, 0, cards, tuple(labels), tuple(routes), frames, insides, way.sizes)
    return tidied(scene, way.direction).fitted()


def tidied(scene: Scene, direction: str) -> Scene:
    """The layout with fans as rakes, with straight lines and with titles, where that runs into nothing."""
    sizes = ((frame.rect, boxes.title(frame.group, scene.sizes)[1]) for frame in scene.frames)
    titles = [turned(Rect(r.x, r.y + _TITLE[1] - 2, r.w, high + 4), direction) for r, high in sizes if high]
    needs = {frame.group.id: 2 * boxes.title(frame.group, scene.sizes)[0] + 36 for frame in scene.frames}
    least = {name: need if direction in ("TB", "BT") else 0.0 for name, need in needs.items()}
    plain = downwards(scene, direction)
    fanned = raked(plain, titles)
    tries = [_titled(back(each, direction)) for each in (straightened(fanned, least), fanned, plain)]
    return min(tries, key=lambda each: len(obstructions(each)))


def _titled(scene: Scene) -> Scene:
    """The layout with each frame's title where no line runs through it."""
    wires = [piece for route in scene.routes for piece in route.pieces]
    sizes = (boxes.title(frame.group, scene.sizes) for frame in scene.frames)
    frames = zip(scene.frames, sizes, strict=True)
    return replace(
        scene, frames=tuple(replace(frame, title=_free_spot(frame.rect, size, wires)) for frame, size in frames)
    )


def _insides(asked: Request, places: Mapping[str, Rect]) -> tuple[Shape, ...]:
    """The shapes of blocks in their places."""
    starts = {name: _start(asked, name, places) for name in asked.blocks}
    return tuple(moved(shape, *starts[name]) for name, block in asked.blocks.items() for shape in block.shapes)


def _start(asked: Request, name: str, places: Mapping[str, Rect]) -> Point:
    """The upper left corner of a block inside its frame."""
    group = next(each for each in asked.diagram.groups if each.id == name)
    left, top = inset(group.label, asked.way)
    rect, block = places[name], asked.blocks[name]
    return Point(rect.x + max(left, (rect.w - block.width) / 2), rect.y + top)


def _led(route: Route, asked: Request, places: Mapping[str, Rect]) -> Route:
    """The route of an edge as the module has it, led on into blocks."""
    edge = next(each for each in asked.diagram.edges if each.id == route.edge.id)
    first, last = list(route.pieces[0]), list(route.pieces[-1])
    one = len(route.pieces) == 1
    for name, inner, line, end in (
        (route.edge.source, edge.source, first, 0),
        (route.edge.target, edge.target, first if one else last, -1),
    ):
        if name in asked.blocks:
            line[end] = led_on(line[end], asked.blocks[name], _start(asked, name, places), inner)
    pieces = (tuple(first),) if one else (tuple(first), *route.pieces[1:-1], tuple(last))
    return Route(edge, pieces)


def _children(box: Graph) -> Iterator[Graph]:
    for child in box.get("children", ()):
        yield child
        yield from _children(child)


def _rect(box: Graph) -> Rect:
    return Rect(*(round(box[side], 2) for side in ("x", "y", "width", "height")))


def _line(edge: Graph) -> Line:
    """The corners of an edge's line."""
    section = edge["sections"][0]
    points = (section["startPoint"], *section.get("bendPoints", ()), section["endPoint"])
    return tuple(Point(round(point["x"], 2), round(point["y"], 2)) for point in points)


def _routes(place: int, flow: Flow, lines: Mapping[str, Line], places: Mapping[str, Rect]) -> Iterator[Route]:
    """The line of each edge of a flow, from its source to its target."""
    for index, edge in enumerate(flow.edges):
        if len(flow.edges) == 1:
            pieces = [lines[f"f{place}"]]
        elif f"l{place}" in places:
            tail, head = (edge.target, edge.source) if flow.turned else (edge.source, edge.target)
            before = lines[f"f{place}-t{flow.tails.index(tail)}"]
            after = lines[f"f{place}-h{flow.heads.index(head)}"]
            pieces = [(*before, after[0]), after]
        else:
            pieces = [lines[f"f{place}-{index}"]]
        if flow.turned:
            pieces = [tuple(reversed(piece)) for piece in reversed(pieces)]
        yield Route(edge, tuple(pieces))


def _free_spot(frame: Rect, size: tuple[float, float], lines: list[Line]) -> Rect:
    """The leftmost place along a frame's upper border where its title meets no line; the left end without one."""
    (left, top), (width, height) = _TITLE, size
    band = Rect(frame.x, frame.y + top, frame.w, height)
    hits = [Rect(min(a.x, b.x) - 5, band.y, abs(a.x - b.x) + 10, 1) for a, b in _through(band, lines)]
    for x in sorted([frame.x + left, *(hit.right for hit in hits)]):
        spot = Rect(x, band.y, width, height)
        inside = x >= frame.x + left and spot.right <= frame.right - left
        if inside and not any(hit.x < spot.right and x < hit.right for hit in hits):
            return spot
    return Rect(frame.x + left, band.y, *size)


def _through(band: Rect, lines: list[Line]) -> Iterator[tuple[Point, Point]]:
    return ((a, b) for line in lines for a, b in segments(line) if cuts(a, b, band.grown(2)))
