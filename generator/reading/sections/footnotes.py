"""Footnotes may be defined anywhere in a file; each question, and each introduction, gets those that it refers to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Element, Question
from generator.reading.markdown.notes import collected, noted
from generator.reading.sections.sections import FileTopics

LABEL = re.compile(r"\[\^([^\]\s]+)\]")
Notes = dict[str, tuple[Element, ...]]


def with_footnotes(found: FileTopics, lines: Sequence[str]) -> FileTopics:
    """What a file of some lines holds, its footnotes below what refers to them."""
    notes: Notes = {}
    topics = [replace(topic, blocks=taken(topic.blocks, notes)) for topic in found.topics]
    own = found.over(lambda each: replace(each, body=taken(each.body, notes), answer=taken(each.answer, notes)), topics)
    noting = (replace(topic, blocks=noted(topic.blocks, notes, f"t{place}")) for place, topic in enumerate(own.topics))
    return own.over(lambda each: answered(each, notes, lines[each.place.line - 1]), noting)


def taken(blocks: tuple[Element, ...], notes: Notes) -> tuple[Element, ...]:
    """Blocks without the footnotes defined among them, which are added to `notes`."""
    kept, more = collected(blocks)
    for label, inner in more.items():
        notes.setdefault(label, inner)
    return kept


def answered(question: Question, notes: Notes, heading: str) -> Question:
    """A question with its footnotes below the answer; what its title refers to is told there, too."""
    above = (label.casefold() for label in LABEL.findall(heading))
    blocks = noted((*question.body, *question.answer), notes, f"q{question.number}", above)
    own = len(question.body)
    return replace(question, body=blocks[:own], answer=blocks[own:])
