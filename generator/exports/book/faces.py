"""Fonts of this machine for the scripts that our own fonts have not, each by the Debian package that brings it.

    script("字")           ->  "CJK"
    faces({"CJK"}, "ja")   ->  (Face("CJK", "Noto Sans CJK JP", (Path("/usr/…/NotoSansCJK-Regular.ttc"), …)),)
    package("THAI")        ->  "fonts-noto-core"

Only Noto's fonts are taken, so that a book in such a script is the same wherever they are installed.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

CJK = "CJK"
_IDEOGRAPHIC = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"))
"""How the names of characters begin that stand in one font."""
_SCRIPTS = frozenset((
    "ARABIC", "ARMENIAN", "BENGALI", "DEVANAGARI", "ETHIOPIC", "GEORGIAN", "GUJARATI", "GURMUKHI", "HEBREW", "KANNADA",
    "KHMER", "LAO", "MALAYALAM", "MYANMAR", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "THAANA", "THAI", "TIBETAN",
))  # fmt: skip
"""Those that Noto has a font of its own for."""
_REGIONS = {"ja": "JP", "ko": "KR", "zh-Hant": "TC", "zh-TW": "TC", "zh-HK": "HK"}
"""Whose shapes a language writes ideographs in; those of the mainland for all others."""
_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts",
    "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """A font for one script."""

    script: str
    family: str
    """As typst knows it."""
    files: tuple[Path, ...]


def script(character: str) -> str:
    """The script of a character as its name begins, as in "THAI"; CJK for all that shares a font."""
    word = re.split(r"[ -]", unicodedata.name(character, ""), maxsplit=1)[0]
    if word in _IDEOGRAPHIC:
        return CJK
    return word if word in _SCRIPTS and unicodedata.category(character)[0] in "LMP" else ""


def package(name: str) -> str:
    """The Debian package with a font for a script."""
    return "fonts-noto-cjk" if name == CJK else "fonts-noto-core"


def faces(scripts: Iterable[str], language: str) -> tuple[Face, ...]:
    """The fonts that this machine has for some scripts."""
    return tuple(face for name in sorted(scripts) if (face := _face(name, language)))


@cache
def codes(files: tuple[Path, ...]) -> frozenset[int]:
    """The characters of a font."""
    return frozenset(code for file in files[:1] for code in TTFont(file, lazy=True, fontNumber=0).getBestCmap())


def _face(name: str, language: str) -> Face | None:
    region = _REGIONS.get(language) or _REGIONS.get(language.partition("-")[0], "SC")
    stem = "NotoSansCJK" if name == CJK else f"NotoSans{name.title()}"
    files = tuple(file for weight in ("Regular", "Bold") if (file := _installed().get(f"{stem}-{weight}")))
    family = f"Noto Sans CJK {region}" if name == CJK else f"Noto Sans {name.title()}"
    return Face(name, family, files) if files else None


@cache
def _installed() -> dict[str, Path]:
    """The machine's fonts of this family, by the names of their files."""
    return {path.stem: path for path in _files() if path.suffix in (".ttf", ".ttc", ".otf")}


def _files() -> Iterator[Path]:
    for folder in _FOLDERS:
        root = Path(os.path.expanduser(folder))
        if root.is_dir():
            yield from sorted(root.rglob("NotoSans*"))
