"""Which questions a file holds: the whole bank, one topic, or one volume of a bank too large for one book.

    volumes(bank of 2,300)  ->  Selection("Volume 1: Q1 to Q1000"), Selection("Volume 2: …", slug="-2"), …

A page of the book costs the typesetter more than a megabyte of memory until the book is done, so a book has an end.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Bank, Topic

_VOLUME = 1000
"""Questions in one volume."""
SMALL_VOLUME = 500
"""The same on a phone, where each takes three pages or more."""


class Selection(Struct, frozen=True):
    """Some questions of a bank, by topic."""

    name: str
    """What is on its cover; empty for the whole bank."""
    slug: str
    """What stands in its path."""
    topics: tuple[Topic, ...]
    """Each with the questions that are in this selection."""
    is_topic: bool = False
    """One topic by itself, without what belongs to the bank as a whole."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """All questions, in order."""
        return tuple(number for topic in self.topics for number in topic.numbers)


def whole(bank: Bank) -> tuple[Selection, ...]:
    """Everything in one."""
    return (Selection("", "", bank.topics),)


def by_topic(bank: Bank) -> tuple[Selection, ...]:
    """A selection for each topic."""
    return tuple(Selection(topic.name, topic.slug, (topic,), is_topic=True) for topic in bank.topics)


def volumes(bank: Bank, most: int = _VOLUME) -> tuple[Selection, ...]:
    """Everything in one, or in as many volumes as it takes."""
    filled = list(_filled(bank, most))
    if len(filled) < 2:
        return whole(bank)
    ends = ((topics[0].numbers[0], topics[-1].numbers[-1]) for topics in filled)
    names = (f"Volume {position}: Q{first} to Q{last}" for position, (first, last) in enumerate(ends, 1))
    slugs = ("", *(f"-{position}" for position in range(2, len(filled) + 1)))
    return tuple(map(Selection, names, slugs, filled))


def _filled(bank: Bank, most: int) -> Iterator[tuple[Topic, ...]]:
    """Topics in groups of at most so many questions; a topic that does not fit is continued in the next group."""
    group: list[Topic] = []
    room = most
    for topic in bank.topics:
        left = topic.numbers
        while left:
            group.append(replace(topic, numbers=left[:room]))
            left, room = left[room:], room - len(left[:room])
            if not room:
                yield tuple(group)
                group, room = [], most
    if group:
        yield tuple(group)
