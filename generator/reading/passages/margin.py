"""Questions in quotations and in lists of definitions, as the lines at the margin that they are meant to be.

> **Q1. What is a view?**       **Q1. What is a view?**

<dl>                            (empty)
<dt>What is a mutex?</dt>       ###### What is a mutex?
<dd>A lock.</dd>                A lock.

No line is added or taken away, so that places stay.
"""

import re
from collections.abc import Iterator, Sequence

from generator.reading.passages.asking import MARK
from generator.reading.passages.patterns import LETTER, NEARLY
from generator.reading.sources.fences import QUOTED_FENCE

_LOUD_QUOTE = re.compile(r"\n {0,3}> ?(?:#|\*\*|__)")
_QUOTE = re.compile(r" {0,3}> ?")
_LOUD = re.compile(r"#{1,6}[ \t]+\S|\*\*|__")
"""What a question in a quotation begins with."""
_SIGNS = re.compile(r"^[\s#*_]+|[*_\s]+$")
_TERM = re.compile(r"[ \t]*<dt\b[^<>]*>(.*?)(?:</dt\s*>[ \t]*(.*))?$", re.IGNORECASE)
_TAGS = re.compile(r"</?d[ld]\b[^<>]*>", re.IGNORECASE)
_FEWEST = 3
"""How many quotations that ask something, without a number or letter, are the questions themselves."""


def at_margin(text: str) -> str:
    """A text with its questions at the margin."""
    if not (_LOUD_QUOTE.search(f"\n{text}") or "<dt" in text.lower()):
        return text
    lines = text.split("\n")
    asking = (
        [] if any(map(_stands, lines)) else [run for run in _quotations(lines) if _opens_quotation(lines[run.start])]
    )
    if any(map(_is_named, (lines[run.start] for run in asking))) or len(asking) >= _FEWEST:
        for run in asking:
            lines[run.start : run.stop] = [_QUOTE.sub("", line, count=1) for line in lines[run.start : run.stop]]
    _define(lines)
    return "\n".join(lines)


def _quotations(lines: Sequence[str]) -> Iterator[range]:
    """The quotations outside of code, by their lines."""
    fence, begin = "", -1
    for place, line in enumerate([*lines, ""]):
        if begin >= 0 and not _QUOTE.match(line):
            yield range(begin, place)
            begin = -1
        if begin < 0 and (mark := QUOTED_FENCE.match(line)):
            fence = mark[1] if not fence else "" if mark[1].startswith(fence) else fence
        elif begin < 0 and not fence and _QUOTE.match(line):
            begin = place


def _opens_quotation(line: str) -> bool:
    """Whether a quotation begins with a question, as a heading or in bold, alone on its line."""
    words = _QUOTE.sub("", line, count=1).strip()
    return bool(_LOUD.match(words)) and (_is_named(line) or bool(re.search(MARK, _SIGNS.sub("", words))))


def _stands(line: str) -> bool:
    """Whether a line at the margin, but a title, asks something, so that what quotations ask belongs to answers."""
    return bool(_LOUD.match(line)) and not line.startswith("# ") and _opens_quotation(line)


def _is_named(line: str) -> bool:
    """Whether a line says that it is a question, by a number or a letter."""
    words = _SIGNS.sub("", _QUOTE.sub("", line, count=1))
    return bool(NEARLY.match(words) or LETTER.match(words))


def _define(lines: list[str]) -> None:
    """Make headings of the terms in lists of definitions, where most ask something and there is a line for each."""
    terms = {place: match for place, line in enumerate(lines) if (match := _TERM.match(line))}
    asked = [match for match in terms.values() if re.search(MARK, _bare(match[1])) or NEARLY.match(_bare(match[1]))]
    tight = any(match[2] and place + 1 in terms for place, match in terms.items())
    if 2 * len(asked) < len(terms) or len(terms) < 2 or tight:
        return
    inside = False
    for place, line in enumerate(lines):
        inside = inside or "<dl" in line.lower()
        if match := terms.get(place):
            lines[place] = f"###### {_bare(match[1])}"
            if match[2] and place + 1 < len(lines):
                lines[place + 1] = f"{match[2]} {lines[place + 1].strip()}"
        elif inside:
            ended = "</dl" in line.lower()
            lines[place] = _TAGS.sub("", lines[place]).strip() if _TAGS.search(lines[place]) else line
            inside = not ended


def _bare(html: str) -> str:
    """The words of a term, without the tags that only make them loud."""
    return re.sub(r"</?(?:b|strong|dt|h[1-6])\b[^<>]*>", "", html, flags=re.IGNORECASE).strip()
