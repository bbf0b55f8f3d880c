"""Footnotes may be defined anywhere in a file; each question, and each introduction, gets those that it refers to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Element
from generator.reading.markdown.notes import collected, noted
from generator.reading.sections.sections import Section, Sections, TopicHeading

LABEL = re.compile(r"\[\^([^\]\s]+)\]")
Notes = dict[str, tuple[Element, ...]]


def with_footnotes(found: Sections, lines: Sequence[str]) -> Sections:
    """What a file of some lines holds, its footnotes below what refers to them."""
    notes: Notes = {}
    topics = [replace(topic, blocks=taken(topic.blocks, notes)) for topic in found.topics]
    questions = [
        replace(each, body=taken(each.body, notes), answer=taken(each.answer, notes)) for each in found.questions
    ]
    return replace(
        found,
        topics=tuple(introduced(topic, notes, f"t{place}") for place, topic in enumerate(topics)),
        questions=tuple(answered(each, notes, lines[each.line - 1]) for each in questions),
    )


def taken(blocks: tuple[Element, ...], notes: Notes) -> tuple[Element, ...]:
    """Blocks without the footnotes defined among them, which are added to `notes`."""
    kept, more = collected(blocks)
    for label, inner in more.items():
        notes.setdefault(label, inner)
    return kept


def introduced(topic: TopicHeading, notes: Notes, name: str) -> TopicHeading:
    """A topic with the footnotes of its introduction."""
    return replace(topic, blocks=noted(topic.blocks, notes, name))


def answered(section: Section, notes: Notes, heading: str) -> Section:
    """A question with its footnotes below the answer; what its title refers to is told there, too."""
    above = (label.casefold() for label in LABEL.findall(heading))
    blocks = noted((*section.body, *section.answer), notes, f"q{section.number}", above)
    own = len(section.body)
    return replace(section, body=blocks[:own], answer=blocks[own:])
