"""Find the words that mention another question, in all the ways that people write them.

    (See Q329)   See Question 84 for …   Similar to Q12   (See Q282/Q472)   Q1 & Q2   Q1-Q5   [Q329]

and none of the look-alikes: Q3 revenue, "Question 1 Start", (See Cortex / Thanos), the quartiles Q1 and Q3.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from generator.linking.cues import QUARTERS, Cue, cue, is_meant, is_spelled, stands_alone

WORD = r"(?:questions?\s+(?:no|nr|number)\.?\s?|q(?:ues(?:tions?)?)?\.?[ \u00a0]?)#?"
NUMBER = r"(?P<number>[0-9]{1,9})\b(?![\[{(]|\.[0-9]|%)"
_JOIN = r"\s*(?P<join>/|&|,\s*and\b|,\s*or\b|,|;|\+|\band\b|\bor\b|-|–|—|…|\.{2,3}|\b(?:to|through|with|vs)\b)\s*"

START = re.compile(rf"\b(?P<word>{WORD}){NUMBER}", re.IGNORECASE)
_NEXT = re.compile(rf"{_JOIN}(?P<here>)(?P<word>{WORD})?{NUMBER}", re.IGNORECASE)
_SPANS = ("-", "–", "—", "…", "..", "...", "to", "through")
"""Joining words that stand for all numbers between."""
_TIES = ("/", "&")
"""Characters that join questions rather than quarters of a year."""
_CLOSED = re.compile(r"\s*(?:[.,;:!?)\]/&–-]|$|\b(?:and|or|to|for|on|above|below|first|too)\b)")
"""What follows a number that counts nothing."""


class Mention(Struct, frozen=True):
    """Words that mention a question; places count the characters of the text."""

    begin: int
    """Of the words with their cue, as in "See Q329"."""
    core: int
    """Of the words without it, as in "Q329"."""
    end: int
    number: int
    until: int
    """The last number of a range that begins here; else the number itself."""


def mentions(text: str) -> Iterator[Mention]:
    """The mentions in a run of visible text, in its order."""
    place = 0
    while match := START.search(text, place):
        announced = cue(text, place, match.start())
        group = tuple(_run(text, match, announced))
        place = group[-1].end
        core = match.start()
        quarters = all(each.number <= QUARTERS for each in group) and not is_spelled(text, core)
        if (announced or _are_several(text, group, quarters)) and is_meant(text, announced, core, place, quarters):
            yield from group


def _run(text: str, match: re.Match[str], announced: Cue | None) -> Iterator[Mention]:
    """A mention and those joined to it, as in "Q282/Q472" or "questions 84-86"."""
    begin, core = announced.begin if announced else match.start(), match.start()
    number, end = int(match["number"]), match.end()
    several = match["word"].lower().startswith("questions")
    while following := _NEXT.match(text, end):
        spans = following["join"].lower() in _SPANS and number < int(following["number"])
        close = spans and " " not in following[0]
        if not (following["word"] or several or close or (announced and _goes_on(text, number, following))):
            break
        yield Mention(begin, core, end, number, int(following["number"]) if spans else number)
        begin = core = following.start("here")
        number, end = int(following["number"]), following.end()
    yield Mention(begin, core, end, number, number)


def _goes_on(text: str, number: int, following: re.Match[str]) -> bool:
    """Whether a bare number is one more question, as in "See Q328 and 329", not as in "Q328 and 2 others"."""
    digits = len(following["number"]) - len(str(number))
    return number < int(following["number"]) and digits <= 1 and _CLOSED.match(text, following.end()) is not None


def _are_several(text: str, group: tuple[Mention, ...], quarters: bool) -> bool:
    """Whether mentions that nothing announces can mean questions: joined ones or those alone in brackets.

    Of what may be quarters of a year, only those that “/” or “&” ties together, or that stand for themselves.
    """
    begin, end = group[0].core, group[-1].end
    alone = stands_alone(text, begin, end)
    if not quarters:
        return alone or len(group) > 1
    tied = all(text[one.end : other.core].strip() in _TIES for one, other in pairwise(group))
    return len(group) > 1 and (alone or tied or (begin, end) == (0, len(text)))
