"""From a chunk's text to its passages: a heading (or a line like one) and all that stands below it, up to the next."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.token import Token
from msgspec import Struct

from generator.jobs.limits import HINT, SECONDS, TooLong, within
from generator.model import Element
from generator.reading.markdown.flaws import Flaw, flaws, is_closed
from generator.reading.markdown.parser import tokens
from generator.reading.markdown.phrasing.inlines import shifted
from generator.reading.markdown.tree import elements, inlines, one_line
from generator.reading.passages.headlines import MAY_BEGIN, Headline, headline
from generator.reading.passages.patterns import question_start

LARGEST_CHUNK = 100_000
"""Characters of a question with its answer; more is no answer, and Markdown takes long over it."""


class Passage(Headline, frozen=True, kw_only=True):
    """A heading and the blocks below it. Lines are counted from 0 at the beginning of the parsed text."""

    blocks: tuple[Element, ...]
    line: int = 0
    """Of the heading."""
    body: int = 0
    """The first line of what stands below the heading, or behind it."""
    end: int
    """The line below its last."""
    base: int = 0
    """Line of the last heading that may be a question's, from which those of the elements are counted."""
    ruled: bool = False
    """Whether only a "---" right below makes its words a heading, which may have been meant to divide questions."""


class Chunk(Struct, frozen=True):
    """What one parsed chunk of a file came to."""

    passages: tuple[Passage, ...]
    definitions: tuple[tuple[str, Any], ...]
    """Link definitions, which other chunks may use."""
    flaws: tuple[Flaw, ...]
    open_fence: str
    """The marks of a fence that is still open at the end, or empty."""


def chunk(text: str, references: Mapping[str, Any] | None = None) -> Chunk:
    """Parse a chunk of a file; a pure function of its text, made to be cached."""
    lines = text.split("\n")
    if len(text) > LARGEST_CHUNK:
        what = f"the answer has {len(text):,} characters, {LARGEST_CHUNK:,} at most"
        return Chunk((), (), (Flaw(0, what, "divide it into several questions"),), "")
    try:
        with within(SECONDS):
            stream, definitions = tokens(text, references)
            found = tuple(flaws(stream, lines))
            last = stream[-1] if stream and stream[-1].type == "fence" and not is_closed(stream[-1], lines) else None
            return Chunk(
                tuple(_passages(stream, lines)), tuple(definitions.items()), found, last.markup if last else ""
            )
    except TooLong:
        return Chunk((), (), (Flaw(0, f"reading this answer takes more than {SECONDS} seconds", HINT),), "")


def _passages(stream: Sequence[Token], lines: Sequence[str]) -> Iterator[Passage]:
    """Cut a stream of tokens at its headings and the lines that may be questions."""
    cuts = [*(place for place in range(len(stream)) if _begins_part(stream, place)), len(stream)]
    ends = [*((stream[place].map or (0,))[0] for place in cuts[:-1]), len(lines)]
    if cuts[0]:
        yield Passage(level=0, blocks=elements(stream[: cuts[0]]), end=ends[0])
    base = 0
    for (begin, until), end in zip(pairwise(cuts), ends[1:], strict=True):
        found = _passage(stream[begin:until], lines, end, base)
        base = found.base
        yield found


def _passage(stream: Sequence[Token], lines: Sequence[str], end: int, base: int) -> Passage:
    """A passage from its tokens; `base` is the line of the last question's heading above it."""
    opening, words = stream[0], stream[1]
    line, body = opening.map or (0, 0)
    if opening.tag == "p":
        head = headline(inlines(words.children or (), line), lines[line])
        body = line + (not head.cut)
    else:
        level, heading = int(opening.tag[1]), one_line(inlines(words.children or (), line))
        head = Headline(level=level, heading=heading, start=question_start(heading, level))
    base = line if head.start else base
    return Passage(
        level=head.level,
        heading=shifted(head.heading, -base),
        blocks=elements(stream[3:], base),
        line=line,
        body=body,
        end=end,
        base=base,
        start=head.start,
        tail=shifted(head.tail, -base),
        cut=head.cut,
        ruled=opening.markup == "-" and lines[body - 1].strip() == "---",
    )


def _begins_part(stream: Sequence[Token], place: int) -> bool:
    """Whether a token opens a heading at the top level, or a paragraph whose first line has the form of a question."""
    token = stream[place]
    if token.level or token.type not in ("heading_open", "paragraph_open"):
        return False
    if token.type == "heading_open":
        return True
    words = stream[place + 1]
    return bool(MAY_BEGIN.match(words.content)) and headline(inlines(words.children or (), 0)).start is not None
