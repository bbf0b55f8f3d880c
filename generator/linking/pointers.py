"""Answers that only point to another question, as in "(See Q671).", and circles of them."""

import re
from collections.abc import Iterator, Mapping

from generator.model import Bank, Element, Question
from generator.problems import Problem, Severity

_CUES = frozenset(
    ("see", "also", "question", "refer", "to", "similar", "same", "as", "the", "answer", "for", "above", "below", "and")
)
"""Words that tell nothing beside a reference."""
_WORD = re.compile(r"[^\W_]+")


def pointers(bank: Bank) -> Mapping[int, int]:
    """For each question whose answer only points to another one of the bank, that one's number."""
    return {
        question.number: question.references[0].number
        for question in bank.questions
        if question.references and _only_points(question)
    }


def _only_points(question: Question) -> bool:
    """Whether nothing of the answer remains without its references."""
    return _CUES.issuperset(_WORD.findall("".join(map(_own_words, question.answer)).lower()))


def _own_words(element: Element) -> str:
    """The words of an element that are no reference."""
    if element.kind in ("reference", "unresolved"):
        return ""
    return f"{element.text} {''.join(map(_own_words, element.children))}"


def circles(bank: Bank) -> Iterator[Problem]:
    """A warning for each circle of answers that only point to each other."""
    leads = pointers(bank)
    done: set[int] = set()
    for start in leads:
        path: list[int] = []
        number = start
        while number in leads and number not in done:
            done.add(number)
            path.append(number)
            number = leads[number]
        if number in path:
            circle = path[path.index(number) :]
            names = " -> ".join(f"Q{each}" for each in [*circle, number])
            place = bank.by_number[number].answer_place
            yield Problem(
                place, f"these answers only point to each other: {names}", "write one of them", Severity.WARNING
            )
