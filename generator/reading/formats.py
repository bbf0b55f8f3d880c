"""How questions, topics and answers may be written: one row for each form, the table that new forms are added to.

    ### Question 12: title     ### Q12: title     ### 12. title     **Q12. title**
    ## 🔸 Name (Questions 901-910)                **Answer:** text  ### Answer

All patterns run over visible text, so that `### **Q12:** title` and `### Q12: title` are one form.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Element
from generator.reading.inlines import visible

LEAD = r"^[^\w*]*"
"""Emoji and other signs that may stand before a number."""
END = r"(?:\s*[:.)：–—](?![0-9])\s*|\s+-\s+|\s*$)"
"""What divides the number from the title."""


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """A way to write the heading of a question."""

    example: str
    pattern: re.Pattern[str]
    """Matches all that stands before the title; its group is the number."""
    bold: bool = False
    """Whether it is a bold line instead of a heading."""
    certain: bool = True
    """Whether it can be nothing else; "### 2. Costs" may be a part of an answer."""


def pattern(text: str) -> re.Pattern[str]:
    """A pattern that ignores case."""
    return re.compile(LEAD + text + END, re.IGNORECASE)


QUESTION_FORMS: Sequence[QuestionForm] = (
    QuestionForm("### Question 12: title", pattern(r"question\s*(?:no\.?\s*|#\s*)?([0-9]{1,9})")),
    QuestionForm("### Q12: title", pattern(r"q\s?\.?\s?#?([0-9]{1,9})")),
    QuestionForm("### 12. title", pattern(r"([0-9]{1,9})(?=[.):](?![0-9]))"), certain=False),
    QuestionForm("**Question 12: title**", pattern(r"question\s*(?:no\.?\s*|#\s*)?([0-9]{1,9})"), bold=True),
    QuestionForm("**Q12. title**", pattern(r"q\s?\.?\s?#?([0-9]{1,9})"), bold=True),
)

NEARLY = re.compile(LEAD + r"(?:question|q)\s*#?[0-9]+\b", re.IGNORECASE)
"""A heading that somebody may have meant for a question."""

BOUNDARY = re.compile(r"#{1,6}[ \t].*[0-9]|(?:\*\*|__)[^\w*]*q(?:uestion)?[ .#]{0,3}[0-9]", re.IGNORECASE)
"""A line, at the margin, that may begin a question: where a file is cut before it is parsed."""

RANGE = re.compile(
    r" ?[-–—:,]? ?[(\[] ?(?:questions?|q)? ?#?q?([0-9]{1,9}) ?(?:-|–|—|to|\.\.) ?q?([0-9]{1,9}) ?[)\]] ?$",
    re.IGNORECASE,
)
"""The range at the end of a topic's heading."""

WORDS = r"(?:(?:model |sample |short )?answer|ans)"
SIGNS = "[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]{0,4} ?"
"""Emoji that may stand before a label."""
LABEL = re.compile(rf"^{SIGNS}{WORDS}\s*(?:[:：]|$)\s*", re.IGNORECASE)
"""What an answer may begin with, in bold, as a heading or plain; plain only with its colon."""


def question_forms(heading: Sequence[Element], bold: bool) -> tuple[tuple[QuestionForm, int, int], ...]:
    """The forms that a heading has, each with the number and the length of what stands before the title."""
    text = visible(heading)
    found = ((form, form.pattern.match(text)) for form in QUESTION_FORMS if form.bold is bold)
    return tuple((form, int(match[1]), match.end()) for form, match in found if match)


def topic_form(text: str) -> tuple[str, str, tuple[int, int] | None]:
    """Emoji, name and range of a topic's heading.

    >>> topic_form("🔸 Web3 (Questions 941-950)")
    ('🔸', 'Web3', (941, 950))
    """
    text = " ".join(text.split())
    length = next((place for place, sign in enumerate(text) if not is_picture(sign)), len(text))
    emoji, name = text[:length].strip(), text[length:].strip()
    match = RANGE.search(name)
    if not match:
        return emoji, name, None
    return emoji, name[: match.start()].strip(), (int(match[1]), int(match[2]))


def has_range(heading: Sequence[Element]) -> bool:
    """Whether a heading ends in a range of questions, as topics' headings do."""
    return bool(RANGE.search(" ".join(visible(heading).split())))


def is_picture(sign: str) -> bool:
    """Whether a sign belongs to an emoji (or the space round it) and to no name."""
    return sign.isspace() or unicodedata.category(sign) in ("So", "Sk", "Cf", "Mn", "Me")
