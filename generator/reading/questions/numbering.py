r"""Numbers for questions that have none: in bank order, going on from those that are there, which never change.

### What is a box?          -> ### Q1. What is a box?
## Q. What is a loop?       -> ## Q2. What is a loop?
<summary>Why?</summary>     -> <summary>Q3. Why?</summary>
### Q1: Again               -> ### Q4: Again, where numbers begin again in each topic
### What is a leap?         -> ### 5. What is a leap?, where others are like "### 4. What is a loop?"
"""

import codecs
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.problems import Failed
from generator.reading.choosing.choosing import Choice, choose_one
from generator.reading.choosing.refusals import overlooked, repeats
from generator.reading.passages.asking import mostly_questions
from generator.reading.passages.parsed import ParsedFile
from generator.reading.shapes.openings import Mark, Opening, OpeningKind, openings
from generator.reading.shapes.shape import Shape

_TAGS = r"(?:<[^<>]*>\s*)*"
_QUOTE = r"[ \t]*(?:>[ \t]*)?"
_PLACES = {
    OpeningKind.HEADING: re.compile(rf"{_QUOTE}(?:#{{1,6}}[ \t]+|<(?:h[1-6]|dt)\b[^<>]*>[ \t]*)?", re.IGNORECASE),
    OpeningKind.FILE: re.compile(r"(?:title:[ \t]*['\"]?|[ \t]*(?:#{1,6}[ \t]+|<h[1-6]\b[^<>]*>[ \t]*)?)", re.I),
    OpeningKind.BOLD: re.compile(rf"{_QUOTE}(?:\*\*|__)?"),
    OpeningKind.LINE: re.compile(r"[ \t]*"),
    OpeningKind.ITEM: re.compile(r"[ \t]*(?:[0-9]{1,9}[.)]|[-*+])[ \t]+(?:#{1,6}[ \t]+)?(?:\*\*|__)?"),
    OpeningKind.SUMMARY: re.compile(rf"(?:.*?<summary\b[^<>]*>)?\s*{_TAGS}", re.IGNORECASE),
}
"""What of a line stands before its number."""
_LETTER = re.compile(r"[^\w\n]*\w+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class Numbered(Struct, frozen=True):
    """A question that gets a number."""

    file: str
    opening: Opening
    number: int
    sign: str = "Q"
    """What stands before it where the question has no form of its own: nothing where others have a bare number."""


def numbering(texts: Sequence[ParsedFile], stated: Shape | None = None) -> tuple[Numbered, ...]:
    """The numbers that questions get. Raises Failed where it cannot be told what the questions are."""
    texts = [text for text in texts if not text.speaks_of_project or len(texts) == 1]
    choice = choose_one(texts, "", stated)
    if choice.shape is None or choice.is_unclear:
        raise Failed(choice.problems)
    questions = [(text.name, each) for text, file in zip(texts, _complete(texts, choice), strict=True) for each in file]
    sign = _sign_of([each for _, each in questions])
    return tuple(replace(each, sign=sign) for each in _changes(questions))


def _sign_of(questions: Sequence[Opening]) -> str:
    """What stands before new numbers, so that all questions are of one form."""
    marks = {each.mark for each in questions if each.kind is OpeningKind.HEADING}
    bare = [each.title for each in questions if each.mark is Mark.NUMBER]
    return "" if marks <= {Mark.NUMBER, Mark.NONE} and mostly_questions(bare) else "Q"


def _complete(texts: Sequence[ParsedFile], choice: Choice) -> Iterator[list[Opening]]:
    """The questions of each file, with the headings that ask as high as they do and have no number."""
    is_heading = choice.shape is not None and choice.shape.kind is OpeningKind.HEADING
    for text, chosen in zip(texts, choice.files, strict=True):
        missed = overlooked(chosen, openings(text.passages, text.lines)) if is_heading and chosen else ()
        yield sorted((*chosen, *missed), key=lambda each: each.line)


def _changes(questions: Sequence[tuple[str, Opening]]) -> Iterator[Numbered]:
    """The questions whose numbers are new."""
    known = [each.number for _, each in questions if each.number is not None]
    again = repeats(known)
    seen: set[int] = set()
    last = 0 if again else max(known, default=0)
    for file, each in questions:
        if each.number is not None and each.number not in seen and (not again or each.number > last):
            seen.add(each.number)
            last = max(last, each.number) if again else last
            continue
        last += 1
        yield Numbered(file, each, last)


def renumbered(data: bytes, wanted: Sequence[Numbered]) -> bytes:
    """The bytes of a file with its new numbers; nothing else changes, not even a line's end."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    lines = _LINE.findall(data.removeprefix(mark).decode())
    for each in wanted:
        lines[each.opening.line] = _numbered(lines[each.opening.line], each.opening, f"{each.number}", each.sign)
    return mark + "".join(lines).encode()


def _numbered(line: str, opening: Opening, number: str, sign: str) -> str:
    """A line with its new number."""
    place = _PLACES[opening.kind].match(line)
    begin = place.end() if place else 0
    if opening.start:
        tags = re.compile(_TAGS).match(line, begin)
        numbers = re.compile(r"\d+").finditer(line, tags.end() if tags else begin)
        if old := next((each for each in numbers if int(each[0]) == opening.start.number), None):
            return f"{line[: old.start()]}{number}{line[old.end() :]}"
    if opening.mark is Mark.LETTER and (letter := _LETTER.match(line, begin)):
        gap = " " if len(letter[0].lstrip("*_ ")) > 1 else ""
        return f"{line[: letter.end()]}{gap}{number}{line[letter.end() :]}"
    return f"{line[:begin]}{sign}{number}. {line[begin:]}"
