"""From a study to the questions worth reading next to each one, and why.

    {910: (Related(906, "also uses API Gateway and DynamoDB"), Related(941, "same subject: content hash"), …)}

Three things count: one answer refers to the other, their diagrams share components, their texts share telling words and
pairs of words (keywords.py). What fewer questions have weighs more. Only questions that share something
rare enough are compared, so that ten thousand questions cost about ten times what a thousand do.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.linking.keywords import Weights, component_keywords, text_keywords
from generator.model import Related, Study, Wording

MOST = 5
LEAST = 0.14
RARE = 60
"""What more questions than this share proposes nobody; it only adds to the score of those proposed otherwise."""
COMPARED = 24
"""So many of the proposed are compared in full."""
LINKED = 2
COMPONENTS_COUNT = 0.6
SAME_TOPIC = 0.04


@dataclass(frozen=True, slots=True)
class _Features:
    """What a question is compared by; each kind of weights has length 1 as a vector, or is empty."""

    topic: str
    words: Weights
    components: Weights
    references: frozenset[int]


Holders = Mapping[str, list[tuple[int, float]]]
"""For each keyword the questions that have it, with its weight there, ascending."""


def related(study: Study) -> Mapping[int, tuple[Related, ...]]:
    """For each question at most five others, the closest first; questions that are close to none are left out."""
    features = _features(study)
    tables = (
        _few_holders({number: each.words for number, each in features.items()}),
        _few_holders({number: each.components for number, each in features.items()}),
    )
    found = {}
    for question in study.bank.questions:
        number = question.number
        mine = features[number]
        proposed = _proposed(number, mine, tables, study.bank.backlinks.get(number, ()))
        scored = [(-_closeness(mine, features[other], number, other), other) for other in proposed]
        nearest = sorted(each for each in scored if each[0] <= -LEAST)[:MOST]
        if nearest:
            found[number] = tuple(Related(other, _why(number, other, features, study.wording)) for _, other in nearest)
    return found


def _proposed(number: int, mine: _Features, tables: tuple[Holders, Holders], backlinks: tuple[int, ...]) -> list[int]:
    """Questions that may be near: those that refer to each other, and those that share most of what is rare."""
    scores: dict[int, float] = {}
    score = scores.get
    for holders, weights in zip(tables, (mine.words, mine.components), strict=True):
        for keyword, weight in weights.items():
            for other, there in holders.get(keyword, ()):
                scores[other] = score(other, 0.0) + weight * there
    scores.pop(number, None)
    nearest = sorted(scores, key=scores.__getitem__, reverse=True)[:COMPARED]
    return sorted(mine.references.union(backlinks, nearest) - {number})


def _closeness(here: _Features, there: _Features, one: int, other: int) -> float:
    linked = other in here.references or one in there.references
    near = _dot(here.words, there.words) + COMPONENTS_COUNT * _dot(here.components, there.components)
    return LINKED * linked + near + (SAME_TOPIC if here.topic == there.topic else 0)


def _dot(here: Weights, there: Weights) -> float:
    """Their product; `fsum` is exact, so the order does not matter."""
    return math.fsum([weight * there[keyword] for keyword, weight in here.items() if keyword in there])


def _why(one: int, other: int, features: Mapping[int, _Features], wording: Wording) -> str:
    """The strongest thing that both share, in words for the page of `one`."""
    here, there = features[one], features[other]
    if one in there.references:
        return wording("refers to this")
    if other in here.references:
        return wording("referred to here")
    components = _shared(here.components, there.components)
    by_components = COMPONENTS_COUNT * _dot(here.components, there.components)
    if components and by_components >= _dot(here.words, there.words):
        return wording("also uses {components}", components=wording.joined(components[:2]))
    return wording("same subject: {word}", word=_shared(here.words, there.words)[0])


def _shared(here: Weights, there: Weights) -> list[str]:
    """What both have, the weightiest first."""
    common = [keyword for keyword in here if keyword in there]
    return sorted(common, key=lambda keyword: (-here[keyword] * there[keyword], keyword))


def _few_holders(weights: Mapping[int, Weights]) -> Holders:
    """Those of the rare keywords."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, each in weights.items():
        for keyword, weight in each.items():
            found[keyword].append((number, weight))
    return {keyword: holders for keyword, holders in found.items() if len(holders) <= RARE}


def _features(study: Study) -> Mapping[int, _Features]:
    questions = study.bank.questions
    words, components = text_keywords(questions, study.wording.silent), component_keywords(study.drawings)
    known = {question.number for question in questions}
    return {
        question.number: _Features(
            question.topic,
            words[question.number],
            components.get(question.number, {}),
            frozenset(each.number for each in question.references if each.number in known),
        )
        for question in questions
    }
