"""A large part of a file that ends up in no question: headings with text of their own below the first question."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from generator.model import Element
from generator.problems import Place, Problem
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.sections.sections import FileTopics

_FEWEST = 3
"""So many headings without a question are more than an appendix."""
_ABOUT = re.compile(
    r"\W*(?:licen[sc]e|contribut|thank|credit|acknowledg|author|contact|disclaimer|reference|resource|source|link|"
    r"further|see also|support|donat|star|change|history|todo|roadmap|follow)",
    re.IGNORECASE,
)
"""What sections are called that speak about the project."""
_LARGE = 0.5
"""The share of a file's words that may not stand in them."""


def unread(file: FileTopics) -> Iterator[Problem]:
    """The error of a file most of which stands below headings without questions."""
    below = dropwhile(lambda each: not each.questions, file.topics)
    left = [each for each in below if each.blocks and not each.questions and not _ABOUT.match(each.name)]
    if len(left) < _FEWEST:
        return
    words = sum(_length(each.blocks) for each in left)
    if words > _LARGE * (words + sum(_length((*each.body, *each.answer)) for each in file.questions)):
        what = f"{len(left)} headings like “{left[0].name}” hold most of this file and no question"
        hint = "write their questions as the others, or say in shape.yml beside the bank what the questions are"
        yield Problem(Place(file.name, left[0].line), what, hint)


def _length(blocks: tuple[Element, ...]) -> int:
    """How many characters of some blocks a reader sees."""
    return len(visible(blocks))
