"""From a study to the questions worth reading next to each one, and why.

    {910: (Related(906, "also uses API Gateway and DynamoDB"), Related(941, "same subject: content hash"), …)}

Three signs count: one answer refers to the other, their diagrams share components, their texts share telling words and
pairs of words. Every sign is weighted by how few questions have it. Only questions that share a sign that is not
everywhere are compared, so that ten thousand questions cost about ten times what a thousand do.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Question, Related, Study

MOST = 5
COMMON = 120
"""A sign that more questions have than this proposes nobody, it only adds to the score of those proposed by others."""
TELLING = 24
"""So many of a question's weightiest words and pairs are compared."""
LEAST = 0.12

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_PLURAL = re.compile(r"(?<=[^su])s$")
_SILENT = frozenset(
    _WORD.findall("""
    a about after all also an and any are as at back be before between both build but by can choose create data design do
    does don each ever every explain for from give given good handle has have high how if implement in into is it its
    just keep keeps let low main make makes many may more most much must need needs never new no not of off on once one
    only or other our out over own per question see send service set should show simple since single so some such system
    take than that the their them then there they this through to too two under until up use used user uses using very
    via was way we what when where which while who why will with within without would you your answer
    """)
)

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a question is compared by; each kind of weights has length 1 as a vector, or is empty."""

    words: Weights
    components: Weights
    references: frozenset[int]


def related(study: Study) -> Mapping[int, tuple[Related, ...]]:
    """For each question at most five others, the closest first; questions without any are left out."""
    signs = _signs(study)
    having = _having(signs)
    found = {}
    for question in study.bank.questions:
        nearest = sorted(_nearest(question.number, signs, having), key=lambda pair: (-pair[0], pair[1]))[:MOST]
        if nearest:
            found[question.number] = tuple(Related(other, _why(question.number, other, signs)) for _, other in nearest)
    return found


def _nearest(number: int, signs: Mapping[int, _Signs], having: Mapping[str, list[int]]) -> Iterator[tuple[float, int]]:
    """Score and number of each question that is near enough."""
    mine = signs[number]
    shared = (sign for kind in (mine.words, mine.components) for sign in kind)
    proposed = {other for sign in shared if len(having[sign]) <= COMMON for other in having[sign]}
    proposed |= mine.references | set(having.get(f"refers to {number}", ()))
    for other in proposed - {number}:
        score = _closeness(number, other, signs)
        if score >= LEAST:
            yield score, other


def _closeness(one: int, other: int, signs: Mapping[int, _Signs]) -> float:
    here, there = signs[one], signs[other]
    linked = other in here.references or one in there.references
    return linked + _dot(here.words, there.words) + 0.5 * _dot(here.components, there.components)


def _dot(here: Weights, there: Weights) -> float:
    return math.fsum(weight * there[sign] for sign, weight in here.items() if sign in there)


def _why(one: int, other: int, signs: Mapping[int, _Signs]) -> str:
    """The strongest sign that both share, in words for the page of `one`."""
    here, there = signs[one], signs[other]
    if one in there.references:
        return "refers to this"
    if other in here.references:
        return "referred to here"
    components = _shared(here.components, there.components)
    words = _shared(here.words, there.words)
    if components and (0.5 * _dot(here.components, there.components) >= _dot(here.words, there.words) or not words):
        return f"also uses {' and '.join(components[:2])}"
    return f"same subject: {words[0]}" if words else "near in subject"


def _shared(here: Weights, there: Weights) -> list[str]:
    """What both have, the weightiest first."""
    common = [sign for sign in here if sign in there]
    return sorted(common, key=lambda sign: (-here[sign] * there[sign], sign))


def _having(signs: Mapping[int, _Signs]) -> Mapping[str, list[int]]:
    """For each sign the questions that have it, ascending."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, each in signs.items():
        for sign in (*each.words, *each.components):
            found[sign].append(number)
        for target in each.references:
            found[f"refers to {target}"].append(number)
    return found


def _signs(study: Study) -> Mapping[int, _Signs]:
    questions = study.bank.questions
    known = {question.number for question in questions}
    words = _weighed({question.number: _features(question) for question in questions}, TELLING)
    components = _weighed({number: _component_names(study, number) for number in known}, None)
    targets = {
        question.number: frozenset(each.number for each in question.references if each.number in known)
        for question in questions
    }
    return {number: _Signs(words[number], components[number], targets[number]) for number in sorted(known)}


def _component_names(study: Study, number: int) -> Counter[str]:
    drawing = study.drawings.get(number)
    return Counter(component.name for component in drawing.diagram.components) if drawing else Counter()


def _features(question: Question) -> Counter[str]:
    """Words and pairs of neighbouring words of title and answer; those of the title count three times."""
    counts = Counter(_features_of(question.source))
    for feature in _features_of(question.title):
        counts[feature] += 3
    return counts


def _features_of(text: str) -> Iterator[str]:
    last = ""
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if word in _SILENT or len(word) < 2 or word.isdigit():
            last = ""
            continue
        word = _PLURAL.sub("", word) if len(word) > 3 else word
        yield word
        if last:
            yield f"{last} {word}"
        last = word


def _weighed(counts: Mapping[int, Counter[str]], most: int | None) -> Mapping[int, Weights]:
    """The weightiest features of each question as a vector of length 1; one that nobody shares has no weight."""
    holders = Counter(feature for each in counts.values() for feature in each)
    total = len(counts)
    found: dict[int, Weights] = {}
    for number, each in counts.items():
        weighed = _heaviest(((name, count) for name, count in each.items() if holders[name] > 1), holders, total, most)
        length = math.sqrt(math.fsum(weight * weight for _, weight in weighed)) or 1.0
        found[number] = {name: weight / length for name, weight in weighed}
    return found


def _heaviest(
    features: Iterable[tuple[str, int]], holders: Counter[str], total: int, most: int | None
) -> list[tuple[str, float]]:
    weighed = [(name, (1 + math.log(count)) * math.log(1 + total / holders[name])) for name, count in features]
    return sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:most]
