"""Small questions and cuts on runs of inline elements.

visible((strong("Q12."), text(" Locks")))      -> "Q12. Locks"
without((strong("Q12."), text(" Locks")), 5)   -> (text("Locks"),)
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile

from generator.model import Element
from generator.reading.markdown.phrasing.formulas import spoken

BREAKS = ("soft_break", "line_break")
_BLANKS = " \t\n"
_EMPTY = Element("text")


def visible(elements: Iterable[Element]) -> str:
    """The words that a reader sees; a line break is a space."""
    words = ""
    for each in elements:
        if each.kind in BREAKS:
            words += " "
        elif each.kind == "math":
            words += spoken(str(each.get("mathml")))
        elif each.kind != "html":
            words += each.text + visible(each.children) if each.children else each.text
    return words


def without(elements: Sequence[Element], length: int) -> tuple[Element, ...]:
    """The run without its first visible characters; elements left empty are dropped."""
    rest: list[Element] = []
    for each in elements:
        if length <= 0:
            rest.append(each)
            continue
        size = len(visible((each,)))
        if size > length and each.children:
            rest.append(each.but(children=without(each.children, length)))
        elif size > length:
            rest.append(each.but(text=each.text[length:]))
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
        each.but(line=each.line + by, children=shifted(each.children, by) if each.children else ()) for each in elements
    )


def merged(children: Iterable[Element]) -> Iterable[Element]:
    """Neighbouring texts as one, empty ones dropped: the parser cuts text where a mark might have begun."""
    pending: Element | None = None
    for child in children:
        if child.kind != "text":
            if pending:
                yield pending
            pending = None
            yield child
        elif child.text:
            pending = Element("text", pending.text + child.text, line=pending.line) if pending else child
    if pending:
        yield pending


def closed_up(words: Iterable[Element]) -> Iterator[Element]:
    """Words without the blanks round line breaks, which nobody sees."""
    last: Element | None = None
    for each in merged(words):
        if last and last.kind in BREAKS and each.kind == "text":
            each = each.but(text=each.text.lstrip(_BLANKS))
        if last and last.kind == "text" and each.kind in BREAKS:
            last = last.but(text=last.text.rstrip(_BLANKS))
        if last and last.kind == "line_break" and (each.kind == "soft_break" or each == _EMPTY):
            continue
        if last and last != _EMPTY and not (last.kind == "soft_break" and each.kind == "line_break"):
            yield last
        last = each
    if last:
        yield last


def trimmed(words: tuple[Element, ...]) -> tuple[Element, ...]:
    """Words without blanks and line breaks at their ends."""
    words = tuple(dropwhile(_is_blank, words))
    words = tuple(dropwhile(_is_blank, words[::-1]))[::-1]
    if words and words[0].kind == "text":
        words = (words[0].but(text=words[0].text.lstrip(_BLANKS)), *words[1:])
    if words and words[-1].kind == "text":
        words = (*words[:-1], words[-1].but(text=words[-1].text.rstrip(_BLANKS)))
    return words


def _is_blank(element: Element) -> bool:
    """Whether an inline shows nothing but a gap."""
    return element.kind in BREAKS or (element.kind == "text" and not element.text.strip(_BLANKS))
