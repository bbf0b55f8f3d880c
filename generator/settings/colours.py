"""The accent of a site from the palette in mkdocs.yml, readable on light and on dark grounds.

    accent({"primary": "teal"})  ->  Accent(light="#007a6d", dark="#1a9e90", …)

Colours have the names and the values that Material for MkDocs gives them; "#0f766e" is a colour as well.
"""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

NAMED: Mapping[str, str] = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep-purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light-blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light-green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep-orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue-grey": "#546d78", "black": "#000000",
    "white": "#ffffff",
}  # fmt: skip
CUSTOM = "custom"
"""The author's style sheet says the colour, as `--md-primary-fg-color`."""

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_LIGHT, _DARK = "#f5f6fa", "#282f3d"
"""The least white ground in light, and the least black one in dark, on which the accent stands."""
_RATIO = 4.6
"""Contrast of what is read."""


class Accent(Struct, frozen=True):
    """One colour for links, buttons, badges and marks, and the ground of what is marked; each in light and in dark."""

    light: str
    dark: str
    light_ground: str
    dark_ground: str


def is_colour(name: str) -> bool:
    """Whether a palette may name this colour."""
    return name == CUSTOM or _hex(name) is not None


def accent(palette: Mapping[str, Any]) -> Accent | None:
    """The accent that one entry of a palette asks for; None where it asks for none."""
    colour = _hex(str(palette.get("primary") or palette.get("accent") or ""))
    if colour is None:
        return None
    light, dark = _readable(colour, _LIGHT, "#000000"), _readable(colour, _DARK, "#ffffff")
    return Accent(light, dark, _mixed(light, "#ffffff", 0.86), _mixed(dark, _DARK, 0.7))


def _hex(name: str) -> str | None:
    name = name.strip().lower()
    if _HEX.fullmatch(name):
        return name if len(name) == 7 else "#" + "".join(sign * 2 for sign in name[1:])
    return NAMED.get(name.replace(" ", "-"))


def _readable(colour: str, ground: str, end: str) -> str:
    """The colour, as far towards black or white as it takes to be read on a ground."""
    steps = (_mixed(colour, end, step / 50) for step in range(51))
    return next((each for each in steps if _contrast(each, ground) >= _RATIO), end)


def _mixed(colour: str, other: str, share: float) -> str:
    parts = (round(a + (b - a) * share) for a, b in zip(_parts(colour), _parts(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
