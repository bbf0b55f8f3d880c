"""The e-book's fonts, cut down to the characters that the book shows.

    fonts("Design a cache …")  ->  {"SourceSerif4-Regular.ttf": b"…", …}  (about 20 KB each)

All are under the Open Font License, which lets them be cut and sent along.
"""

import io
from collections.abc import Iterable

from fontTools import subset
from fontTools.ttLib import TTFont

from generator.exports.book.glyphs import FONTS

NAMES = (
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-Italic.ttf",
    "SourceSerif4-Semibold.ttf",
    "Inter-Regular.ttf",
    "Inter-SemiBold.ttf",
    "JetBrainsMono-Regular.ttf",
)
_FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp"]
_EVERY_TEXT = " !\"'(),-./:;?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def fonts(texts: Iterable[str]) -> dict[str, bytes]:
    """The font files that show some texts, by their names."""
    characters = {ord(character) for text in (_EVERY_TEXT, *texts) for character in text}
    return {name: _cut(name, characters) for name in NAMES}


def _cut(name: str, characters: set[int]) -> bytes:
    options = subset.Options(hinting=False, notdef_outline=True, layout_features=_FEATURES)
    with TTFont(FONTS / name, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=characters)
        cutter.subset(font)
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()
