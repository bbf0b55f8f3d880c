"""Questions of other forms whose numbers go on counting from those of the bank's shape.

### Question 1: one
**Q2. two**          -> the next number in a sure form: a question too
### 3. three         -> the next number: a question, unless others of its form stood there as steps
"""

from collections.abc import Mapping

from generator.reading.passages.asking import is_question, is_question_or_task
from generator.reading.passages.patterns import BOLD_LEVEL, PLAIN_LEVEL, Start, When

Starts = Mapping[int, Start]
"""By the place of the passage in its file."""


def continued(found: Starts, sure: Starts) -> Starts:
    """Candidates of other forms whose numbers go on counting from the sure ones, up to the next one or the end."""
    fitting: dict[int, Start] = {}
    waiting: dict[int, Start] = {}
    steps: set[tuple[str, int]] = set()
    last, expected = None, 0
    for place, each in found.items():
        if place in sure:
            fitting |= {key: value for key, value in waiting.items() if _lead_to(value, each, expected)}
            waiting, steps, last, expected = {}, set(), each, each.number + 1
        elif each.number == expected and last and _goes_on(each, last) and (each.example, each.level) not in steps:
            waiting[place] = each
            expected += 1
        elif not each.is_unambiguous:
            steps.add((each.example, each.level))
    return {**fitting, **waiting}


def _lead_to(each: Start, following: Start, expected: int) -> bool:
    """Whether a candidate may stand above the next sure question, where numbers counted up to `expected`."""
    return following.number == expected or (each.is_unambiguous and following.number > expected)


def _goes_on(each: Start, last: Start) -> bool:
    """Whether a candidate may follow a sure question: as sure as that, on its level, or like it and deeper."""
    unlike = each.when is When.ASKING and not each.is_unambiguous and each.example != last.example
    if each.level == PLAIN_LEVEL or unlike:
        return False
    if each.level == BOLD_LEVEL and is_question_or_task(each.title):
        return True
    if each.example == last.example:
        return each.level >= last.level or is_question(each.title)
    return each.is_unambiguous or each.level == last.level
