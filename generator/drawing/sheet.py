"""Writes a contact sheet of diagrams for their authors: each module wide and narrow, light and dark, with its measures.

This is a tool for the desk: it writes into a folder that its caller names, never into the site.
"""

import shutil
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path

from generator.drawing import checks, choosing
from generator.drawing.concepts import is_symbol
from generator.drawing.drawings import draw_files
from generator.drawing.iconset import address, small
from generator.drawing.pictures import ROOT
from generator.model import Drawing
from generator.problems import Problem

STYLE = Path(__file__).parents[2] / "docs/assets/stylesheets/diagram.css"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_CSS = (
    "body{margin:0;font:14px Inter,Roboto,Arial,sans-serif;display:flex;flex-wrap:wrap}"
    "section{padding:16px;box-sizing:border-box}section.wide{width:790px}section.narrow{width:360px}"
    "[data-md-color-scheme=default]{background:#fff;color:#1b2330}"
    "[data-md-color-scheme=slate]{background:#171a21;color:#eef1f7}h2{font-size:15px;margin:0 0 10px}"
)


def look(
    modules: Sequence[Path], out: Path, theme: str = "both", *, png: bool = False
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Draw modules, write a sheet of all (and a PNG of each), and return measures and problems."""
    results = draw_files(modules)
    out.mkdir(parents=True, exist_ok=True)
    drawings = [drawing for drawing, _ in results.values() if drawing]
    (out / "index.html").write_text(contact_sheet(drawings, theme), encoding="utf-8")
    for drawing in drawings if png else ():
        page = out / f"q{drawing.diagram.number}.html"
        page.write_text(contact_sheet([drawing], theme), encoding="utf-8")
        _shoot(page, drawing, 2 if theme == "both" else 1)
    problems = tuple(problem for _, found in results.values() for problem in found)
    return tuple(measure(drawing) for drawing in drawings), problems


def contact_sheet(drawings: Sequence[Drawing], theme: str = "both") -> str:
    """A page, complete in itself, that shows drawings wide and narrow in the themes "light", "dark" or "both"."""
    schemes = [name for name in ("light", "dark") if theme in (name, "both")]
    rows = "".join(_rows(drawing, schemes) for drawing in drawings)
    keys = sorted({key for drawing in drawings for key in drawing.icons if not is_symbol(key)})
    for key in keys:
        rows = rows.replace(f'"{ROOT}{address(key)}"', f'"data:image/png;base64,{b64encode(small(key)).decode()}"')
    style = STYLE.read_text(encoding="utf-8") + _font() + _CSS
    return f'<!doctype html><meta charset="utf-8"><title>Diagrams</title><style>{style}</style>{rows}\n'


def _font() -> str:
    """The site's own font, where it has one."""
    fonts = sorted((STYLE.parents[1] / "fonts").glob("inter-*.woff2"))
    data = b64encode(fonts[0].read_bytes()).decode() if fonts else ""
    source = f"url(data:font/woff2;base64,{data})"
    return f"@font-face{{font-family:Inter;font-weight:100 900;src:{source}}}" if fonts else ""


def measure(drawing: Drawing) -> str:
    """One line of figures of a drawing."""
    wide, narrow = choosing.wide(drawing.diagram), choosing.narrow(drawing.diagram)
    faults = len(checks.faults(wide)), len(checks.faults(narrow))
    return (
        f"q{drawing.diagram.number}: wide {wide.width:.0f} x {wide.height:.0f}, "
        f"{checks.points(wide):.1f} pt at 165 mm; "
        f"narrow {narrow.width:.0f} x {narrow.height:.0f}, {checks.pixels(narrow):.1f} px at 360 px; "
        f"faults {faults[0]} + {faults[1]}"
    )


def _rows(drawing: Drawing, schemes: Sequence[str]) -> str:
    svg = drawing.inline.svg
    title = escape(f"Q{drawing.diagram.number} {drawing.diagram.title}")
    return "".join(
        f'<section class="{width}" data-md-color-scheme="{"slate" if scheme == "dark" else "default"}">'
        f"<h2>{title}</h2>{svg}</section>"
        for scheme in schemes
        for width in ("wide", "narrow")
    )


def _shoot(page: Path, drawing: Drawing, rows: int) -> None:
    """A PNG of a page by the system's Chromium; nothing where there is none."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not browser:
        return
    height = int(max(drawing.inline.height, drawing.narrow.height) + 80) * rows
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.5"]
    size = [f"--window-size=1160,{height}", f"--screenshot={page.with_suffix('.png').resolve()}"]
    subprocess.run([browser, *options, *size, page.resolve().as_uri()], capture_output=True, check=False)
