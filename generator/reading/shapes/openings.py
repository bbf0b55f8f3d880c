"""All lines of a file that may open a question, whatever the bank turns out to be written like.

### 12. What is a lock?             heading, with a number
## Q. What is a latch?              heading, with a letter
<summary>What is a mutex?</summary> summary, without a mark
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import takewhile

from msgspec import Struct

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import first_line, visible
from generator.reading.passages.asking import has_question_mark
from generator.reading.passages.headlines import outside
from generator.reading.passages.passages import Passage
from generator.reading.passages.patterns import BOLD_LEVEL, HEADINGS, LETTER, NAMELESS, PARTED, Start, question_start
from generator.reading.shapes.contents import is_contents
from generator.reading.shapes.folds import folds


class OpeningKind(StrEnum):
    """What kind of line opens a question."""

    HEADING = "heading"
    BOLD = "bold line"
    LINE = "line"
    ITEM = "list item"
    SUMMARY = "summary"
    FILE = "file"


class Mark(StrEnum):
    """What stands before the title."""

    WORD = "a word and a number"
    NUMBER = "a number"
    PARTS = "a number in two parts"
    LETTER = "a letter"
    NONE = "nothing"


class Opening(Struct, frozen=True):
    """A line that may open a question."""

    kind: OpeningKind
    level: int
    """1-6 for headings, 0 for others."""
    mark: Mark
    title: str
    """Without the mark."""
    line: int
    """Counted from 0 in the file."""
    place: int
    """Of the passage that it begins or lies in."""
    size: int = 0
    """Characters of the answer, where it is not what stands below a heading."""
    start: Start | None = None
    """The form of its number."""
    count: int | None = None
    """The number that its list gives it."""

    @property
    def number(self) -> int | None:
        """Its number, if it has one."""
        return self.start.number if self.start else self.count


def openings(passages: Sequence[Passage], lines: Sequence[str]) -> tuple[Opening, ...]:
    """Everything in a file that may open a question, in its order."""
    found = [opening for place, passage in enumerate(passages) for opening in _within(passage, place)]
    begins = [passage.line for passage in passages]
    for fold in folds(lines):
        place = max((place for place, line in enumerate(begins) if line <= fold.line), default=0)
        start = question_start((Element("text", fold.title),), 6)
        title = start.title if start else fold.title
        found.append(Opening(OpeningKind.SUMMARY, 0, _mark_of(start), title, fold.line, place, fold.size, start))
    return tuple(sorted(found, key=lambda each: each.line))


def _within(passage: Passage, place: int) -> Iterator[Opening]:
    """The openings of one passage: its heading, and lines inside its blocks."""
    if passage.level in HEADINGS and visible(passage.heading).strip():
        if passage.start or not is_contents(passage.blocks):
            yield heading(passage, place)
    elif passage.start:
        kind = OpeningKind.BOLD if passage.level == BOLD_LEVEL else OpeningKind.LINE
        yield Opening(kind, 0, _mark_of(passage.start), passage.start.title, passage.line, place, 1, passage.start)
    if passage.start and passage.start.is_unambiguous and passage.level in HEADINGS:
        return  # what stands below a heading that is surely a question is its answer
    for count, block in enumerate(passage.blocks):
        if block.kind == "paragraph":
            yield from paragraph(block, passage.base, place)
        elif block.kind == "list":
            rest = takewhile(lambda each: each.kind != "list", passage.blocks[count + 1 :])
            yield from _items(block, passage.base, place, (each for each in rest if each.kind not in ("rule", "html")))


def heading(passage: Passage, place: int) -> Opening:
    """A heading as an opening."""
    words, start = visible(passage.heading).strip(), passage.start
    mark, title = _mark_of(start), start.title if start else words
    parted = PARTED.match(words)
    if (match := parted or LETTER.match(words)) and not (start and start.is_unambiguous):
        mark, title, start = Mark.PARTS if parted else Mark.LETTER, words[match.end() :], None
    elif NAMELESS.match(words) and passage.blocks and passage.blocks[0].kind == "paragraph":
        mark, title, start = Mark.LETTER, visible(first_line(passage.blocks[0].children)[0]), None
    return Opening(OpeningKind.HEADING, passage.level, mark, title, passage.line, place, start=start)


def _mark_of(start: Start | None) -> Mark:
    """What the form of a question puts before the title."""
    return Mark.NONE if not start else Mark.WORD if start.is_unambiguous else Mark.NUMBER


def paragraph(block: Element, base: int, place: int) -> Iterator[Opening]:
    """A paragraph whose first line asks something in bold, or begins with "Q:"."""
    first = first_line(block.children)[0]
    words = visible(first).strip()
    match = LETTER.match(words)
    if first and first[0].kind == "strong" and (match or has_question_mark(visible(first[:1]))):
        title = words[match.end() :] if match else visible(first[:1])
        mark = Mark.LETTER if match else Mark.NONE
        if match or not outside(first[1:]):
            yield Opening(OpeningKind.BOLD, 0, mark, title, base + block.line, place, 1)
    elif match:
        yield Opening(OpeningKind.LINE, 0, Mark.LETTER, words[match.end() :], base + block.line, place, 1)


def _items(block: Element, base: int, place: int, rest: Iterable[Element]) -> Iterator[Opening]:
    """The items of a list that is no list of links; `rest`: what stands below it at the margin, up to the next one."""
    last = len(block.children) - 1
    for count, item in enumerate(block.children):
        if not item.children:
            continue
        first, more = first_line(item.children[0].children)
        if not first or (len(first) == 1 and first[0].kind == "link"):
            continue
        words = visible(first).strip()
        below = len(visible(more)) + sum(len(visible((child,))) for child in item.children[1:])
        if count == last and not below:
            below = sum(len(visible((each,))) for each in rest)
        size = below + len(words) if below else 0
        start = question_start((Element("text", words),), 6)
        start = start if start and start.is_unambiguous else None
        ordered = bool(block.get("ordered"))
        number = int(block.get("start", 1)) + count if ordered else None
        mark = Mark.WORD if start else Mark.NUMBER if ordered else Mark.NONE
        level = int(item.children[0].get("level", 0))
        title = start.title if start else words
        yield Opening(OpeningKind.ITEM, level, mark, title, base + item.line, place, size, start, number)
