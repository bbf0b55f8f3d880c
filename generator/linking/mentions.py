"""Find the words that mention another question, in all the ways that people write them.

    (See Q329)   See Question 84 for …   Similar to Q12   (See Q282/Q472)   Q1 & Q2   Q1-Q5

and none of the look-alikes: Q3 revenue, "Question 1 Start", (See Cortex / Thanos).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CUE = (
    r"see(?: also)?|refer(?:red)? to|similar(?:ly)? to|same as|as in|like in|cf\.?|compare(?: with| to)?|"
    r"(?:discussed|covered|explained|described|shown|answered|mentioned|detailed|seen) in|builds on|based on|"
    r"related to|revisit|recall|review|check|follow-up to|continued (?:in|from)|extension of|variant of"
)
"""Words that announce a question."""
ONE = r"(?:q(?:uestions?)?\.?[ \u00a0]?#?)([0-9]{1,9})\b(?![\[{(]|\.[0-9]|%)"
NEXT = r"(?:q(?:uestion)?\.?[ \u00a0]?#?)?([0-9]{1,9})\b(?![\[{(]|\.[0-9]|%)"
JOIN = r"\s*(?:/|&|,|;|\+|,?\s*\band\b|,?\s*\bor\b|-|–|—|\bto\b)\s*"
RANGE = re.compile(r"-|–|—|to")

START = re.compile(rf"\b(?:(?P<cue>{CUE})[\s:]+(?:the )?)?(?P<first>{ONE})", re.IGNORECASE)
FOLLOWING = re.compile(
    rf"(?P<join>{JOIN})(?P<word>q(?:uestion)?\.?[ \u00a0]?#?)?(?P<number>[0-9]{{1,9}})\b(?![\[{{(]|\.[0-9]|%)",
    re.IGNORECASE,
)
LOOK_ALIKE = re.compile(
    r"\s*(?:revenue|results?|earnings|sales|report|forecast|guidance|quarter|numbers|fy\s?[0-9]|['’]?[0-9]{2,4}\b|:)",
    re.IGNORECASE,
)
"""What follows a quarter of a year, or a label."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mention a question."""

    begin: int
    end: int
    number: int
    until: int
    """The last number of a range that begins here; else the number itself."""


def mentions(text: str) -> Iterator[Mention]:
    """The mentions in a run of visible text, in its order."""
    place = 0
    while match := START.search(text, place):
        group = list(run(text, match))
        place = group[-1].end
        if is_reference(text, match, group):
            yield from group


def run(text: str, match: re.Match[str]) -> Iterator[Mention]:
    """A mention and those joined to it, as in "Q282/Q472"."""
    begin, number, end = match.start(), int(match[3]), match.end()
    while following := FOLLOWING.match(text, end):
        plain = not following["word"]
        if plain and not (RANGE.search(following["join"]) or match["cue"] or "questions" in match["first"].lower()):
            break
        spans = RANGE.search(following["join"]) and number < int(following["number"])
        yield Mention(begin, end, number, int(following["number"]) if spans else number)
        begin, number, end = following.end("join"), int(following["number"]), following.end()
    yield Mention(begin, end, number, number)


def is_reference(text: str, match: re.Match[str], group: list[Mention]) -> bool:
    """Whether a run is meant as one: announced by a cue, joined to another, or alone in brackets."""
    after = text[group[-1].end :]
    if LOOK_ALIKE.match(after):
        return False
    alone = text[: match.start()].endswith("(") and after.startswith(")")
    return bool(match["cue"]) or len(group) > 1 or (alone and group[0].number > 4)
