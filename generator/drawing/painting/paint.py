"""Draws a scene as SVG: frames, lines with their heads and labels, cards.

One painter makes the picture of the page (classes, shared icons, links), the stand-alone one (a style of its own, icons
inside) and the one for print (plain attributes); they differ in their Dress only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from generator.drawing.icons.concepts import is_symbol, symbol
from generator.drawing.layout.boxes import BADGE, NAME_LINE, SMALL_LINE
from generator.drawing.layout.geometry import Curve, Point, is_straight
from generator.drawing.layout.scene import Frame, PlacedCard, PlacedLabel, Route, Scene
from generator.drawing.painting.arrows import head, shortened


@dataclass(frozen=True)
class Dress:
    """How a picture's elements get their looks and their icons."""

    wear: Callable[[str], str]
    """Attributes for a class."""
    image: Callable[[str, float, float, float], str]
    """An icon of the library by key, left, top and side."""
    link: Callable[[str], str]
    """Address of a component's page by slug; empty for no link."""
    marks: bool
    """Whether elements carry what the step player needs."""


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path(curve: Curve) -> str:
    """A curve in SVG's path language."""
    if is_straight(curve):
        a, b = curve[0], curve[-1]
        return f"M{number(a.x)} {number(a.y)}L{number(b.x)} {number(b.y)}"
    rest = " ".join(f"{number(point.x)} {number(point.y)}" for point in curve[1:])
    return f"M{number(curve[0].x)} {number(curve[0].y)}C{rest}"


def paint(scene: Scene, dress: Dress) -> str:
    """Everything inside the picture's <svg>."""
    shown = {edge: label for label in scene.labels for edge in label.edges[:1]}
    parts = [_frame(frame, scene, dress) for frame in scene.frames]
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
    return box + (_text("title", title.x, title.y + 11.5, frame.group.label, dress) if frame.group.label else "")


def _text(name: str, x: float, y: float, text: str, dress: Dress) -> str:
    return f'<text {dress.wear(name)} x="{number(x)}" y="{number(y)}">{escape(text, quote=False)}</text>'


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
        made += _text("digit", x, middle + 4, str(label.label.step), dress)
        left += BADGE + 5
    top = middle - len(label.label.lines) * SMALL_LINE / 2 + 10.6
    name, x = ("say", left) if label.label.step is not None else ("say mid", r.centre.x)
    return made + "".join(
        _text(name, x, top + index * SMALL_LINE, line, dress) for index, line in enumerate(label.label.lines)
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
        made += _icon(node.icon, icon_x, icon_y, card.icon, dress)
    for index, line in enumerate(card.names):
        made += _text("name" + suffix, x, y + index * NAME_LINE + 11.8, line, dress)
    y += len(card.names) * NAME_LINE
    for index, line in enumerate(card.details):
        made += _text("detail" + suffix, x, y + index * SMALL_LINE + 10.4, line, dress)
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


def _icon(key: str, x: float, y: float, side: float, dress: Dress) -> str:
    if not is_symbol(key):
        return dress.image(key, x, y, side)
    view, outline = symbol(key)
    left, top, wide, high = (float(part) for part in view.split())
    scale = (side - 6) / max(wide, high)
    x += (side - wide * scale) / 2 - left * scale
    y += (side - high * scale) / 2 - top * scale
    place = f'transform="translate({number(x)} {number(y)}) scale({scale:.4g})"'
    return f'<path {dress.wear("symbol")} {place} d="{outline}"/>'
