"""Typst sources and JSON data become PDF or PNG bytes.

    {"title": "System design", "questions": {"901": …}}  +  book.typ  ->  b"%PDF-1.7 …"

The data goes in as a JSON file that the template reads, so no text of an author's is ever parsed as typst. Only the
fonts shipped in this room are used, and Noto's for scripts that those have not: the same input gives the same bytes.
PDF/UA-1 and PDF/A-2a refuse a character that no font has, so `shown` replaces those beforehand; where a letter and its
accents are in different fonts, a second try does without the accents.
"""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from PIL import Image

from generator.exports.book import setting
from generator.exports.book.faces import Face, faces
from generator.exports.book.glyphs import FONTS, foreign, shown, without_marks
from generator.exports.book.setting import Folders, compiler, forget
from generator.problems import Failed, Place, Problem

FEW = 200
"""Questions up to which a book is set in this process."""
_NEARLY_WHITE = 250
"""Of 255; no tint of ours is as light."""
_TEMPLATES = Path(__file__).parent / "templates"

Told = tuple[Mapping[str, Any], Mapping[str, str]]
"""What a template makes pages of: data, and pictures as SVG texts by file name."""


def pdf(template: str, told: Callable[[], Told], timestamp: int, size: int) -> bytes:
    """The PDF that `templates/<template>.typ` makes of what is told, which is dropped as soon as it is written.

    One of many questions is set in a process of its own. Raises Failed where that is ended from outside.
    """
    for show in (shown, without_marks):
        with _sources(template, told, show) as (folder, fonts):
            try:
                if size > FEW:
                    return apart(template, folder, fonts, timestamp)
                made = setting.pdf(folder, fonts, timestamp)
                forget(fonts)
                return made
            except typst.TypstError as error:
                if show is without_marks or "could not be displayed" not in str(error):
                    raise
    raise AssertionError("the last try returns or raises")


def apart(name: str, folder: Path, fonts: Folders, timestamp: int) -> bytes:
    """The PDF of a folder's `main`, made by a process of its own."""
    words = [sys.executable, "-P", "-X", "utf8", setting.__file__, str(folder), str(timestamp), *map(str, fonts)]
    done = subprocess.run(words, stdout=subprocess.PIPE)
    if done.returncode == setting.REFUSED:
        raise typst.TypstError(done.stdout.decode())  # type: ignore[call-arg]  # its stubs ask for more
    if done.returncode:
        what = f"the process that sets it was ended from outside (code {done.returncode}), as where memory runs out"
        hint = "nothing was published; free 1.5 GB of memory and try again, or build without --downloads"
        raise Failed([Problem(Place(name), what, hint)])
    return done.stdout


def pngs(template: str, told: Told, ppi: int = 72) -> list[bytes]:
    """All pages that the template makes, so many pixels to 72 points."""
    with _sources(template, lambda: told) as (folder, fonts):
        made = compiler(folder, fonts).compile(format="png", ppi=ppi)
        forget(fonts)
    return [made] if isinstance(made, bytes) else list(made)  # type: ignore[arg-type]  # its stubs forget the list


def reduced(data: bytes, colours: int) -> bytes:
    """The PNG in few colours: a third of the bytes, and no difference to be seen in cards and icons."""
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        few = image.convert("RGB").quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette = few.getpalette() or []
        for start in range(0, len(palette), 3):  # the reduction dims white a little
            if min(palette[start : start + 3]) >= _NEARLY_WHITE:
                palette[start : start + 3] = [255, 255, 255]
        few.putpalette(palette)
        few.save(buffer, "PNG")
    return buffer.getvalue()


@contextmanager
def _sources(
    template: str, told: Callable[[], Told], show: Callable[[str], str] = shown
) -> Iterator[tuple[Path, Folders]]:
    """A folder with all files that a setting reads, and the folders with its fonts."""
    with TemporaryDirectory(prefix="typesetting-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for path in _TEMPLATES.glob("*.typ"):
            shutil.copyfile(path, folder / ("main" if path.stem == template else path.name))
        found = _written(folder, *told(), show)
        (folder / "faces.json").write_text(json.dumps([face.family for face in found]))
        yield folder, tuple(dict.fromkeys((FONTS, *(file.parent for face in found for file in face.files))))


def _written(
    folder: Path, data: Mapping[str, Any], pictures: Mapping[str, str], show: Callable[[str], str]
) -> tuple[Face, ...]:
    """The faces that the data and the pictures need besides ours, when they are in the folder."""
    signs: set[str] = set()

    def write(file: str, text: str) -> None:
        signs.update(() if text.isascii() else text)
        (folder / file).write_bytes(text.encode())

    write("data.json", json.dumps(_mapped(data, show), ensure_ascii=False))
    for file, svg in pictures.items():
        write(file, show(svg))
    return faces(foreign(frozenset(signs)), data["said"]["lang"] if "said" in data else "")


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
