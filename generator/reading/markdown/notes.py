"""Footnotes: collected from a whole file, put below the question that refers to them, numbered anew in each.

See the paper[^lamport].            ->  … paper, footnote_reference 1
[^lamport]: Time, Clocks …              footnotes(footnote 1 (paragraph))
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import merged

Notes = Mapping[str, tuple[Element, ...]]
"""The blocks of each footnote, by its label."""


def taken(blocks: Iterable[Element], notes: dict[str, tuple[Element, ...]]) -> tuple[Element, ...]:
    """Blocks without the footnotes defined among them, which are added to `notes`; the first of a label counts."""
    kept: list[Element] = []
    for block in blocks:
        if block.kind == "footnote":
            notes.setdefault(_label_of(block), block.children)
        elif any(child.kind in _HOLDERS for child in block.children):
            kept.append(block.but(children=taken(block.children, notes)))
        else:
            kept.append(block)
    return tuple(kept)


_HOLDERS = frozenset(("footnote", "item", "quote", "list"))
"""Blocks in which a footnote may be defined, and those themselves."""


def _label_of(note: Element) -> str:
    """The label of a footnote or of a reference to one; upper and lower case are the same."""
    return str(note.get("label")).casefold()


@dataclass
class _Numbers:
    """The numbers of footnotes while the references to them come by."""

    owner: str
    notes: Notes
    given: dict[str, int] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    """Labels with a reference in the text, to which a footnote leads back."""

    def of(self, label: str) -> int:
        """The number of a label, the next one where it is new."""
        return self.given.setdefault(label, len(self.given) + 1)

    def name(self, label: str) -> tuple[tuple[str, int | str], ...]:
        """What a footnote and references to it are called by."""
        return ("number", self.of(label)), ("name", f"{self.owner}-note-{self.of(label)}")


def noted(blocks: Iterable[Element], notes: Notes, owner: str, above: Iterable[str] = ()) -> tuple[Element, ...]:
    """The blocks with numbers for their references, and below them the footnotes, named after their owner.

    Those with the labels of the heading above, which shows no numbers, come first.
    """
    numbers = _Numbers(owner, notes)
    for label in above:
        if label in notes:
            numbers.of(label)
    found = tuple(_numbered(block, numbers) for block in blocks)
    made: list[Element] = []
    for label in (waiting := list(numbers.given)):
        inner = tuple(_numbered(block, numbers) for block in notes[label])
        waiting += [each for each in numbers.given if each not in waiting]
        attributes = (*numbers.name(label), *((("back", True),) if label in numbers.placed else ()))
        made.append(Element("footnote", "", inner, attributes, inner[0].line if inner else 0))
    return (*found, Element("footnotes", "", tuple(made), (), made[0].line)) if made else found


def _numbered(element: Element, numbers: _Numbers) -> Element:
    """An element whose references to footnotes have numbers; one to nothing is text."""
    if element.kind == "footnote_reference":
        label = _label_of(element)
        if label not in numbers.notes:
            return Element("text", f"[^{element.get('label')}]", line=element.line)
        first = (("first", True),) if label not in numbers.placed else ()
        numbers.placed.add(label)
        return element.but(text=str(numbers.of(label)), attributes=(*numbers.name(label), *first))
    found = element.over(lambda child: _numbered(child, numbers))
    return element if found is element else found.but(children=tuple(merged(found.children)))
