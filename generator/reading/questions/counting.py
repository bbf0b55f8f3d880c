"""Tell questions from topics and steps where all of them carry a bare number.

## 1. Basics   ### 1. What is a box?  ### 2. What is flex?   ## 2. More  ### 3. …     the lower ones are questions
## 1. Design a shop   ### 1. Needs  ### 2. Costs   ## 2. Design a bank  ### 1. …      the upper ones are
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.reading.questions.asking import are_questions, ask
from generator.reading.questions.formats import BOLD_LEVEL, PLAIN_LEVEL, Start
from generator.reading.questions.parts import Part
from generator.reading.questions.unread import OTHERS, UNNUMBERED, unread

Group = Mapping[int, Start]
"""Candidates of one form and level, by the place of the part in its file."""


def counted(found: Group, parts: Sequence[Part]) -> Group:
    """The numbered headings, or bold lines, that are questions; none if they are the topics of others."""
    groups: dict[tuple[int, str], dict[int, Start]] = {}
    for place, each in found.items():
        if not each.certain and each.level < PLAIN_LEVEL:
            groups.setdefault((each.level, each.form), {})[place] = each
    chosen: Group = {}
    for (level, _), group in sorted(groups.items(), key=lambda item: (item[0][0], min(item[1]))):
        if (level < BOLD_LEVEL or are_bold_questions(group)) and (not chosen or replaces(group, chosen)):
            chosen = group
    return {} if are_others(chosen, parts) else chosen


def are_others(group: Group, parts: Sequence[Part]) -> bool:
    """Whether numbered lines are the topics, or the steps, of questions that are written otherwise."""
    if not group or ask(titles(group)):
        return False
    level = min(each.level for each in group.values())
    above = unread([part for part in parts if part.level < level], (UNNUMBERED,))
    below = unread(parts, OTHERS)
    fewest = 2 if are_steps(group) else max(2, len(group))
    return any(found is not None and found.count >= fewest for found in (above, below))


def titles(group: Group) -> list[str]:
    """The titles of a group."""
    return [each.title for each in group.values()]


def are_bold_questions(group: Group) -> bool:
    """Whether bold lines ask something and count up: "**1. Load:**" is a step."""
    numbers = [each.number for each in group.values()]
    return are_questions(titles(group)) and all(before < after for before, after in pairwise(numbers))


def replaces(lower: Group, upper: Group) -> bool:
    """Whether the lower ones are questions and so the upper ones their topics."""
    above = [each.number for place, each in upper.items() if place < min(lower)]
    if not above or len(lower) < len(upper):
        return len(lower) > len(upper)
    if lower[min(lower)].number > above[-1]:
        return False
    if are_questions(titles(lower)) and not ask(titles(upper)):
        return True
    holders = {sum(place < each for place in upper) for each in lower}
    return not are_steps(lower) and len(holders) > 1


def are_steps(group: Group) -> bool:
    """Whether numbers begin anew, as the steps of each answer do; any other number that comes twice is a mistake."""
    numbers = [each.number for each in group.values()]
    return numbers.count(min(numbers)) > 1
