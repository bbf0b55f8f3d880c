r"""All answers of a study as visible text and as portable Markdown, worked out once for the many that ask.

texts(study)[901]                                  ->  "Trigger: S3 ObjectCreated event.\nCompute: Lambda Function. …"
markdown(study, "https://…/questions/")[905]       ->  "* **Fallback:** … ([See Q910](https://…/questions/910/))"
"""

from collections.abc import Mapping
from functools import lru_cache

from generator.markup.gfm import gfm
from generator.markup.text import text
from generator.model import Study


@lru_cache(maxsize=1)
def texts(study: Study) -> Mapping[int, str]:
    """What a reader sees of each answer, by number; blocks on lines of their own."""
    return {question.number: text(question.answer) for question in study.bank.questions}


@lru_cache(maxsize=2)
def markdown(study: Study, base: str) -> Mapping[int, str]:
    """Each answer as GitHub Markdown, by number; `base` stands before the number in links to questions."""
    return {
        question.number: gfm(question.answer, lambda number: f"{base}{number}/") for question in study.bank.questions
    }
