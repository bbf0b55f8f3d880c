"""An answer's tree as plain JSON values, for the templates that print it.

    Element("strong", children=(Element("text", "Trigger:"),))
        ->  {"kind": "strong", "children": ["Trigger:"]}

Two things are made ready for paper: heading levels inside an answer begin at 3 and skip none (PDF/UA demands it), and
words longer than a line get places where they may break. `portable` makes a tree ready for any place but the site.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.exports.shared.embedded import drawing_of, formula
from generator.markup import text
from generator.model import IN_ENGLISH, Element, Question, Wording

_LONGEST = 40
"""Characters in one run without a space that still fit a line of the narrowest sheet."""
_BREAK = "\u200b"
_WHOLE = re.compile(r"(?:https?://[\w.:-]+(?:[/?#][\w./?#&=%+,;:@!$*~'()-]*)?|mailto:[\w.+-]+@[\w.-]+)", re.ASCII)
"""Addresses that lead somewhere from a file on a reader's device, and that the strictest checker takes."""


def answer_of(question: Question, wording: Wording = IN_ENGLISH) -> tuple[Element, ...]:
    """The right options and the answer, or a line that says that there is none."""
    missing = Element("emphasis", children=(Element("text", wording("There is no answer yet.")),))
    return (*question.solution, *question.answer) or (Element("paragraph", children=(missing,)),)


def plain(element: Element) -> Any:
    """The element and all below it as dicts, lists, strings and numbers; words alone are a string."""
    if element.kind == "text":
        return _breakable(element.text)
    if element.kind == "math":  # the picture of it, with its lengths in em
        made = formula(str(element.get("mathml")))
        lengths = {"width": made.width, "height": made.height, "below": made.below}
        return {"kind": "math", "file": made.name, "alt": element.text, "display": element.get("display"), **lengths}
    value: dict[str, Any] = {"kind": element.kind, **dict(element.attributes)}
    if element.kind == "picture":
        value["file"] = drawing_of(str(element.get("file")))
    if element.text or not element.children:
        value["text"] = _breakable(element.text)
    if element.children or not element.text:
        value["children"] = [plain(child) for child in element.children]
    return value


def blocks(elements: Iterable[Element], below: int = 2) -> list[Any]:
    """The blocks of an answer, with heading levels that begin after the one they stand below and never skip one."""
    values = [plain(element) for element in portable(elements)]
    last = below
    for heading in _headings(values):
        last = heading["level"] = max(below + 1, min(int(heading["level"]), last + 1, 6))
    return values


def _headings(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """All headings in the order of the text, those in lists and quotes too."""
    for value in values:
        if isinstance(value, dict):
            if value["kind"] == "heading":
                yield value
            yield from _headings(value.get("children", ()))


def portable(elements: Iterable[Element]) -> tuple[Element, ...]:
    """The elements without links that lead nowhere outside the site, task boxes as characters."""
    return tuple(piece for element in elements for piece in _portable(element))


def _portable(element: Element) -> tuple[Element, ...]:
    children = portable(element.children)
    if element.kind == "heading" and not text(children).strip():  # a PDF for everybody must not hold any
        return ()
    if element.kind == "link" and not _WHOLE.fullmatch(str(element.get("href"))):
        return children
    if element.kind == "details" and element.get("answers"):
        return children[1:]
    if element.kind == "details":
        title = Element("paragraph", "", (Element("strong", "", children[0].children),), (), element.line)
        return (title, *children[1:])
    if element.kind == "image" and not _WHOLE.fullmatch(str(element.get("src"))):
        return (Element("text", element.caption),)
    if element.kind == "image":
        return (element.but(text=element.caption),)
    if element.kind == "item" and element.get("checked") != "":
        mark = Element("text", "☑ " if element.get("checked") else "☐ ")
        return (element.but(children=_before(mark, children), attributes=()),)
    return (element.but(children=children),)


def _before(mark: Element, children: tuple[Element, ...]) -> tuple[Element, ...]:
    """The mark in front of the first words of an item."""
    if children and children[0].kind == "paragraph":
        return (children[0].but(children=(mark, *children[0].children)), *children[1:])
    return (mark, *children)


def _breakable(text: str) -> str:
    """The text with a zero-width space after every so many characters of a word that is too long for a line."""
    return re.sub(rf"[^\s{_BREAK}]{{{_LONGEST}}}(?=[^\s{_BREAK}])", rf"\g<0>{_BREAK}", text)
