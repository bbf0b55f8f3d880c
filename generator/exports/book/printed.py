"""The bank, or one topic of it, as the data that the printed sheets are made from.

    Study  ->  {"title": "System design", "edition": {…}, "topics": [{"name", "questions": [901, …]}],
                "questions": {"901": {"heading", "answer", "figure", "references", "backlinks"}}, …}

Three sheets are made of it: the book, the book of one topic, and the pocket edition with a page for each question.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from generator import markup
from generator.exports.book.figures import POCKET, Placed, choose, rooms
from generator.exports.book.glyphs import lacking
from generator.exports.book.measuring import words_height
from generator.exports.book.typesetting import pdf, png
from generator.exports.parts.counts import questions, summary
from generator.exports.parts.embedded import embedded
from generator.exports.parts.pictures import light
from generator.exports.parts.selections import Selection, whole
from generator.exports.parts.trees import answer_of, blocks, plain
from generator.model import Drawing, Element, Study, Term, Topic, Wording

PAGE = 230.0
"""Millimetres of height within the margins of the book."""
SHORT = 600
"""Characters of an answer that is not parted between two pages."""
LONG = 800
"""Characters of an answer that no longer fit beside a picture."""


def book(study: Study, selection: Selection) -> bytes:
    """The whole bank, or one topic as a book of its own: contents, questions, index of components, glossary."""
    return _typeset("book", study, selection)


def pocket(study: Study, selection: Selection) -> bytes:
    """Exactly one small page for each question, whatever its length."""
    return _typeset("pocket", study, selection)


def cover(study: Study) -> bytes:
    """The book's cover as a PNG, 1588 pixels wide."""
    head = _head(study, whole(study.bank)[0])
    wordless = {"title": "", "subtitle": ""} if lacking(study) else {}  # no letters, rather than boxes
    return png("front", {**head, **wordless}, {}, 2)


def _typeset(template: str, study: Study, selection: Selection) -> bytes:
    placed = {number: _place(study, number, template) for number in selection.numbers if number in study.drawings}
    pictures: dict[str, str] = {_file(number): light(place.picture.svg) for number, place in placed.items()}
    pictures |= embedded(_elements(study, selection), study.assets)
    data = {
        **_head(study, selection),
        "introduction": [] if selection.is_topic else blocks(study.bank.introduction, below=1),
        "topics": [_topic(study, each) for each in selection.topics],
        "questions": {str(number): _question(study, number, placed.get(number)) for number in selection.numbers},
        "components": _components(study, set(selection.numbers)),
        "glossary": [] if selection.is_topic else [_term(term) for term in study.glossary if term.meaning],
    }
    return pdf(template, data, pictures, study.edition.timestamp)


def _elements(study: Study, selection: Selection) -> Iterator[Element]:
    """All that is set of a selection."""
    yield from study.bank.introduction
    for topic in selection.topics:
        yield from topic.introduction
    for number in selection.numbers:
        question = study.bank.by_number[number]
        yield from (*question.heading, *question.body, *question.solution, *question.answer)


def _head(study: Study, selection: Selection) -> dict[str, Any]:
    name = study.edition.site_name
    if selection.name:
        words = {"title": selection.name, "kicker": name, "subtitle": questions(study, len(selection.numbers))}
    else:
        words = {"title": name, "kicker": "", "subtitle": summary(study)}
    return {**words, "edition": _edition(study), "said": _said(study.wording)}


def _said(wording: Wording) -> dict[str, Any]:
    """The language, and what the templates say in it."""
    plain_words = {text: said for text, said in wording.table.items() if isinstance(said, str)}
    return {"lang": wording.language.partition("-")[0], "dir": wording.direction, "table": plain_words}


def _topic(study: Study, topic: Topic) -> dict[str, Any]:
    return {
        "name": topic.name,
        "count": questions(study, len(topic.numbers)),
        "questions": list(topic.numbers),
        "introduction": blocks(topic.introduction, below=1),
    }


def _edition(study: Study) -> dict[str, Any]:
    edition = study.edition
    day = datetime.fromtimestamp(edition.timestamp, UTC)
    return {
        "date": study.wording.date(edition.timestamp),
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "commit": edition.commit,
        "url": edition.site_url,
    }


def _place(study: Study, number: int, template: str) -> Placed:
    question, drawing = study.bank.by_number[number], study.drawings[number]
    if template == "pocket":
        return choose(drawing, POCKET)
    links = len(question.references) + len(study.bank.backlinks.get(number, ()))
    below, beside = (PAGE - words_height(question, drawing, links, beside=each) for each in (False, True))
    return choose(drawing, rooms(below, beside, long=len(markup.worded(study, question).text) > LONG))


def _question(study: Study, number: int, placed: Placed | None) -> dict[str, Any]:
    question = study.bank.by_number[number]
    references = dict.fromkeys(reference.number for reference in question.references)
    return {
        "number": number,
        "title": question.title,
        "heading": [plain(each) for each in question.heading],
        "body": blocks(question.body),
        "answer": blocks(answer_of(question, study.wording)),
        "short": placed is None and len(markup.worded(study, question).text) < SHORT,
        "figure": _figure(study.drawings[number], placed) if placed else None,
        "references": _named(study, references),
        "backlinks": _named(study, study.bank.backlinks.get(number, ())),
        "url": f"{study.edition.site_url}questions/{number}/" if study.edition.site_url else "",
    }


def _figure(drawing: Drawing, placed: Placed) -> dict[str, Any]:
    diagram = drawing.diagram
    return {
        "file": _file(diagram.number),
        "width": placed.width,
        "ratio": placed.picture.width / placed.picture.height,
        "beside": placed.beside,
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


def _term(term: Term) -> dict[str, Any]:
    return {"name": term.name, "meaning": term.meaning, "aliases": list(term.aliases)}


def _file(number: int) -> str:
    return f"q{number}.svg"
