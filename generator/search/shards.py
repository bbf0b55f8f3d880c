"""From the documents of a large bank to an index in pieces, of which a browser loads the few that a query needs.

    assets/search/1f0c…/index.json       {"topics", "components", "synonyms", "numbers": [[1, 5000], [5002, 4999]],
                                          "places": [[0, 50], …], "letters": ["a", …], "stems": ["", "cach", …]}
    assets/search/1f0c…/words-2.json     {"cach": ["cache", 812, "caching", 90], …}    words with one first letter
    assets/search/1f0c…/stems-17.json    {"cach": [12, 95, 3, 41, …], …}               what has each stem, how well
    assets/search/1f0c…/uses.json        [[4, 1, 3], …]                                what uses each component
    assets/search/1f0c…/texts-40.json    ten questions as in a small bank, each with its diagram's row at the end

Questions are counted from 0 and given as steps from the one before; scores are tenths. Numbers and places are runs: a
first value and how many follow it. The scores are those that MiniSearch gives (BM25+), so that readers get the same
order from pieces as from the whole. Of a stem that very many questions have, only the best are kept.
"""

import heapq
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import Any

from msgspec import Struct

from generator.search.words import stem, words

_TEXTS = 10
"""Questions in a piece of texts."""
_STEMS = 8_000
"""Numbers in a piece of stems."""
_KEPT = 500
"""Questions that are kept for one stem."""

_FIELDS = {"title": 4.0, "components": 2.0, "answer": 1.0, "topic": 0.7, "diagram": 0.5}
"""What a hit counts in each field, as in docs/assets/javascripts/search/engine/engine.js."""
_SATURATION, _LENGTH, _LEAST = 1.2, 0.7, 0.5
"""MiniSearch's k, b and d."""


def pieces(documents: Mapping[str, Any], diagrams: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of all pieces by their name, without folder and ending."""
    questions = [[*row, shown] for row, shown in zip(documents["questions"], diagrams["questions"], strict=True)]
    fields = _fields(documents, diagrams)
    letters = _by_letter(fields.values())
    blocks = list(_blocks(_scores(fields)))
    index = {
        "topics": documents["topics"],
        "components": diagrams["components"],
        **{name: documents[name] for name in ("synonyms", "affixes") if name in documents},
        "numbers": _runs([row[0] for row in questions], step=1),
        "places": _runs([row[2] for row in questions], step=0),
        "letters": sorted(letters),
        "stems": [next(iter(block)) for block in blocks],
    }
    return (
        {"index": index, "uses": _uses(questions, len(diagrams["components"]))}
        | {f"words-{place}": letters[letter] for place, letter in enumerate(sorted(letters))}
        | {f"stems-{place}": block for place, block in enumerate(blocks)}
        | {f"texts-{begin // _TEXTS}": questions[begin : begin + _TEXTS] for begin in range(0, len(questions), _TEXTS)}
    )


def _fields(documents: Mapping[str, Any], diagrams: Mapping[str, Any]) -> Mapping[str, list[list[str]]]:
    """The words of each field of each question."""
    topics = [_words(name) for _, name in documents["topics"]]
    components = [_words(name) for name in diagrams["components"]]
    rows = documents["questions"]
    shown = [each or ((), "") for each in diagrams["questions"]]
    return {
        "title": [_words(row[1]) for row in rows],
        "components": [[word for each in uses for word in components[each]] for uses, _ in shown],
        "answer": [_words(row[3]) for row in rows],
        "topic": [topics[row[2]] for row in rows],
        "diagram": [_words(text) for _, text in shown],
    }


def _words(text: str) -> list[str]:
    """The words of a text; each word of the bank is in memory once."""
    return [intern(word) for word in words(text)]


def _scores(fields: Mapping[str, list[list[str]]]) -> Iterator[tuple[str, Mapping[int, float]]]:
    """For each stem, in the order of the alphabet, how well each question that has it fits; BM25+ in each field."""
    counted = [_counted(texts, _FIELDS[name], name in {"components", "diagram"}) for name, texts in fields.items()]
    for term in sorted({term for field in counted for term in field.places}):
        found: dict[int, float] = defaultdict(float)
        for field in counted:
            places = field.places.get(term, ())
            number = len(places) // 2
            rarity = math.log(1 + (field.total - number + 0.5) / (number + 0.5))
            for place, count in zip(places[::2], places[1::2], strict=True):
                often = _LEAST + count * (_SATURATION + 1) / (count + _SATURATION * field.lengths[place])
                found[place] += rarity * often * field.weight
        yield term, found


class _Counted(Struct, frozen=True):
    """How often each question has each stem in one field."""

    weight: float
    total: int
    """Questions that count."""
    lengths: Sequence[float]
    places: Mapping[str, "array[int]"]
    """For each stem, question and count in turn; packed, for of a large bank there are millions."""


def _counted(texts: list[list[str]], weight: float, skip_empty: bool) -> _Counted:
    """The words of one field, counted. Diagrams have an index of their own, which knows only questions with one."""
    total = sum(1 for text in texts if text) if skip_empty else len(texts)
    average = sum(map(len, texts)) / max(total, 1)
    places: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for place, text in enumerate(texts):
        for term, count in Counter(map(stem, text)).items():
            places[term].extend((place, count))
    lengths = [1 - _LENGTH + _LENGTH * len(text) / max(average, 1e-9) for text in texts]
    return _Counted(weight, total, lengths, places)


def _blocks(scores: Iterable[tuple[str, Mapping[int, float]]]) -> Iterator[Mapping[str, list[int]]]:
    """Pieces of stems in the order of the alphabet, none much larger than the others."""
    block: dict[str, list[int]] = {}
    size = 0
    for term, fitting in scores:
        best = heapq.nsmallest(_KEPT, fitting.items(), key=lambda pair: (-pair[1], pair[0]))
        postings = _postings(best)
        if block and size + len(postings) > _STEMS:
            yield block
            block, size = {}, 0
        block[term] = postings
        size += len(postings) + 4
    if block:
        yield block


def _postings(best: Iterable[tuple[int, float]]) -> list[int]:
    """Place and score in turn, each place as the step from the one before."""
    found, last = [], 0
    for place, score in sorted(best):
        found += [place - last, round(10 * score)]
        last = place
    return found


def _by_letter(fields: Iterable[list[list[str]]]) -> Mapping[str, Mapping[str, list[Any]]]:
    """For each first letter the words that begin with it, or whose stems do, under these, with how often they occur."""
    counts = Counter(word for texts in fields for text in texts for word in text)
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for word in sorted(counts):
        for letter in {word[0], stem(word)[0]}:
            found[letter][stem(word)] += [word, counts[word]]
    return found


def _uses(questions: Sequence[Any], components: int) -> list[list[int]]:
    """For each component the questions that show it, as steps."""
    found: list[list[int]] = [[] for _ in range(components)]
    last = [0] * components
    for place, row in enumerate(questions):
        for component in row[4][0] if row[4] else ():
            found[component].append(place - last[component])
            last[component] = place
    return found


def _runs(values: Sequence[int], step: int) -> list[list[int]]:
    """Values that grow by `step`, as [first, how many]."""
    found: list[list[int]] = []
    for value in values:
        if found and value == found[-1][0] + step * found[-1][1]:
            found[-1][1] += 1
        else:
            found.append([value, 1])
    return found
