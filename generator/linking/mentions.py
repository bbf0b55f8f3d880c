"""Find the words that mention another question, in all the ways that people write them.

    (See Q329)   See Question 84 for …   Similar to Q12   (See Q282/Q472)   Q1 & Q2   Q1-Q5

and none of the look-alikes: Q3 revenue, "Question 1 Start", (See Cortex / Thanos).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CUES = (
    "see",
    "see also",
    "ref",
    "refer",
    "refer to",
    "refer back to",
    "similar to",
    "similarly to",
    "same as",
    "same as in",
    "as in",
    "as per",
    "like in",
    "cf",
    "compare",
    "compare with",
    "compared to",
    "discussed in",
    "covered in",
    "explained in",
    "described in",
    "answered in",
    "mentioned in",
    "detailed in",
    "shown in",
    "builds on",
    "based on",
    "related to",
    "revisit",
    "extension of",
    "variant of",
    "follow-up to",
    "continued in",
    "answer to",
)
"""Words that announce a question."""

CUE = "|".join(cue.replace(" ", r"\s+") for cue in sorted(CUES, key=len, reverse=True))
WORD = r"q(?:uestions?)?\.?[ \u00a0]?#?"
NUMBER = r"(?P<number>[0-9]{1,9})\b(?![\[{(]|\.[0-9]|%)"
JOIN = r"\s*(?P<join>/|&|,\s*and\b|,\s*or\b|,|;|\+|\band\b|\bor\b|-|–|—|\bto\b|\bthrough\b)\s*"

START = re.compile(rf"\b(?:(?:{CUE})\b[.:]?\s+(?:the\s+)?(?P<cued>))?(?P<word>{WORD}){NUMBER}", re.IGNORECASE)
NEXT = re.compile(rf"{JOIN}(?P<here>)(?P<word>{WORD})?{NUMBER}", re.IGNORECASE)
SPANS = ("-", "–", "—", "to", "through")
"""Joining words that stand for all numbers between."""
LOOK_ALIKE = re.compile(
    r"\s*(?:revenues?|results?|earnings|sales|profits?|reports?|forecasts?|guidance|quarters?|targets?|goals?|okrs?|"
    r"budgets?|numbers|fy\s?[0-9]|(?:of\s+)?['’]?[0-9]{2,4}\b)",
    re.IGNORECASE,
)
"""What follows a quarter of a year."""
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Mention:
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
        group = tuple(run(text, match))
        place = group[-1].end
        if is_meant(text, match["cued"] is not None, group):
            yield from group


def run(text: str, match: re.Match[str]) -> Iterator[Mention]:
    """A mention and those joined to it, as in "Q282/Q472" or "questions 84-86"."""
    begin, core, number, end = match.start(), match.start("word"), int(match["number"]), match.end()
    several = match["word"].lower().startswith("questions")
    while following := NEXT.match(text, end):
        spans = following["join"].lower() in SPANS and number < int(following["number"])
        if not (following["word"] or several or (spans and " " not in following[0])):
            break
        yield Mention(begin, core, end, number, int(following["number"]) if spans else number)
        begin = core = following.start("here")
        number, end = int(following["number"]), following.end()
    yield Mention(begin, core, end, number, number)


def is_meant(text: str, cued: bool, group: tuple[Mention, ...]) -> bool:
    """Whether words mean questions: announced by a cue, joined to others, or alone in brackets.

    Q1 to Q4 may be quarters of a year, and what follows tells.
    """
    first, last = group[0], group[-1]
    quarters = all(each.number <= QUARTERS for each in group)
    if quarters and LOOK_ALIKE.match(text, last.end):
        return False
    alone = text[: first.begin].endswith("(") and text[last.end :].startswith(")")
    return cued or len(group) > 1 or (alone and not quarters)
