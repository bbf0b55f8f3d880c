r"""The visible text of elements: blocks and table rows on lines of their own, no marks.

list(item("a"), item("b"))  ->  "a\nb"
"""

import re
from collections.abc import Iterable
from html import unescape

from generator.model import Element

_LINE_KINDS_LIST = """
paragraph heading list item quote code_block table row rule details summary division alert footnotes footnote
"""
_LINE_KINDS = frozenset(_LINE_KINDS_LIST.split())

_BREAKS = {"line_break": "\n", "soft_break": " "}


def text(elements: Iterable[Element]) -> str:
    """All words that a reader sees, in order."""
    out = ""
    for each in elements:
        words = _visible(each)
        if each.kind in _LINE_KINDS and out and words:
            out += "\n"
        out += words
    return out


def _visible(element: Element) -> str:
    """The words of one element."""
    if element.kind == "row":
        return " ".join(text(cell.children) for cell in element.children)
    if element.children:
        return element.text + text(element.children)
    if element.kind in ("image", "picture"):
        return element.caption
    if element.kind == "math":
        return unescape(re.sub(r"<[^>]*>", "", str(element.get("mathml"))))
    return _BREAKS.get(element.kind, element.text)


def unlinked(element: Element) -> Element:
    """An element with words for pictures, as it stands in a link: a link holds no other."""
    if element.kind == "image":
        return Element("text", element.caption, line=element.line)
    return element.over(unlinked)
