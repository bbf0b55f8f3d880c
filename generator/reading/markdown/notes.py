"""Footnotes: collected from a whole file, put below the question that refers to them, numbered anew in each.

See the paper[^lamport].            ->  … paper, footnote_reference 1
[^lamport]: Time, Clocks …              footnotes(footnote 1 (paragraph))
"""

from collections.abc import Iterable, Mapping
from operator import is_

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import merged

Notes = Mapping[str, tuple[Element, ...]]
"""The blocks of each footnote, by its label."""


def collected(blocks: Iterable[Element]) -> tuple[tuple[Element, ...], dict[str, tuple[Element, ...]]]:
    """Blocks without the footnotes defined among them, and those; the first of a label counts."""
    kept: list[Element] = []
    notes: dict[str, tuple[Element, ...]] = {}
    for block in blocks:
        if block.kind == "footnote":
            notes.setdefault(label_of(block), block.children)
        elif any(child.kind in HOLDERS for child in block.children):
            children, more = collected(block.children)
            kept.append(block.but(children=children) if more else block)
            notes = {**more, **notes}
        else:
            kept.append(block)
    return tuple(kept), notes


HOLDERS = frozenset(("footnote", "item", "quote", "list"))
"""Blocks in which a footnote may be defined, and those themselves."""


def label_of(note: Element) -> str:
    """The label of a footnote or of a reference to one; upper and lower case are the same."""
    return str(note.get("label")).casefold()


def noted(blocks: Iterable[Element], notes: Notes, owner: str) -> tuple[Element, ...]:
    """The blocks with numbers for their references, and below them the footnotes, named after their owner."""
    numbers: dict[str, int] = {}
    found = tuple(numbered(block, notes, numbers, owner) for block in blocks)
    made: list[Element] = []
    for label in (waiting := list(numbers)):
        inner = tuple(numbered(block, notes, numbers, owner) for block in notes[label])
        waiting += [each for each in numbers if each not in waiting]
        attributes = (("number", numbers[label]), ("name", f"{owner}-note-{numbers[label]}"))
        made.append(Element("footnote", "", inner, attributes, inner[0].line if inner else 0))
    return (*found, Element("footnotes", "", tuple(made), (), made[0].line)) if made else found


def numbered(element: Element, notes: Notes, numbers: dict[str, int], owner: str) -> Element:
    """An element whose references to footnotes have numbers; one to nothing is text."""
    if element.kind == "footnote_reference":
        label = label_of(element)
        if label not in notes:
            return Element("text", f"[^{element.get('label')}]", line=element.line)
        number = numbers.setdefault(label, len(numbers) + 1)
        return element.but(text=str(number), attributes=(("number", number), ("name", f"{owner}-note-{number}")))
    if not element.children:
        return element
    children = tuple(numbered(child, notes, numbers, owner) for child in element.children)
    if all(map(is_, children, element.children)):
        return element
    return element.but(children=tuple(merged(children)))
