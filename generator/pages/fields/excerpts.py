"""Short texts made from answers: the first words, and what an answer that only points elsewhere points to.

excerpt(question, study)  ->  "Trigger: S3 ObjectCreated event. Compute: Lambda Function. Layer: ImageMagick / Sharp …"
"""

from typing import Any

from generator import markup
from generator.model import Bank, Drawing, Question, Study

_POINTER = 24
"""An answer that says less than this many letters besides its references only points to them."""


def plain(question: Question) -> str:
    """The visible text of question and answer on one line."""
    return " ".join(markup.text((*question.body, *question.answer)).split())


def excerpt(question: Question, study: Study, length: int = 150) -> str:
    """The first words of the answer, at most `length` characters, ended by an ellipsis if there are more."""
    return _shorten(markup.worded(study, question).first, length)


def _shorten(text: str, length: int) -> str:
    """The first words of a text, at most `length` characters."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.-–—(") + "…"


def brief(question: Question) -> dict[str, Any]:
    """Number and title, as templates list questions."""
    return {"number": question.number, "title": question.title}


def shape(drawing: Drawing) -> dict[str, int]:
    """Width and height of a picture on its own, as templates keep room for it."""
    return {"width": round(drawing.standalone.width), "height": round(drawing.standalone.height)}


def targets(question: Question, bank: Bank) -> tuple[Question, ...]:
    """The questions that the answer refers to, each once, in its order."""
    return tuple(bank.by_number[number] for number in dict.fromkeys(each.number for each in question.references))


def pointed_at(question: Question, bank: Bank) -> tuple[Question, ...]:
    """What an answer that consists of references only refers to; nothing for all other answers."""
    if not question.references:
        return ()
    own = plain(question)
    for reference in question.references:
        own = own.replace(reference.text, "", 1)
    return () if sum(map(str.isalpha, own)) >= _POINTER else targets(question, bank)
