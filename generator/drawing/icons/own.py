"""Pictures of the author's own as icons: small PNGs, whatever they were.

    Custom("Our product", "logo.svg")  ->  icon "own/5d41402abc4b2a76", 96 px

An SVG is painted, never copied: no script, style or link of it reaches a page. An icon's key is the hash of its bytes.
"""

import base64
import hashlib
import io
import warnings
from collections.abc import Mapping

import typst
from PIL import Image

from generator.drawing.icons.iconset import SIDE, shrink

_LARGEST = 4096
"""Pixels of a side; what is larger is no icon, and may be a bomb."""


class Pictures:
    """The author's own pictures that one module names, by path, and the icons made of those that are used."""

    def __init__(self, sent: Mapping[str, str]) -> None:
        self._sent = sent
        self._made: dict[str, bytes] = {}

    @property
    def used(self) -> tuple[tuple[str, bytes], ...]:
        """The icons so far, by their keys."""
        return tuple(self._made.items())

    def icon(self, path: str) -> tuple[str, str]:
        """The key of a picture's icon, or why there is none."""
        if path not in self._sent:
            return "", "there is no such file, or it is larger than 4 MB"
        data = base64.b64decode(self._sent[path])
        try:
            small = icon(data)
        except (OSError, ValueError, Image.DecompressionBombError, typst.TypstError):
            return "", "it is no PNG, JPEG, GIF, WebP or SVG that can be read"
        key = f"own/{hashlib.sha256(data).hexdigest()[:16]}"
        self._made[key] = small
        return key, ""


def icon(data: bytes) -> bytes:
    """A small PNG of any picture. Raises OSError, ValueError or TypstError where it is none."""
    head = data[:1024].lstrip()
    return shrink(painted(data, 2 * SIDE) if head.startswith(b"<") or b"<svg" in head else _sized(data))


def _sized(data: bytes) -> bytes:
    """The picture, if it is not too large to be looked at."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        width, height = Image.open(io.BytesIO(data)).size
    if max(width, height) > _LARGEST:
        raise ValueError("too large")
    return data


def painted(svg: bytes, side: int) -> bytes:
    """An SVG as a PNG with sides of so many pixels. Raises ValueError or TypstError where it is none."""
    page = f"#set page(width: {side}pt, height: {side}pt, margin: 0pt, fill: none)\n"
    page += '#image("icon.svg", width: 100%, height: 100%, fit: "contain")'
    files = {"main.typ": page.encode(), "icon.svg": svg}
    made = typst.compile(files, format="png", ppi=72.0, ignore_system_fonts=True)  # type: ignore[call-overload]
    if not isinstance(made, bytes):
        raise ValueError("no picture")
    return made
