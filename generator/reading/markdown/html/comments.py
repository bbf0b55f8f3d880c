"""Comments of HTML that run over several lines, which nobody but the author is meant to read: emptied line by line.

They go before the text is cut into chunks: what looks like a question inside of one is none. Those on one line are left
to the parser.
"""

import re
from collections.abc import Sequence

from generator.reading.markdown.html.tags import is_markup
from generator.reading.sources.fences import outside_fences

_OPENING = "<!--"
_BEFORE = re.compile(r" {0,3}(?:> ?|[-*+] +)*")
"""What may stand before the HTML of a line."""
_FENCE = re.compile(r"\s*(?:(?:>|[-*+]|\d+[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
"""The first line of a block of code, which may stand in a list or a quotation."""


def without_comments(text: str) -> str:
    """The text with as many lines, those of its longer comments empty."""
    if _OPENING not in text:
        return text
    lines = text.split("\n")
    for line, _ in outside_fences(lines, _FENCE, _closes):
        while (end := _ending(lines, line)) > line:
            lines[line] = lines[line].rpartition(_OPENING)[0].rstrip()
            lines[line + 1 : end] = [""] * (end - line - 1)
            lines[end] = lines[end].partition("-->")[2]
    return "\n".join(lines)


def _closes(line: str, fence: str) -> bool:
    """Whether a line ends the code that a fence began."""
    marks = line.strip(" \t>")
    return len(marks) >= len(fence) and not marks.strip(fence[0])


def _ending(lines: Sequence[str], line: int) -> int:
    """The line that ends the comment left open by a line of HTML; -1 where there is none."""
    _, mark, rest = lines[line].rpartition(_OPENING)
    begin = _BEFORE.match(lines[line])
    if not mark or not begin or not is_markup(lines[line], begin.end()):
        return -1
    if rest.startswith((">", "->")) or "-->" in rest or "--!>" in rest:
        return -1
    return next((place for place in range(line + 1, len(lines)) if "-->" in lines[place]), -1)
