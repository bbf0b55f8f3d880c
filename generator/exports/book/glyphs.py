"""Which characters the book's fonts can show, and what stands for those that they cannot.

    "a → 漢"  ->  "a → ▯"

PDF/UA and PDF/A forbid a missing glyph, and typst refuses to write one. A script that we ship no font for is set in the
machine's (faces.py); without one no book is made, and its author learns what to install (`lacking`, `problems`).
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.exports.book.faces import CJK, codes, faces, package, script
from generator.model import Element, Study
from generator.problems import Place, Problem, Severity

FONTS = Path(__file__).parent / "fonts"
_STAND_IN = "▯"
_BYTE_ORDER_MARK = 0xFEFF
"""PDF/A forbids it, as it does control characters and those of private use."""


@cache
def _covered() -> frozenset[int]:
    codes = {code for path in FONTS.glob("*.ttf") for code in TTFont(path, lazy=True).getBestCmap()}
    forbidden = {code for code in codes if unicodedata.category(chr(code)) in {"Cc", "Co"} or code == _BYTE_ORDER_MARK}
    return frozenset(codes - forbidden | {ord("\n"), ord("\t")})


@cache
def foreign(characters: frozenset[str]) -> frozenset[str]:
    """The scripts of some characters that our fonts have not."""
    return frozenset(filter(None, (script(each) for each in characters if ord(each) not in _covered())))


@cache
def _beyond(scripts: frozenset[str]) -> frozenset[int]:
    """What the machine's fonts have of some scripts."""
    return frozenset(code for face in faces(scripts, "") for code in codes(face.files))


def _shows(character: str) -> bool:
    if ord(character) in _covered():
        return True
    name = script(character)
    return bool(name) and ord(character) in _beyond(frozenset((name,)))


def _stand_in(character: str) -> str:
    """Nothing for what has no shape of its own (joiners, variation selectors), a box for the rest."""
    is_selector = "VARIATION SELECTOR" in unicodedata.name(character, "")
    return "" if is_selector or unicodedata.category(character) in {"Cf", "Cc"} else _STAND_IN


def _beyond_ascii(texts: Iterable[str]) -> frozenset[str]:
    """The characters of some texts but for plain ones: most texts have no other, and no font need be read for them."""
    return frozenset(character for text in texts if not text.isascii() for character in text)


def shown(text: str) -> str:
    """The text with a box for each character that the fonts lack, letters and accents joined where Unicode can."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    unknown = {character for character in set(text) if not _shows(character)}
    return text.translate({ord(each): _stand_in(each) for each in unknown}) if unknown else text


def without_marks(text: str) -> str:
    """The same, with a box for each accent that has no letter of its own with it."""
    text = shown(text)
    marks = {
        ord(character)
        for character in set(text)
        if unicodedata.category(character).startswith("M") and ord(character) in _covered()
    }
    return text.translate(dict.fromkeys(marks, _STAND_IN)) if marks else text


def problems(study: Study) -> tuple[Problem, ...]:
    """A warning for each question and topic whose text the books cannot show in full; one for a whole script."""
    absent = dict(lacking(study))
    found = (
        (place, [each for each in sorted(_beyond_ascii(words)) if not _shows(each) and script(each) not in absent])
        for place, words in _texts(study)
    )
    boxes = ((place, list(filter(_stand_in, signs))) for place, signs in found)
    return (*refused(study), *(_problem(place, signs) for place, signs in boxes if signs))


@lru_cache(maxsize=2)
def lacking(study: Study) -> tuple[tuple[str, Place], ...]:
    """The scripts of a bank for which neither we nor the machine have a font, each with its first place."""
    found: dict[str, Place] = {}
    for place, words in _texts(study):
        for name in foreign(_beyond_ascii(words)):
            if not faces((name,), study.wording.language):
                found.setdefault(name, place)
    return tuple(sorted(found.items()))


def refused(study: Study, severity: Severity = Severity.WARNING) -> tuple[Problem, ...]:
    """Why no book is made of a bank, and what to install; empty where one can be."""
    return tuple(
        Problem(
            place,
            f"no PDF is made: there is no font for {'Chinese, Japanese and Korean' if name == CJK else name.title()}",
            f"install Debian's {package(name)} (apt-get install {package(name)})",
            severity,
        )
        for name, place in lacking(study)
    )


def _texts(study: Study) -> Iterator[tuple[Place, list[str]]]:
    """The places of a bank, each with what is set of it."""
    for question in study.bank.questions:
        yield question.answer_place, [*_words(question.heading), *_words(question.body), *_words(question.answer)]
    for topic in study.bank.topics:
        yield topic.place, [topic.name, *_words(topic.introduction)]


def _words(elements: Iterable[Element]) -> Iterable[str]:
    return (piece.text for element in elements for piece in element.walk())


def _problem(place: Place, found: Sequence[str]) -> Problem:
    listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in found[:5])
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    what = f"the book's fonts have no {listed}{more}"
    return Problem(place, what, f"the PDF shows {_STAND_IN} instead", Severity.WARNING)
