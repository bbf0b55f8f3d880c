"""Decide which headings of a file are questions and which are topics; the rest belongs to answers.

Headings that can be nothing else ("### Question 12: …") are questions wherever they occur; where there are none, bold
lines are ("**Q12. …**"); where there are none either, numbered headings are ("### 12. …"), of one level. Among certain
ones, another form counts only if its number fits exactly: "### 2. Costs" is a part of an answer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Element
from generator.reading.formats import has_range, question_forms
from generator.reading.labels import is_label
from generator.reading.parts import BOLD_LEVEL, Part


@dataclass(frozen=True, slots=True)
class Start:
    """A part that is, or may be, a question."""

    number: int
    length: int
    """Visible characters before the title."""
    certain: bool
    level: int


Starts = Mapping[int, Start]
"""By the place of the part in its file."""


def question_starts(parts: Sequence[Part]) -> Starts:
    """The parts that are questions."""
    found = {
        place: Start(number, length, form.certain, part.level)
        for place, part in enumerate(parts)
        for form, number, length in question_forms(part.heading, part.level == BOLD_LEVEL)[:1]
    }
    headings = {place: each for place, each in found.items() if each.certain and each.level < BOLD_LEVEL}
    if headings:
        return dict(sorted({**headings, **between(found, headings)}.items()))
    return {place: each for place, each in found.items() if each.certain} or numbered(found)


def between(found: Starts, sure: Starts) -> Starts:
    """Candidates of other forms whose numbers fill exactly the gap between the sure ones round them."""
    fitting: dict[int, Start] = {}
    waiting: dict[int, Start] = {}
    expected = 0
    for place, each in found.items():
        if place in sure:
            if each.number == expected:
                fitting |= waiting
            waiting, expected = {}, each.number + 1
        elif each.number == expected:
            waiting[place] = each
            expected += 1
    return fitting


def numbered(found: Starts) -> Starts:
    """Numbered headings of the one level that has most of them, unless they are steps."""
    levels: dict[int, dict[int, Start]] = {}
    for place, each in found.items():
        levels.setdefault(each.level, {})[place] = each
    series = [group for group in levels.values() if len(levels) == 1 or not are_steps(group)]
    return max(series, key=len, default={})


def are_steps(group: Starts) -> bool:
    """Whether numbers begin anew, as the steps of each answer do; any other number that comes twice is a mistake."""
    numbers = [each.number for each in group.values()]
    return numbers.count(min(numbers)) > 1


def title_place(parts: Sequence[Part], starts: Starts) -> int:
    """Place of the file's title, its first heading and its only one of level 1; -1 if there is none."""
    first = next((place for place, part in enumerate(parts) if part.level), -1)
    tops = [place for place, part in enumerate(parts) if part.level == 1 and place not in starts]
    return first if tops == [first] and not has_range(parts[first].heading) else -1


def cuts(parts: Sequence[Part], starts: Starts, title: int) -> Mapping[int, int]:
    """Places at which a question or a topic begins, each with its rank (as of a heading's level).

    A bold question ranks one below the heading of its topic.
    """
    found: dict[int, int] = {}
    following = {place: each.level for place, each in starts.items()}
    rank, outer = next(iter(following.values()), BOLD_LEVEL), 2
    for place, part in enumerate(parts):
        if place in starts:
            following.pop(place)
            rank = part.level if part.level < BOLD_LEVEL else outer + 1
            found[place] = rank
        elif place == title or not place:
            found[place] = part.level
        elif is_topic(part, rank):
            outer = found[place] = part.level
            rank = next(iter(following.values()), rank)
    return found


def is_topic(part: Part, rank: int) -> bool:
    """Whether a heading begins a topic: it outranks the question above it, or the one that its topic will hold."""
    if part.level in (0, BOLD_LEVEL) or not part.heading or is_label(Element("heading", "", part.heading)):
        return False
    return (part.level < rank and not part.ruled) or has_range(part.heading)
