"""Repair text that was UTF-8, was read as Windows-1252 and saved again: "ðŸ”¸" was "🔸".

Only runs that come back unchanged when damaged the same way again are touched, so that nothing can be lost.
"""

import re

_DAMAGE = "sloppy-windows-1252"
"""The codec, registered by ftfy, that maps all 256 bytes."""
_FOLLOWING = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
"""What became of bytes that continue a character in UTF-8."""
_RUN = re.compile(rf"(?:[\u00c2-\u00f4][{re.escape(_FOLLOWING)}]{{1,3}})+")
"""Characters that UTF-8 read as Windows-1252 may have become."""


def repaired(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without mojibake, and the lines (from 1) that had some."""
    if text.isascii() or not _RUN.search(text):
        return text, ()
    lines = text.split("\n")
    fixed = [_RUN.sub(_run, line) for line in lines]
    return "\n".join(fixed), tuple(
        number for number, (old, new) in enumerate(zip(lines, fixed, strict=True), 1) if old != new
    )


def _run(match: re.Match[str]) -> str:
    """A run of characters beyond ASCII, repaired if it round-trips."""
    from ftfy import fix_encoding  # nine banks of ten need none of it, and loading it takes a while

    damaged = match[0]
    fixed = fix_encoding(damaged)
    try:
        return fixed if fixed.encode().decode(_DAMAGE) == damaged else damaged
    except UnicodeError:
        return damaged
