"""Hidden texts at the margin of a file: where each begins and ends, and what its summary says.

<details>
<summary>What is a mutex?</summary>   -> Fold(line 1, "What is a mutex?", …)
A lock.
</details>
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct

from generator.reading.sources.fences import outside_fences

_TAG = re.compile(r"<(/?)details\b[^<>]*>", re.IGNORECASE)
SUMMARY = re.compile(r"<summary\b[^<>]*>(.*?)(?:</summary\s*>|$)", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


class Fold(Struct, frozen=True):
    """A hidden text."""

    begin: int
    """The line of its tag, counted from 0 as all lines here."""
    line: int
    """The line of its summary."""
    title: str
    end: int
    """The line of its closing tag."""
    size: int
    """Characters of all of it."""


def folds(lines: Sequence[str]) -> Iterator[Fold]:
    """The hidden texts of a file that lie in no other one, nor in code."""
    if not _TAG.search("\n".join(lines)):
        return  # as in most files
    depth, begin, line, title = 0, 0, -1, ""
    for number, text in outside_fences(lines):
        for tag in _TAG.finditer(text):
            if not tag[1]:
                depth += 1
                if depth == 1:
                    begin, line, title = number, -1, ""
            elif depth:
                depth -= 1
                if not depth and line >= 0:
                    yield Fold(begin, line, title, number, sum(map(len, lines[begin : number + 1])))
        if depth == 1 and line < 0 and (summary := SUMMARY.search(text)):
            line, title = _summarised(lines, number, summary[1])


def _summarised(lines: Sequence[str], number: int, words: str) -> tuple[int, str]:
    """The line and the words of a summary, which may stand below its tag."""
    if bare(words):
        return number, bare(words)
    for below in range(number + 1, min(number + 4, len(lines))):
        if title := bare(lines[below]):
            return below, title
    return number, ""


def bare(html: str) -> str:
    """The words of a line of HTML."""
    return " ".join(unescape(_ANY_TAG.sub("", html)).split())
