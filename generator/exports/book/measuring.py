"""How much of a page the words of a question take, so that its picture can have the rest.

    words_height(question, drawing, links=2, beside=False)  ->  92.4  (millimetres)

An estimate from the number of characters, on the safe side: asking typst to measure each question before it is set
costs a third more time and memory, and a picture a few millimetres smaller costs nothing.
"""

import math
from collections.abc import Iterable

from generator import markup
from generator.model import Drawing, Element, Question

LINE = 5.2
"""Of a line of the answer."""
SMALL_LINE = 4.5
"""Of a line of caption, walk and references."""
CHARACTERS = 80
"""In a line of the answer, as wide as the page."""
SMALL_CHARACTERS = 98
TITLE_CHARACTERS = 44
INDENT = 4
"""Characters that a level of a list takes off a line."""


def words_height(question: Question, drawing: Drawing, links: int, beside: bool) -> float:
    """Millimetres of heading, references and, with the picture below them, answer, caption and walk."""
    title = 14 + 7.5 * _lines(question.title, TITLE_CHARACTERS)
    foot = 16 + SMALL_LINE * 1.5 * links
    if beside:
        return title + foot
    return title + foot + _blocks(question.answer, CHARACTERS) + _caption(drawing) + 18


def _blocks(elements: Iterable[Element], room: int) -> float:
    return sum(_block(element, room) for element in elements)


def _block(element: Element, room: int) -> float:
    match element.kind:
        case "list" | "quote":
            return sum(_blocks(child.children or (child,), room - INDENT) for child in element.children) + 1
        case "code_block":
            return 8 + LINE * sum(_lines(line, room - 8) for line in element.text.split("\n"))
        case "table":
            return sum(8 * _lines(markup.text(row.children), room - 10) for row in element.children)
        case _:
            return LINE * _lines(markup.text((element,)), room) + 1


def _caption(drawing: Drawing) -> float:
    diagram = drawing.diagram
    steps = [SMALL_LINE * _lines(step.text, SMALL_CHARACTERS // 2 - 8) + 2 for step in diagram.steps]
    middle = math.ceil(len(steps) / 2) if len(steps) > 3 else len(steps)
    return SMALL_LINE * _lines(diagram.title + diagram.caption, SMALL_CHARACTERS) + max(
        sum(steps[:middle]), sum(steps[middle:])
    )


def _lines(text: str, room: int) -> int:
    return max(1, math.ceil(len(text) / max(room, 10)))
