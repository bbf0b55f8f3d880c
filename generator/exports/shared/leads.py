"""The other questions that paper names below one: what it refers to, what refers to it, what to read next.

leads(study, Q911)  ->  Leads(to=(902,), by=(), near=(917, 930, 944))
"""

from typing import NamedTuple

from generator.model import Question, Study

_NEXT = 3
"""Questions to read next."""


class Leads(NamedTuple):
    """Numbers of questions, each once."""

    to: tuple[int, ...]
    by: tuple[int, ...]
    near: tuple[int, ...]


def leads(study: Study, question: Question) -> Leads:
    """Where a question leads on paper."""
    to = tuple(dict.fromkeys(reference.number for reference in question.references))
    by = tuple(number for number in study.bank.backlinks.get(question.number, ()) if number not in to)
    near = (each.number for each in study.related.get(question.number, ()))
    return Leads(to, by, tuple(number for number in near if number not in {*to, *by})[:_NEXT])
