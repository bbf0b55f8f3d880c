r"""A question in words: what a reader sees, and portable Markdown.

words(question, "https://…/questions/")  ->  Worded(text="Trigger: S3 ObjectCreated event.\nCompute: Lambda. …",
                                                     answer="* **Trigger:** S3 ObjectCreated event. …", …)
"""

from functools import partial
from hashlib import blake2b

import msgspec

from generator.markup.gfm import gfm
from generator.markup.text import text
from generator.model import Element, Question, Study, Worded

_FIRST = 1000
"""Characters that are more than any list shows of a question."""
_NOT_PROSE = frozenset(("code_block", "table", "rule"))
"""Blocks that say nothing once their lines are joined."""


def worded(study: Study, question: Question) -> Worded:
    """A question of a study in words, with links as its page has them."""
    return study.words.get(question.number) or words(question, study.edition.questions_url)


def words(question: Question, base: str, key: str = "") -> Worded:
    """A question in words; `base` stands before the number in links to questions, `key` is its `tree`, if known."""

    def href(number: int) -> str:
        return f"{base}{number}/"

    replied = (*question.solution, *question.answer)
    at = partial(_at, base)
    return Worded(
        tree=key or tree(question),
        text=text(replied),
        first=prose(question)[:_FIRST],
        body=gfm(tuple(map(at, question.body)), href),
        answer=gfm(tuple(map(at, replied)), href),
    )


def tree(question: Question) -> str:
    """A hash of all elements of a question, with their lines."""
    elements = (question.heading, question.body, question.solution, question.answer)
    return blake2b(msgspec.json.encode(elements), digest_size=20).hexdigest()


def prose(question: Question) -> str:
    """The answer's running text on one line; all of it where there is nothing but code and tables.

    Of a question that asks more than its title does, that: what lists show must not give the answer away.
    """
    blocks = question.body or question.answer
    running = [element for element in blocks if element.kind not in _NOT_PROSE]
    return " ".join(text(running or blocks).split())


def _at(base: str, element: Element) -> Element:
    """An element whose pictures lead to their files on the site; `base` is where its questions are."""
    if element.kind == "picture":
        return element.but(attributes=(("src", f"{base.removesuffix('questions/')}assets/bank/{element.get('file')}"),))
    return element.over(partial(_at, base))
