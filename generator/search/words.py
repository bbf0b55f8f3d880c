"""Cuts text into words and words into stems, as docs/assets/javascripts/search/engine/text.js does in the browser.

"Real-time DynamoDB caching"  ->  real time realtime dynamodb dynamo db caching  ->  … cach
"Redis分布式"                 ->  redis 分 分布 布 布式 式
"الذاكرة", "메모리는"           ->  the same, and by their stems: ذاكر, 메모리
"POST @connections"           ->  post connections @connections
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import stemming

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPACELESS = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u9fff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, Chinese and Japanese, which put no spaces between words."""
_IS_SPACELESS = re.compile(f"[{_SPACELESS}]")
_INDIAN = re.compile("[\u0900-\u1cff\ua800-\uabff]")
"""Scripts of India and its neighbours."""
_PLAIN_WORD = re.compile(r"[a-z]{4,}")
_PARTICLES = (
    "이라는|라는|이란|란|인가요|인가|입니다|이다|합니다|하는|한다|하다|하고|에서|에게|까지|부터|처럼|보다|으로|"
    "로|은|는|이|가|을|를|의|에|도|만|과|와"
)
_AFFIXES = (
    "^(?:[وبكف]?ال|لل)(?=[\u0620-\u06ff]{2})",
    "(?<=[\u0620-\u06ff]{2})(?:ها|ان|ات|ون|ين|ية|ه|ة|ي)$",
    f"(?<=[\u1100-\u11ff]{{4}})(?:{unicodedata.normalize('NFKD', _PARTICLES)})$",
)
"""What Arabic and Korean write together with their words; for scripts as well."""
_HAVE_AFFIXES = re.compile("[\u0620-\u06ff\uac00-\ud7a3]")


def affixes(texts: Iterable[str]) -> tuple[str, ...]:
    """What the scripts have to take off the words of some texts."""
    return _AFFIXES if any(map(_HAVE_AFFIXES.search, texts)) else ()


def words(text: str) -> Iterator[str]:
    """All words that a text is found by, in lower case: of a compound both its parts and the whole."""
    plain = text if text.isascii() else _stripped().sub("", unicodedata.normalize("NFKD", text))
    cut = _cuts(_vowels_in(plain))
    for compound in cut.compound.findall(plain):
        yield from _of_compound(compound)
    yield from (code.lower() for code in cut.code.findall(plain))


def _vowels_in(text: str) -> str:
    """Marks that are letters, for a text that may have some."""
    return "" if text.isascii() or not _INDIAN.search(text) else _vowels()


@functools.cache
def _marks() -> str:
    """Marks over, under and between letters, of all scripts in use."""
    return "".join(sign for sign in map(chr, range(0x300, 0x10000)) if unicodedata.category(sign).startswith("M"))


@functools.cache
def _stripped() -> re.Pattern[str]:
    """Marks that readers leave out, and joiners."""
    return re.compile(f"[{_INDIAN.sub('', _marks())}\u0640\u093c\u09bc\u0a3c\u200c\u200d]")


@functools.cache
def _vowels() -> str:
    """Marks that are letters."""
    return "".join(filter(_INDIAN.match, _marks()))


class _Cuts(NamedTuple):
    compound: re.Pattern[str]
    part: re.Pattern[str]
    code: re.Pattern[str]
    """A word with the character before it by which it is told from the plain one: @connections, /tmp, .NET."""
    cell: re.Pattern[str]
    """A character of a script without spaces, with the pair that it begins, or what stands between two."""


@functools.cache
def _cuts(vowels: str) -> _Cuts:
    """How texts are cut, of which some marks are letters."""
    letters = f"(?:[^\\W_]|[{vowels}])+" if vowels else r"[^\W_]+"
    one = f"[{_SPACELESS}][{vowels}]*+" if vowels else f"[{_SPACELESS}]"
    return _Cuts(
        re.compile(rf"{letters}(?:[-/.'’]{letters})*(?:\+\+|#)?"),
        re.compile(rf"{letters}(?:\+\+|#)?"),
        re.compile(rf"(?<![\w{vowels}])[@#$/.~_-]{{1,2}}{letters}"),
        re.compile(f"(?=({one}{one}))?({one}|[^{_SPACELESS}]+)"),
    )


@functools.cache
def _of_compound(compound: str) -> tuple[str, ...]:
    found = []
    cut = _cuts(_vowels_in(compound))
    parts = cut.part.findall(compound)
    for part in _cells(parts, cut.cell):
        found.append(part.lower())
        humps = _CAMEL.split(part)
        if len(humps) > 1:
            found += [hump.lower() for hump in humps if len(hump) > 1]
    if 1 < len(parts) < 4 and not _IS_SPACELESS.search(compound):
        found.append("".join(parts).lower())
    return tuple(found)


def _cells(parts: Iterable[str], pattern: re.Pattern[str]) -> Iterator[str]:
    for part in parts:
        for pair, cell in pattern.findall(part):
            yield cell
            if pair:
                yield pair


@functools.cache
def stem(word: str) -> str:
    """The stem of a word in lower case; short words, and words with digits, are codes and stay as they are."""
    if _PLAIN_WORD.fullmatch(word):
        return stemming.stem(word)
    if word > "\u0600":
        for affix in _AFFIXES:
            word = re.sub(affix, "", word)
    return word
