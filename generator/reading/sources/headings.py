"""Headings written in HTML, on lines of their own, as the headings in Markdown that they are to GitHub.

<h2 align="center">Storage</h2>     ## Storage
"""

import re

from generator.reading.sources.fences import outside_fences

_ONE_LINE = re.compile(r" {0,3}<h([1-6])\b[^<>]*>(.*)</h\1\s*>[ \t]*", re.IGNORECASE)
_OPENING = re.compile(r" {0,3}<h([1-6])\b[^<>]*>[ \t]*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def with_headings(text: str) -> str:
    """A text with these headings in Markdown; each on its line, so that no other one moves."""
    if "<h" not in text.lower():
        return text
    lines = text.split("\n")
    for place, line in outside_fences(lines):
        if "<" in line and not (place and lines[place - 1].strip()):
            _put(lines, place)
    return "\n".join(lines)


def _put(lines: list[str], place: int) -> None:
    """Write the heading that begins on a line below an empty one, if it is one and an empty line ends it."""
    last = place
    match = _ONE_LINE.fullmatch(lines[place])
    if not match and (_OPENING.fullmatch(lines[place]) and place + 2 < len(lines)):
        last, match = place + 2, _ONE_LINE.fullmatch("".join(lines[place : place + 3]))
    if not match or not re.search(r"\w", _TAG.sub("", match[2])) or "".join(lines[last + 1 : last + 2]).strip():
        return
    words = f"{'#' * int(match[1])} {match[2].strip()}"
    lines[place : last + 1] = [words] if last == place else ["", words, ""]
