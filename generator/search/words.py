"""Cuts text into words and words into stems, as docs/assets/javascripts/search-text.js does in the browser.

"Real-time DynamoDB caching"  ->  real time realtime dynamodb dynamo db caching  ->  … cach
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator

_COMPOUND = re.compile(r"[^\W_]+(?:[-/.'’][^\W_]+)*(?:\+\+|#)?")
_PART = re.compile(r"[^\W_]+(?:\+\+|#)?")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_MARKS = re.compile(r"[\u0300-\u036f]")
_PLAIN_WORD = re.compile(r"[a-z]{4,}")


def words(text: str) -> Iterator[str]:
    """All words that a text is found by, in lower case: of a compound both its parts and the whole."""
    plain = text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text))
    for compound in _COMPOUND.findall(plain):
        yield from _of_compound(compound)


@functools.cache
def _of_compound(compound: str) -> tuple[str, ...]:
    found = []
    parts = _PART.findall(compound)
    for part in parts:
        found.append(part.lower())
        humps = _CAMEL.split(part)
        if len(humps) > 1:
            found += [hump.lower() for hump in humps if len(hump) > 1]
    if 1 < len(parts) < 4:
        found.append("".join(parts).lower())
    return tuple(found)


@functools.cache
def stem(word: str) -> str:
    """The stem of a word in lower case; short words, and words with digits, are codes and stay as they are."""
    return _stemmer()(word) if _PLAIN_WORD.fullmatch(word) else word


@functools.cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer  # loaded late: only large banks are searched by stems that were made here

    stemmed: Callable[[str], str] = snowballstemmer.stemmer("porter").stemWord
    return stemmed
