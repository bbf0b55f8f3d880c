"""What of a file's sections depends on the whole file: footnotes, the place of pictures, a title in HTML."""

from dataclasses import replace

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.parsed import ParsedFile
from generator.reading.sections.anchors import anchored
from generator.reading.sections.footnotes import with_footnotes
from generator.reading.sections.pictures import located
from generator.reading.sections.sections import FileTopics


def completed(found: FileTopics, text: ParsedFile) -> FileTopics:
    """What a file holds, with all that only its whole text tells."""
    whole = "\n".join(text.lines)
    if "[^" in whole:
        found = with_footnotes(found, text.lines)
    if "![" in whole or "<img" in whole.lower():
        found = located(found, text.name)
    found = anchored(found, text)
    return found if found.title else titled(found)


def titled(found: FileTopics) -> FileTopics:
    """What a file holds, its title from the heading of HTML that it begins with, perhaps below a picture."""
    words, blocks = without_heading(found.topics[0].blocks)
    topics = (replace(found.topics[0], blocks=blocks), *found.topics[1:])
    return replace(found, title=words, topics=topics) if words else found


def without_heading(blocks: tuple[Element, ...]) -> tuple[str, tuple[Element, ...]]:
    """The words of the heading that comes before any other words, and the blocks without it."""
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            return " ".join(visible(block.children).split()), (*blocks[:place], *blocks[place + 1 :])
        if block.kind == "division":
            words, inner = without_heading(block.children)
            rest = (block.but(children=inner),) if inner else ()
            if words:
                return words, (*blocks[:place], *rest, *blocks[place + 1 :])
        if any(each.kind == "text" and each.text.strip() for each in block.walk()):
            break
    return "", blocks
