"""A drawing's stand-alone pictures in one palette only, for readers that would choose wrongly or not at all.

    <style>.card{fill:#fff}@media(prefers-color-scheme:dark){.card{fill:#282f3d}}</style>
        light  ->  <style>.card{fill:#fff}</style>
        dark   ->  <style>.card{fill:#fff}.card{fill:#282f3d}</style>

Files that hold a thousand of them have their icons in the size in which they are shown (`small`).

Paper is always light; an e-reader may show a dark page without telling the picture; Anki's night is its own.
"""

import io
import re
from base64 import b64decode, b64encode
from functools import lru_cache

_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)\s*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")

_ICON = re.compile(r'(href="data:image/png;base64,)([A-Za-z0-9+/=]+)')
_SIDE = 64
"""Pixels of an icon's side: two for each pixel of the largest card."""
_COLOURS = 64


def light(svg: str) -> str:
    """The picture that stays light."""
    return _DARK.sub("", svg)


def dark(svg: str) -> str:
    """The picture that is always dark."""
    return _DARK.sub(r"\1", svg)


def small(svg: str) -> str:
    """The picture with its icons as large as a screen shows them."""
    return _ICON.sub(lambda match: f"{match[1]}{_smaller(match[2])}", svg)


@lru_cache(maxsize=1 << 10)
def _smaller(written: str) -> str:
    """An icon in the size that a dense screen shows, in few colours; as it is where that is no gain."""
    from PIL import Image  # loaded late: most builds make no such file

    buffer = io.BytesIO()
    with Image.open(io.BytesIO(b64decode(written))) as image:
        image.thumbnail((_SIDE, _SIDE))
        image.convert("RGBA").quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(buffer, "PNG", optimize=True)
    return min(written, b64encode(buffer.getvalue()).decode(), key=len)
