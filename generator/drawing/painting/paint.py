"""Draws a scene as SVG: frames, lines with their heads and labels, cards.

One painter makes the picture of the page (classes, shared icons, links) and the stand-alone one (a style of its own,
icons inside); they differ in their Dress only.
"""

from generator.drawing.painting.arrows import headed, path
from generator.drawing.painting.shapes import shapes
from generator.drawing.painting.style import Style, box, circle, icon, text
from generator.drawing.scene.boxes import Card, Sizes, title_lines
from generator.drawing.scene.geometry import Line, Point
from generator.drawing.scene.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.drawing.scene.trunks import parted, strands
from generator.model import Edge

_LINES = {"dashed": ' stroke-dasharray="5 3"', "dotted": ' stroke-dasharray="1.5 3.5"'}
"""What an author's own line looks like, whatever its colour."""


def paint(scene: Scene, style: Style) -> str:
    """Everything inside the picture's <svg>."""
    parts = [_frame(frame, scene, style) for frame in scene.frames]
    parts.append(shapes(scene, style))
    drawn: list[tuple[Edge, Line]] = []
    parts += [_edge(route, style, drawn) for route in strands(scene)]
    parts += [_label(label, scene, style) for label in scene.labels]
    parts += [_card(card, scene, style) for card in scene.cards]
    return "".join(parts)


def _frame(frame: Frame, scene: Scene, style: Style) -> str:
    title = frame.title
    inner = f"frame {frame.group.hue}" if frame.group.hue else "frame in" if frame.group.parent else "frame"
    lines = title_lines(frame.group.label, scene.sizes, title.w)
    top = title.y + title.h - 4.5 - (len(lines) - 1) * scene.sizes.small_line
    return box(style.of(inner), frame.rect, 10) + "".join(
        text("title", title.x, top + index * scene.sizes.small_line, line, style) for index, line in enumerate(lines)
    )


def _edge(route: Route, style: Style, drawn: list[tuple[Edge, Line]]) -> str:
    """An edge; what it shares with an edge before it is drawn once."""
    edge = route.edge
    kind = f" {edge.hue}" if edge.hue else "" if edge.kind == "main" else f" {edge.kind}"
    lines, heads = _strokes(route, [line for each, line in drawn if each.step == edge.step])
    drawn += [(edge, piece) for piece in route.pieces]
    made = ""
    for name, parts in (("line", lines), ("head", heads)):
        look = style.of(name + kind) + (_LINES.get(edge.line, "") if name == "line" else "")
        made += f'<path {look} d="{"".join(parts)}"/>' if parts else ""
    return f"<g{_marks(edge, style)}>{made}</g>"


def _marks(edge: Edge, style: Style) -> str:
    """What the step player needs on an edge and on its label."""
    step = f' data-step="{edge.step}"' if edge.step is not None else ""
    return f' class="edge"{step} data-kind="{edge.kind}"' if style.marks else ""


def _strokes(route: Route, drawn: list[Line]) -> tuple[list[str], list[str]]:
    """The lines and the arrow heads of an edge as paths, but for what is drawn; a line ends inside its head."""
    last = len(route.pieces) - 1
    lines, heads = [], []
    for place, piece in enumerate(route.pieces):
        if piece in drawn:
            continue
        line, begins, ends = parted(piece, drawn)
        line, found = headed(line, route.edge.arrows, begins and not place, ends and place == last)
        heads += found
        lines.append(path(line))
    return lines, heads


def _label(label: PlacedLabel, scene: Scene, style: Style) -> str:
    """A badge in the edge's colour, and its words with a rim in the colour of what is behind them."""
    r, sizes, made = label.rect, scene.sizes, ""
    edge = next(each for each in scene.diagram.edges if each.id == label.edges[0])
    left = r.x + (3 if label.label.lines else 0)
    middle = r.centre.y
    if label.label.step is not None:
        kind = f" {edge.kind}" if edge.kind in ("failure", "reply") else ""
        x, radius = left + sizes.badge / 2, sizes.badge / 2
        made += circle(style.of("badge" + kind), Point(x, middle), radius)
        made += text("digit", x, middle + sizes.small * 0.36, str(label.label.step), style)
        left += sizes.badge + 5
    top = middle - len(label.label.lines) * sizes.small_line / 2 + sizes.small_line / 2 + sizes.small * 0.36
    name, x = ("say", left) if label.label.step is not None else ("say mid", r.centre.x)
    made += "".join(
        text(name, x, top + index * sizes.small_line, line, style) for index, line in enumerate(label.label.lines)
    )
    return f"<g{_marks(edge, style)}>{made}</g>"


def _card(placed: PlacedCard, scene: Scene, style: Style) -> str:
    node, card, r, sizes = placed.node, placed.card, placed.rect, scene.sizes
    made = ""
    if node.shape != "note":
        made += box(style.of(f"card {node.hue}" if node.hue else "card"), r, 8)
    text_h = len(card.names) * sizes.name_line + len(card.details) * sizes.small_line
    if card.row:
        icon_x, icon_y = r.x + 9, r.centre.y - card.icon / 2
        x, y, suffix = icon_x + card.icon + 9, r.centre.y - text_h / 2, " row"
    else:
        icon_x, icon_y = r.centre.x - card.icon / 2, r.centre.y - (card.icon + 4 + text_h) / 2
        x, y, suffix = r.centre.x, icon_y + card.icon + 4 if card.icon else r.centre.y - text_h / 2, ""
    if card.icon:
        made += icon(node.icon, icon_x, icon_y, card.icon, style)
    return _linked(placed, made + _lines(card, x, y, suffix, sizes, style), scene, style)


def _lines(card: Card, x: float, y: float, suffix: str, sizes: Sizes, style: Style) -> str:
    """The names and the details of a card from its first line's top."""
    made = ""
    for size, high, name, lines in (
        (sizes.name, sizes.name_line, "name", card.names),
        (sizes.small, sizes.small_line, "detail", card.details),
    ):
        for line in lines:
            made += text(name + suffix, x, y + high / 2 + size * 0.36, line, style)
            y += high
    return made


def _linked(placed: PlacedCard, made: str, scene: Scene, style: Style) -> str:
    """A card as a link to its component's page, or as a plain group, with the steps that touch it."""
    if not style.marks:
        return made
    node = placed.node
    ends = [edge for edge in scene.diagram.edges if node.id in (edge.source, edge.target) and edge.step is not None]
    steps = " ".join(dict.fromkeys(str(edge.step) for edge in sorted(ends, key=lambda edge: edge.step or 0)))
    marks = f'class="node" data-node="{node.id}"' + (f' data-steps="{steps}"' if steps else "")
    address = style.link(node.component.slug) if node.component else ""
    return f'<a {marks} href="{address}">{made}</a>' if address else f"<g {marks}>{made}</g>"
