"""Lays a diagram out in one way: say it to the engine, and read cards, frames, routes and labels from the answer.

Which way is best for a page or a phone is decided in `choosing`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from math import inf

from generator.drawing.layout import engine
from generator.drawing.layout.engine import Graph
from generator.drawing.layout.graph import Request, inset, request, title_room
from generator.drawing.layout.inset import Blocks, led_on
from generator.drawing.layout.judging.checks import obstructions
from generator.drawing.layout.options import LayoutOptions
from generator.drawing.layout.ports import with_ports
from generator.drawing.layout.tidying.back_edges import returned
from generator.drawing.layout.tidying.forks import evened
from generator.drawing.layout.tidying.frame_titles import LEFT, TOP, spotted
from generator.drawing.layout.tidying.orientation import back, downwards, turned
from generator.drawing.layout.tidying.rakes import raked
from generator.drawing.layout.tidying.straight import straightened
from generator.drawing.scene import boxes
from generator.drawing.scene.flows import Flow
from generator.drawing.scene.geometry import Line, Point, Rect
from generator.drawing.scene.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.drawing.scene.shapes import NAMED, Shape, moved
from generator.model import Diagram

NONE: Blocks = {}
_EDGES = 6.0
"""What of a picture's width nothing stands in."""
_NARROWER = 96.0, 72.0, 56.0
"""Widths of titles for which there is no room else."""
Asked = tuple[Request, Graph]
"""What the engine is asked, and its answer."""


def arrange(diagram: Diagram, options: LayoutOptions, blocks: Blocks = NONE) -> Scene:
    """One layout of a diagram."""
    return read(*placed(diagram, options, blocks))


def refined(asked: Request, answer: Graph) -> Scene:
    """The layout with each line's ends where they let cards stand level."""
    return read(asked, engine.lay(with_ports(asked, answer)))


def placed(diagram: Diagram, options: LayoutOptions, blocks: Blocks) -> Asked:
    """What the engine is asked, and its answer."""
    asked = request(diagram, options, blocks)
    return asked, engine.lay(asked.graph)


def read(asked: Request, answer: Graph) -> Scene:
    """The scene that the engine's answer describes."""
    diagram, options = asked.diagram, asked.options
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
    routes = _led(routes, asked, places)
    order = {edge.id: index for index, edge in enumerate(diagram.edges)}
    routes.sort(key=lambda route: order[route.edge.id])
    groups = (group for group in diagram.groups if group.id in places)
    frames = tuple(Frame(group, places[group.id], Rect(0, 0, 0, 0)) for group in groups)
    insides = _insides(asked, places)
    scene = Scene(diagram, options.name, 0, 0, cards, tuple(labels), tuple(routes), frames, insides, options.sizes)
    return (_titled(scene) if options.simple else _tidied(scene, options)).snapped().fitted()


def _tidied(scene: Scene, options: LayoutOptions) -> Scene:
    """The layout with fans as rakes, with straight lines and with titles, where that runs into nothing."""
    direction = options.direction
    sizes = ((frame.rect, boxes.title(frame.group.label, scene.sizes)[1]) for frame in scene.frames)
    titles = [turned(Rect(r.x, r.y + TOP - 2, r.w, high + 4), direction) for r, high in sizes if high]
    least = {frame.group.id: title_room(frame.group, options) if options.upright else 0.0 for frame in scene.frames}
    plain = downwards(scene, direction)
    fanned = raked(plain, titles)
    room = NAMED[options.name].flow - _EDGES if options.upright else inf
    level = evened(straightened(fanned, least, room), titles)
    made = _titled(back(returned(level), direction))
    if not obstructions(made):
        return made
    tries = [made, *(_titled(back(each, direction)) for each in (level, fanned, plain))]
    return min(tries, key=lambda each: len(obstructions(each)))


def _titled(scene: Scene) -> Scene:
    """The layout with each frame's title where no line runs through it."""
    wires = [piece for route in scene.routes for piece in route.pieces]
    things = [*(card.rect for card in scene.cards), *(label.rect for label in scene.labels)]
    rects = [frame.rect for frame in scene.frames]
    frames = []
    for frame in scene.frames:
        inner = [other for other in rects if other != frame.rect and frame.rect.holds(other)]
        outer = [other for other in rects if not frame.rect.meets(other)]
        label, sizes = frame.group.label, scene.sizes
        tries = [boxes.title(label, sizes, room) for room in (frame.rect.w - 2 * LEFT, sizes.title, *_NARROWER)]
        frames.append(spotted(frame, list(dict.fromkeys(tries)), wires, [*things, *inner], outer))
    return replace(scene, frames=tuple(frames))


def _insides(asked: Request, places: Mapping[str, Rect]) -> tuple[Shape, ...]:
    """The shapes of blocks in their places."""
    starts = {name: _start(asked, name, places) for name in asked.blocks}
    return tuple(moved(shape, *starts[name]) for name, block in asked.blocks.items() for shape in block.shapes)


def _start(asked: Request, name: str, places: Mapping[str, Rect]) -> Point:
    """The upper left corner of a block inside its frame."""
    group = next(each for each in asked.diagram.groups if each.id == name)
    rect, block = places[name], asked.blocks[name]
    left, top = inset(group.label, block, asked.options)
    return Point(round(rect.x + max(left, (rect.w - block.width) / 2)), round(rect.y + top))


def _led(routes: list[Route], asked: Request, places: Mapping[str, Rect]) -> list[Route]:
    """The routes of edges as the module has them, led on into those blocks into which all can be led."""
    given = {edge.id: edge for edge in asked.diagram.edges}
    spots: dict[tuple[str, int], tuple[str, Point | None]] = {}
    for route in routes:
        edge = given[route.edge.id]
        for end, name, inner in ((0, route.edge.source, edge.source), (-1, route.edge.target, edge.target)):
            if name in asked.blocks and not edge.ends[end]:
                point = route.pieces[end][end]
                spots[edge.id, end] = name, led_on(point, asked.blocks[name], _start(asked, name, places), inner)
    closed = {name for name, point in spots.values() if not point}
    made = []
    for route in routes:
        pieces = [list(piece) for piece in route.pieces]
        for end in (0, -1):
            name, spot = spots.get((route.edge.id, end), ("", None))
            if spot and name not in closed:
                pieces[end][end] = spot
        made.append(Route(given[route.edge.id], tuple(map(tuple, pieces))))
    return made


def _children(box: Graph) -> Iterator[Graph]:
    for child in box.get("children", ()):
        yield child
        yield from _children(child)


def _rect(box: Graph) -> Rect:
    return Rect(*(round(box[side], 2) for side in ("x", "y", "width", "height")))


def _line(edge: Graph) -> Line:
    """The corners of an edge's line; where the engine lets it lean by a hair, at a frame's border, it steps aside."""
    section = edge["sections"][0]
    given = (section["startPoint"], *section.get("bendPoints", ()), section["endPoint"])
    points = [Point(round(point["x"], 2), round(point["y"], 2)) for point in given]
    made = points[:1]
    for before, point in pairwise(points):
        if 0 < abs(point.x - before.x) < 1 < abs(point.y - before.y):
            made += [Point(x, (before.y + point.y) / 2) for x in (before.x, point.x)]
        elif 0 < abs(point.y - before.y) < 1 < abs(point.x - before.x):
            made += [Point((before.x + point.x) / 2, y) for y in (before.y, point.y)]
        made.append(point)
    return tuple(made)


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
            pieces = [piece[::-1] for piece in pieces[::-1]]
        yield Route(edge, tuple(pieces))
