r"""The visible text of elements: blocks and table rows on lines of their own, no marks.

list(item("a"), item("b"))  ->  "a\nb"
"""

from collections.abc import Iterable

from generator.model import Element

LINE_KINDS = frozenset(("paragraph", "heading", "list", "item", "quote", "code_block", "table", "row", "rule"))

BREAKS = {"line_break": "\n", "soft_break": " "}


def text(elements: Iterable[Element]) -> str:
    """All words that a reader sees, in order."""
    out = ""
    for each in elements:
        words = visible(each)
        if each.kind in LINE_KINDS and out and words:
            out += "\n"
        out += words
    return out


def visible(element: Element) -> str:
    """The words of one element."""
    if element.kind == "row":
        return " ".join(text(cell.children) for cell in element.children)
    if element.children:
        return element.text + text(element.children)
    return BREAKS.get(element.kind, element.text)
