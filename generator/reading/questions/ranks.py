"""Decide where the topics of a file begin, once its questions are known, and which heading is its title."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from generator.model import Element
from generator.reading.markdown.inlines import visible
from generator.reading.questions.formats import BOLD_LEVEL, HEADINGS, PARTS, has_range
from generator.reading.questions.labels import is_label
from generator.reading.questions.parts import Part
from generator.reading.questions.starts import Starts

OFTEN = 3
"""How often a heading with text of its own comes in a file before it counts as a part of answers."""


def title_place(parts: Sequence[Part], starts: Starts) -> int:
    """Place of the file's title, its first heading and its only one of level 1; -1 if there is none."""
    first = next((place for place, part in enumerate(parts) if part.level), -1)
    tops = [place for place, part in enumerate(parts) if part.level == 1 and place not in starts]
    return first if tops == [first] and not has_range(parts[first].heading) else -1


def cuts(parts: Sequence[Part], starts: Starts, title: int) -> Mapping[int, int]:
    """Places at which a question or a topic begins, each with its rank (as of a heading's level).

    A question that is no heading ranks one below the heading of its topic.
    """
    found: dict[int, int] = {}
    following = {place: each.level for place, each in starts.items()}
    rank, outer = next(iter(following.values()), BOLD_LEVEL), 2
    inner = inner_headings(parts, starts)
    for place, part in enumerate(parts):
        if place in starts:
            following.pop(place)
            rank = part.level if part.level < BOLD_LEVEL else outer + 1
            found[place] = rank
        elif place == title or not place:
            found[place] = part.level
        elif is_topic(part, rank) and place not in inner:
            outer = found[place] = part.level
            rank = next(iter(following.values()), rank)
    return found


def is_topic(part: Part, rank: int) -> bool:
    """Whether a heading begins a topic: it outranks the question above it, or the one that its topic will hold."""
    if part.level not in HEADINGS or not part.heading or is_label(Element("heading", "", part.heading)):
        return False
    return (part.level < rank and not part.ruled) or has_range(part.heading)


def inner_headings(parts: Sequence[Part], starts: Starts) -> Collection[int]:
    """Places of headings with text that come again and again below questions, or have the name of a part of answers."""
    first = min(starts, default=len(parts))
    names = {
        place: name_of(part)
        for place, part in enumerate(parts)
        if place > first and place not in starts and part.level in HEADINGS and not has_range(part.heading)
    }
    empty = {name for place, name in names.items() if not parts[place].blocks}
    often = {name for name, count in Counter(names.values()).items() if count >= OFTEN or name in PARTS}
    return {place for place, name in names.items() if name in often - empty}


def name_of(part: Part) -> str:
    """A heading's words, without emoji and colon."""
    return visible(part.heading).strip(" :").lower()
