"""Which headings of a file begin its topics, once its questions are known, and which one is its title.

A heading deeper than the questions begins none. Nor does one that is a part of answers: it says so in one of many
languages, comes again and again, lies in hidden text, or stands below each question, the last one too:

###### 1. ¿Qué imprime?
#### Respuesta correcta: B        -> of the answer, though it is higher than the question
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Element
from generator.reading.markdown.inlines import visible
from generator.reading.questions.formats import ANSWERING, BOLD_LEVEL, HEADINGS, PARTS, has_range
from generator.reading.questions.labels import is_label
from generator.reading.questions.parts import Part
from generator.reading.shapes.folds import folds

OFTEN = 3
"""How often a heading with text of its own comes in a file before it counts as a part of answers."""
MOST = 0.8
"""Below which share of the questions a level of headings stands that belongs to their answers."""

Levels = Mapping[int, int]
"""The questions of a file: the places of their parts, with the levels of their headings."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where questions and topics of a file begin."""

    title: int
    """Place of the file's title, or -1."""
    ranks: Mapping[int, int]
    """Places at which a question or a topic begins, each with its rank, as of a heading's level."""


def outline(parts: Sequence[Part], lines: Sequence[str], questions: Levels, margin: Collection[int] | None) -> Outline:
    """The outline of a file; `margin`: the lines of the headings that may be topics, or None for all."""
    title = title_place(parts, questions)
    inner = {*often(parts, questions), *below_each(parts, questions, title), *hidden(parts, lines)}
    if margin is not None:
        inner |= {place for place, part in enumerate(parts) if part.line not in margin}
    return Outline(title, ranks(parts, questions, title, inner))


def title_place(parts: Sequence[Part], questions: Collection[int]) -> int:
    """Place of the file's title, its first heading and its only one of level 1; -1 if there is none."""
    first = next((place for place, part in enumerate(parts) if part.level), -1)
    tops = [place for place, part in enumerate(parts) if part.level == 1 and place not in questions]
    return first if tops == [first] and not has_range(parts[first].heading) else -1


def ranks(parts: Sequence[Part], questions: Levels, title: int, inner: Collection[int]) -> Mapping[int, int]:
    """Places at which something begins; a question that is no heading ranks one below the heading of its topic."""
    found: dict[int, int] = {}
    following = dict(questions)
    rank, outer = next(iter(following.values()), BOLD_LEVEL), 2
    for place, part in enumerate(parts):
        if place in questions:
            following.pop(place)
            rank = part.level if part.level < BOLD_LEVEL else outer + 1
            found[place] = rank
        elif place == title or not place:
            found[place] = part.level
        elif place not in inner and (is_topic(part, rank) or is_chapter(parts, place, questions)):
            outer = found[place] = part.level
            rank = next(iter(following.values()), rank)
    return found


def is_topic(part: Part, rank: int) -> bool:
    """Whether a heading begins a topic: it outranks the question above it, or the one that its topic will hold."""
    if part.level not in HEADINGS or not part.heading or is_label(Element("heading", "", part.heading)):
        return False
    if ANSWERING.match(visible(part.heading).strip()):
        return False
    return (part.level < rank and not part.ruled) or has_range(part.heading)


def is_chapter(parts: Sequence[Part], place: int, questions: Levels) -> bool:
    """Whether a heading as high as the questions only carries a number of another form and stands right above one."""
    part = parts[place]
    if part.level not in HEADINGS or not part.start or part.start.certain or place + 1 not in questions:
        return False
    following = parts[place + 1]
    return following.level == part.level and following.start is not None and following.start.form != part.start.form


def often(parts: Sequence[Part], questions: Collection[int]) -> Iterator[int]:
    """Headings with text that come again and again below questions, or have the name of a part of answers."""
    first = min(questions, default=len(parts))
    names = {
        place: visible(part.heading).strip(" :").lower()
        for place, part in enumerate(parts)
        if place > first and place not in questions and part.level in HEADINGS and not has_range(part.heading)
    }
    empty = {name for place, name in names.items() if not parts[place].blocks}
    many = {name for name, count in Counter(names.values()).items() if count >= OFTEN or name in PARTS}
    return (place for place, name in names.items() if name in many - empty)


def below_each(parts: Sequence[Part], questions: Levels, title: int) -> Iterator[int]:
    """Headings of levels that stand below most questions and the last one, above none, and always with text."""
    if not questions:
        return
    first, last = min(questions), max(questions)
    for level in range(1, min(questions.values())):
        places = [place for place, part in enumerate(parts) if part.level == level and place != title]
        if not places or places[0] < first or places[-1] < last or not all(parts[place].blocks for place in places):
            continue
        order = sorted(questions)
        owners = {bisect_right(order, place) for place in places}
        if len(owners) >= MOST * len(order):
            yield from places


def hidden(parts: Sequence[Part], lines: Sequence[str]) -> Iterator[int]:
    """Headings that lie in hidden text."""
    begins = [part.line for part in parts]
    for fold in folds(lines):
        yield from range(bisect_right(begins, fold.begin), bisect_right(begins, fold.end))
