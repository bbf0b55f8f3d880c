"""Makes the library's icons small enough for a page, and finds out which of them vanish on a dark background.

    "aws/compute/lambda"  ->  a PNG of 96 px and 128 colours, about 2 KB instead of 14

Outlines of Material's set need nothing of this: they follow the colour of the text.
"""

import io
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from PIL import Image

from generator.cache import NOTHING, Cache
from generator.drawing.icons.components import icon_file
from generator.drawing.icons.concepts import is_symbol
from generator.hashing import code_of, digest
from generator.model import icon_path

SIDE, COLOURS = 96, 128
MADE_WITH = ("generator.drawing.icons", "PIL")
"""Whose code makes a small icon what it is."""


Keeper = Cache


def icons(keys: Iterable[str], cache: Keeper | None = None) -> Mapping[str, bytes]:
    """The files of the given icons by their address in the site; outlines need none."""
    return {icon_path(key): small(key, cache) for key in sorted(set(keys)) if icon_path(key)}


@lru_cache(maxsize=1024)
def small(key: str, cache: Keeper | None = None) -> bytes:
    """An icon as a small PNG."""
    original = icon_file(key).read_bytes() if icon_file(key).is_file() else b""
    name = digest("icon", code_of(*MADE_WITH), original)
    return (cache or NOTHING).get(name, lambda: shrink(original))


def shrink(original: bytes) -> bytes:
    """A PNG of at most 96 px and 128 colours."""
    image = _square(original)
    image = image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _square(original: bytes) -> Image.Image:
    """The icon in the middle of a transparent square."""
    if not original:
        return Image.new("RGBA", (1, 1))
    image = Image.open(io.BytesIO(original)).convert("RGBA")
    image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    side = max(image.size)
    square = Image.new("RGBA", (side, side))
    square.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return square


@lru_cache(maxsize=4096)
def tone(key: str, cache: Keeper | None = None) -> str:
    """How an icon bears a dark background: "" well, "invert" black line art, "plate" dark words or marks."""
    path: Path = icon_file(key)
    if is_symbol(key) or not path.is_file():
        return ""
    original = path.read_bytes()
    name = digest("tone", code_of(*MADE_WITH), original)
    return (cache or NOTHING).get(name, lambda: classify(original).encode()).decode()


def classify(original: bytes) -> str:
    """How the picture in a PNG bears a dark background."""
    image = _square(original).resize((32, 32), Image.Resampling.BOX)
    data = image.tobytes()
    pixels = [(data[i], data[i + 1], data[i + 2], data[i + 3]) for i in range(0, len(data), 4)]
    total = sum(a for *_, a in pixels)
    if total == 0 or total > 0.86 * 255 * len(pixels):
        return ""
    dark = sum(a for r, g, b, a in pixels if _luminance(r, g, b) < _DARK)
    dull = sum(a for r, g, b, a in pixels if max(r, g, b) - min(r, g, b) < 60)
    if dark < 0.3 * total:
        return ""
    return "invert" if dull > 0.92 * total else "plate"


_DARK = 0.14
"""Luminance below which a colour has less than 3:1 on the dark theme's cards."""


def _luminance(*colour: int) -> float:
    red, green, blue = (((part / 255 + 0.055) / 1.055) ** 2.4 if part > 10 else part / 3294 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
