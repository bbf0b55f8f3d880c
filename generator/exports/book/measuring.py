"""How high the words of a question stand in a column, so that its picture can have the rest of the page.

    Prose(question, drawing, rows, sheet).height(165, columns=2)  ->  92.4  (millimetres)

An estimate from the number of characters, on the safe side: having typst measure all before it sets them costs a third
more time and memory, and a picture a few millimetres smaller costs nothing. What turns out higher than a page is parted
there.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from fontTools.ttLib import TTFont

from generator import markup
from generator.exports.book.glyphs import FONTS
from generator.model import Drawing, Element, Question, Step

_LINE = 4.75
"""Of a line of the answer, in millimetres; this and all below are those of the book's size of type."""
_SMALL_LINE = 4.1
"""Of a line of caption, walk and references."""
_CHARACTER, _SMALL_CHARACTER, _TITLE_CHARACTER = 165 / 88, 165 / 107, 165 / 44
"""Width of a character."""
_INDENT = 4
"""Characters that a level of a list takes off a line."""
_WIDE = 0x2E80
"""Characters from here on are twice as wide."""

_WORD = re.compile(r"\w+")
_PLACES = re.compile(r"[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*")
"""What stays together on a line of a title: a word with the space behind it, or a character that is a word."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, within its margins."""

    width: float
    """In millimetres, as is the height."""
    height: float
    narrowest: float
    """Of a column of words beside a picture."""
    size: float = 1.0
    """Of its type, as a part of the book's."""
    columns: int = 1
    """Of the steps below a picture."""


@dataclass(frozen=True)
class Prose:
    """What is set of a question besides its picture."""

    question: Question
    drawing: Drawing
    rows: Sequence[str]
    """The lines of references below it."""
    sheet: Sheet
    told: Sequence[Step] = ()
    """The steps below its picture."""

    @cached_property
    def frame(self) -> float:
        """Millimetres of heading and references, always as wide as the page."""
        width, size = self.sheet.width, self.sheet.size
        title = 14 + 7.5 * _lines(self.question.title, width / _TITLE_CHARACTER / size)
        rows = sum(3 + _SMALL_LINE * _lines(row, width / _SMALL_CHARACTER / size) for row in self.rows)
        return size * (title + rows + (8 if self.rows else 0))

    @cached_property
    def across(self) -> float:
        """Millimetres of answer, caption and walk as wide as the page."""
        return self.height(self.sheet.width, self.sheet.columns)

    def height(self, width: float, columns: int) -> float:
        """Millimetres of answer, caption and walk in a column."""
        width /= self.sheet.size
        blocks = (*self.question.body, *self.question.solution, *self.question.answer)
        label = 12 if self.question.body else 0
        return self.sheet.size * (_blocks(blocks, int(width / _CHARACTER)) + label + self._caption(width, columns))

    def _caption(self, width: float, columns: int) -> float:
        diagram, told = self.drawing.diagram, self.told
        room = int(width / _SMALL_CHARACTER)
        if len(told) < 4:
            columns = 1
        steps = [_SMALL_LINE * _lines(step.text, room // columns - 8) + 2 for step in told]
        middle = math.ceil(len(steps) / columns)
        walk = max(sum(steps[:middle]), sum(steps[middle:]))
        return 10 + _SMALL_LINE * _lines(diagram.title + diagram.caption, room) + walk


def surely_within(height: float, width: float, answer: Sequence[Element]) -> bool:
    """Whether an answer of words alone is not higher than that in a column."""
    if any(each.kind in ("picture", "math", "table") for block in answer for each in block.walk()):
        return False
    return _blocks(answer, int(width / _CHARACTER)) <= height


def even(title: str, room: float) -> float:
    """The width, in em as a room's is, in which a title has lines of one length, as many as in the room."""
    words = [sum(_advances().get(ord(each), 1.0) for each in word) for word in _PLACES.findall(title)]
    fewest = _rows(words, room)
    widths = (room * part / 20 for part in range(10, 20)) if fewest > 1 else ()
    return next((width for width in widths if _rows(words, 0.98 * width) == fewest), room)


def _rows(words: Iterable[float], room: float) -> int:
    """Lines of words of some lengths; one that is longer than a line is a line."""
    rows, used = 1, 0.0
    for length in words:
        if used and used + length > room:
            rows, used = rows + 1, 0.0
        used += length
    return rows


@cache
def _advances() -> dict[int, float]:
    """How wide each character of a title is, in em."""
    font = TTFont(FONTS / "Inter-Bold.ttf", lazy=True)
    widths, unit = font["hmtx"], font["head"].unitsPerEm
    return {code: widths[name][0] / unit for code, name in font.getBestCmap().items()}


def steps_set(drawing: Drawing, question: Question) -> tuple[Step, ...]:
    """The steps that are set below a picture: a draft's walk that only says the answer again is not."""
    steps = drawing.diagram.steps
    if drawing.diagram.draft:
        said = _plain(markup.text((*question.body, *question.answer)))
        if all(_plain(step.text) in said for step in steps):
            return ()
    return steps


def _plain(text: str) -> str:
    """The words alone, each between spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _blocks(elements: Iterable[Element], room: int) -> float:
    return sum(_block(element, room) for element in elements)


def _block(element: Element, room: int) -> float:
    match element.kind:
        case "list" | "quote":
            return sum(_blocks(child.children or (child,), room - _INDENT) for child in element.children) + 1
        case "code_block":
            return 8 + _LINE * sum(_lines(line, room - 8) for line in element.text.split("\n"))
        case "table":
            return sum(8 * _lines(markup.text(row.children), room - 10) for row in element.children)
        case _:
            return _LINE * _lines(markup.text((element,)), room) + 1


def _lines(text: str, room: float) -> int:
    length = len(text) if text.isascii() else len(text) + sum(ord(character) >= _WIDE for character in text)
    return max(1, math.ceil(length / max(room, 10)))
