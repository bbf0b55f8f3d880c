"""What looks like the questions of a file, but in a form that cannot be read: without numbers, or as items of lists.

### What is a cache?
-> line 3: “What is a cache?” looks like a question but has no number that can be read, like 30 more lines
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from generator.reading.markdown.flaws import Flaw
from generator.reading.markdown.inlines import first_line, visible
from generator.reading.questions.asking import has_mark, is_question
from generator.reading.questions.formats import HEADINGS, NEARLY, PARTED
from generator.reading.questions.parts import Part

SUMMARY = re.compile(r"<summary\b[^>]*>(.*?)(?:</summary>|$)", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Seen:
    """A line that may be a question."""

    line: int
    """Counted from 0."""
    title: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines of one kind that look like questions."""

    count: int
    flaw: Flaw


Kind = tuple[Callable[[Part], Iterator[Seen]], str]
"""A finder of lines, with what is to be said of them."""


def unread(parts: Sequence[Part], kinds: Sequence[Kind]) -> Unread | None:
    """The kind that has the most lines, if there are any."""
    found = [([seen for part in parts for seen in kind(part)], what) for kind, what in kinds]
    lines, what = max(found, key=lambda each: len(each[0]))
    if not lines:
        return None
    title, others = lines[0].title[:60], len(lines) - 1
    more = f", like {others} more line{'s' * (others > 1)}" if others else ""
    hint = "number the questions 1, 2, 3 … through the whole bank, each in a heading like “### Question 1: title”"
    return Unread(len(lines), Flaw(lines[0].line, f"“{title}” {what}{more}", hint))


def unnumbered(part: Part) -> Iterator[Seen]:
    """Headings and bold paragraphs that ask something, without a number as questions have it."""
    words = visible(part.heading).strip()
    like = has_mark(words) or NEARLY.match(words) is not None
    if part.level in HEADINGS and not part.start and like and not PARTED.match(words):
        yield Seen(part.line, words)
    for block in part.blocks:
        first = block.children[:1] if block.kind == "paragraph" else ()
        if first and first[0].kind == "strong" and has_mark(visible(first)):
            yield Seen(part.base + block.line, visible(first))


def unsure(part: Part) -> Iterator[Seen]:
    """Numbered lines that are no questions for sure."""
    if part.start:
        yield Seen(part.line, visible(part.heading).strip())


def parted(part: Part) -> Iterator[Seen]:
    """Headings whose number is one like 1.2."""
    words = visible(part.heading).strip()
    match = PARTED.match(words)
    if part.level in HEADINGS and match and is_question(words[match.end() :]):
        yield Seen(part.line, words)


def items(part: Part) -> Iterator[Seen]:
    """Items of lists: those with "Q1", and those with a number that hold an answer below their first line."""
    for block in part.blocks:
        for item in block.children if block.kind == "list" else ():
            title = visible(first_line(item.children[0].children)[0]) if item.children else ""
            if NEARLY.match(title) or (block.get("ordered") and len(item.children) > 1 and is_question(title)):
                yield Seen(part.base + item.line, title)


def summaries(part: Part) -> Iterator[Seen]:
    """Summaries of HTML's details."""
    for block in part.blocks:
        for match in SUMMARY.finditer(block.text) if block.kind == "html" else ():
            line = block.line + block.text.count("\n", 0, match.start())
            yield Seen(part.base + line, unescape(TAG.sub("", match[1])).strip())


UNNUMBERED: Kind = (unnumbered, "looks like a question but has no number that can be read")
UNSURE: Kind = (unsure, "may be a question, but a step of an answer as well")
OTHERS: Sequence[Kind] = (
    (parted, "looks like a question but has a number in two parts"),
    (items, "looks like a question but is an item of a list"),
    (summaries, "looks like a question but is the summary of hidden text"),
)


def unread_file(parts: Sequence[Part]) -> Flaw | None:
    """What looks like the questions of a file in which none was found."""
    seen = unread(parts, (UNNUMBERED, *OTHERS)) or unread(parts, (UNSURE,))
    return seen.flaw if seen else None
