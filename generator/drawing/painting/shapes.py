"""Paints the shapes of forms, in groups that a step can light: of an edge, of a node, of a cluster."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import groupby

from generator.drawing.painting.arrows import headed, number, path
from generator.drawing.painting.style import Style, box, circle, icon
from generator.drawing.scene.geometry import Line
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import Box, Dot, Icon, Shape, Stroke, TextLine
from generator.drawing.scene.trunks import parted
from generator.model import Diagram


def shapes(scene: Scene, style: Style) -> str:
    """All shapes of a scene, from back to front."""
    owners = _owners(scene.diagram, style) if style.marks else {}
    runs = groupby(_once(scene), key=lambda each: each.of)
    return "".join(
        owners.get(owner, ("", ""))[0] + "".join(_shape(each, style) for each in run) + owners.get(owner, ("", ""))[1]
        for owner, run in runs
    )


def _once(scene: Scene) -> Iterator[Shape]:
    """The shapes, of lines of one step and tone without what they share with one before."""
    steps = {edge.id: edge.step for edge in scene.diagram.edges}
    drawn: dict[tuple[object, ...], list[Line]] = {}
    for shape in scene.shapes:
        if not isinstance(shape, Stroke) or shape.look != "line" or shape.of not in steps:
            yield shape
            continue
        keys = [
            (shape.tone, steps[shape.of], way, round(end.x), round(end.y))
            for way, end in enumerate((shape.points[0], shape.points[-1]))
        ]
        before = dict.fromkeys(line for key in keys for line in drawn.get(key, ()))
        points, begins, ends = parted(shape.points, before)
        for key in keys:
            drawn.setdefault(key, []).append(shape.points)
        heads = {"forward": ends, "back": begins, "both": begins and ends}
        yield replace(shape, points=points, arrows=shape.arrows if heads.get(shape.arrows, True) else "none")


def _owners(diagram: Diagram, style: Style) -> dict[str, tuple[str, str]]:
    """Round what belongs to an edge, a node or a group: what the step player needs."""
    lit: dict[str, set[int]] = {node.id: set(node.steps) for node in diagram.nodes}
    made = {group.id: (f'<g class="group"{_steps(set(group.steps))}>', "</g>") for group in diagram.groups}
    for edge in diagram.edges:
        if edge.step is not None:
            held = (node.id for node in diagram.nodes if node.group and node.group in edge.ends)
            for end in (*edge.points, *held):
                lit[end].add(edge.step)
    for node in diagram.nodes:
        marks = f'class="node" data-node="{node.id}"{_steps(lit[node.id])}'
        address = style.link(node.component.slug) if node.component else ""
        made[node.id] = (f'<a {marks} href="{address}">', "</a>") if address else (f"<g {marks}>", "</g>")
    for edge in diagram.edges:
        step = f' data-step="{edge.step}"' if edge.step is not None else ""
        made[edge.id] = (f'<g class="edge"{step} data-kind="{edge.kind}">', "</g>")
    return made


def _steps(steps: set[int]) -> str:
    told = " ".join(map(str, sorted(steps)))
    return f' data-steps="{told}"' if told else ""


def _shape(shape: Shape, style: Style) -> str:
    if isinstance(shape, Box):
        return box(_look(shape.look, shape.tone, style), shape.rect, shape.round)
    if isinstance(shape, TextLine):
        return _words(shape, style)
    if isinstance(shape, Dot):
        return _dot(shape, style)
    if isinstance(shape, Icon):
        return icon(shape.key, shape.rect.x, shape.rect.y, shape.rect.w, style)
    return _stroke(shape, style)


def _look(look: str, tone: str, style: Style) -> str:
    return style.of(f"{look} {tone}" if tone else look)


def _words(shape: TextLine, style: Style) -> str:
    look = "word" if shape.look == "plain" else f"word {shape.look}"
    anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
    place = f'{anchor} x="{number(shape.x)}" y="{number(shape.y)}"{style.length(look, shape.text)}'
    return f"<text {_look(look, shape.tone, style)}{place}>{escape(shape.text, quote=False)}</text>"


def _dot(shape: Dot, style: Style) -> str:
    x, y = shape.centre
    made = circle(_look(shape.look, shape.tone, style), shape.centre, shape.radius)
    if shape.text:
        made += f'<text {style.of("digit")} x="{number(x)}" y="{number(y + 4.3)}">{escape(shape.text)}</text>'
    return made


def _stroke(shape: Stroke, style: Style) -> str:
    points, heads = headed(shape.points, shape.arrows)
    made = f'<path {_look(shape.look, shape.tone, style)} d="{path(points)}"/>'
    return made + (f'<path {_look("head", shape.tone, style)} d="{"".join(heads)}"/>' if heads else "")
