"""Which characters the book's fonts can show, and what stands for those that they cannot.

    "a → 漢"  ->  "a → ▯"

PDF/UA and PDF/A forbid a missing glyph, and typst refuses to write one; a bank in a script that we ship no font for
must still become a book, and its author must learn of it (`unshown`).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
STAND_IN = "▯"


@cache
def _covered() -> frozenset[int]:
    codes = {code for path in FONTS.glob("*.ttf") for code in TTFont(path, lazy=True).getBestCmap()}
    return frozenset(codes | {ord("\n"), ord("\t")})


def _stand_in(character: str) -> str:
    """Nothing for what has no shape of its own (joiners, variation selectors), a box for the rest."""
    return "" if unicodedata.category(character) in {"Cf", "Cc"} or "VARIATION SELECTOR" in _name(character) else STAND_IN


def _name(character: str) -> str:
    return unicodedata.name(character, "")


def missing(texts: Iterable[str]) -> Counter[str]:
    """Characters that no font of ours has and that would show as a box, with their counts."""
    counts = Counter(character for text in texts for character in text if ord(character) not in _covered())
    return Counter({character: count for character, count in counts.items() if _stand_in(character)})


def shown(text: str) -> str:
    """The text with a box for each character that the fonts lack."""
    lacking = {ord(character) for character in set(text)} - _covered()
    return text.translate({code: _stand_in(chr(code)) for code in lacking}) if lacking else text
