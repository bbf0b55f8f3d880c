"""Levels of the headings inside an answer, on a page whose h1 is the question and whose h2 is "Answer"."""

from collections.abc import Iterable

from generator.model import Element

HIGHEST = 3


def raised(elements: Iterable[Element]) -> int:
    """By how many levels to raise all headings, so that the highest of them is an h3."""
    levels = [int(each.get("level", HIGHEST)) for block in elements for each in block.walk() if each.kind == "heading"]
    return min(levels, default=HIGHEST) - HIGHEST


def level(heading: Element, by: int) -> int:
    """The level of a heading on the page."""
    return min(max(int(heading.get("level", HIGHEST)) - by, HIGHEST), 6)
