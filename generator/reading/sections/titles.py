"""The title of a question whose heading is a bare number: the short line below it.

### Question 12          -> title "What is a queue?", answer "A list that …"
What is a queue?

A list that …
"""

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import first_line, visible
from generator.reading.passages.labels import Stretch, label_length

_LONGEST = 150
"""Characters of a line that may be a title."""


def title_below(found: Stretch) -> tuple[tuple[Element, ...], Stretch] | None:
    """The line that begins some blocks as a title, and what stands below it; None if it may be the answer itself."""
    first = found.blocks[0] if found.blocks else Element("rule")
    if first.kind != "paragraph" or label_length(first):
        return None
    words, rest = first_line(first.children)
    below = (first.but(children=rest, line=first.line + 1),) if rest else ()
    if len(visible(words)) > _LONGEST or (below and not label_length(below[0])) or len(found.blocks) + len(below) < 2:
        return None
    skipped = first.line - found.line + 1
    return words, Stretch((*below, *found.blocks[1:]), found.lines[skipped:], found.line + skipped)
