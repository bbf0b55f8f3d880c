"""Decide which headings of a file, and lines like headings, are questions.

Lines that can be nothing else ("### Question 12: …") are questions wherever they occur; where there are none, bold
lines are ("**Q12. …**"), then numbered headings ("### 12. …"), then plain lines ("Q12. …"). Around these, lines of
other forms are questions where their numbers go on counting: "### 2. Costs" below "### 1. Needs" is a step.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.reading.questions.asking import asks, is_question
from generator.reading.questions.counting import counted
from generator.reading.questions.formats import BOLD_LEVEL, HEADINGS, PLAIN, PLAIN_LEVEL, Start, Sure
from generator.reading.questions.parts import Part

Starts = Mapping[int, Start]
"""By the place of the part in its file."""


def question_starts(parts: Sequence[Part]) -> Starts:
    """The parts that are questions."""
    found = {place: part.start for place, part in enumerate(parts) if part.start}
    sure = base(found, parts)
    return dict(sorted({**sure, **continued(found, sure)}.items()))


def base(found: Starts, parts: Sequence[Part]) -> Starts:
    """The questions that the others are measured by."""
    numbered = counted(found, parts)
    headings, lines = certain(found, HEADINGS), certain(found, range(BOLD_LEVEL, PLAIN_LEVEL))
    for group in (headings, lines):
        if group and belong_together(group, numbered):
            return {**group, **numbered}
        if group and not inside(group, numbered):
            return group
    plain = certain(found, PLAIN)
    return plain if len(plain) > len(numbered) else numbered


def certain(found: Starts, levels: range) -> Starts:
    """Those of some levels that can be nothing but questions."""
    return {place: each for place, each in found.items() if each.certain and each.level in levels}


def belong_together(group: Starts, numbered: Starts) -> bool:
    """Whether sure questions and numbered headings of the same level count up as one series."""
    both = dict(sorted({**group, **numbered}.items())).values()
    levels = {each.level for each in both}
    bare = all(each.sure is Sure.COUNTING for each in numbered.values())
    return bare and len(levels) == 1 and all(before.number < after.number for before, after in pairwise(both))


def inside(group: Starts, numbered: Starts) -> bool:
    """Whether lines are follow-ups in the answers of questions that are more, higher, and begin above them."""
    if len(numbered) <= len(group) or min(numbered) > min(group):
        return False
    return min(each.level for each in group.values()) > max(each.level for each in numbered.values())


def continued(found: Starts, sure: Starts) -> Starts:
    """Candidates of other forms whose numbers go on counting from the sure ones, up to the next one or the end."""
    fitting: dict[int, Start] = {}
    waiting: dict[int, Start] = {}
    steps: set[tuple[str, int]] = set()
    last, expected = None, 0
    for place, each in found.items():
        if place in sure:
            fitting |= {key: value for key, value in waiting.items() if lead_to(value, each, expected)}
            waiting, steps, last, expected = {}, set(), each, each.number + 1
        elif each.number == expected and last and goes_on(each, last) and (each.form, each.level) not in steps:
            waiting[place] = each
            expected += 1
        elif not each.certain:
            steps.add((each.form, each.level))
    return {**fitting, **waiting}


def lead_to(each: Start, following: Start, expected: int) -> bool:
    """Whether a candidate may stand above the next sure question, where numbers counted up to `expected`."""
    return following.number == expected or (each.certain and following.number > expected)


def goes_on(each: Start, last: Start) -> bool:
    """Whether a candidate may follow a sure question: as sure as that, on its level, or like it and deeper."""
    if each.level == PLAIN_LEVEL or (each.sure is Sure.ASKING and not each.certain and each.form != last.form):
        return False
    if each.level == BOLD_LEVEL and asks(each.title):
        return True
    if each.form == last.form:
        return each.level >= last.level or is_question(each.title)
    return each.certain or each.level == last.level
