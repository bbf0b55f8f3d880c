"""How elements of a picture get their looks, their words and their icons."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from generator.drawing.icons.concepts import is_symbol, symbol
from generator.drawing.painting.arrows import number
from generator.drawing.scene.geometry import Point, Rect


@dataclass(frozen=True)
class Style:
    """How a picture's elements get their looks and their icons."""

    of: Callable[[str], str]
    """Attributes for a class."""
    image: Callable[[str, float, float, float], str]
    """An icon of the library by key, left, top and side."""
    link: Callable[[str], str]
    """Address of a component's page by slug; empty for no link."""
    marks: bool
    """Whether elements carry what the step player needs."""
    length: Callable[[str, str], str] = lambda name, words: ""
    """Attributes that keep the words of a class in their room, whatever font the reader has."""


def text(name: str, x: float, y: float, words: str, style: Style) -> str:
    """A line of text at its base line."""
    spot = f'x="{number(x)}" y="{number(y)}"{style.length(name, words)}'
    return f"<text {style.of(name)} {spot}>{escape(words, quote=False)}</text>"


def place(x: float, y: float, w: float, h: float) -> str:
    """Where an upright thing stands, and how large it is."""
    return f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'


def box(look: str, rect: Rect, corner: float) -> str:
    """A rectangle with round corners; its look as an attribute."""
    return f'<rect {look} {place(*rect)} rx="{number(corner)}"/>'


def circle(look: str, centre: Point, radius: float) -> str:
    """A circle; its look as an attribute."""
    return f'<circle {look} cx="{number(centre.x)}" cy="{number(centre.y)}" r="{number(radius)}"/>'


def icon(key: str, x: float, y: float, side: float, style: Style) -> str:
    """An icon: of the library as an image, of Material as a path in the picture's colour."""
    if not is_symbol(key):
        return style.image(key, x, y, side)
    view, outline = symbol(key)
    left, top, wide, high = (float(part) for part in view.split())
    scale = (side - 6) / max(wide, high)
    x += (side - wide * scale) / 2 - left * scale
    y += (side - high * scale) / 2 - top * scale
    moved = f'transform="translate({number(x)} {number(y)}) scale({scale:.4g})"'
    return f'<path {style.of("symbol")} {moved} d="{outline}"/>'
