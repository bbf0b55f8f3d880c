"""What of a file's sections depends on the whole file: footnotes, the place of pictures, a title in HTML.

Footnotes may be defined anywhere; each question, and each introduction, gets those that it refers to. Pictures keep the
name of their file and their line, for introductions of many files become one.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from generator.model import Element, Question, is_elsewhere
from generator.reading.markdown.notes import Notes, noted, taken
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.parsed import ParsedFile
from generator.reading.sections.anchors import anchored
from generator.reading.sections.sections import FileTopics

_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


def completed(found: FileTopics, text: ParsedFile) -> FileTopics:
    """What a file holds, with all that only its whole text tells."""
    whole = "\n".join(text.lines)
    if "[^" in whole:
        found = _with_footnotes(found, text.lines)
    if "![" in whole or "<img" in whole.lower():
        found = _located(found, text.name)
    found = anchored(found, text)
    return found if found.title else _titled(found)


def _with_footnotes(found: FileTopics, lines: Sequence[str]) -> FileTopics:
    """What a file of some lines holds, its footnotes below what refers to them."""
    notes: dict[str, tuple[Element, ...]] = {}
    topics = [replace(topic, blocks=taken(topic.blocks, notes)) for topic in found.topics]
    own = found.over(lambda each: replace(each, body=taken(each.body, notes), answer=taken(each.answer, notes)), topics)
    noting = (replace(topic, blocks=noted(topic.blocks, notes, f"t{place}")) for place, topic in enumerate(own.topics))
    return own.over(lambda each: _answered(each, notes, lines[each.place.line - 1]), noting)


def _answered(question: Question, notes: Notes, heading: str) -> Question:
    """A question with its footnotes below the answer; what its title refers to is told there, too."""
    above = (label.casefold() for label in _LABEL.findall(heading))
    blocks = noted((*question.body, *question.answer), notes, f"q{question.number}", above)
    own = len(question.body)
    return replace(question, body=blocks[:own], answer=blocks[own:])


def _located(found: FileTopics, name: str) -> FileTopics:
    """What a file holds, its name and the line in each picture."""

    def at(blocks: tuple[Element, ...], line: int, far: bool = False) -> tuple[Element, ...]:
        return tuple(_placed(block, name, line, far) for block in blocks)

    def shown(question: Question) -> Question:
        line = question.place.line
        return replace(
            question,
            heading=at(question.heading, line),
            body=at(question.body, line),
            solution=at(question.solution, line),
            answer=at(question.answer, line),
        )

    return found.over(shown, (replace(each, blocks=at(each.blocks, each.line, far=True)) for each in found.topics))


def _placed(element: Element, name: str, line: int, far: bool) -> Element:
    """An element whose pictures, those of other sites only with `far`, know the file and the line they stand in."""
    if element.kind == "image" and (far or not is_elsewhere(str(element.get("src")))):
        return element.but(attributes=(*element.attributes, ("of", name), ("at", line + element.line)))
    return element.over(lambda child: _placed(child, name, line, far))


def _titled(found: FileTopics) -> FileTopics:
    """What a file holds, its title from the heading of HTML that it begins with, perhaps below a picture."""
    words, blocks = _without_heading(found.topics[0].blocks)
    topics = (replace(found.topics[0], blocks=blocks), *found.topics[1:])
    return replace(found, title=words, topics=topics) if words else found


def _without_heading(blocks: tuple[Element, ...]) -> tuple[str, tuple[Element, ...]]:
    """The words of the heading that comes before any other words, and the blocks without it."""
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            return " ".join(visible(block.children).split()), (*blocks[:place], *blocks[place + 1 :])
        if block.kind == "division":
            words, inner = _without_heading(block.children)
            rest = (block.but(children=inner),) if inner else ()
            if words:
                return words, (*blocks[:place], *rest, *blocks[place + 1 :])
        if any(each.kind == "text" and each.text.strip() for each in block.walk()):
            break
    return "", blocks
