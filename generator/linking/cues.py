"""The words round a number that tell whether a question is meant: those that announce it, and those that speak against.

See Q3, Related: Q3, covered by Q3, → Q3   announced
the quartiles Q1 and Q3, Audi Q5 and Q7    something else
"""

import re

from msgspec import Struct

_SURE = (
    r"see(?:\s+also)?",
    r"ref",
    r"refer(?:\s+back)?(?:\s+to)?",
    r"cf",
    r"revisit",
)
"""What announces a question whatever else the sentence speaks of."""
_LIKELY = (
    r"similar(?:ly)?\s+to",
    r"same(?:\s+\w+){0,2}\s+as(?:\s+(?:in|for))?",
    r"as\s+(?:in|per)",
    r"like\s+in",
    r"compared?(?:\s+(?:to|with))?",
    r"(?:discussed|covered|explained|described|answered|mentioned|detailed|shown|outlined)"
    r"(?:\s+(?:above|below|already|before|earlier|later))?\s+(?:in|by|at|under)",
    r"as\s+(?:we\s+saw|seen)\s+in",
    r"(?:builds|based|depends)\s+on",
    r"related\s+to",
    r"(?:extension|variant)\s+of",
    r"follow-?up\s+to",
    r"continued\s+in",
    r"(?:answer|solution)\s+(?:to|of|in)",
    r"extends",
    r"complements",
    r"recall",
    r"read",
    r"check(?:\s+out)?",
)
"""What may also be said of a quarter of a year."""
_LABELS = (
    r"related(?:\s+questions?)?",
    r"pre-?requisites?(?:\(s\))?",
    r"follow-?ups?",
    r"further\s+reading",
    r"cross-?references?",
)
"""What announces a question with a colon only."""

_LINK = r"[.:]?\s+(?:[–—-]\s+)?(?:the\s+)?(?:(?:earlier|previous)\s+)?"
_ANNOUNCED = re.compile(
    rf"(?:\b(?:(?P<sure>(?:{'|'.join(_SURE)})\b{_LINK}|(?:{'|'.join(_LABELS)})\s*:\s+)|(?:{'|'.join(_LIKELY)})\b{_LINK})"
    r"|(?:\A|(?<=[\n(]))[→⇒➡]\s*)(?P<open>[\"“'‘\[]?)\Z",
    re.IGNORECASE,
)
_CLOSING = {'"': '"', "“": "”", "'": "'", "‘": "’", "[": "]"}
_LONGEST = 60
"""Characters of the longest announcement."""

_NOT_A_QUESTION = re.compile(r"\b(?:audi|galaxy|transistors?|mosfets?|flip-?flops?)\b", re.IGNORECASE)
"""Words beside other things that are called Q5."""
_QUARTERLY = re.compile(
    r"\b(?:quarter(?:s|ly)?|quartiles?|interquartile|iqr|percentiles?|box\s?plots?|fiscal|fy\s?[0-9]*|year|"
    r"revenues?|earnings|sales|profits?|budgets?|okrs?|roadmap|growth|h[12])\b",
    re.IGNORECASE,
)
"""Words beside quarters of a year and quartiles."""
_FOLLOWING_A_QUARTER = re.compile(
    r"\s*(?:revenues?|results?|earnings|sales|profits?|reports?|forecasts?|guidance|quarters?|targets?|goals?|okrs?|"
    r"budgets?|numbers|fy\s?[0-9]|of\s+(?:last|this|next|the|each|every)\s+(?:\w+\s+)?year|(?:of\s+)?['’]?[0-9]{2,4}\b)",
    re.IGNORECASE,
)
QUARTERS = 4
"""The highest number that a quarter of a year or a quartile has."""
_NEAR = 40
"""Characters on either side in which words count as evidence."""


class Cue(Struct, frozen=True):
    """Words right before a mention that announce it."""

    begin: int
    """Where they begin in the text; the mention itself, if a character such as a quotation mark stands between."""
    sure: bool
    closing: str
    """The character that must stand right after the mention, or nothing."""


def cue(text: str, place: int, core: int) -> Cue | None:
    """What announces a mention that begins at `core`; `place` is where the one before it ended."""
    match = _ANNOUNCED.search(text, max(place, core - _LONGEST), core)
    if not match:
        return None
    opening = match["open"]
    return Cue(core if opening else match.start(), match["sure"] is not None, _CLOSING.get(opening, ""))


def is_meant(text: str, announced: Cue | None, begin: int, end: int, quarters: bool) -> bool:
    """Whether mentions from `begin` to `end` mean questions; `quarters` tells that they may be quarters of a year.

    What announces them and what stands beside them tells.
    """
    if quarters and _FOLLOWING_A_QUARTER.match(text, end):
        return False
    if announced and not text.startswith(announced.closing, end):
        return False
    if announced and (announced.sure or not quarters):
        return True
    around = text[max(0, begin - _NEAR) : begin] + " " + text[end : end + _NEAR]
    if (quarters and _QUARTERLY.search(around)) or _NOT_A_QUESTION.search(around):
        return False
    return bool(announced) or text[begin] == "Q" or is_spelled(text, begin)


def is_spelled(text: str, begin: int) -> bool:
    """Whether a mention says "question" and not only "Q"."""
    return text[begin : begin + 2].lower() == "qu"


def stands_alone(text: str, begin: int, end: int) -> bool:
    """Whether nothing but brackets stands round a stretch of text."""
    return text[begin - 1 : begin] + text[end : end + 1] in ("()", "[]", "（）")
