"""Which characters the book's fonts can show, and what stands for those that they cannot.

    "a → 漢"  ->  "a → ▯"

PDF/UA and PDF/A forbid a missing glyph, and typst refuses to write one; a bank in a script that we ship no font for
must still become a book, and its author must learn of it (`problems`).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.model import Element, Study
from generator.problems import Place, Problem, Severity

FONTS = Path(__file__).parent / "fonts"
STAND_IN = "▯"
BYTE_ORDER_MARK = 0xFEFF
"""PDF/A forbids it, as it does control characters and those of private use."""


@cache
def _covered() -> frozenset[int]:
    codes = {code for path in FONTS.glob("*.ttf") for code in TTFont(path, lazy=True).getBestCmap()}
    forbidden = {code for code in codes if unicodedata.category(chr(code)) in {"Cc", "Co"} or code == BYTE_ORDER_MARK}
    return frozenset(codes - forbidden | {ord("\n"), ord("\t")})


def _stand_in(character: str) -> str:
    """Nothing for what has no shape of its own (joiners, variation selectors), a box for the rest."""
    return (
        "" if unicodedata.category(character) in {"Cf", "Cc"} or "VARIATION SELECTOR" in _name(character) else STAND_IN
    )


def _name(character: str) -> str:
    return unicodedata.name(character, "")


def missing(texts: Iterable[str]) -> Counter[str]:
    """Characters that no font of ours has and that would show as a box, with their counts."""
    beyond = (text for text in texts if not text.isascii())  # most text is plain, and the fonts need not be read for it
    counts = Counter(character for text in beyond for character in text if ord(character) not in _covered())
    return Counter({character: count for character, count in counts.items() if _stand_in(character)})


def shown(text: str) -> str:
    """The text with a box for each character that the fonts lack, letters and accents joined where Unicode can."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    lacking = {ord(character) for character in set(text)} - _covered()
    return text.translate({code: _stand_in(chr(code)) for code in lacking}) if lacking else text


def without_marks(text: str) -> str:
    """The same, with a box for each accent that has no letter of its own with it."""
    text = shown(text)
    marks = {ord(character) for character in set(text) if unicodedata.category(character).startswith("M")}
    return text.translate(dict.fromkeys(marks, STAND_IN)) if marks else text


def problems(study: Study) -> tuple[Problem, ...]:
    """A warning for each question and topic whose text the books cannot show in full."""
    bank = study.bank
    texts = [
        (question.answer_place, [*_words(question.heading), *_words(question.answer)]) for question in bank.questions
    ]
    texts += [(topic.place, [topic.name, *_words(topic.introduction)]) for topic in bank.topics]
    return tuple(_problem(place, found) for place, words in texts if (found := missing(words)))


def _words(elements: Iterable[Element]) -> Iterable[str]:
    return (piece.text for element in elements for piece in element.walk())


def _problem(place: Place, found: Counter[str]) -> Problem:
    listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in sorted(found)[:5])
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    what = f"the book's fonts have no {listed}{more}"
    return Problem(place, what, f"the PDF shows {STAND_IN} instead", Severity.WARNING)
