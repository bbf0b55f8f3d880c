r"""All answers of a study as visible text and as portable Markdown, worked out once for the many that ask.

texts(study)[901]                                  ->  "Trigger: S3 ObjectCreated event.\nCompute: Lambda Function. …"
markdown(study, "https://…/questions/")[905]       ->  "* **Fallback:** … ([See Q910](https://…/questions/910/))"
"""

from collections.abc import Mapping
from functools import lru_cache

from generator.markup.gfm import gfm
from generator.markup.text import text
from generator.model import Element, Question, Study


@lru_cache(maxsize=1)
def texts(study: Study) -> Mapping[int, str]:
    """What a reader sees of each answer, by number; blocks on lines of their own."""
    return {question.number: text((*question.solution, *question.answer)) for question in study.bank.questions}


@lru_cache(maxsize=2)
def markdown(study: Study, base: str) -> Mapping[int, str]:
    """Each answer as GitHub Markdown, by number; `base` stands before the number in links to questions."""

    def href(number: int) -> str:
        return f"{base}{number}/"

    return {question.number: gfm(replied(question, base), href) for question in study.bank.questions}


@lru_cache(maxsize=2)
def bodies(study: Study, base: str) -> Mapping[int, str]:
    """What belongs to each question itself as GitHub Markdown; only those that have such."""
    asked = (question for question in study.bank.questions if question.body)
    return {each.number: gfm(at(each.body, base), lambda number: f"{base}{number}/") for each in asked}


def replied(question: Question, base: str) -> tuple[Element, ...]:
    """The right options and the answer, with the addresses of pictures."""
    return at((*question.solution, *question.answer), base)


def at(elements: tuple[Element, ...], base: str) -> tuple[Element, ...]:
    """Elements whose pictures lead to their files on the site; `base` is where its questions are."""
    return tuple(
        each.but(attributes=(("src", f"{base.removesuffix('questions/')}assets/bank/{each.get('file')}"),))
        if each.kind == "picture"
        else each.but(children=at(each.children, base))
        if each.children
        else each
        for each in elements
    )
