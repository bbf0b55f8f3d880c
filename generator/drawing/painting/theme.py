"""The colours and the dress of a picture: what a class of its elements looks like in light and dark.

Pages take both from `docs/assets/stylesheets/diagram/diagram.css`, which says the same in CSS; stand-alone pictures
carry a style of their own, and pictures for print carry plain attributes, which every SVG reader understands.
"""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "page": "#ffffff",
    "frame": "#f2f5fb",
    "inner": "#e6ecf7",
    "frame-line": "#7b869d",
    "card": "#ffffff",
    "card-line": "#7b869d",
    "text": "#1b2330",
    "muted": "#566074",
    "line": "#5f6e88",
    "badge": "#3949ab",
    "badge-text": "#ffffff",
    "failure": "#c62828",
    "reply": "#2e7d32",
    "symbol": "#3d5278",
}
DARK: Mapping[str, str] = {
    "page": "#171a21",
    "frame": "#1d222d",
    "inner": "#232a38",
    "frame-line": "#6f7b94",
    "card": "#282f3d",
    "card-line": "#77839c",
    "text": "#eef1f7",
    "muted": "#a9b4c7",
    "line": "#8e9cb6",
    "badge": "#9fa8ff",
    "badge-text": "#10131c",
    "failure": "#ff7b72",
    "reply": "#6fcf7c",
    "symbol": "#b4c2e0",
}
FONT = "Inter, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

DRESS: Mapping[str, Mapping[str, str]] = {
    "frame": {"fill": "frame", "stroke": "frame-line", "stroke-width": "0.8"},
    "frame in": {"fill": "inner", "stroke": "frame-line", "stroke-width": "0.8"},
    "title": {"fill": "muted", "font-size": "11", "font-weight": "600"},
    "card": {"fill": "card", "stroke": "card-line", "stroke-width": "0.8"},
    "name": {"fill": "text", "font-size": "12.5", "font-weight": "600", "text-anchor": "middle"},
    "name row": {"fill": "text", "font-size": "12.5", "font-weight": "600", "text-anchor": "start"},
    "detail": {"fill": "muted", "font-size": "11", "text-anchor": "middle"},
    "detail row": {"fill": "muted", "font-size": "11", "text-anchor": "start"},
    "line": {"fill": "none", "stroke": "line", "stroke-width": "1.4"},
    "line failure": {"fill": "none", "stroke": "failure", "stroke-width": "1.4", "stroke-dasharray": "5 3"},
    "line reply": {"fill": "none", "stroke": "reply", "stroke-width": "1.4"},
    "line observe": {"fill": "none", "stroke": "line", "stroke-width": "1.4", "stroke-dasharray": "1.5 3.5"},
    "head": {"fill": "line"},
    "head failure": {"fill": "failure"},
    "head reply": {"fill": "reply"},
    "head observe": {"fill": "line"},
    "badge": {"fill": "badge"},
    "digit": {"fill": "badge-text", "font-size": "11", "font-weight": "600", "text-anchor": "middle"},
    "say": {"fill": "text", "font-size": "11"},
    "say mid": {"fill": "text", "font-size": "11", "text-anchor": "middle"},
    "symbol": {"fill": "symbol"},
    "plate": {"fill": "none"},
    "icon": {},
    "icon invert": {},
    "invert": {},
}
"""For each class its attributes; colours by their name."""

UNITS: Mapping[str, str] = {"font-size": "px"}
"""What style sheets want behind a number that an attribute has bare."""

_DARK_ONLY = ".plate{fill:#eef1f7}.invert{filter:invert(1) hue-rotate(180deg)}"


def rules(colours: Mapping[str, str]) -> str:
    """The dress of all classes as a style sheet with literal colours."""
    made = []
    for name, dress in DRESS.items():
        body = ";".join(f"{key}:{colours.get(value, value)}{UNITS.get(key, '')}" for key, value in dress.items())
        if body:
            made.append(f".{name.replace(' ', '.')}{{{body}}}")
    return "".join(made)


def style() -> str:
    """The style sheet of a stand-alone picture: light, and dark where the reader prefers it."""
    dark = "".join(
        f".{name.replace(' ', '.')}{{{';'.join(f'{k}:{DARK[v]}' for k, v in dress.items() if v in DARK)}}}"
        for name, dress in DRESS.items()
        if any(value in DARK for value in dress.values())
    )
    font = f"text{{font-family:{FONT}}}"
    return (
        f"{font}{rules(LIGHT)}@media(prefers-color-scheme:dark){{svg{{background:{DARK['page']}}}{dark}{_DARK_ONLY}}}"
    )
