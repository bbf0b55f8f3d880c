"""The bank, or one topic of it, as the data that the printed sheets are made from.

    Study  ->  {"title": "System design", "edition": {…}, "topics": [{"name", "questions": [901, …]}],
                "questions": {"901": {"heading", "answer", "figure", "rows"}}, …}

Four sheets are made of it: the book, the book of one topic, the pocket edition with a page for each question, and the
edition for a phone.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import astuple, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from generator.exports.book.figures import BOOK, POCKET, POINT, Placed, alone, options, placed, snug
from generator.exports.book.glyphs import lacking
from generator.exports.book.matter import matter
from generator.exports.book.measuring import Prose, Sheet, even, steps_set, surely_within
from generator.exports.book.typesetting import Told, pdf, pngs
from generator.exports.shared import counts
from generator.exports.shared.embedded import embedded
from generator.exports.shared.leads import leads
from generator.exports.shared.pictures import light, small
from generator.exports.shared.selections import Selection, whole
from generator.exports.shared.trees import answer_of, blocks, plain
from generator.model import Element, Question, Study, Topic, Wording

_SURE = 200.0
"""Millimetres of a question of the book that is certainly not higher than a page."""
PHONE = (80.0, 138.0)
"""Width and height of a phone's page within its margins."""
_TITLES = {"book": (165, 20.4), "pocket": (132, 15.6), "phone": (80, 16.8)}
"""Millimetres that a question's title may be wide, and points of its type, which headings enlarge by a fifth."""
_ENDS = ("?", "!", "…", "。", "？", "！", "؟", "।")
"""Marks that end a sentence, besides the full stop."""
_LARGE = 150
"""Questions from which on contents name topics only, and of a bank icons have no more dots than a screen shows."""


def book(study: Study, selection: Selection) -> bytes:
    """The whole bank, or one topic as a book of its own: contents, questions, indexes, glossary."""
    numbers = selection.numbers
    words = {number: _words(study, number, BOOK) for number in numbers if number in study.drawings}
    places = {number: options(each) for number, each in words.items()}
    found = placed((number, places.get(number, ())) for number in numbers)
    rest = {number: alone(study.drawings[number], 165, 120, 200) for number in words if number not in found}
    return _typeset("book", study, selection, found | rest)


def pocket(study: Study, selection: Selection) -> bytes:
    """A small page for each question; what is too long for one goes on."""
    drawn = (number for number in selection.numbers if number in study.drawings)
    return _typeset("pocket", study, selection, {number: snug(_words(study, number, POCKET)) for number in drawn})


def phone(study: Study, selection: Selection) -> bytes:
    """Pages of a phone's size, with the pictures that are drawn for one."""
    width, height = PHONE
    places = {
        number: replace(
            alone(study.drawings[number], width, height, height),
            brief=surely_within(0.6 * height, width, study.bank.by_number[number].answer),
        )
        for number in selection.numbers
        if number in study.drawings
    }
    return _typeset("phone", study, selection, places)


def cover(study: Study) -> bytes:
    """The book's cover as a PNG, 1588 pixels wide."""
    head = _head(study, whole(study.bank)[0])
    wordless = {"title": "", "subtitle": ""} if lacking(study) else {}  # no letters, rather than boxes
    return pngs("front", ({**head, **wordless}, {}), ppi=2 * 96)[0]


def _typeset(template: str, study: Study, selection: Selection, places: Mapping[int, Placed]) -> bytes:
    told = partial(_told, template, study, selection, places)
    return pdf(template, told, study.edition.timestamp, len(selection.numbers))


def _told(template: str, study: Study, selection: Selection, places: Mapping[int, Placed]) -> Told:
    shown: Callable[[str], str] = (lambda svg: small(light(svg))) if len(study.bank.questions) > _LARGE else light
    pictures: dict[str, str] = {_file(number): shown(place.picture.svg) for number, place in places.items()}
    pictures |= embedded(_elements(study, selection), study.assets)
    wanted = dict.fromkeys(selection.numbers)
    return {
        **_head(study, selection),
        **matter(study, selection),
        "large": len(selection.numbers) > _LARGE,
        "is_topic": selection.is_topic,
        "introduction": [] if selection.is_topic else blocks(study.bank.introduction, below=1),
        "topics": [_topic(study, each) for each in selection.topics],
        "questions": {str(number): _question(study, number, places.get(number), wanted) for number in wanted},
        "titles": {str(number): _title(study.bank.by_number[number], template) for number in wanted},
    }, pictures


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
        count = counts.questions(study, len(selection.numbers))
        words = {"title": selection.name, "kicker": name, "subtitle": count}
    else:
        words = {"title": name, "kicker": "", "subtitle": counts.summary(study)}
    return {**words, "edition": _edition(study), "said": _said(study.wording)}


def _said(wording: Wording) -> dict[str, Any]:
    """The language, and what the templates say in it."""
    plain = {text: said for text, said in wording.table.items() if isinstance(said, str)}
    return {"lang": wording.language.partition("-")[0], "dir": wording.direction, "table": plain}


def _topic(study: Study, topic: Topic) -> dict[str, Any]:
    return {
        "name": topic.name,
        "count": counts.questions(study, len(topic.numbers)),
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


def _words(study: Study, number: int, sheet: Sheet) -> Prose:
    bank = study.bank
    rows = [
        "; ".join(f"{entry['title']} Q0000, p. 000" for entry in row["entries"])
        for row in (_rows(study, bank.by_number[number], set()) if sheet is BOOK else ())
    ]
    question, drawing = bank.by_number[number], study.drawings[number]
    return Prose(question, drawing, rows, sheet, steps_set(drawing, question))


def _question(study: Study, number: int, place: Placed | None, wanted: Container[int]) -> dict[str, Any]:
    question = study.bank.by_number[number]
    values = {
        "number": number,
        "title": question.title,
        "heading": [plain(each) for each in question.heading],
        "body": blocks(question.body),
        "answer": blocks(answer_of(question, study.wording)),
        "fits": bool(place and 0 < place.height < _SURE),
        "roomy": bool(place and place.roomy),
        "brief": bool(place and place.brief),
        "tight": bool(place and place.height >= _SURE),
        "figure": _figure(study, number, place) if place else None,
        "rows": _rows(study, question, wanted),
        "url": f"{study.edition.site_url}questions/{number}/" if study.edition.site_url else "",
    }
    return {**values, "has_quotes": _has_quotes(values)}


def _title(question: Question, template: str) -> float:
    """Millimetres of its lines."""
    width, size = _TITLES[template]
    em = size * POINT
    return round(even(question.title, width / em) * em, 1)


def _has_quotes(value: object) -> bool:
    """Whether some text of the values has straight quotation marks."""
    if isinstance(value, str):
        return '"' in value or "'" in value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(map(_has_quotes, inner))


def _figure(study: Study, number: int, place: Placed) -> dict[str, Any]:
    drawing = study.drawings[number]
    diagram = drawing.diagram
    return {
        "file": _file(number),
        "width": place.width,
        "shape": place.picture.height / place.picture.width,
        "beside": place.beside,
        "turned": place.turned,
        "pieces": [[round(part * 0.75 * place.scale, 2) for part in astuple(piece)] for piece in place.pieces],
        "alt": drawing.description,
        "title": sentence(diagram.title, study.wording),
        "caption": diagram.caption,
        "steps": [
            {"number": step.number, "text": step.text} for step in steps_set(drawing, study.bank.by_number[number])
        ],
    }


def sentence(words: str, wording: Wording) -> str:
    """The words with a full stop, unless they end with a mark of their own."""
    words = words.rstrip(".")
    return words if words.endswith(_ENDS) else wording("{sentence}.", sentence=words)


def _rows(study: Study, question: Question, wanted: Container[int]) -> list[dict[str, Any]]:
    """The other questions that one leads to, by why it does, each named once."""
    to, by, near = leads(study, question)
    titles = {each: study.bank.by_number[each].title.rstrip(".") for each in (*to, *by, *near)}
    rows = (
        (study.wording("See also"), to),
        (study.wording("Referred to by"), by),
        (study.wording("Read next"), near),
        (study.wording("Not in this bank"), question.unresolved_numbers),
    )
    return [
        {
            "name": name,
            "entries": [{"number": each, "title": titles.get(each, ""), "here": each in wanted} for each in numbers],
        }
        for name, numbers in rows
        if numbers
    ]


def _file(number: int) -> str:
    return f"q{number}.svg"
