"""Draws a scene as SVG: frames, lines with their heads and labels, cards.

One painter makes the picture of the page (classes, shared icons, links), the stand-alone one (a style of its own, icons
inside) and the one for print (plain attributes); they differ in their Dress only.
"""

from generator.drawing.layout.boxes import BADGE, NAME_LINE, SMALL_LINE
from generator.drawing.layout.geometry import Point
from generator.drawing.layout.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.drawing.painting.arrows import head, shortened
from generator.drawing.painting.dress import Dress, icon, number, path, text
from generator.drawing.painting.shapes import shapes


def paint(scene: Scene, dress: Dress) -> str:
    """Everything inside the picture's <svg>."""
    shown = {edge: label for label in scene.labels for edge in label.edges[:1]}
    parts = [_frame(frame, scene, dress) for frame in scene.frames]
    parts.append(shapes(scene, dress))
    drawn: set[str] = set()
    for route in scene.routes:
        parts.append(_edge(route, shown.get(route.edge.id), dress, drawn))
    parts += [_card(card, scene, dress) for card in scene.cards]
    return "".join(parts)


def _frame(frame: Frame, scene: Scene, dress: Dress) -> str:
    r, title = frame.rect, frame.title
    inner = "frame in" if frame.group.parent else "frame"
    box = f'<rect {dress.wear(inner)} x="{number(r.x)}" y="{number(r.y)}" width="{number(r.w)}"'
    box += f' height="{number(r.h)}" rx="10"/>'
    return box + (text("title", title.x, title.y + 11.5, frame.group.label, dress) if frame.group.label else "")


def _edge(route: Route, label: PlacedLabel | None, dress: Dress, drawn: set[str]) -> str:
    """An edge with its label; what it shares with an edge before it is drawn once."""
    edge = route.edge
    kind = "" if edge.kind == "main" else f" {edge.kind}"
    lines, heads = _strokes(route)
    made = ""
    for name, parts in (("line", lines), ("head", heads)):
        new = [part for part in parts if part not in drawn]
        drawn.update(new)
        made += f'<path {dress.wear(name + kind)} d="{"".join(new)}"/>' if new else ""
    marks = ""
    if dress.marks:
        step = f' data-step="{edge.step}"' if edge.step is not None else ""
        marks = f' class="edge"{step} data-kind="{edge.kind}"'
    return f"<g{marks}>{made}{_label(label, dress) if label else ''}</g>"


def _strokes(route: Route) -> tuple[list[str], list[str]]:
    """The lines and the arrow heads of an edge as paths; a line ends inside its head."""
    pieces = list(route.pieces)
    heads = []
    if route.edge.arrows in ("forward", "both"):
        heads.append(_triangle(head(pieces[-1])))
        pieces[-1] = shortened(pieces[-1])
    if route.edge.arrows in ("back", "both"):
        heads.append(_triangle(head(tuple(reversed(pieces[0])))))
        pieces[0] = tuple(reversed(shortened(tuple(reversed(pieces[0])))))
    return [path(piece) for piece in pieces], heads


def _triangle(points: tuple[Point, Point, Point]) -> str:
    return "M" + "L".join(f"{number(point.x)} {number(point.y)}" for point in points) + "Z"


def _label(label: PlacedLabel, dress: Dress) -> str:
    r, made = label.rect, ""
    left = r.x + (3 if label.label.lines else 0)
    middle = r.centre.y
    if label.label.step is not None:
        x = left + BADGE / 2
        made += f'<circle {dress.wear("badge")} cx="{number(x)}" cy="{number(middle)}" r="{number(BADGE / 2)}"/>'
        made += text("digit", x, middle + 4, str(label.label.step), dress)
        left += BADGE + 5
    top = middle - len(label.label.lines) * SMALL_LINE / 2 + 10.6
    name, x = ("say", left) if label.label.step is not None else ("say mid", r.centre.x)
    return made + "".join(
        text(name, x, top + index * SMALL_LINE, line, dress) for index, line in enumerate(label.label.lines)
    )


def _card(placed: PlacedCard, scene: Scene, dress: Dress) -> str:
    node, card, r = placed.node, placed.card, placed.rect
    made = ""
    if node.shape != "note":
        made += f'<rect {dress.wear("card")} x="{number(r.x)}" y="{number(r.y)}" width="{number(r.w)}"'
        made += f' height="{number(r.h)}" rx="8"/>'
    text_h = len(card.names) * NAME_LINE + len(card.details) * SMALL_LINE
    if card.row:
        icon_x, icon_y = r.x + 8, r.centre.y - card.icon / 2
        x, y, suffix = icon_x + card.icon + 8, r.centre.y - text_h / 2, " row"
    else:
        icon_x, icon_y = r.centre.x - card.icon / 2, r.y + 8
        x, y, suffix = r.centre.x, r.y + 8 + card.icon + 4 if card.icon else r.centre.y - text_h / 2, ""
    if card.icon:
        made += icon(node.icon, icon_x, icon_y, card.icon, dress)
    for index, line in enumerate(card.names):
        made += text("name" + suffix, x, y + index * NAME_LINE + 11.8, line, dress)
    y += len(card.names) * NAME_LINE
    for index, line in enumerate(card.details):
        made += text("detail" + suffix, x, y + index * SMALL_LINE + 10.4, line, dress)
    return _linked(placed, made, scene, dress)


def _linked(placed: PlacedCard, made: str, scene: Scene, dress: Dress) -> str:
    """A card as a link to its component's page, or as a plain group, with the steps that touch it."""
    if not dress.marks:
        return made
    node = placed.node
    ends = [edge for edge in scene.diagram.edges if node.id in (edge.source, edge.target) and edge.step is not None]
    steps = " ".join(dict.fromkeys(str(edge.step) for edge in sorted(ends, key=lambda edge: edge.step or 0)))
    marks = f'class="node" data-node="{node.id}"' + (f' data-steps="{steps}"' if steps else "")
    address = dress.link(node.component.slug) if node.component else ""
    return f'<a {marks} href="{address}">{made}</a>' if address else f"<g {marks}>{made}</g>"
