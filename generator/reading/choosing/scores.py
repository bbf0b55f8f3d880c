"""How well a proposal explains a bank: numbers that count, titles that ask and differ, answers, and text left over.

    bound = (marks + ASKING x asking) x counting x answered x read x reached x chapters

Marks are those of MARKS in the mean; each other value lies between 0 and 1. What is left over is weighed by `choosing`:
a score is the bound by the share of the text that falls into questions. The numbers were found by trying; beside those
that a bank of the tests needs stands its name, from the tests of shapes and of what is never swallowed.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from generator.reading.choosing.proposals import Proposal
from generator.reading.passages.asking import has_question_mark, is_question, is_question_or_task, mostly_questions
from generator.reading.shapes.openings import Mark, Opening, OpeningKind

_MARKS = {Mark.WORD: 3.0, Mark.NUMBER: 1.0, Mark.PARTS: 1.0, Mark.LETTER: 1.2, Mark.NONE: 0.2}
"""What a mark weighs: a word says it, a number may count anything; without one a title can ask still (russian.md)."""
_ASKING = 2.0
"""What titles weigh that all ask something (numbers-restart-in-files)."""
_TASK = 0.5
"""Of a title that gives a task, "Design a cache", against one that asks (one-question-with-steps)."""
_MOSTLY = 0.5
"""How many of bold lines and items must ask something: else they may be steps (bold-lines-that-may-be-steps)."""
_PLAIN = 0.5
"""For marks of plain lines, which may be parts of sentences."""
_WHOLE_FILES = 0.4
"""What a whole file weighs beside the mark of its title (one-question-a-file, front-titles)."""
_OWN_TEXT = 0.5
"""How many of the headings above must have text of their own to be the questions themselves."""
_BEGINS_AGAIN = 0.3
"""For numbers that begin again: in each topic, or as the steps of each answer do."""
_STEPS = 0.1
"""For numbers that begin again below numbered headings with text of their own: those are the questions (follow-ups)."""
_ONE_HOLDER = 0.5
"""For numbers all below one numbered heading, which may be the only question (one-question-with-steps)."""
_CHAPTERS = 0.3
"""For numbered headings above headings that ask something and have a number in two parts."""
_EMPTY = 0.5
"""For openings that have no text of their own (two-part-numbers.md)."""


class BankText(Struct, frozen=True):
    """The bank that the proposals are about."""

    files: Sequence[Sequence[Opening]]
    """All openings of each file."""
    filled: Sequence[Collection[int]]
    """For each file, the passages that have text of their own."""
    fronts: Collection[int] = ()
    """The places of files that speak about the others."""


def bound(proposal: Proposal, text: BankText) -> float:
    """The score of a proposal that explains all of the text."""
    found = proposal.openings
    kind = proposal.shape.kind
    asking = _mean(1.0 if is_question(each.title) else _TASK * is_question_or_task(each.title) for each in found)
    marks = _mean(_mark_of(each) for each in found)
    if kind is OpeningKind.FILE:
        marks += _WHOLE_FILES
    elif kind is not OpeningKind.HEADING and proposal.shape.marks != {Mark.WORD}:
        marks *= asking >= _MOSTLY
    score = (marks + _ASKING * asking) * _counting(proposal, text) * _answered(proposal, text) * _read(proposal, text)
    return score * _reached(proposal, text) * (_CHAPTERS if _are_chapters(proposal, text) else 1)


def _mark_of(opening: Opening) -> float:
    """What a mark weighs; in a plain line it may be a part of a sentence."""
    return _MARKS[opening.mark] * (_PLAIN if opening.kind is OpeningKind.LINE else 1)


def _counting(proposal: Proposal, text: BankText) -> float:
    """Whether the numbers count up, and how far titles differ where they do not."""
    numbers = proposal.numbers
    holders = _holding(proposal, text)
    again = begins_again(numbers) and (len(numbers) > 2 or len(holders) > 1)
    unnumbered = 2 * len(numbers) < len(proposal.openings)
    differing = _unique(proposal) ** 2 if again or unnumbered else 1.0
    if unnumbered or (proposal.shape.kind is not OpeningKind.HEADING and not again):
        return differing
    if again:
        own = [each.place in text.filled[file] for file, each in holders]
        return differing * (_STEPS if own and _mean(own) >= _OWN_TEXT else _BEGINS_AGAIN)
    return _ONE_HOLDER if len(holders) == 1 and proposal.openings[0].mark is not Mark.WORD else 1.0


def begins_again(numbers: Sequence[int]) -> bool:
    """Whether the first number comes again; any other number that comes twice is a mistake."""
    return bool(numbers) and numbers.count(min(numbers)) > 1


def _unique(proposal: Proposal) -> float:
    """The share of titles that come once."""
    titles = Counter(each.title.casefold().strip() for each in proposal.openings)
    return sum(count == 1 for count in titles.values()) / len(proposal.openings)


def _holding(proposal: Proposal, text: BankText) -> list[tuple[int, Opening]]:
    """The numbered headings of a higher level that stand right above some of the openings, with their files."""
    found: list[tuple[int, Opening]] = []
    for place, (chosen, every) in enumerate(zip(proposal.files, text.files, strict=True)):
        if not chosen:
            continue
        level = min(each.level or 7 for each in chosen)
        lines = {each.line for each in chosen}
        holder: Opening | None = None
        for each in every:
            if each.kind is OpeningKind.HEADING and each.level < level and each.mark is Mark.NUMBER:
                holder = each
            elif holder and each.line in lines:
                found.append((place, holder))
                holder = None
    return found


def _answered(proposal: Proposal, text: BankText) -> float:
    """The share of openings with something below them."""
    inner = proposal.shape.kind not in (OpeningKind.HEADING, OpeningKind.FILE)
    if inner:
        return _mean(each.size > 0 for each in proposal.openings)
    if proposal.shape.kind is OpeningKind.FILE:
        return 1.0
    own = [each.place in filled for chosen, filled in zip(proposal.files, text.filled, strict=True) for each in chosen]
    return _EMPTY + (1 - _EMPTY) * _mean(own)


def _read(proposal: Proposal, text: BankText) -> float:
    """How many of the headings that ask, as high as the openings, it opens."""
    if proposal.shape.kind is OpeningKind.FILE:
        return 1.0
    missed = 0
    for chosen, every in zip(proposal.files, text.files, strict=True):
        lines = {each.line for each in chosen}
        level = max((each.level or 7 for each in chosen), default=0)
        high = (each for each in every if each.kind is OpeningKind.HEADING and 1 < each.level <= level)
        missed += sum(each.line not in lines and has_question_mark(each.title) for each in high)
    return min(1.0, len(proposal.openings) / missed) if missed else 1.0


def _reached(proposal: Proposal, text: BankText) -> float:
    """The share of the files in which it opens something, but of those that speak about others."""
    own = [bool(chosen) for place, chosen in enumerate(proposal.files) if place not in text.fronts]
    return _mean(own) if any(own) else 1.0


def _mean(values: Iterable[float]) -> float:
    """The mean of some values, of which there are any; `statistics` takes longer to load than a bank to be scored."""
    found = list(values)
    return math.fsum(found) / len(found)


def _are_chapters(proposal: Proposal, text: BankText) -> bool:
    """Whether numbered headings stand above as many or more that ask and count through all, or on, as in "1.2"."""
    if proposal.shape.kind is not OpeningKind.HEADING or Mark.NUMBER not in proposal.shape.marks:
        return False
    level = max(each.level for each in proposal.openings)
    deeper = [each for file in text.files for each in file if each.kind is OpeningKind.HEADING and each.level > level]
    words = [each for each in deeper if each.mark is Mark.WORD]
    counting_on = words if not begins_again([each.number or 0 for each in words]) else []
    parts = [each.title for each in (*counting_on, *(each for each in deeper if each.mark is Mark.PARTS))]
    return len(parts) >= len(proposal.openings) and mostly_questions(parts)
