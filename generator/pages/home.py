"""The home page: what is here, and a way in for each kind of reader; index.md -> /."""

from collections.abc import Iterator

from generator.model import Page, Study
from generator.pages.parts.excerpts import brief
from generator.pages.topic import summary

TOPICS = 24
"""Topics on the home page; where there are more, it leads on to the index of topics."""

PICTURES = 3
"""Diagrams that show what to expect."""


def pages(study: Study) -> Iterator[Page]:
    """The home page."""
    bank = study.bank
    fields = {
        "title": study.edition.site_name,
        "description": _description(study),
        "questions": len(bank.questions),
        "diagrams": len(study.drawings),
        "components": len(study.components),
        "topics": [summary(topic, study) for topic in bank.topics[:TOPICS]],
        "topics_total": len(bank.topics),
        "pictures": [_picture(number, study) for number in _telling(study)],
        "edition": study.edition.date,
    }
    yield Page("index.md", "home.html", fields)


def _description(study: Study) -> str:
    bank, drawn = study.bank, len(study.drawings)
    pictures = f", {drawn} architecture diagrams" if drawn else ""
    ways = "browse, search and print" if "practice" in study.without else "browse, search, practise and print"
    return f"{len(bank.questions)} interview questions with answers{pictures}: to {ways}."


def _telling(study: Study) -> list[int]:
    """Diagrams whose shape suits a small wide frame best, from different topics where there are enough."""
    by_fit = sorted(study.drawings, key=lambda number: (_misfit(study, number), number))
    first: dict[str, int] = {}
    for number in by_fit:
        first.setdefault(study.bank.by_number[number].topic, number)
    chosen = list(first.values())
    return (chosen + [number for number in by_fit if number not in chosen])[:PICTURES]


def _misfit(study: Study, number: int) -> float:
    """How far a picture is from the frame's shape."""
    picture = study.drawings[number].standalone
    return abs(picture.width / max(picture.height, 1) - 2.4)


def _picture(number: int, study: Study) -> dict[str, object]:
    picture = study.drawings[number].standalone
    shape = {"width": round(picture.width), "height": round(picture.height)}
    return {**brief(study.bank.by_number[number]), **shape}
