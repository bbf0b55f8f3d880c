"""Names that a file gives to places in it, for links: each belongs to the question in which it stands.

<a name="locks"></a>           above a heading: that of the question, or of the topic's first one
### 4. What is a lock? <a id="q-lock"></a>
#### Two kinds                 links to #two-kinds lead to this question
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.patterns import HEADINGS
from generator.reading.sections.sections import FileTopics

_NAME = re.compile(r"""<[a-z][^<>]*?\s(?:name|id)\s*=\s*(?:"([^"<>]+)"|'([^'<>]+)'|([^\s"'<>]+))""", re.IGNORECASE)
_ALONE = re.compile(r"[ \t]*(?:</?(?:a|p|div|span|b)\b[^<>]*>\s*)+$", re.IGNORECASE)
"""A line of nothing but tags, which may name the heading below it."""


def anchored(found: FileTopics, text: ParsedFile) -> FileTopics:
    """What a file holds, each question with the names of places in it."""
    begins = [(each.place.line, each.number) for each in found.questions]
    lines = [line for line, _ in begins]
    for topic in found.topics[1:]:
        place = bisect_right(lines, topic.line)
        begins += begins[place : place + 1] and [(topic.line, begins[place][1])]
    begins.sort()
    names: dict[int, dict[str, None]] = {}
    for line, name in _named(text, {line for line, _ in begins}):
        place = bisect_right(begins, (line, 10**9))
        if place:
            names.setdefault(begins[place - 1][1], {})[name] = None
    return found.over(lambda each: replace(each, anchors=tuple(names[each.number])) if each.number in names else each)


def _named(text: ParsedFile, begins: set[int]) -> Iterator[tuple[int, str]]:
    """Names, with the lines at which they count; lines of questions and topics are counted from 1, as all here."""
    for passage in text.passages:
        if passage.level in HEADINGS and passage.line + 1 not in begins:
            yield passage.line + 1, visible(passage.heading)
    for line, words in enumerate(text.lines, 1):
        if "<" in words:
            for match in _NAME.finditer(words):
                yield _below(text.lines, line, begins), match[1] or match[2] or match[3]


def _below(lines: Sequence[str], line: int, begins: set[int]) -> int:
    """The line of the question or topic that a line of tags stands above; else the line itself."""
    place = line
    while place < len(lines) and (_ALONE.match(lines[place - 1]) or (place > line and not lines[place - 1].strip())):
        place += 1
    return place if place in begins else line
