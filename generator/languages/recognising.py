"""Recognises the language that a bank is written in.

Banks speak of products and commands in English, whatever they are written in; so letters of another script decide as
soon as they are more than a few, and then only their words are looked at.
"""

import re
from collections.abc import Iterator

from generator.model import ENGLISH, Bank, Element

_ENOUGH = 20
"""Letters that a text must have to be in a language."""
_LONGEST = 6000
"""Letters that are looked at."""
_SHARE = 0.2
"""Of the letters, from which on those of a script other than Latin decide."""
_SURE = 0.7
_BEYOND_LATIN = re.compile(r"[^\s\u0000-\u036f\u0370-\u03ff\u1e00-\u1fff\u2000-\u2bff\u3000-\u303f\uff00-\uff0f]+")
"""Words of other scripts, but for Greek, whose letters stand in formulas."""
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{3,}")
_NAMES = {"iw": "he", "no": "nb", "fil": "tl", "jv": "id", "su": "id"}
"""What the library calls otherwise than the web, or takes for a language's neighbour."""
_SKIPPED = frozenset(("code", "code_block", "math", "html", "table"))
"""Elements whose words are of no language."""


def recognised(bank: Bank) -> str:
    """The language as `<html lang>` wants it; English where there is too little to tell by."""
    return _language_of(" ".join(_sample(bank)))


def _language_of(text: str) -> str:
    """The language of a text."""
    letters = sum(map(str.isalpha, text))
    others = _BEYOND_LATIN.findall(text) or _GREEK.findall(text)
    foreign = sum(map(len, others))
    if letters < _ENOUGH:
        return ENGLISH
    return _asked(" ".join(others) if foreign >= _SHARE * letters else text) or ENGLISH


def _asked(text: str) -> str:
    """What the library says of a text; empty where it is not sure."""
    import gcld3  # of no use to who tells the language

    found = gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _LONGEST).FindLanguage(text=text)
    is_sure = found.is_reliable and found.probability >= _SURE
    return _NAMES.get(found.language, found.language) if is_sure and "-" not in found.language else ""


def _sample(bank: Bank) -> Iterator[str]:
    """Titles and running text, of questions from all over the bank."""
    questions = bank.questions[:: max(1, len(bank.questions) // 60)]
    room = _LONGEST
    for question in questions:
        words = [question.title, *_words((*question.body, *question.answer))]
        for text in words:
            yield text[:room]
        room -= sum(map(len, words))
        if room <= 0:
            return


def _words(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        if element.kind not in _SKIPPED:
            yield element.text
            yield from _words(element.children)
