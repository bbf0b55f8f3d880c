"""From questions and diagrams to weighted keywords by which they are compared.

    "Rate limiting per tenant"  ->  {"rate limiting": 0.6, "limiting": 0.4, "tenant": 0.3, …}

The weight of a keyword grows with its count in a question and falls with the number of questions that have it (tf-idf);
the weights of a question are a vector of length 1.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from sys import intern

from generator.model import Drawing, Question

Weights = Mapping[str, float]

_TELLING = 24
"""So many of a question's weightiest words and pairs are kept."""
_IN_TITLE = 3
"""A word of the title counts as often as this."""
_PAIR = 1.25
"""Two words together say more than each."""

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_INDIAN = re.compile("[\u0900-\u1cff]")
_INDIAN_WORD = re.compile("(?:[^\\W_]|(?![\u0964\u0965])[\u0900-\u1cff])+")
"""Words in scripts of India and its neighbours, whose vowels are no letters to a regular expression."""
_PLURAL = re.compile(r"(?<=[^aeious])s$|(?<=[^s]e)s$")
_SILENT = frozenset(
    _WORD.findall("""
    a about after all also an and answer any are as at back backend be before between both build but by can check
    choose create data design detect do does don each ever every explain fetch for from give given good handle has
    have high how if implement in into is it its job just keep keeps key let list low main make makes many may more
    most much must need needs never new no not of off on once one only or other our out over own per problem
    question record save see send service set should show simple since single so solution some storage such system
    table take than that the their them then there they this through to too two under until up use used user users
    uses using value very via was way we what when where which while who why will with within without write would
    you your
    """)
)


def text_keywords(questions: Iterable[Question], silent: frozenset[str] = frozenset()) -> Mapping[int, Weights]:
    """Words and pairs of words that a question shares with others, by its number; `silent` ones tell nothing."""
    counts = {}
    shown: dict[str, str] = {}
    telling = _Telling(silent)
    for question in questions:
        title, answer = _keywords_of(question.title, telling), _keywords_of(question.source, telling)
        counts[question.number] = Counter([keyword for keyword, _ in (*title * _IN_TITLE, *answer)])
        for keyword, words in (*title, *answer):
            if words.islower() or keyword not in shown:
                shown[keyword] = words
    weighed = _weighed(counts, _TELLING, _PAIR)
    return {number: {shown[keyword]: weight for keyword, weight in each.items()} for number, each in weighed.items()}


def component_keywords(drawings: Mapping[int, Drawing]) -> Mapping[int, Weights]:
    """Names of the components that a diagram shares with others, by its number."""
    names = {
        number: Counter(component.name for component in drawings[number].diagram.components)
        for number in sorted(drawings)
    }
    return _weighed(names)


class _Telling(dict[str, str]):
    """For each word as written, without plural and case; nothing for one that is too common to tell anything."""

    def __init__(self, silent: frozenset[str]) -> None:
        super().__init__()
        self.silent = silent | _SILENT

    def __missing__(self, written: str) -> str:
        word = written.lower()
        if word in self.silent or len(word) < 2 or word.isdigit():
            word = ""
        elif len(word) > 3:
            word = _PLURAL.sub("", word)
        self[written] = word
        return word


def _keywords_of(text: str, telling: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each telling word, and each pair of neighbours: without plural and case, and as written.

    A pair is in memory once, however many questions have it.
    """
    found = []
    last, last_written = "", ""
    for written in (_INDIAN_WORD if _INDIAN.search(text) else _WORD).findall(text):
        word = telling[written]
        if word:
            found.append((word, written))
            if last:
                found.append((intern(f"{last} {word}"), f"{last_written} {written}"))
        last, last_written = word, written
    return found


def _weighed(counts: Mapping[int, Counter[str]], most: int | None = None, pair: float = 1) -> Mapping[int, Weights]:
    """The weightiest keywords of each question as a vector of length 1; what nobody shares has no weight."""
    holders = Counter(chain.from_iterable(counts.values()))
    rarity = {
        keyword: math.log(1 + len(counts) / number) * (pair if " " in keyword else 1)
        for keyword, number in holders.items()
        if number > 1
    }
    once = {keyword: (-weight, keyword) for keyword, weight in rarity.items()}
    found: dict[int, Weights] = {}
    for number, each in counts.items():
        heaviest = sorted(
            once[keyword] if count == 1 else (-rarity[keyword] * _often(count), keyword)
            for keyword, count in each.items()
            if keyword in once
        )[:most]
        length = math.sqrt(math.fsum([weight**2 for weight, _ in heaviest])) or 1.0
        found[number] = {keyword: -weight / length for weight, keyword in heaviest}
    return found


@functools.cache
def _often(count: int) -> float:
    """The weight of a count: the tenth mention says less than the second."""
    return 1 + math.log(count)
