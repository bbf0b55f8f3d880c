"""Makes icons of Material's set PNG files, for those who run a diagram module by hand under the plain library.

    files("Custom('Octree', 'icons/material/file-tree.png')")  ->  {"icons/material/file-tree.png": b"…"}

Graphviz knows nothing of Material's set and draws no SVG without further libraries; a path from the folder in which the
module is run is all that it asks for.
"""

import io
import re
from collections.abc import Mapping

from PIL import Image

from generator.drawing.icons.concepts import SETS, folder
from generator.drawing.icons.own import painted

_NAMED = re.compile(rf"""["'](icons/((?:{"|".join(SETS)})/[\w/-]+)\.png)["']""")
_SIDE, _COLOUR = 192, "#3d5278"


def path(icon: str) -> str:
    """Where the PNG of an icon stands, from the root of a repository."""
    return f"icons/{icon}.png"


def files(code: str) -> Mapping[str, bytes]:
    """The PNGs that a module's code names, by their paths; those that Material's set has."""
    named = dict(_NAMED.findall(code))
    return {place: _png(icon) for place, icon in sorted(named.items()) if (folder() / f"{icon}.svg").is_file()}


def _png(icon: str) -> bytes:
    outline = (folder() / f"{icon}.svg").read_text(encoding="utf-8").replace("<svg ", f'<svg fill="{_COLOUR}" ', 1)
    few = (
        Image.open(io.BytesIO(painted(outline.encode(), _SIDE))).convert("RGBA").quantize(16, Image.Quantize.FASTOCTREE)
    )
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()
