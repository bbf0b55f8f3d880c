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
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from generator.exports.book.faces import faces
from generator.exports.book.glyphs import FONTS, foreign, shown, without_marks
from generator.jobs.workers import end_with_parent

LARGE = 200
"""Questions from which on a book is large."""
NEARLY_WHITE = 250
"""Of 255; no tint of ours is as light."""
Places = dict[str, dict[str, Any]]
"""The page of each question, and how far down on it."""
SETTINGS = 4
"""How often a book is set at most."""
TEMPLATES = Path(__file__).parent / "templates"


@cache
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    paths = [str(FONTS), *map(str, folders)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def pdf(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, str], timestamp: int, pages_each: float = 0
) -> bytes:
    """The PDF that `templates/<template>.typ` makes of the data; pictures are SVG texts by file name.

    A large one that names pages, of which each question takes about `pages_each`, is set at least twice: the first
    setting tells where questions stand, the next names those pages; should that move something, another follows. It is
    set in processes of its own, with which their memory goes away. Those are new, not copies of this one: a copy
    would wait for ever for typst's threads, which are not copied.
    """
    if len(data["questions"]) < LARGE:
        return _set(template, {**data, "places": None, "is_first": False}, pictures, timestamp)[1]
    found = _guessed(data, pages_each)
    made = b""
    with _processes() as pool:
        for setting in range(SETTINGS):
            is_first = setting == 0 and bool(found)
            values = {**data, "places": found, "is_first": is_first}
            task = (template, values, pictures, None if is_first else timestamp)
            told, made = pool.submit(_set, *task).result()
            if made and _pages(told) == _pages(found):
                break
            found = told
    return made


def _guessed(data: Mapping[str, Any], pages_each: float) -> Places:
    """On which page each question may stand: enough to know how wide the page's number will be."""
    numbers = [number for topic in data["topics"] for number in topic["questions"]] if pages_each else []
    return {str(number): {"page": round(5 + pages_each * place)} for place, number in enumerate(numbers)}


def _pages(places: Places) -> dict[str, object]:
    """What text names of places: where a link leads on its page may be some points off."""
    return {number: place["page"] for number, place in places.items()}


def _processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=end_with_parent, max_tasks_per_child=1)


def _set(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, str], timestamp: int | None
) -> tuple[Places, bytes]:
    """Where questions stand, if that is asked for, and the PDF, or nothing where no time is given."""
    for show in (shown, without_marks):
        files, fonts = _sources(template, data, pictures, show)
        told: Places = {}
        if data["places"]:
            told = json.loads(_compiler(files, fonts).query("<places>", field="value", one=True))
        if timestamp is None:
            return told, b""
        compiler = _compiler(files, fonts)  # the other has forgotten its files with the question
        try:
            return told, _bytes(compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=timestamp))
        except typst.TypstError as error:
            if show is without_marks or "could not be displayed" not in str(error):
                raise
    raise AssertionError("the last try returns or raises")


def png(template: str, data: object, pictures: Mapping[str, str], scale: float) -> bytes:
    """The only page that the template makes, `scale` pixels to a CSS pixel."""
    # One CSS pixel is 0.75 pt, and typst counts its pixels to 72 pt.
    return _bytes(_compiler(*_sources(template, data, pictures)).compile(format="png", ppi=96 * scale))


def pngs(template: str, data: object, pictures: Mapping[str, str]) -> list[bytes]:
    """All pages that the template makes, a pixel to a point."""
    made = _compiler(*_sources(template, data, pictures)).compile(format="png", ppi=72)
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


def _compiler(files: Mapping[str, bytes], fonts: typst.Fonts) -> typst.Compiler:
    return typst.Compiler(dict(files), font_paths=fonts)  # type: ignore[type-var]  # its stubs forget dict


def _sources(
    template: str, data: object, pictures: Mapping[str, str], show: Callable[[str], str] = shown
) -> tuple[dict[str, bytes], typst.Fonts]:
    """All files that a setting reads, and its fonts."""
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
    return files, _fonts(tuple(dict.fromkeys(file.parent for face in found for file in face.files)))


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


def _bytes(output: object) -> bytes:
    if not isinstance(output, bytes):
        raise TypeError("typst gave several pages where one was wanted")
    return output
