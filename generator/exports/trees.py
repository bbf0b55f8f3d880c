"""An answer's tree as plain JSON values, for the templates that print it.

    Element("strong", children=(Element("text", "Trigger:"),))
        ->  {"kind": "strong", "children": [{"kind": "text", "text": "Trigger:"}]}

Two things are made ready for paper: heading levels inside an answer begin at 3 and skip none (PDF/UA demands it), and
words longer than a line get places where they may break.
"""

import re
from collections.abc import Iterable
from typing import Any

from generator.model import Element

LONGEST = 40
"""Characters in one run without a space that still fit a line of the narrowest sheet."""
BREAK = "\u200b"


def plain(element: Element) -> dict[str, Any]:
    """The element and all below it as dicts, lists, strings and numbers."""
    value: dict[str, Any] = {"kind": element.kind, **dict(element.attributes)}
    if element.text or not element.children:
        value["text"] = breakable(element.text)
    if element.children or not element.text:
        value["children"] = [plain(child) for child in element.children]
    return value


def blocks(elements: Iterable[Element]) -> list[dict[str, Any]]:
    """The blocks of an answer, with heading levels that begin at 3 and never skip one."""
    values = [plain(element) for element in elements]
    last = 2
    for value in values:
        if value["kind"] == "heading":
            last = value["level"] = max(3, min(int(value["level"]), last + 1, 6))
    return values


def breakable(text: str) -> str:
    """The text with a zero-width space after every so many characters of a word that is too long for a line."""
    return re.sub(rf"[^\s{BREAK}]{{{LONGEST},}}", _broken, text)


def _broken(match: re.Match[str]) -> str:
    word = match.group()
    return BREAK.join(word[start : start + LONGEST] for start in range(0, len(word), LONGEST))
