"""From the address of a picture to its file: inside the bank's folder, readable, and of a kind that browsers show."""

import hashlib
import io
import re
from collections.abc import Sequence
from os.path import realpath
from pathlib import Path
from urllib.parse import unquote

from generator.assets.drawings import Unreadable, clean
from generator.model import Asset

_LARGEST = 20_000_000
"""Bytes of a picture that a page may show."""
_ENDINGS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
"""Kinds that every browser shows; others are made one of them."""


class Refused(Exception):
    """A picture that is not shown."""

    def __init__(self, what: str, hint: str = "", is_grave: bool = False) -> None:
        super().__init__(what)
        self.what, self.hint, self.is_grave = what, hint, is_grave


def path_of(source: str, file: Path, roots: Sequence[Path]) -> Path:
    """The file of a picture that a file of the bank names. Raises Refused where there is none that may be shown."""
    name = unquote(re.sub(r"[?#].*", "", source))
    if not name or "\0" in name:
        raise Refused("has no file", "name the file of the picture")
    folders = (root if root.is_dir() else root.parent for root in roots)
    root = next((folder for folder in folders if _is_inside(file, folder)), file.parent)
    path = root / name.lstrip("/") if name.startswith("/") else file.parent / name
    if not _is_inside(path, root):
        raise Refused(f"lies outside of {root.as_posix()}", "put it into that folder", is_grave=True)
    if not path.is_file():
        raise Refused("is not there; its words are shown", "correct the name, or put the file there")
    return Path(realpath(path))


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether a path stays in a folder, all links followed."""
    try:
        return Path(realpath(path)).is_relative_to(realpath(folder))
    except (OSError, ValueError):
        return False


def asset_at(path: Path) -> Asset:
    """The picture in a file. Raises Refused where it is none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(f"is larger than {_LARGEST // 1_000_000} MB; its words are shown", "make it smaller")
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}") from error
    from PIL.Image import DecompressionBombError

    try:
        is_drawing = path.suffix.lower() == ".svg" or data.lstrip()[:5] in (b"<?xml", b"<svg ")
        return _drawn(data) if is_drawing else _painted(data)
    except (Unreadable, OSError, ValueError, SyntaxError, DecompressionBombError) as error:
        raise Refused(
            "is no picture that can be read; its words are shown", "save it anew as PNG, JPEG or SVG"
        ) from error


def _drawn(data: bytes) -> Asset:
    """An SVG, cleaned of all that could run or load."""
    svg, width, height = clean(data)
    return Asset(f"{_name(svg)}.svg", svg, width, height)


def _painted(data: bytes) -> Asset:
    """A picture of pixels, made a PNG where browsers may not know its kind."""
    from PIL import Image  # loaded by the first picture: most banks have none

    with Image.open(io.BytesIO(data)) as image:
        kind, (width, height) = image.format or "", image.size
        if kind == "JPEG" and image.getexif().get(_ORIENTATION, 1) in _TURNED:
            width, height = height, width
        if kind in _ENDINGS:
            image.verify()
        else:
            buffer = io.BytesIO()
            image.convert("RGBA").save(buffer, "PNG")
            kind, data = "PNG", buffer.getvalue()
    return Asset(f"{_name(data)}.{_ENDINGS[kind]}", data, width, height)


_ORIENTATION, _TURNED = 0x0112, (5, 6, 7, 8)
"""Where a camera notes how it was held, and its notes for upright pictures."""


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
