"""Lines that look like questions but are read as a part of an answer: each is pointed out, none is swallowed silently.

### Question 1: one
**Q7. seven**        -> line 2: “Q7. seven” looks like a question but is read as part of Q1's answer
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model import Element
from generator.problems import Severity
from generator.reading.markdown.flaws import Flaw
from generator.reading.markdown.phrasing.inlines import BREAKS, first_line, visible
from generator.reading.passages.asking import has_question_mark, is_question_or_task
from generator.reading.passages.headlines import outside
from generator.reading.passages.passages import Passage
from generator.reading.passages.patterns import BOLD_LEVEL, HEADINGS, NEARLY, PARTED, PLAIN_LEVEL, Start, question_start
from generator.reading.shapes.series import Starts

_FORM = "if it is one, write it as “### Question 12: title” with a number of its own"


@dataclass
class _Owner:
    """The question whose passages go by."""

    start: Start | None = None
    rank: int = 0
    """As of its heading's level; that of the file's first question where there is none."""
    steps: dict[tuple[str, int], int] = field(default_factory=dict)
    """The last number of each kind of step."""

    def is_next_step(self, start: Start) -> bool:
        """Whether a numbered line is the first step or follows on the last one."""
        kind = (start.example, start.level)
        follows = start.number == self.steps.get(kind, 0) + 1
        self.steps[kind] = start.number
        return follows

    @property
    def plain(self) -> bool:
        """Whether its heading is a plain line."""
        return self.start is not None and self.start.level == PLAIN_LEVEL

    @property
    def place(self) -> str:
        """What becomes of its lines that are no questions."""
        return f"is read as part of Q{self.start.number}'s answer" if self.start else "is read as a part of a topic"


def doubts(
    passages: Sequence[Passage], lines: Sequence[str], starts: Starts, ranks: Mapping[int, int]
) -> Iterator[Flaw]:
    """What may be questions but is not read so; of a file that has some."""
    if not starts:
        return
    numbers = {each.number for each in starts.values()}
    sure = any(each.is_unambiguous for each in starts.values())
    first = ranks[min(starts)]
    owner = _Owner(None, first)
    for place, passage in enumerate(passages):
        if place in ranks:
            owner = _Owner(starts.get(place), ranks[place] if place in starts else first)
        if place not in starts and _is_doubtful(passage, owner, numbers, sure):
            yield _doubt(passage.line, visible(passage.heading), owner)
        below = lines[passage.body : passage.end]
        if any(map(NEARLY.match, below)):
            yield from (_doubt(passage.base + line, words, owner) for line, words in _hidden(passage, owner.plain))
        if owner.start and owner.start.number + 1 not in numbers:
            yield from _fenced(passage, owner.start.number)


def _doubt(line: int, words: str, owner: _Owner) -> Flaw:
    """The warning about a line."""
    what = f"“{words.strip()[:60]}” looks like a question but {owner.place}"
    return Flaw(line, what, _FORM, Severity.WARNING)


def _fenced(passage: Passage, number: int) -> Iterator[Flaw]:
    """Where code in the answer to a question holds the heading of the next one: its fence may lack an end."""
    codes = (each for block in passage.blocks for each in block.walk() if each.kind == "code_block")
    for code in codes:
        for line, words in enumerate(code.text.split("\n"), code.line + 1):
            start = question_start((Element("text", words.lstrip("# ")),), passage.level) if words[:1] == "#" else None
            if start and start.is_unambiguous and start.number == number + 1:
                what = f"“{words.strip()[:60]}” is read as code in Q{number}'s answer"
                yield Flaw(
                    passage.base + line, what, "if it is a question, close the code fence above it", Severity.WARNING
                )


def _is_doubtful(passage: Passage, owner: _Owner, numbers: Collection[int], sure: bool) -> bool:
    """Whether a heading, or a line like one, is no question but may have been meant for one."""
    words = visible(passage.heading).strip()
    if passage.start and passage.level == PLAIN_LEVEL:
        return is_question_or_task(passage.start.title) and passage.start.number not in numbers
    if passage.level and NEARLY.match(words):
        return True
    beside = passage.level == owner.rank
    if not passage.start:
        return passage.level in HEADINGS and has_question_mark(words) and (beside or bool(PARTED.match(words)))
    if owner.is_next_step(passage.start):
        return has_question_mark(words) and not sure
    return passage.start.number not in numbers and (beside or has_question_mark(words))


def _hidden(passage: Passage, plain: bool) -> Iterator[tuple[int, str]]:
    """Lines inside the blocks of a passage that begin as questions do, with their place from its base.

    `plain`: the file's questions are plain lines.
    """
    yield from _inner_lines(passage.tail, plain)
    for block in passage.blocks:
        words = visible(first_line(block.children)[0])
        bold = _is_bold_line(first_line(block.children)[0])
        loud = bold or (words.startswith(("#", "<")) and not words.startswith("##"))  # of those `slips` tells
        if block.kind == "paragraph" and loud and NEARLY.match(words):
            yield block.line, words
        for each in block.walk():
            if each.kind == "heading" and each is not block and NEARLY.match(visible(each.children)):
                yield each.line, visible(each.children)
            yield from _inner_lines(each.children, plain)


def _is_bold_line(words: Sequence[Element]) -> bool:
    """Whether a line is bold as a whole, or asks something in bold: "**Q3 revenue** rose" is text."""
    is_bold = bool(words) and words[0].kind == "strong"
    return is_bold and (not outside(words[1:]) or is_question_or_task(visible(words[:1])))


def _inner_lines(elements: Sequence[Element], plain: bool) -> Iterator[tuple[int, str]]:
    """Lines of a paragraph, but its first, that would be questions with an empty line above."""
    breaks = [place for place, each in enumerate(elements) if each.kind in BREAKS]
    for begin, end in pairwise([*breaks, len(elements)]):
        line = elements[begin + 1 : end]
        bold = bool(line) and line[0].kind == "strong"
        start = question_start(line, BOLD_LEVEL if bold else PLAIN_LEVEL)
        meant = start is not None and start.is_unambiguous and (plain or bold or is_question_or_task(start.title))
        if meant or (re.match("#(?!#)", visible(line)) and NEARLY.match(visible(line))):
            yield line[0].line, visible(line)
