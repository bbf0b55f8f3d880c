"""The colours and the look of a picture: what a class of its elements looks like in light and dark.

Pages take both from `docs/assets/stylesheets/diagram/diagram.css`, which says the same in CSS; stand-alone pictures
carry a style of their own.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.drawing.scene.boxes import Sizes
from generator.model import HUES, Drawing

_COLOURS: Mapping[str, tuple[str, str]] = {
    "page": ("#ffffff", "#171a21"),
    "frame": ("#f2f5fb", "#1d222d"),
    "inner": ("#e6ecf7", "#232a38"),
    "frame-line": ("#7b869d", "#6f7b94"),
    "card": ("#ffffff", "#282f3d"),
    "card-line": ("#7b869d", "#77839c"),
    "text": ("#1b2330", "#eef1f7"),
    "muted": ("#566074", "#a9b4c7"),
    "line": ("#5f6e88", "#8e9cb6"),
    "badge": ("#3949ab", "#9fa8ff"),
    "badge-text": ("#ffffff", "#10131c"),
    "failure": ("#c62828", "#ff7b72"),
    "reply": ("#27702b", "#6fcf7c"),
    "symbol": ("#3d5278", "#b4c2e0"),
    "rule": ("#ccd4e3", "#3b465b"),
    "marked": ("#e2e6fb", "#333c68"),
    "failure-ground": ("#fdeaea", "#47262a"),
    "reply-ground": ("#e5f4e6", "#213f2a"),
    "note": ("#fdf6dc", "#3a3524"),
    "red": ("#c62828", "#ff7b72"),
    "brown": ("#795548", "#c8a08c"),
    "orange": ("#b85c00", "#ffa657"),
    "yellow": ("#8a6d00", "#e3c54a"),
    "green": ("#27702b", "#6fcf7c"),
    "teal": ("#00767a", "#4dd0c8"),
    "blue": ("#1565c0", "#79b8ff"),
    "purple": ("#7b3fa0", "#d2a8ff"),
    "pink": ("#c2185b", "#ff8fb8"),
}
"""Of each name the colour in light and in dark."""
LIGHT: Mapping[str, str] = {name: light for name, (light, _) in _COLOURS.items()}
DARK: Mapping[str, str] = {name: dark for name, (_, dark) in _COLOURS.items()}
_FONT = "Inter, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

_RIM = {"stroke": "page", "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
"""Round words on the way of a line."""


def _toned(ground: str, line: str) -> Mapping[str, Mapping[str, str]]:
    """What cells, bars and bands look like that mean something."""
    return {
        f"{ground} marked": {"fill": "marked", "stroke": "badge", "stroke-width": "1.6"},
        f"{ground} muted": {"fill": "frame", "stroke": line, "stroke-width": "0.8", "stroke-dasharray": "3 3"},
        f"{ground} failure": {"fill": "failure-ground", "stroke": "failure", "stroke-width": "1.4"},
        f"{ground} reply": {"fill": "reply-ground", "stroke": "reply", "stroke-width": "1.4"},
    }


_FORMS: Mapping[str, Mapping[str, str]] = {
    "cell": {"fill": "card", "stroke": "card-line", "stroke-width": "0.8"},
    **_toned("cell", "card-line"),
    "bar": {"fill": "inner", "stroke": "card-line", "stroke-width": "0.8"},
    **_toned("bar", "card-line"),
    "area": {"fill": "frame", "stroke": "frame-line", "stroke-width": "0.8"},
    **_toned("area", "frame-line"),
    "band": {"fill": "inner"},
    "lane": {"fill": "frame"},
    "note": {"fill": "note", "stroke": "frame-line", "stroke-width": "0.8"},
    "range": {"fill": "none", "stroke": "badge", "stroke-width": "1.8", "stroke-dasharray": "6 3"},
    "rule": {"fill": "none", "stroke": "rule", "stroke-width": "1"},
    "axis": {"fill": "none", "stroke": "text", "stroke-width": "1.4"},
    "life": {"fill": "none", "stroke": "frame-line", "stroke-width": "1", "stroke-dasharray": "4 4"},
    "boundary": {"fill": "none", "stroke": "badge", "stroke-width": "1.8", "stroke-dasharray": "9 5"},
    "line marked": {"fill": "none", "stroke": "badge", "stroke-width": "2.2"},
    "head marked": {"fill": "badge"},
    "mark": {"fill": "line"},
    "mark marked": {"fill": "badge"},
    "mark failure": {"fill": "failure"},
    "mark reply": {"fill": "reply"},
    "ring": {"fill": "page", "stroke": "line", "stroke-width": "1.6"},
    "reach": {"fill": "none", "stroke": "badge", "stroke-width": "1.4", "stroke-dasharray": "6 3"},
    "word": {"fill": "text", "font-size": "13"},
    "word strong": {"fill": "text", "font-size": "14", "font-weight": "600"},
    "word heading": {"fill": "muted", "font-size": "13", "font-weight": "600"},
    "word soft": {"fill": "muted", "font-size": "13"},
    "word failure": {"fill": "failure", "font-size": "13"},
    "word reply": {"fill": "reply", "font-size": "13"},
    "word marked": {"fill": "badge", "font-size": "13", "font-weight": "600"},
}
"""What forms are made of."""

LOOKS: Mapping[str, Mapping[str, str]] = {
    **_FORMS,
    "frame": {"fill": "frame", "stroke": "frame-line", "stroke-width": "0.8"},
    "frame in": {"fill": "inner", "stroke": "frame-line", "stroke-width": "0.8"},
    "title": {"fill": "muted", "font-size": "small", "font-weight": "600"},
    "card": {"fill": "card", "stroke": "card-line", "stroke-width": "0.8"},
    "name": {"fill": "text", "font-size": "name", "font-weight": "600", "text-anchor": "middle"},
    "name row": {"fill": "text", "font-size": "name", "font-weight": "600", "text-anchor": "start"},
    "detail": {"fill": "muted", "font-size": "small", "text-anchor": "middle"},
    "detail row": {"fill": "muted", "font-size": "small", "text-anchor": "start"},
    "line": {"fill": "none", "stroke": "line", "stroke-width": "1.6"},
    "line failure": {"fill": "none", "stroke": "failure", "stroke-width": "1.6", "stroke-dasharray": "5 3"},
    "line reply": {"fill": "none", "stroke": "reply", "stroke-width": "1.6"},
    "line observe": {"fill": "none", "stroke": "line", "stroke-width": "1.6", "stroke-dasharray": "1.5 3.5"},
    "head": {"fill": "line"},
    "head failure": {"fill": "failure"},
    "head reply": {"fill": "reply"},
    "head observe": {"fill": "line"},
    **{f"line {hue}": {"fill": "none", "stroke": hue, "stroke-width": "1.6"} for hue in HUES},
    **{f"head {hue}": {"fill": hue} for hue in HUES},
    **{f"frame {hue}": {"fill": "frame", "stroke": hue, "stroke-width": "1.4"} for hue in HUES},
    **{f"card {hue}": {"fill": "card", "stroke": hue, "stroke-width": "1.4"} for hue in HUES},
    "badge": {"fill": "badge"},
    "badge failure": {"fill": "failure"},
    "badge reply": {"fill": "reply"},
    "digit": {"fill": "badge-text", "font-size": "small", "font-weight": "600", "text-anchor": "middle"},
    "say": {"fill": "text", "font-size": "small", **_RIM},
    "say mid": {"fill": "text", "font-size": "small", "text-anchor": "middle", **_RIM},
    "key": {"fill": "muted", "font-size": "small"},
    "headline": {"fill": "text", "font-size": "16", "font-weight": "600"},
    "symbol": {"fill": "symbol"},
    "plate": {"fill": "none"},
    **{name: {} for name in ("icon", "icon invert", "icon lift", "icon rim", "invert", "lift", "rim")},
}
"""For each class its attributes; colours by their name."""

_DARK_ONLY = (
    ".plate{fill:#bcc6d8}.invert{filter:invert(1) hue-rotate(180deg)}.lift{filter:brightness(1.5)}"
    ".rim{filter:drop-shadow(0 0 .7px #eef1f7) drop-shadow(0 0 .7px #eef1f7)}"
)


def _rules(colours: Mapping[str, str], worn: Collection[str], sizes: Sizes) -> str:
    """The look of some classes as a style sheet with literal colours and sizes."""
    known = {**colours, "name": f"{sizes.name:g}", "small": f"{sizes.small:g}"}
    made = []
    for name, look in LOOKS.items():
        body = ";".join(
            f"{key}:{known.get(value, value)}{'px' if key == 'font-size' else ''}" for key, value in look.items()
        )
        if body and name in worn:
            made.append(f".{name.replace(' ', '.')}{{{body}}}")
    return "".join(made)


def style(worn: Collection[str], sizes: Sizes) -> str:
    """The style sheet of a stand-alone picture that wears these classes: light, and dark where readers prefer it."""
    dark = "".join(
        f".{name.replace(' ', '.')}{{{';'.join(f'{k}:{DARK[v]}' for k, v in look.items() if v in DARK)}}}"
        for name, look in LOOKS.items()
        if name in worn and any(value in DARK for value in look.values())
    )
    font = f"text{{font-family:{_FONT}}}"
    always = _rules(LIGHT, worn, sizes)
    return f"{font}{always}@media(prefers-color-scheme:dark){{svg{{background:{DARK['page']}}}{dark}{_DARK_ONLY}}}"


def tinted(drawings: Mapping[int, Drawing], light: Mapping[str, str], dark: Mapping[str, str]) -> Mapping[int, Drawing]:
    """Drawings whose stand-alone pictures follow a site's accent: other colours for some names, such as "badge"."""
    pairs = [(LIGHT[name], colour) for name, colour in light.items()]
    tints = tuple(pairs + [(DARK[name], colour) for name, colour in dark.items()])
    alone = ("standalone", "medium", "narrow")
    return {
        number: replace(drawing, **{name: replace(getattr(drawing, name), tints=tints) for name in alone})
        for number, drawing in drawings.items()
    }
