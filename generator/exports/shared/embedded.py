"""The pictures of a bank and its formulas, as files for what is set on paper: SVG all, for typst takes only texts.

picture "4be0….png", math "a^2 + b^2"  ->  {"4be0….svg": "<svg …", "math-91c2….svg": "<svg …"}
"""

import hashlib
import io
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from generator.model import Asset, Element

_EM = 10.0
"""Size of the type in which formulas are drawn; on paper their lengths are told in it."""
_SET = {"png": "png", "jpg": "jpeg", "gif": "gif"}
"""Endings of the pictures that typst sets as they are, with their kinds."""


class Formula(Struct, frozen=True):
    """A formula, drawn."""

    name: str
    """Of its file."""
    svg: str
    width: float
    """In em, as are the others."""
    height: float
    below: float
    """How far it hangs below the line."""


@lru_cache(maxsize=1 << 10)
def formula(mathml: str) -> Formula:
    """A formula as a picture: no typesetter that could be had takes MathML or TeX."""
    import ziamath  # loads a font of its own; most banks need it never

    drawn = ziamath.zmath.Math(mathml, size=_EM, margin=0)
    width, height = drawn.getsize()
    name = f"math-{hashlib.sha256(mathml.encode()).hexdigest()[:16]}.svg"
    return Formula(name, drawn.svg(), width / _EM, height / _EM, max(0.0, -drawn.getyofst() / _EM))


def embedded(elements: Iterable[Element], assets: Mapping[str, Asset]) -> dict[str, str]:
    """The files that some elements need, by their names."""
    found: dict[str, str] = {}
    for element in elements:
        for each in element.walk():
            if each.kind == "math":
                drawn = formula(str(each.get("mathml")))
                found[drawn.name] = drawn.svg
            elif each.kind == "picture":
                name = str(each.get("file"))
                found[drawing_of(name)] = _wrapped(assets[name])
    return found


def drawing_of(name: str) -> str:
    """The name of a picture as it is set."""
    return f"{name.rpartition('.')[0]}.svg"


def _wrapped(asset: Asset) -> str:
    """A picture as an SVG, which holds one of pixels whole."""
    ending = asset.name.rpartition(".")[2]
    if ending == "svg":
        return asset.data.decode()
    data = asset.data if ending in _SET else _png(asset.data)
    size = f'width="{asset.width}" height="{asset.height}"'
    address = f"data:image/{_SET.get(ending, 'png')};base64,{b64encode(data).decode()}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image href="{address}" {size}/></svg>'


def _png(data: bytes) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.convert("RGBA").save(buffer, "PNG")
    return buffer.getvalue()
