"""Typst sources and JSON data become PDF or PNG bytes.

    {"title": "System design", "questions": {"901": …}}  +  typst/book.typ  ->  b"%PDF-1.7 …"

The data goes in as a JSON file that the template reads, so no text of an author's is ever parsed as typst. Only the
fonts shipped beside this module are used: the same input gives the same bytes on every machine. PDF/UA-1 and PDF/A-2a
refuse a character that no font has, so `shown` replaces those beforehand.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

from generator.exports.glyphs import FONTS, shown

TEMPLATES = Path(__file__).parent / "typst"
STANDARDS = ["a-2a", "ua-1"]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(template: str, data: object, pictures: Mapping[str, str], timestamp: int) -> bytes:
    """The PDF that `typst/<template>.typ` makes of the data; pictures are SVG texts by file name."""
    files = {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}
    files["main"] = files[f"{template}.typ"]
    files["data.json"] = shown(json.dumps(data, ensure_ascii=False)).encode()
    files |= {name: shown(svg).encode() for name, svg in pictures.items()}
    compiler = typst.Compiler(files, font_paths=_fonts())
    return _bytes(compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=timestamp))


def png(svg: str, pixels_per_unit: float = 2) -> bytes:
    """The picture on white, `pixels_per_unit` pixels to a CSS pixel."""
    page = '#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#image("picture.svg")'
    files = {"main": page.encode(), "picture.svg": shown(svg).encode()}
    # One CSS pixel is 0.75 pt, and typst counts pixels to 72 pt.
    return _bytes(typst.Compiler(files, font_paths=_fonts()).compile(format="png", ppi=96 * pixels_per_unit))


def _bytes(output: object) -> bytes:
    if not isinstance(output, bytes):
        raise TypeError("typst gave several pages where one was wanted")
    return output
