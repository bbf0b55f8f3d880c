"""Levels of the headings inside an answer, on a page whose h1 is the question and whose h2 is "Answer"."""

from collections.abc import Iterable, Iterator

from generator.model import Element

HIGHEST = 3
HOLDERS = frozenset(("list", "item", "quote"))
"""Blocks that may hold headings."""


def raised(elements: Iterable[Element]) -> int:
    """By how many levels to raise all headings, so that the highest of them is an h3."""
    return min(levels(elements), default=HIGHEST) - HIGHEST


def levels(elements: Iterable[Element]) -> Iterator[int]:
    """The levels of all headings, as in the source."""
    for each in elements:
        if each.kind == "heading":
            yield int(each.get("level", HIGHEST))
        elif each.kind in HOLDERS:
            yield from levels(each.children)


def level(heading: Element, by: int) -> int:
    """The level of a heading on the page."""
    return min(max(int(heading.get("level", HIGHEST)) - by, HIGHEST), 6)
