"""Questions of other forms whose numbers go on counting from those of the bank's shape.

### Question 1: one
**Q2. two**          -> the next number in a sure form: a question too
### 3. three         -> the next number: a question, unless others of its form stood there as steps
"""

from collections.abc import Mapping

from generator.reading.passages.asking import asks, is_question
from generator.reading.passages.forms import BOLD_LEVEL, PLAIN_LEVEL, Start, Sure

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
