"""Cuts text into words and words into stems, as docs/assets/javascripts/search/text.js does in the browser.

"Real-time DynamoDB caching"  ->  real time realtime dynamodb dynamo db caching  ->  … cach
"Redis分布式"                 ->  redis 分 分布 布 布式 式
"POST @connections"           ->  post connections @connections
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

_COMPOUND = re.compile(r"[^\W_]+(?:[-/.'’][^\W_]+)*(?:\+\+|#)?")
_PART = re.compile(r"[^\W_]+(?:\+\+|#)?")
_CODE = re.compile(r"(?<!\w)[@#$/.~_-]{1,2}[^\W_]+")
"""A word with the sign before it by which it is told from the plain one: @connections, /tmp, .NET."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPACELESS = "\u3005-\u9fff\U00020000-\U0003ffff"
"""Chinese and Japanese, which put no spaces between words."""
_IS_SPACELESS = re.compile(f"[{_SPACELESS}]")
_CELL = re.compile(f"(?=([{_SPACELESS}]{{2}}))?([{_SPACELESS}]|[^{_SPACELESS}]+)")
"""A character of such a script, with the pair that it begins, or what stands between two."""
_PLAIN_WORD = re.compile(r"[a-z]{4,}")


def words(text: str) -> Iterator[str]:
    """All words that a text is found by, in lower case: of a compound both its parts and the whole."""
    plain = text if text.isascii() else _marks().sub("", unicodedata.normalize("NFKD", text))
    for compound in _COMPOUND.findall(plain):
        yield from _of_compound(compound)
    yield from (code.lower() for code in _CODE.findall(plain))


@functools.cache
def _marks() -> re.Pattern[str]:
    """Signs over, under and between letters, of all scripts in use."""
    signs = filter(lambda sign: unicodedata.category(sign).startswith("M"), map(chr, range(0x300, 0x10000)))
    return re.compile(f"[{''.join(signs)}]")


@functools.cache
def _of_compound(compound: str) -> tuple[str, ...]:
    found = []
    parts = _PART.findall(compound)
    for part in _cells(parts):
        found.append(part.lower())
        humps = _CAMEL.split(part)
        if len(humps) > 1:
            found += [hump.lower() for hump in humps if len(hump) > 1]
    if 1 < len(parts) < 4 and not _IS_SPACELESS.search(compound):
        found.append("".join(parts).lower())
    return tuple(found)


def _cells(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        for pair, cell in _CELL.findall(part):
            yield cell
            if pair:
                yield pair


@functools.cache
def stem(word: str) -> str:
    """The stem of a word in lower case; short words, and words with digits, are codes and stay as they are."""
    return _stemmer()(word) if _PLAIN_WORD.fullmatch(word) else word


@functools.cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer  # loaded late: only large banks are searched by stems that were made here

    stemmed: Callable[[str], str] = snowballstemmer.stemmer("porter").stemWord
    return stemmed
