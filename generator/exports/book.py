"""The bank, or one topic of it, as the data that the printed sheets are made from.

    Study  ->  {"title": "System design", "edition": {…}, "topics": [{"name", "questions": [901, …]}],
                "questions": {"901": {"heading", "answer", "figure", "references", "backlinks"}}, …}

Three sheets are made of it: the book, the book of one topic, and the pocket edition with a page for each question.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from generator.drawing import print_svg
from generator.exports.trees import blocks, plain
from generator.exports.typesetting import pdf
from generator.model import Drawing, Edition, Question, Study, Topic


def book(study: Study) -> bytes:
    """The whole bank with contents, index of components and glossary."""
    bank = study.bank
    counts = f"{_count(len(bank.questions), 'question')} in {_count(len(bank.topics), 'topic')}"
    subtitle = f"{counts}, with {_count(len(study.drawings), 'diagram')}" if study.drawings else counts
    return _typeset(study, bank.topics, "book", title=study.edition.site_name, kicker="", subtitle=subtitle)


def topic(study: Study, one: Topic) -> bytes:
    """One topic, as a book of its own."""
    subtitle = _count(len(one.numbers), "question")
    return _typeset(study, (one,), "book", title=one.name, kicker=study.edition.site_name, subtitle=subtitle)


def pocket(study: Study) -> bytes:
    """Exactly one small page for each question, whatever its length."""
    return _typeset(study, study.bank.topics, "pocket", title=study.edition.site_name, kicker="", subtitle="Pocket edition")


def _typeset(study: Study, topics: Iterable[Topic], template: str, **words: str) -> bytes:
    topics = tuple(topics)
    numbers = tuple(number for topic in topics for number in topic.numbers)
    whole = len(numbers) == len(study.bank.questions)
    data = {
        **words,
        "edition": _edition(study.edition),
        "topics": [{"name": topic.name, "questions": list(topic.numbers)} for topic in topics],
        "questions": {str(number): _question(study, study.bank.by_number[number]) for number in numbers},
        "components": _components(study, set(numbers)),
        "glossary": [_term(term) for term in study.glossary] if whole else [],
    }
    pictures = {_file(number): print_svg(study.drawings[number]).svg for number in numbers if number in study.drawings}
    return pdf(template, data, pictures, study.edition.timestamp)


def _edition(edition: Edition) -> dict[str, Any]:
    day = datetime.fromtimestamp(edition.timestamp, UTC)
    return {
        "date": edition.date,
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "commit": edition.commit,
        "url": edition.site_url,
    }


def _question(study: Study, question: Question) -> dict[str, Any]:
    drawing = study.drawings.get(question.number)
    references = dict.fromkeys(reference.number for reference in question.references)
    return {
        "number": question.number,
        "title": question.title,
        "heading": [plain(each) for each in question.heading],
        "answer": blocks(question.answer),
        "figure": _figure(drawing) if drawing else None,
        "references": _named(study, references),
        "backlinks": _named(study, study.bank.backlinks.get(question.number, ())),
        "url": f"{study.edition.site_url}questions/{question.number}/" if study.edition.site_url else "",
    }


def _figure(drawing: Drawing) -> dict[str, Any]:
    diagram, picture = drawing.diagram, print_svg(drawing)
    return {
        "file": _file(diagram.number),
        "width": picture.width,
        "height": picture.height,
        "alt": drawing.description,
        "title": diagram.title.rstrip(".") + ".",
        "caption": diagram.caption,
        "steps": [{"number": step.number, "text": step.text} for step in diagram.steps],
    }


def _named(study: Study, numbers: Iterable[int]) -> list[dict[str, Any]]:
    return [{"number": number, "title": study.bank.by_number[number].title} for number in numbers]


def _components(study: Study, wanted: set[int]) -> list[dict[str, Any]]:
    found: Mapping[str, list[int]] = {
        component.name: [number for number in numbers if number in wanted]
        for component, numbers in study.components.items()
    }
    return [{"name": name, "numbers": numbers} for name, numbers in sorted(found.items(), key=_letters) if numbers]


def _letters(item: tuple[str, object]) -> tuple[str, str]:
    return item[0].casefold(), item[0]


def _term(term: Any) -> dict[str, Any]:
    return {"name": term.name, "meaning": term.meaning, "aliases": list(term.aliases)}


def _file(number: int) -> str:
    return f"q{number}.svg"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
