"""Measures and wraps text with the advance widths of Inter, so that every machine lays out the same picture.

`inter.json` holds, for two weights, the characters of each width in thousandths of the font size. What it does not
know is taken as wide as a digit, or as an em where Unicode says so. A little is added: the reader's font may be
another one.
"""

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

ROOM = 1.04
"""How much wider than its measure a text may come out, as the reader's font may be another one."""
_JOINTS = (
    re.compile(r"(?<=[/:,=|+)])(?=[\w{<(])|(?<=\w@)(?=\w)|(?<=\w)(?=[({<\[])"),
    re.compile(r"(?<=[.-])(?=[\w{<(])|(?<=_)(?=[^\W\d])|(?<=[a-z0-9])(?=[A-Z])"),
)
"""Where a long word may be cut: between what it is made of first, within such a part only where that does not help."""
_STRETCH = 1.6
"""How far a word may stick out of the limit before it is cut where it has no joint."""
_GLUE = "\ufdd0"
"""A space at which no line ends; no character of any text."""
_CHARACTER = 2
"""Characters of what is no word by itself, an arrow for instance, with the space behind it."""


@cache
def _widths(bold: bool) -> dict[str, int]:
    tables = json.loads(Path(__file__).with_name("inter.json").read_text(encoding="utf-8"))
    return {
        character: int(width)
        for width, characters in tables["semibold" if bold else "regular"].items()
        for character in characters
    }


@lru_cache(maxsize=100_000)
def measure(text: str, size: float, bold: bool = False) -> float:
    """Width of one line in CSS pixels."""
    widths = _widths(bold)
    return sum(widths.get(character) or _unknown(character) for character in text) * size / 1000 * ROOM


def _unknown(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF else 640


def wrap(text: str, limit: float, size: float, bold: bool = False, whole: float = 1.0) -> tuple[str, ...]:
    """Lines of about equal length, none wider than the limit in pixels where a break can be found.

    A word that is so many times as wide as the limit stays whole. No line begins with a slash between words.
    """
    words = [_pieces(word, limit, size, bold, whole) for word in text.replace(" / ", f"{_GLUE}/ ").split()]
    lines = _fill(words, limit, size, bold)
    if len(lines) < 2:
        return lines
    # The narrowest limit that gives no more lines balances them: "dead-letter / queue", not "dead- / letter queue".
    low, high = 0.0, limit
    while high - low > 2:
        middle = (low + high) / 2
        fits = _fill(words, middle, size, bold)
        if len(fits) <= len(lines) and max(measure(line, size, bold) for line in fits) <= middle:
            high = middle
        else:
            low = middle
    return _fill(words, high, size, bold)


def _pieces(word: str, limit: float, size: float, bold: bool, whole: float) -> list[str]:
    """A word, cut where it may be cut if it is too long."""
    word = word.replace(_GLUE, " ")
    if measure(word, size, bold) <= limit * whole:
        return [word + " "]
    pieces: list[str] = []
    for part in _parts(word, limit, size, bold):
        while measure(part, size, bold) > limit * _STRETCH:
            cut = max(1, int(len(part) * limit / measure(part, size, bold)))
            pieces.append(part[:cut])
            part = part[cut:]
        pieces.append(part)
    return [*pieces[:-1], pieces[-1] + " "]


def _parts(word: str, limit: float, size: float, bold: bool) -> list[str]:
    """A word cut at its joints: those within a part of it only where the part is too long."""
    parts = [word]
    for joints in _JOINTS:
        parts = [
            piece
            for part in parts
            for piece in (joints.split(part) if measure(part, size, bold) > limit else [part])
            if piece
        ]
    return parts


def _fill(words: list[list[str]], limit: float, size: float, bold: bool) -> tuple[str, ...]:
    """Words in lines; one that is cut begins a line, if there is more than a character before it."""
    lines: list[str] = []
    line = ""
    for word in words:
        for place, piece in enumerate(word):
            begins = len(word) > 1 and not place and len(line) > _CHARACTER
            if line and (begins or measure((line + piece).rstrip(), size, bold) > limit):
                lines.append(line.rstrip())
                line = piece
            else:
                line += piece
    return tuple(filter(None, [*lines, line.rstrip()]))
