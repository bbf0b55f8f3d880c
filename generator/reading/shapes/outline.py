"""Which headings of a file begin its topics, once its questions are known, and which one is its title.

A heading deeper than the questions begins none. Nor does one that is a part of answers: it says so in one of many
languages, comes again and again, lies in hidden text, or stands below each question, the last one too:

###### 1. ¿Qué imprime?
#### Respuesta correcta: B        -> of the answer, though it is higher than the question
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.labels import is_label
from generator.reading.passages.passages import Passage
from generator.reading.passages.patterns import ANSWER_LABELS, ANSWERING, BOLD_LEVEL, HEADINGS, has_range
from generator.reading.shapes.folds import folds

_OFTEN = 3
"""How often a heading with text of its own comes in a file before it counts as a part of answers."""
_MOST = 0.8
"""Below which share of the questions a level of headings stands that belongs to their answers."""

Levels = Mapping[int, int]
"""The questions of a file: the places of their passages, with the levels of their headings."""


class Outline(Struct, frozen=True):
    """Where questions and topics of a file begin."""

    title: int
    """Place of the file's title, or -1."""
    ranks: Mapping[int, int]
    """Places at which a question or a topic begins, each with its rank, as of a heading's level."""


def outline(
    passages: Sequence[Passage],
    lines: Sequence[str],
    questions: Levels,
    margin: Collection[int] | None = None,
    topics: Collection[int] | None = None,
) -> Outline:
    """The outline of a file; `margin`: the lines of the headings that may be topics, or None for all.

    `topics`: the levels of all headings that are topics, where the author says so.
    """
    title = _title_place(passages, questions)
    if topics is not None:
        return Outline(title, _as_said(passages, questions, title, topics))
    inner = {*_often(passages, questions), *_below_each(passages, questions, title), *_hidden(passages, lines)}
    if margin is not None:
        inner |= {place for place, passage in enumerate(passages) if passage.line not in margin}
    return Outline(title, _ranks(passages, questions, title, inner))


def _title_place(passages: Sequence[Passage], questions: Collection[int]) -> int:
    """Place of the file's title, its first heading and the only one of level 1 with questions; -1 if there is none."""
    first = next((place for place, passage in enumerate(passages) if passage.level), -1)
    tops = [place for place, passage in enumerate(passages) if passage.level == 1 and place not in questions]
    if tops[:1] != [first] or has_range(passages[first].heading):
        return -1
    return first if len(tops) == 1 or {bisect_right(tops, place) for place in questions} == {1} else -1


def _ranks(passages: Sequence[Passage], questions: Levels, title: int, inner: Collection[int]) -> Mapping[int, int]:
    """Places at which something begins; a question that is no heading ranks one below the heading of its topic."""
    found: dict[int, int] = {}
    following = dict(questions)
    rank, outer = next(iter(following.values()), BOLD_LEVEL), 2
    for place, passage in enumerate(passages):
        if place in questions:
            following.pop(place)
            rank = passage.level if passage.level < BOLD_LEVEL else outer + 1
            found[place] = rank
        elif place == title or not place:
            found[place] = passage.level
        elif place not in inner and (_is_topic(passage, rank) or _is_chapter(passages, place, questions)):
            outer = found[place] = passage.level
            rank = next(iter(following.values()), rank)
    return found


def _as_said(passages: Sequence[Passage], questions: Levels, title: int, topics: Collection[int]) -> Mapping[int, int]:
    """Places at which something begins, where it is said which headings are topics."""
    found: dict[int, int] = {}
    for place, passage in enumerate(passages):
        if place in questions:
            found[place] = passage.level if passage.level < BOLD_LEVEL else max(topics, default=2) + 1
        elif place == title or not place or passage.level in topics:
            found[place] = passage.level
    return found


def _is_topic(passage: Passage, rank: int) -> bool:
    """Whether a heading begins a topic: it outranks the question above it, or the one that its topic will hold."""
    if passage.level not in HEADINGS or not passage.heading or is_label(Element("heading", "", passage.heading)):
        return False
    if ANSWERING.match(visible(passage.heading).strip()):
        return False
    return (passage.level < rank and not passage.ruled) or has_range(passage.heading)


def _is_chapter(passages: Sequence[Passage], place: int, questions: Levels) -> bool:
    """Whether a heading as high as the questions only carries a number of another form and stands right above one."""
    passage = passages[place]
    if passage.level not in HEADINGS or not passage.start or passage.start.is_unambiguous or place + 1 not in questions:
        return False
    if any(block.kind not in ("rule", "html") for block in passage.blocks):
        return False
    following, form = passages[place + 1], passage.start.example
    return following.level == passage.level and following.start is not None and following.start.example != form


def _often(passages: Sequence[Passage], questions: Collection[int]) -> Iterator[int]:
    """Headings with text that come again and again below questions, or have the name of a part of answers."""
    first = min(questions, default=len(passages))
    names = {
        place: visible(passage.heading).strip(" :").lower()
        for place, passage in enumerate(passages)
        if place > first and place not in questions and passage.level in HEADINGS and not has_range(passage.heading)
    }
    empty = {name for place, name in names.items() if not passages[place].blocks}
    many = {name for name, count in Counter(names.values()).items() if count >= _OFTEN or name in ANSWER_LABELS}
    return (place for place, name in names.items() if name in many - empty)


def _below_each(passages: Sequence[Passage], questions: Levels, title: int) -> Iterator[int]:
    """Headings of levels that stand below most questions and the last one, above none, and always with text."""
    if not questions:
        return
    first, last = min(questions), max(questions)
    for level in range(1, min(questions.values())):
        places = [place for place, passage in enumerate(passages) if passage.level == level and place != title]
        if not places or places[0] < first or places[-1] < last or not all(passages[place].blocks for place in places):
            continue
        order = sorted(questions)
        owners = {bisect_right(order, place) for place in places}
        if len(owners) >= _MOST * len(order):
            yield from places


def _hidden(passages: Sequence[Passage], lines: Sequence[str]) -> Iterator[int]:
    """Headings that lie in hidden text."""
    begins = [passage.line for passage in passages]
    for fold in folds(lines):
        yield from range(bisect_right(begins, fold.begin), bisect_right(begins, fold.end))
