"""What looks like the questions of a file, but in a form that cannot be read: without numbers, or as items of lists.

### What is a cache?   -> line 3: “What is a cache?” ends with a question mark but has no number, like 30 more lines
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.reading.asking import asks, has_mark
from generator.reading.flaws import Flaw
from generator.reading.formats import HEADINGS, PARTED
from generator.reading.inlines import first_line, visible
from generator.reading.parts import Part

SUMMARY = re.compile(r"<summary>(.*?)(?:</summary>|$)")


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


def unread(parts: Sequence[Part]) -> Unread | None:
    """The kind that has the most lines, if there are any."""
    found = [([seen for part in parts for seen in kind(part)], what) for kind, what in KINDS]
    lines, what = max(found, key=lambda each: len(each[0]))
    if not lines:
        return None
    title, others = lines[0].title[:60], len(lines) - 1
    more = f", like {others} more line{'s' * (others > 1)}" if others else ""
    hint = "number the questions 1, 2, 3 … through the whole bank, each in a heading like “### Question 1: title”"
    return Unread(len(lines), Flaw(lines[0].line, f"“{title}” {what}{more}", hint))


def unnumbered(part: Part) -> Iterator[Seen]:
    """Headings and bold paragraphs without a number that end with a question mark."""
    words = visible(part.heading).strip()
    if part.level in HEADINGS and not part.start and has_mark(words) and not PARTED.match(words):
        yield Seen(part.line, words)
    for block in part.blocks:
        first = block.children[:1] if block.kind == "paragraph" else ()
        if first and first[0].kind == "strong" and has_mark(visible(first)):
            yield Seen(part.base + block.line, visible(first))


def parted(part: Part) -> Iterator[Seen]:
    """Headings whose number is one like 1.2."""
    words = visible(part.heading).strip()
    match = PARTED.match(words)
    if part.level in HEADINGS and match and asks(words[match.end() :]):
        yield Seen(part.line, words)


def items(part: Part) -> Iterator[Seen]:
    """Items of numbered lists that hold an answer below their first line."""
    for block in part.blocks:
        for item in block.children if block.kind == "list" and block.get("ordered") else ():
            title = visible(first_line(item.children[0].children)[0]) if item.children else ""
            if len(item.children) > 1 and asks(title):
                yield Seen(part.base + item.line, title)


def summaries(part: Part) -> Iterator[Seen]:
    """Summaries of HTML's details."""
    for block in part.blocks:
        for match in SUMMARY.finditer(visible(block.children)) if block.kind == "paragraph" else ():
            yield Seen(part.base + block.line, match[1].strip())


KINDS: Sequence[tuple[Callable[[Part], Iterator[Seen]], str]] = (
    (unnumbered, "ends with a question mark but has no number"),
    (parted, "looks like a question but has a number in two parts"),
    (items, "looks like a question but is an item of a list"),
    (summaries, "looks like a question but is the summary of hidden text"),
)
"""Finders of lines, with what is to be said of them."""
