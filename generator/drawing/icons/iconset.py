"""Makes the library's icons small enough for a page, and finds out which of them vanish on a dark background.

    "aws/compute/lambda"  ->  a PNG of 96 px and 128 colours, about 2 KB instead of 14

Outlines of Material's set need nothing of this: they follow the colour of the text.
"""

import io
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageFilter, ImageOps

from generator.drawing.icons.components import icon_file
from generator.drawing.icons.concepts import is_symbol
from generator.files.cache import NOTHING, Cache
from generator.files.hashing import code_of, digest
from generator.model import Drawing, icon_path

SIDE, _COLOURS = 96, 128
TREATED = ("invert", "lift", "rim")
"""How icons bear a dark background: inverted, brighter, or with a light rim round them."""
MADE_WITH = (
    "generator.drawing.icons", "generator.suggestions", "generator.model", "generator.problems",
    "PIL", "msgspec", "rapidfuzz", "babel==",
)  # fmt: skip
"""Whose code makes a small icon what it is."""


class Carrying(Cache):
    """A cache in which the author's own pictures that a diagram carries are found as well."""

    def __init__(self, cache: Cache, own: Iterable[tuple[str, bytes]]) -> None:
        self._cache = cache
        self._own = dict(own)

    def find(self, key: str) -> bytes | None:
        """The picture that is carried, or the entry of this key."""
        return self._own.get(key) or self._cache.find(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry."""
        self._cache.put(key, data)


def icons(drawings: Iterable[Drawing], cache: Cache = NOTHING) -> Mapping[str, bytes]:
    """The files of all icons that drawings need, by their address in the site; outlines need none."""
    needed = {key: drawing.diagram.own for drawing in drawings for key in drawing.icons if icon_path(key)}
    return {icon_path(key): small(key, Carrying(cache, own) if own else cache) for key, own in sorted(needed.items())}


@lru_cache(maxsize=1024)
def small(key: str, cache: Cache = NOTHING) -> bytes:
    """An icon as a small PNG."""
    if _is_own(key):
        return cache.find(key) or b""
    original = icon_file(key).read_bytes() if icon_file(key).is_file() else b""
    quiet = key.startswith(_GENERIC)
    name = digest("icon", code_of(*MADE_WITH), str(quiet), original)
    return cache.get(name, lambda: shrink(original, quiet))


def _is_own(key: str) -> bool:
    """Whether a key names a picture of the author's, which its diagram carries."""
    return key.startswith("own/")


def shrink(original: bytes, quiet: bool = False) -> bytes:
    """A PNG of at most 96 px and 128 colours; a quiet one is no heavier than the outlines of Material's set."""
    image = _square(original)
    if (quiet or _pale(image)) and classify(original) == "invert":
        tinted = Image.new("RGBA", image.size, _QUIET)
        tinted.putalpha(image.getchannel("A"))
        image = tinted
    image = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
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
def tone(key: str, cache: Cache = NOTHING) -> str:
    """How an icon bears a dark background: "" well, otherwise one of `TREATED`, or "plate": not at all."""
    path: Path = icon_file(key)
    if is_symbol(key) or not (path.is_file() or _is_own(key)):
        return ""
    original = small(key, cache) if _is_own(key) else path.read_bytes()
    name = digest("tone", code_of(*MADE_WITH), original)
    return cache.get(name, lambda: classify(original).encode()).decode()


def classify(original: bytes) -> str:
    """How the picture in a PNG bears a dark background."""
    image = _square(original).resize((32, 32), Image.Resampling.BOX)
    data = image.tobytes()
    pixels = [(data[i], data[i + 1], data[i + 2], data[i + 3]) for i in range(0, len(data), 4)]
    total = sum(a for *_, a in pixels)
    if total == 0 or total > 0.86 * 255 * len(pixels):
        return ""
    if _pale(image):
        return "invert"
    dark = sum(a for r, g, b, a in pixels if _luminance(r, g, b) < _DARK)
    black = sum(a for r, g, b, a in pixels if _luminance(r, g, b) < _BLACK)
    if dark < 0.3 * total:
        return "rim" if _lost(image, pixels) > _PART * total else ""
    if black < 0.3 * total:
        return "lift"
    return "invert" if dark > 0.65 * total else "plate"


def _pale(image: Image.Image) -> bool:
    """Whether a picture is made for dark grounds only, as it is all white; it gets the tone of outlines."""
    data = image.resize((16, 16), Image.Resampling.BOX).tobytes()
    pixels = [(data[i : i + 3], data[i + 3]) for i in range(0, len(data), 4)]
    return sum(a for colour, a in pixels if min(colour) > _WHITE) > 0.95 * sum(a for _, a in pixels) > 0


def _lost(image: Image.Image, pixels: Iterable[tuple[int, int, int, int]]) -> int:
    """How much of a picture is black and borders on what is behind it: a part that a dark ground swallows."""
    whole = ImageOps.expand(image.getchannel("A"), 2)
    behind = whole.point(lambda alpha: 0 if alpha > _CLEAR else 255).filter(ImageFilter.MaxFilter(5))
    outer = behind.crop((2, 2, 2 + image.width, 2 + image.height)).tobytes()
    return sum(a for (r, g, b, a), edge in zip(pixels, outer, strict=True) if edge and _luminance(r, g, b) < _BLACK)


_WHITE = 235
_PART, _CLEAR = 0.05, 64
"""The share of a picture that may be lost, and the opacity up to which one sees what is behind it."""
_DARK, _BLACK = 0.14, 0.06
"""Luminance below which a colour has less than 3:1 on the dark theme's cards, and below which brightness is no help."""
_GENERIC = ("generic/", "onprem/client/", "onprem/compute/server", "onprem/network/internet", "aws/general/")
"""Icons that stand for no product, and should not outweigh those that do."""
_QUIET = "#3d5278"
"""The tone of Material's outlines in light."""


def _luminance(*colour: int) -> float:
    red, green, blue = (((part / 255 + 0.055) / 1.055) ** 2.4 if part > 10 else part / 3294 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
