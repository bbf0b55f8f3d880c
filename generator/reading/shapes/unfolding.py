"""Questions that are list items or summaries, as headings with their answers below them, line by line.

1. Which service stores objects?     ###### 1. Which service stores objects?
    - A. Queue                   ->  - A. Queue
    - B. Bucket                      - B. Bucket

No line is added or taken away, so that places stay; only marks and tags that held the question go.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.reading.passages.chunks import file_passages
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.patterns import Start
from generator.reading.shapes.folds import Fold, folds
from generator.reading.shapes.openings import Opening, OpeningKind
from generator.reading.shapes.series import continued
from generator.reading.shapes.shape import Shape

_HEADING = "###### "
"""Deeper than any heading that may be a topic's."""
_MARKER = re.compile(r"[ \t]{0,3}(?:[0-9]{1,9}[.)]|[-*+])(?:[ \t]+|$)")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_WRAPPERS = re.compile(
    r"^(?:\s|<br\s*/?>|</?(?:b|p|strong|div)\s*>)+|(?:\s|<br\s*/?>|</?(?:b|p|strong|div)\s*>)+$", re.I
)
_CLOSING = re.compile(r"</details\s*>", re.IGNORECASE)
_BEFORE_END = re.compile(r"^.*?</summary\s*>", re.IGNORECASE)
_ROUND_SUMMARY = re.compile(r"^.*?<summary\b[^<>]*>|</summary\s*>.*$", re.IGNORECASE)
"""What stands on the line of a summary before and behind its words."""


def _unfolded(lines: Sequence[str], questions: Sequence[Opening]) -> list[str]:
    """The lines of a file with its questions, of which there are some, as headings."""
    text = list(lines)
    if questions[0].kind is OpeningKind.SUMMARY:
        begins = {each.line for each in questions}
        for fold in folds(lines):
            if fold.line in begins:
                _open_fold(text, fold)
        return text
    ends = [*(each.line for each in questions[1:]), len(lines)]
    for each, end in zip(questions, ends, strict=True):
        _open_item(text, each, end)
    return text


def _open_fold(text: list[str], fold: Fold) -> None:
    """Make a summary a heading, and let what it hides stand below it."""
    line, below = text[fold.line], fold.line + 1
    text[fold.begin : fold.line] = [""] * (fold.line - fold.begin)
    text[fold.line] = _HEADING + _WRAPPERS.sub("", _ROUND_SUMMARY.sub("", line))
    rest = ""
    if "</summary" in line.lower():
        rest = _WRAPPERS.sub("", _BEFORE_END.sub("", line))
    else:
        text[below] = _BEFORE_END.sub("", text[below])
    if rest and fold.end == fold.line:
        rest = _CLOSING.sub("", rest)
    if rest and below < len(text):
        text[below] = f"{rest} {text[below]}".rstrip()
    elif rest:
        text.append(rest)
    if fold.end > fold.line:
        text[fold.end] = _WRAPPERS.sub("", _CLOSING.sub("", text[fold.end], count=1))


def _open_item(text: list[str], item: Opening, end: int) -> None:
    """Make an item a heading, and what it holds, up to a line, stand at the margin."""
    marker = _MARKER.match(text[item.line])
    if not marker:
        return
    width = len(marker[0].expandtabs(4))
    words = _HASHES.sub("", text[item.line][marker.end() :])
    number = "" if item.start or item.count is None else f"{item.count}. "
    text[item.line] = f"{_HEADING}{number}{words}"
    for line in range(item.line + 1, end):
        below = text[line].expandtabs(4)
        indent = len(below) - len(below.lstrip(" "))
        if below.strip() and not indent:
            return
        text[line] = below[min(indent, width) :]


class Opened(Struct, frozen=True):
    """A file whose questions all stand in headings or lines."""

    text: ParsedFile
    starts: Mapping[int, Start]
    """The numbers of its questions, by the places of their passages."""
    margin: frozenset[int] | None
    """The lines of headings that may be topics; None for all."""
    topics: frozenset[int] | None = None
    """The levels of headings that begin topics, where they are stated."""
    answers: str = ""
    """The words that answers begin with, where they are stated."""


def opened(text: ParsedFile, shape: Shape | None, questions: Sequence[Opening]) -> Opened:
    """A file read by the bank's shape."""
    sure = {each.place: each.start for each in questions if each.start}
    topics, answers = (shape.topics, shape.answers) if shape else (None, "")
    if shape is None or not shape.is_inside or not questions:
        found = {place: passage.start for place, passage in enumerate(text.passages) if passage.start}
        alone = shape is None or shape.kind is OpeningKind.FILE or shape.is_stated
        starts = sure if alone else dict(sorted({**sure, **continued(found, sure)}.items()))
        return Opened(text, starts, None, topics, answers)
    lines = _unfolded(text.lines, questions)
    passages, _, definitions = file_passages("\n".join(lines))
    begins = {each.line for each in questions}
    starts = {place: each.start for place, each in enumerate(passages) if each.line in begins and each.start}
    margin = frozenset(each.line for each in text.passages)
    text = replace(text, lines=lines, passages=passages, definitions=definitions)
    return Opened(text, starts, margin, topics, answers)
