"""Typst sources and JSON data become PDF or PNG bytes.

    {"title": "System design", "questions": {"901": …}}  +  book.typ  ->  b"%PDF-1.7 …"

The data goes in as a JSON file that the template reads, so no text of an author's is ever parsed as typst. Only the
fonts shipped in this room are used, and Noto's for scripts that those have not: the same input gives the same bytes.
PDF/UA-1 and PDF/A-2a refuse a character that no font has, so `shown` replaces those beforehand; where a letter and its
accents are in different fonts, a second try does without the accents.
"""

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from generator.exports.book.faces import faces
from generator.exports.book.glyphs import FONTS, foreign, shown, without_marks
from generator.exports.book.setting import Files, Folders, compiler, pdf_apart, pdf_here

FEW = 200
"""Questions up to which a book is set in this process."""
NEARLY_WHITE = 250
"""Of 255; no tint of ours is as light."""
TEMPLATES = Path(__file__).parent / "templates"


def pdf(template: str, data: Mapping[str, Any], pictures: Mapping[str, str], timestamp: int) -> bytes:
    """The PDF that `templates/<template>.typ` makes of the data; pictures are SVG texts by file name.

    A large one is set in a process of its own.
    """
    made = pdf_apart if len(data["questions"]) > FEW else pdf_here
    for show in (shown, without_marks):
        try:
            return made(*_sources(template, data, pictures, show), timestamp)
        except typst.TypstError as error:
            if show is without_marks or "could not be displayed" not in str(error):
                raise
    raise AssertionError("the last try returns or raises")


def pngs(template: str, data: object, pictures: Mapping[str, str], ppi: int = 72) -> list[bytes]:
    """All pages that the template makes, so many pixels to 72 points."""
    made = compiler(*_sources(template, data, pictures)).compile(format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)  # type: ignore[arg-type]  # its stubs forget the list


def reduced(data: bytes, colours: int) -> bytes:
    """The PNG in few colours: a third of the bytes, and no difference to be seen in cards and icons."""
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        few = image.convert("RGB").quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette = few.getpalette() or []
        for start in range(0, len(palette), 3):  # the reduction dims white a little
            if min(palette[start : start + 3]) >= NEARLY_WHITE:
                palette[start : start + 3] = [255, 255, 255]
        few.putpalette(palette)
        few.save(buffer, "PNG")
    return buffer.getvalue()


def _sources(
    template: str, data: object, pictures: Mapping[str, str], show: Callable[[str], str] = shown
) -> tuple[Files, Folders]:
    """All files that a setting reads, and the folders with its fonts."""
    files = {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}
    files["main"] = files[f"{template}.typ"]
    values = json.dumps(_mapped(data, show), ensure_ascii=False)
    drawn = {name: show(svg) for name, svg in pictures.items()}
    signs = frozenset(sign for text in (values, *drawn.values()) if not text.isascii() for sign in text)
    language = data["said"]["lang"] if isinstance(data, dict) and "said" in data else ""
    found = faces(foreign(signs), language)
    files["data.json"] = values.encode()
    files["faces.json"] = json.dumps([face.family for face in found]).encode()
    files |= {name: svg.encode() for name, svg in drawn.items()}
    return files, tuple(dict.fromkeys((FONTS, *(file.parent for face in found for file in face.files))))


def _mapped(data: Any, show: Callable[[str], str]) -> Any:
    """The data with every string made ready to be shown."""
    match data:
        case str():
            return show(data)
        case dict():
            return {name: _mapped(value, show) for name, value in data.items()}
        case list():
            return [_mapped(value, show) for value in data]
        case _:
            return data
