"""From the parts of a file to its questions and topics: which headings begin what, and what belongs to an answer.

A heading of a higher rank than the question above it, or one with a range, begins a topic; all others stay in the
answer. A single heading of level 1 is the file's title.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import Element
from generator.reading.formats import RANGE, question_forms, topic_form
from generator.reading.inlines import shifted, visible, without
from generator.reading.labels import is_label, unlabelled
from generator.reading.parts import BOLD_LEVEL, Part


@dataclass(frozen=True, slots=True)
class Section:
    """A question of a file, before the bank is put together."""

    number: int
    title: str
    heading: tuple[Element, ...]
    line: int
    """Counted from 1, as all lines here."""
    answer: tuple[Element, ...]
    source: str
    answer_line: int
    topic: int
    """Place of its topic in the file's topics."""


@dataclass(frozen=True, slots=True)
class TopicHeading:
    """A topic of a file; the first one of each file has no heading."""

    name: str
    emoji: str
    span: tuple[int, int] | None
    """First and last number that the heading promises."""
    line: int
    blocks: tuple[Element, ...]
    """What stands between the heading and the first question."""


@dataclass(frozen=True, slots=True)
class Sections:
    """All that a file holds."""

    title: str
    topics: tuple[TopicHeading, ...]
    questions: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part that may be a question."""

    number: int
    length: int
    """Of what stands before the title."""
    certain: bool
    level: int


def sections(parts: Sequence[Part], lines: Sequence[str]) -> Sections:
    """Questions and topics of a file, in its order; lines of the parts are counted from 0."""
    starts = question_starts(parts)
    title = title_place(parts, starts)
    if not parts:
        return Sections("", (TopicHeading("", "", None, 1, ()),), ())
    topics = [TopicHeading("", "", None, 1, ())]
    questions: list[Section] = []
    for begin, end in runs(parts, starts, title):
        part = parts[begin]
        below = parts[begin + 1 : end]
        if begin in starts:
            questions.append(question(starts[begin], parts[begin:end], lines, len(topics) - 1))
        elif begin == title or not part.level:
            topics[0] = replace(topics[0], blocks=(*topics[0].blocks, *blocks_of(part, below)))
        else:
            emoji, name, span = topic_form(visible(part.heading).strip())
            topics.append(TopicHeading(name, emoji, span, part.line + 1, blocks_of(part, below)))
    return Sections(visible(parts[title].heading).strip() if title >= 0 else "", tuple(topics), tuple(questions))


def question_starts(parts: Sequence[Part]) -> Mapping[int, Candidate]:
    """Which parts are questions, by their place."""
    found = {
        place: Candidate(number, length, form.certain, part.level)
        for place, part in enumerate(parts)
        for form, number, length in question_forms(part.heading, part.level == BOLD_LEVEL)[:1]
    }
    headings = {place: each for place, each in found.items() if each.certain and each.level < BOLD_LEVEL}
    if headings:
        return {**headings, **between(found, headings)}
    bold = {place: each for place, each in found.items() if each.certain}
    return bold or numbered(found)


def between(found: Mapping[int, Candidate], sure: Mapping[int, Candidate]) -> Mapping[int, Candidate]:
    """Candidates of other forms whose number fits exactly between those of the sure ones around them."""
    fitting: dict[int, Candidate] = {}
    before, waiting = 0, dict[int, Candidate]()
    for place, each in found.items():
        if place not in sure:
            expected = before + 1 + len(waiting)
            if before and each.number == expected:
                waiting[place] = each
            continue
        if each.number == before + 1 + len(waiting):
            fitting |= waiting
        before, waiting = each.number, {}
    return fitting


def numbered(found: Mapping[int, Candidate]) -> Mapping[int, Candidate]:
    """Headings with a bare number, of the one level that has most of them and repeats none."""
    levels: dict[int, dict[int, Candidate]] = {}
    for place, each in found.items():
        levels.setdefault(each.level, {})[place] = each
    unique = [group for group in levels.values() if len({each.number for each in group.values()}) == len(group)]
    return max(unique, key=len, default={})


def title_place(parts: Sequence[Part], starts: Mapping[int, Candidate]) -> int:
    """Place of the file's title: its only heading of level 1 that is no question, if it comes first; else -1."""
    tops = [place for place, part in enumerate(parts) if part.level == 1 and place not in starts]
    first = next((place for place, part in enumerate(parts) if part.level), -1)
    return first if tops == [first] and not RANGE.search(visible(parts[first].heading)) else -1


def runs(parts: Sequence[Part], starts: Mapping[int, Candidate], title: int) -> Iterator[tuple[int, int]]:
    """First and last place (excluded) of each question or topic with all the parts that belong to it."""
    begins = [place for place in range(len(parts)) if place == 0 or place in starts or place == title]
    rank, outer, cuts = BOLD_LEVEL, 2, set(begins)
    for place, part in enumerate(parts):
        if place in starts:
            rank = part.level if part.level < BOLD_LEVEL else outer + 1
        elif place in cuts or not part.level:
            continue
        elif is_topic(part, rank):
            cuts.add(place)
            outer, rank = part.level, BOLD_LEVEL
    ordered = sorted(cuts)
    return zip(ordered, [*ordered[1:], len(parts)], strict=True)


def is_topic(part: Part, rank: int) -> bool:
    """Whether a heading ends the question above it, whose heading has this rank, and begins a topic."""
    if part.level == BOLD_LEVEL or is_label(Element("heading", "", part.heading)):
        return False
    return part.level < rank or bool(RANGE.search(visible(part.heading)))


def blocks_of(part: Part, below: Sequence[Part]) -> tuple[Element, ...]:
    """The blocks of a part and of those that belong to it, with their headings; lines counted from the part's."""
    blocks = list(shifted(part.blocks, part.base - part.line))
    for each in below:
        if each.level:
            kind, attributes = ("paragraph", ()) if each.level == BOLD_LEVEL else ("heading", (("level", each.level),))
            blocks.append(Element(kind, "", shifted(each.heading, -part.line), attributes, each.line - part.line))
        blocks += shifted(each.blocks, each.base - part.line)
    return tuple(blocks)


def question(start: Candidate, parts: Sequence[Part], lines: Sequence[str], topic: int) -> Section:
    """A question from its parts."""
    part = parts[0]
    heading = without(part.heading, start.length)
    end = parts[-1].end
    body = [line for line in lines[part.body : end]]
    answer = unlabelled(blocks_of(part, parts[1:]), body, part.body - part.line)
    blocks = answer.blocks
    return Section(
        start.number,
        visible(heading).strip(),
        heading,
        part.line + 1,
        blocks,
        answer.source,
        part.line + 1 + answer.line,
        topic,
    )
