"""The home page: what is here, and a way in for each kind of reader; index.md -> /."""

from collections.abc import Iterator

from generator.model import Page, Study
from generator.pages.fields.excerpts import brief, shape
from generator.pages.fields.listing import drawn, held
from generator.pages.topic import summary

_TOPICS = 24
"""Topics on the home page; where there are more, it leads on to the index of topics."""

_PICTURES = 3
"""Diagrams that show what to expect."""


_ANSWERED = (
    "{count} interview question with an answer to the point.",
    "{count} interview questions with answers to the point.",
)
_ALL_DRAWN = (
    "{count} interview question with an answer to the point, and a diagram that you could draw on a whiteboard.",
    "{count} interview questions with answers to the point, and a diagram for each that you could draw on "
    "a whiteboard.",
)
_SOME_DRAWN = (
    "{count} interview question with an answer to the point, and {diagrams} that you could draw on a whiteboard.",
    "{count} interview questions with answers to the point, and {diagrams} that you could draw on a whiteboard.",
)
_BLOCKS = (
    "{count} building block, each with the questions that use it.",
    "{count} building blocks, each with the questions that use it.",
)
"""What a bank has, for one and for many."""


def pages(study: Study) -> Iterator[Page]:
    """The home page."""
    bank = study.bank
    fields = {
        "title": study.edition.site_name,
        "description": _description(study),
        "lead": _lead(study),
        "blocks": study.wording.count(len(study.components), *_BLOCKS),
        "questions": len(bank.questions),
        "diagrams": len(study.drawings),
        "components": len(study.components),
        "topics": [summary(topic, study) for topic in bank.topics[:_TOPICS]],
        "topics_total": len(bank.topics),
        "pictures": [{**brief(bank.by_number[each]), **shape(study.drawings[each])} for each in _telling(study)],
        "edition": study.wording.date(study.edition.timestamp),
    }
    yield Page("index.md", "home.html", fields)


def _description(study: Study) -> str:
    """What there is and what to do with it, for search engines."""
    if "practice" in study.without:
        return study.wording("{held}: to browse, search and print.", held=held(study))
    return study.wording("{held}: to browse, search, practise and print.", held=held(study))


def _lead(study: Study) -> str:
    """What the bank is, in a sentence."""
    many, wording = len(study.bank.questions), study.wording
    if not study.drawings:
        return wording.count(many, *_ANSWERED)
    if len(study.drawings) == many:
        return wording.count(many, *_ALL_DRAWN)
    return wording.count(many, *_SOME_DRAWN, diagrams=drawn(study))


def _telling(study: Study) -> list[int]:
    """Diagrams whose shape suits a small wide frame best, from different topics where there are enough."""
    by_fit = sorted(study.drawings, key=lambda number: (_misfit(study, number), number))
    first: dict[str, int] = {}
    for number in by_fit:
        first.setdefault(study.bank.by_number[number].topic, number)
    chosen = list(first.values())
    return (chosen + [number for number in by_fit if number not in chosen])[:_PICTURES]


def _misfit(study: Study, number: int) -> float:
    """How far a picture is from the frame's shape."""
    picture = study.drawings[number].standalone
    return abs(picture.width / max(picture.height, 1) - 2.4)
