"""Turns the colours that authors write into the few tones that are readable in light and in dark.

    hue("darkgreen") -> "green"     hue("#1f77b4") -> "blue"     hue("#7B8894") -> ""     hue("0.6 0.8 0.9") -> "blue"

Authors write colours as Graphviz reads them: a name of X11's, hexadecimal digits, or hue, saturation and value.
"""

import colorsys
import re
from collections.abc import Iterable, Mapping

from PIL import ImageColor

from generator.model import HUES

_BORDERS = ((18, "red"), (42, "orange"), (68, "yellow"), (160, "green"), (192, "teal"), (255, "blue"), (302, "purple"))
"""Where each hue ends on the circle of colours; pink goes up to the next red."""
_REDS, _DULL = 345, 0.18


def hue(colour: str) -> str:
    """One of the model's HUES; empty for black, white, grey, no colour, and what is none."""
    named = colour.split(":")[0].split(";")[0].strip().lower()
    parts = _parts(named)
    if parts is None:
        return ""
    turn, lightness, depth = colorsys.rgb_to_hls(*parts)
    if max(parts) - min(parts) < _DULL * (1 if lightness < 0.8 else 0.35):
        return ""
    degrees = turn * 360
    if "brown" in named or (degrees < _BORDERS[1][0] and lightness < 0.45 and depth < 0.6):
        return "brown"
    if degrees >= _REDS:
        return "red" if lightness < 0.7 else "pink"
    return next((name for border, name in _BORDERS if degrees < border), "pink")


def apart(colours: Iterable[str]) -> Mapping[str, str]:
    """A hue for each colour: its own, or the nearest that no colour before it has taken."""
    taken: dict[str, str] = {}
    for colour in dict.fromkeys(colours):
        own = hue(colour)
        if own:
            place = HUES.index(own)
            nearest = sorted(HUES, key=lambda name: abs(HUES.index(name) - place))
            taken[colour] = next((name for name in nearest if name not in taken.values()), own)
    return taken


def _parts(named: str) -> tuple[float, float, float] | None:
    """Red, green and blue, from 0 to 1."""
    numbers = re.fullmatch(r"([01]?\.?\d*)[ ,]+([01]?\.?\d*)[ ,]+([01]?\.?\d*)", named)
    if numbers:
        turn, depth, value = (float(part) if part.strip(".") else 0.0 for part in numbers.groups())
        return colorsys.hsv_to_rgb(turn, depth, value)
    name = named if named.startswith("#") else re.sub(r"[\d\s]+$", "", named.rpartition("/")[2])
    try:
        red, green, blue = ImageColor.getrgb(name)[:3]
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255
