"""From a paragraph that may begin with a question to the question's words and what belongs to its answer.

**Q3: What is a service?** A stable address.   -> Q3 "What is a service?", tail "A stable address."
**Q3:** What is a service?                     -> Q3 "What is a service?"
Q3. What is a service?⏎A stable address.       -> Q3 "What is a service?", tail "⏎A stable address."
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.model import Element
from generator.reading.markdown.parser import tokens
from generator.reading.markdown.phrasing.inlines import first_line, visible
from generator.reading.markdown.tree import inlines
from generator.reading.passages.asking import has_question_mark
from generator.reading.passages.labels import JOINER, plain_beginning
from generator.reading.passages.patterns import (
    BOLD_LEVEL,
    MIDDLE,
    PLAIN_LEVEL,
    QUESTION,
    SIGNS,
    Q,
    Start,
    question_start,
)

MAY_BEGIN = re.compile(rf"\*\*|__|{SIGNS}(?:{QUESTION}|{Q}){MIDDLE}\d", re.IGNORECASE)
"""What a paragraph with a question on its first line begins with."""
_RUN = re.compile(r"(\*\*|__)(?=\S).*?(?<=\S)\1(?:\s*[:–—-](?=\s))?\s*")
"""A bold run at the beginning of a line, and what divides it from the text."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Headline(Struct, frozen=True, kw_only=True):
    """The words of a heading, or of a line that may be one."""

    level: int
    """1-6, `BOLD_LEVEL` or `PLAIN_LEVEL`, or 0 for what stands before the first heading."""
    heading: tuple[Element, ...] = ()
    """The words."""
    start: Start | None = None
    """The form of a question that they have."""
    tail: tuple[Element, ...] = ()
    """The rest of the paragraph whose first line they are, with the line end that divides it from them."""
    cut: int = 0
    """Column of the line at which the tail begins, or 0 where it begins on the next line."""


def headline(elements: Sequence[Element], raw: str = "") -> Headline:
    """The first line of a paragraph as a heading; `raw` is that line as the file has it."""
    words, rest = first_line(elements)
    tail = tuple(elements[len(words) :]) if rest else ()
    run = words[:1]
    level = BOLD_LEVEL if run and run[0].kind in ("strong", "emphasis") else PLAIN_LEVEL
    start = question_start(words, level)
    if not start or level == PLAIN_LEVEL:
        return Headline(level=level, heading=words, start=start, tail=tail)
    whole = not outside(words[1:])
    if not (start.is_unambiguous or whole or has_question_mark(visible(run))):
        return Headline(level=level, heading=words, tail=tail)
    cut = 0 if whole or start.length >= len(visible(run)) else _answer_column(words, raw)
    if not cut:
        return Headline(level=level, heading=words, start=start, tail=tail)
    start = question_start(run, level)
    return Headline(level=level, heading=run, start=start, tail=(*words[1:], *tail), cut=cut)


def outside(words: Sequence[Element]) -> str:
    """The text behind a bold run, if it is more than a remark in brackets or an emoji."""
    text = visible(words)
    return text if re.search(r"\w", _BRACKETS.sub("", text)) else ""


def _answer_column(words: Sequence[Element], raw: str) -> int:
    """The column at which an answer begins behind the bold title on its line; 0 where the title goes on instead."""
    title, rest = visible(words[:1]), visible(words[1:])
    if has_question_mark(rest) and not has_question_mark(title):
        return 0
    match = _RUN.match(raw)
    if not match or not raw[match.end() :].strip():
        return 0
    stream, _ = tokens(plain_beginning(raw[match.end() :]))
    inline = next((token for token in stream if token.type == "inline"), None)
    same = inline and visible(inlines(inline.children or (), 0)).lstrip(JOINER) == rest.lstrip(" :–—-").rstrip()
    return match.end() if same else 0
