"""The title of a question whose heading is a bare number: the short line below it.

### Question 12          -> title "What is a queue?", answer "A list that …"
What is a queue?

A list that …
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import first_line, visible
from generator.reading.passages.labels import label_length

LONGEST = 150
"""Characters of a line that may be a title."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and what stands below it."""

    heading: tuple[Element, ...]
    blocks: tuple[Element, ...]
    lines: Sequence[str]
    line: int
    """The first of the lines, counted as those of the blocks are."""


def title_below(blocks: Sequence[Element], lines: Sequence[str], line: int) -> Titled | None:
    """The line of text that begins some blocks as a title; None if it may be the answer itself."""
    first = blocks[0] if blocks else Element("rule")
    if first.kind != "paragraph" or label_length(first):
        return None
    words, rest = first_line(first.children)
    below = (first.but(children=rest, line=first.line + 1),) if rest else ()
    if len(visible(words)) > LONGEST or (below and not label_length(below[0])) or len(blocks) + len(below) < 2:
        return None
    skipped = first.line - line + 1
    return Titled(words, (*below, *blocks[1:]), lines[skipped:], line + skipped)
