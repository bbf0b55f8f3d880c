"""From a study to the questions worth reading next to each one, and why.

    {910: (Related(906, "also uses API Gateway and DynamoDB"), Related(941, "same subject: content hash"), …)}

Three things count: one answer refers to the other, their diagrams share components, their texts share telling words and
pairs of words (keywords.py). What fewer questions have weighs more. Only questions that share something
rare enough are compared, so that ten thousand questions cost about ten times what a thousand do: what is rare is
added up for all that share it, what is common only for those that are nearest by then.
"""

import math
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from generator.linking.keywords import Weights, component_keywords, text_keywords
from generator.model import Related, Study, Wording

_MOST = 5
_LEAST = 0.14
_RARE = 60
"""What more questions than this share proposes nobody; it only adds to the score of those proposed otherwise."""
_COMPARED = 24
"""So many of the proposed are compared in full."""
_LINKED = 2
_COMPONENTS_COUNT = 0.6
_SAME_TOPIC = 0.04


class _Features(Struct, frozen=True):
    """What a question is compared by."""

    topic: str
    words: Weights
    """A vector of length 1, or empty; so are the components'."""
    components: Weights
    references: frozenset[int]
    weights: Weights
    """Words and components together, of which the product of two questions is made."""


_Holders = Mapping[str, list[tuple[int, float]]]
"""For each keyword the questions that have it, with its weight there, ascending."""


def related(study: Study) -> Mapping[int, tuple[Related, ...]]:
    """For each question at most five others, the closest first; questions that are close to none are left out."""
    features = _features(study)
    holders = _few_holders({number: each.weights for number, each in features.items()})
    found = {}
    for number in features:
        closeness = _closeness(number, features, holders, study.bank.backlinks.get(number, ()))
        nearest = sorted((-near, other) for other, near in closeness.items() if near >= _LEAST)[:_MOST]
        if nearest:
            found[number] = tuple(Related(other, _why(number, other, features, study.wording)) for _, other in nearest)
    return found


def _closeness(
    number: int, features: Mapping[int, _Features], holders: _Holders, backlinks: tuple[int, ...]
) -> Mapping[int, float]:
    """How close others are: those that refer to each other, and those that share most of what is rare."""
    mine = features[number]
    shared: dict[int, float] = {}
    score = shared.get
    for keyword, weight in mine.weights.items():
        for other, there in holders.get(keyword, ()):
            shared[other] = score(other, 0.0) + weight * there
    shared.pop(number, None)
    common = [each for each in mine.weights.items() if each[0] not in holders]
    linked = mine.references.union(backlinks)
    found = {}
    for other in linked.union(sorted(shared, key=shared.__getitem__, reverse=True)[:_COMPARED]) - {number}:
        its = features[other]
        near = score(other, 0.0) + (_SAME_TOPIC if its.topic == mine.topic else 0) + _LINKED * (other in linked)
        for keyword, weight in common:
            near += weight * its.weights.get(keyword, 0.0)
        found[other] = round(near, 12)  # whatever was added first
    return found


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
    components, words = _shared(here.components, there.components), _shared(here.words, there.words)
    if components and _COMPONENTS_COUNT * _dot(here.components, there.components) >= _dot(here.words, there.words):
        return wording("also uses {components}", components=wording.joined(components[:2]))
    return wording("same subject: {word}", word=words[0])


def _shared(here: Weights, there: Weights) -> list[str]:
    """What both have, the weightiest first."""
    common = [keyword for keyword in here if keyword in there]
    return sorted(common, key=lambda keyword: (-here[keyword] * there[keyword], keyword))


def _few_holders(weights: Mapping[int, Weights]) -> _Holders:
    """Those of the rare keywords."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, each in weights.items():
        for keyword, weight in each.items():
            found[keyword].append((number, weight))
    return {keyword: holders for keyword, holders in found.items() if len(holders) <= _RARE}


def _features(study: Study) -> Mapping[int, _Features]:
    questions = study.bank.questions
    words, components = text_keywords(questions, study.wording.silent), component_keywords(study.drawings)
    known = {question.number for question in questions}
    found = {}
    for question in questions:
        drawn = components.get(question.number, {})
        references = frozenset(each.number for each in question.references if each.number in known)
        counted = {f"\n{name}": weight * math.sqrt(_COMPONENTS_COUNT) for name, weight in drawn.items()}  # is no word
        weights = {**words[question.number], **counted}
        found[question.number] = _Features(question.topic, words[question.number], drawn, references, weights)
    return found
