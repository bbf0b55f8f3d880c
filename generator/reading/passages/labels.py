"""Take the label off an answer: "**Answer:**" alone or before text, a heading "Answer", or plain "Answer:".

The blocks and the source lose it alike, so that the source, read alone, still gives the blocks.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from msgspec import Struct

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import BREAKS, first_line, visible, without
from generator.reading.passages.patterns import LABEL, OPTION, SHORT, SIGNS, WORDS, A

_RAW = re.compile(
    rf"^[ \t]*{SIGNS}(?P<open>\*{{1,3}}|_{{1,3}})?{SIGNS}(?:{WORDS}|{A}(?=[ \t*_]*[:：.]))[ \t]*"
    rf"(?:[:：.](?(open)(?P<inside>[ \t]*(?P=open))?)|(?(open)(?P<outside>(?P=open))?)[ \t]*[:：.]?)[ \t]*",
    re.IGNORECASE,
)
"""The label as the file has it."""
_BLOCK = re.compile(
    r"^(?:([0-9]+)(?=[.)])|(?=[*+-](?:\s|$)|#{1,6}(?:\s|$)|>|`{3,}[^`]*$|~{3}|(?:[-*_]\s*){3,}$|\[[^\]]+\]:))"
)
"""What would begin a block if it stood at the beginning of a paragraph."""
_MARKER = re.compile(r"[ \t]{0,3}(?:[*+-]|\d{1,9}[.)]|>)[ \t]+")
"""What the first line of a list or quotation begins with."""
_HTML = re.compile(r"</?[a-z]|<[!?]", re.IGNORECASE)
JOINER = "\u2060"
"""A character that nobody sees, before HTML that may not begin a block."""


class Stretch(Struct, frozen=True):
    """Some blocks and the lines that they stand in."""

    blocks: tuple[Element, ...]
    lines: Sequence[str]
    line: int
    """The first of the lines, counted as those of the blocks are."""


def is_label(block: Element) -> bool:
    """Whether a block is, or begins with, a label of an answer."""
    return label_length(block) > 0


def has_options(blocks: Iterable[Element]) -> bool:
    """Whether a line in some blocks begins with "B", so that one with "A" is no label of an answer."""
    lines = ("".join("\n" if each.kind in BREAKS else visible((each,)) for each in block.children) for block in blocks)
    items = (visible(item.children[:1]) for block in blocks if block.kind == "list" for item in block.children)
    return any(map(OPTION.search, (*lines, *items)))


def short_length(block: Element) -> int:
    """How many visible characters a label of one letter has at the beginning of a block; 0 where there is none."""
    if block.kind in ("list", "item", "quote") and block.children:
        return short_length(block.children[0])
    if block.kind != "paragraph" or not block.children or block.children[0].kind == "code":
        return 0
    match = SHORT.match(visible(first_line(block.children)[0]))
    return match.end() if match else 0


def label_length(block: Element) -> int:
    """How many visible characters the label at the beginning of a block has; 0 where there is none."""
    if block.kind not in ("paragraph", "heading") or not block.children:
        return 0
    words, first = visible(first_line(block.children)[0]), block.children[0]
    marked = LABEL.match(visible((first,))) if first.kind in ("strong", "emphasis") else None
    alone = len(block.children) == 1 or block.children[1].kind in BREAKS
    if marked and alone and marked.end() == len(visible((first,))):
        return marked.end()
    match = LABEL.match(words)
    if not match:
        return 0
    if block.kind == "heading" and match.end() == len(words):
        return len(words)
    return match.end() if marked or re.match(r"[^\n]*?[:：]", match[0]) else 0


def unlabelled(answer: Stretch, short: bool = False) -> Stretch:
    """An answer without its label; `short`: that may be one letter."""
    blocks, lines, line = answer.blocks, answer.lines, answer.line
    first = blocks[0] if blocks else Element("paragraph")
    skipped = first.line - line
    if first.kind in ("list", "quote") and 0 <= skipped < len(lines):
        first, begun = _inside(first, lines[skipped], short)
        return _trimmed((first, *blocks[1:]), [*lines[:skipped], begun, *lines[skipped + 1 :]], line)
    length = _length_of(first, short)
    if length and first.kind == "heading" and length == len(visible(first.children)):
        end = skipped + (1 if lines[skipped].lstrip().startswith("#") else 2)
        return _trimmed(blocks[1:], lines[end:], line + end)
    if not length or not _RAW.match(lines[skipped]):
        return _trimmed(blocks, lines, line)
    rest = tuple(dropwhile(lambda each: each.kind in BREAKS, without(first.children, length)))
    lines, line = lines[skipped:], first.line
    same_line = _RAW.sub(_still_bold, lines[0], count=1)
    if not rest:
        return _trimmed(blocks[1:], lines[1:], line + 1)
    if not same_line.strip():
        lines, line = lines[1:], line + 1
        same_line = lines[0].lstrip()
    return _trimmed((first.but(children=rest, line=line), *blocks[1:]), [plain_beginning(same_line), *lines[1:]], line)


def _length_of(block: Element, short: bool) -> int:
    """How many visible characters the label of a block has, which may be one letter."""
    return label_length(block) or (short_length(block) if short else 0)


def _inside(holder: Element, line: str, short: bool) -> tuple[Element, str]:
    """A list or quotation and its first line, without the label with which its first words begin.

    * **Ans:** It waits.   ->   * It waits.
    """
    if not holder.children:
        return holder, line
    first = holder.children[0]
    if first.kind == "item":
        inner, line = _inside(first, line, short)
        return holder.but(children=(inner, *holder.children[1:])), line
    marker = _MARKER.match(line)
    length = _length_of(first, short)
    if first.kind != "paragraph" or not (length and marker and _RAW.match(line[marker.end() :])):
        return holder, line
    rest = without(first.children, length)
    if not rest or rest[0].kind in BREAKS:
        return holder, line
    line = marker[0] + plain_beginning(_RAW.sub(_still_bold, line[marker.end() :], count=1))
    return holder.but(children=(first.but(children=rest), *holder.children[1:])), line


def plain_beginning(line: str) -> str:
    """The rest of a line as the beginning of a paragraph, escaped where it would begin another block."""
    return JOINER + line if _HTML.match(line) else _BLOCK.sub(r"\1\\", line, count=1)


def _still_bold(match: re.Match[str]) -> str:
    """What remains of a label: the marks of a bold run that goes on behind it, as in "**Answer: yes**"."""
    return "" if match["inside"] or match["outside"] else match["open"] or ""


def _trimmed(blocks: tuple[Element, ...], lines: Sequence[str], line: int) -> Stretch:
    """The answer without empty lines round it, and without the rules that divide it from the next question."""
    begin, end = 0, len(lines)
    while begin < end and not lines[begin].strip():
        begin += 1
    while end > begin and (not lines[end - 1].strip() or (blocks and blocks[-1].kind == "rule")):
        if lines[end - 1].strip():
            blocks = blocks[:-1]
        end -= 1
    return Stretch(blocks, lines[begin:end], line + begin)
