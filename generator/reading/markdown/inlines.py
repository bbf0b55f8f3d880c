"""Small questions and cuts on runs of inline elements.

visible((strong("Q12."), text(" Locks")))      -> "Q12. Locks"
without((strong("Q12."), text(" Locks")), 5)   -> (text("Locks"),)
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model import Element

BREAKS = ("soft_break", "line_break")


def visible(elements: Iterable[Element]) -> str:
    """The words that a reader sees; a line break is a space."""
    return "".join(" " if each.kind in BREAKS else each.text + visible(each.children) for each in elements)


def without(elements: Sequence[Element], length: int) -> tuple[Element, ...]:
    """The run without its first visible characters; elements left empty are dropped."""
    rest: list[Element] = []
    for each in elements:
        if length <= 0:
            rest.append(each)
            continue
        size = len(visible((each,)))
        if size > length and each.children:
            rest.append(replace(each, children=without(each.children, length)))
        elif size > length:
            rest.append(replace(each, text=each.text[length:]))
        length -= size
    return tuple(rest)


def first_line(elements: Sequence[Element]) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """What stands before the first line break, and what behind it."""
    end = next((place for place, each in enumerate(elements) if each.kind in BREAKS), len(elements))
    return tuple(elements[:end]), tuple(elements[end + 1 :])


def shifted(elements: Iterable[Element], by: int) -> tuple[Element, ...]:
    """The same elements some lines further down."""
    if not by:
        return tuple(elements)
    return tuple(
        replace(each, line=each.line + by, children=shifted(each.children, by) if each.children else ())
        for each in elements
    )
