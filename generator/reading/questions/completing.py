"""What of a file's sections depends on the whole file: footnotes, the place of pictures, a title in HTML."""

import re
from dataclasses import replace

from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.text import Text
from generator.reading.questions.footnotes import with_footnotes
from generator.reading.questions.pictures import located
from generator.reading.questions.sections import Sections

PICTURE = re.compile(r"!\[|<img\b", re.IGNORECASE)
"""What may be a picture."""


def completed(found: Sections, text: Text) -> Sections:
    """What a file holds, with all that only its whole text tells."""
    whole = "\n".join(text.lines)
    if "[^" in whole:
        found = with_footnotes(found)
    if PICTURE.search(whole):
        found = located(found, text.name)
    return found if found.title else titled(found)


def titled(found: Sections) -> Sections:
    """What a file holds, its title from the heading of HTML that it may begin with."""
    begin = found.topics[0].blocks[:1]
    first = begin[0] if begin and begin[0].kind != "division" else next(iter(begin[0].children if begin else ()), None)
    if not first or first.kind != "heading":
        return found
    rest = begin[0].children[1:] if begin[0].kind == "division" else ()
    blocks = (*(begin[0].but(children=rest),) * bool(rest), *found.topics[0].blocks[1:])
    topics = (replace(found.topics[0], blocks=blocks), *found.topics[1:])
    return replace(found, title=" ".join(visible(first.children).split()), topics=topics)
