"""A contact sheet of diagrams for their authors: each module wide and narrow, light and dark."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

from generator.drawing.icons.iconset import icons
from generator.drawing.painting.pictures import ROOT
from generator.model import Drawing
from generator.paths import TOOL

STYLE = TOOL / "docs/assets/stylesheets/diagram/diagram.css"
_CSS = (
    "body{margin:0;font:14px Inter,Roboto,Arial,sans-serif;display:flex;flex-wrap:wrap}"
    "section{padding:16px;box-sizing:border-box}section.wide{width:790px}section.narrow{width:360px}"
    "[data-md-color-scheme=default]{background:#fff;color:#1b2330}"
    "[data-md-color-scheme=slate]{background:#171a21;color:#eef1f7}h2{font-size:15px;margin:0 0 10px;text-wrap:balance}"
)


def contact_sheet(drawings: Sequence[Drawing], theme: str = "both") -> str:
    """A page, complete in itself, that shows drawings wide and narrow in the themes "light", "dark" or "both"."""
    schemes = [name for name in ("light", "dark") if theme in (name, "both")]
    rows = "".join(_rows(drawing, schemes) for drawing in drawings)
    for place, data in icons(drawings).items():
        rows = rows.replace(f'"{ROOT}{place}"', f'"data:image/png;base64,{b64encode(data).decode()}"')
    style = STYLE.read_text(encoding="utf-8") + _font() + _CSS
    return f'<!doctype html><meta charset="utf-8"><title>Diagrams</title><style>{style}</style>{rows}\n'


def _font() -> str:
    """The site's own font, where it has one."""
    fonts = sorted((STYLE.parents[2] / "fonts").glob("inter-*.woff2"))
    data = b64encode(fonts[0].read_bytes()).decode() if fonts else ""
    source = f"url(data:font/woff2;base64,{data})"
    return f"@font-face{{font-family:Inter;font-weight:100 900;src:{source}}}" if fonts else ""


def _rows(drawing: Drawing, schemes: Sequence[str]) -> str:
    svg = drawing.inline.svg
    title = escape(f"Q{drawing.diagram.number} {drawing.diagram.title}")
    return "".join(
        f'<section class="{width}" data-md-color-scheme="{"slate" if scheme == "dark" else "default"}">'
        f"<h2>{title}</h2>{svg}</section>"
        for scheme in schemes
        for width in ("wide", "narrow")
    )
