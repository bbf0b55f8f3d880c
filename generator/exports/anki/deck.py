"""The bank as an Anki deck: a note for each question, with a card that asks it and one that asks for its diagram.

    Study  ->  deck.apkg: "System design::Data" > Q911 [front: question] [back: answer, diagram, walk]

A learner keeps the same deck for years, so what Anki knows things by must outlive every edition:

- a note is known by the bank's identity and the question's number, never by its text or topic, nor by what the site is
  called or where it is;
- decks and the note type have fixed ids;
- the dates are the edition's, so that a later edition is newer than all notes of an earlier one: Anki updates a note
  only when the incoming one is newer, and leaves its cards' intervals, due dates and reviews as they are.

Two banks of one identity would share their notes; two identities keep the same numbers apart.
"""

import hashlib
import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

import genanki

from generator import markup
from generator.exports.parts.archives import archive
from generator.exports.parts.pictures import dark, light
from generator.exports.parts.selections import Selection
from generator.exports.parts.trees import answer_of, portable
from generator.model import Drawing, Element, Question, Study, Topic, Wording

FOLDER = Path(__file__).parent / "templates"
TASK = "Draw the architecture: the parts, the arrows, the order of the steps."
FIELDS = ("Number", "Question", "Answer", "Diagram", "Caption", "Walk", "Topic", "Source")
MODEL = 1763913601
"""Of the note type; a new number only when FIELDS change, which begins every learner's progress anew."""


def deck(study: Study, selection: Selection) -> bytes:
    """The deck of the whole bank, or of one topic; both can be imported over each other in any order."""
    decks = [_deck(study, each, position) for position, each in enumerate(selection.topics)]
    drawings = (study.drawings[number] for number in selection.numbers if number in study.drawings)
    media = {name: data for drawing in drawings for _, name, data in _pictures(drawing)}
    media |= _own_pictures(study, selection.numbers)
    timestamp = study.edition.timestamp
    return archive(_package(decks, media, timestamp), timestamp)


def _package(decks: list[genanki.Deck], media: dict[str, bytes], timestamp: int) -> Iterator[tuple[str, bytes]]:
    """The files of an .apkg; genanki's own archive is neither compressed nor the same twice."""
    database = sqlite3.connect(":memory:")
    genanki.Package(decks).write_to_db(database.cursor(), timestamp, itertools.count(timestamp * 1000))
    database.commit()
    yield "collection.anki2", database.serialize()
    yield "media", json.dumps(dict(enumerate(media))).encode()
    yield from ((str(position), data) for position, data in enumerate(media.values()))
    database.close()


def _deck(study: Study, topic: Topic, position: int) -> genanki.Deck:
    edition = study.edition
    name = f"{_level(edition.site_name)}::{_level(topic.name)}"
    description = " ".join(filter(None, (_edition(study), edition.site_url)))
    made = genanki.Deck(_id(_identity(study), topic.slug), name, escape(description))
    for place, number in enumerate(topic.numbers):
        made.add_note(_note(study, study.bank.by_number[number], due=position * 10_000 + place))
    return made


def _note(study: Study, question: Question, due: int) -> genanki.Note:
    drawing = study.drawings.get(question.number)
    topic = study.bank.topic_of(question)
    values = {
        "Number": question.label,
        "Question": _asked(question, study),
        "Answer": _html(answer_of(question, study.wording), study),
        "Topic": escape(topic.name),
        "Source": _source(study, question),
        **(_diagram(drawing) if drawing else {}),
    }
    components = drawing.diagram.components if drawing else ()
    return genanki.Note(
        model=_model(study.wording),
        fields=[values.get(field, "") for field in FIELDS],
        guid=genanki.guid_for(_identity(study), question.number),
        tags=[f"topic::{topic.slug}", *(f"component::{component.slug}" for component in components)],
        due=due,
    )


def _asked(question: Question, study: Study) -> str:
    """The title and what else the question asks, in one field: a new one would begin each learner's progress anew."""
    title = _html(question.heading, study)
    return f'{title}<div class="body">{_html(question.body, study)}</div>' if question.body else title


def _identity(study: Study) -> str:
    return study.edition.identity or study.edition.site_name


def _diagram(drawing: Drawing) -> dict[str, str]:
    diagram, alt = drawing.diagram, escape(" ".join(drawing.description.split()))
    steps = "".join(f'<li value="{step.number}">{escape(step.text)}</li>' for step in diagram.steps)
    return {
        "Diagram": "".join(f'<img class="{kind}" src="{name}" alt="{alt}">' for kind, name, _ in _pictures(drawing)),
        "Caption": f"<b>{escape(diagram.title)}</b> {escape(diagram.caption)}",
        "Walk": f"<ol>{steps}</ol>" if steps else "",
    }


def _pictures(drawing: Drawing) -> Iterator[tuple[str, str, bytes]]:
    """Kind, name and SVG of each picture: wide and narrow, for day and night.

    Anki knows media by name alone, so the name holds the contents' hash: a changed picture is a new one, and the
    pictures of two banks never meet.
    """
    for shape, picture in (("wide", drawing.standalone), ("narrow", drawing.narrow)):
        for time, in_one_palette in (("day", light), ("night", dark)):
            data = in_one_palette(picture.svg).encode()
            digest = hashlib.sha256(data).hexdigest()[:12]
            yield f"{shape} {time}", f"q{drawing.diagram.number}-{shape}-{time}-{digest}.svg", data


def _own_pictures(study: Study, numbers: Sequence[int]) -> dict[str, bytes]:
    """The bank's own pictures that some questions show."""
    questions = (study.bank.by_number[number] for number in numbers)
    blocks = (block for each in questions for block in (*each.heading, *each.body, *each.solution, *each.answer))
    names = {str(each.get("file")) for block in blocks for each in block.walk() if each.kind == "picture"}
    return {name: study.assets[name].data for name in sorted(names)}


def _source(study: Study, question: Question) -> str:
    link = _address(study, question.number)
    words = escape(_edition(study))
    return f'{words} · <a href="{escape(link)}">{escape(link)}</a>' if link else words


def _html(elements: Iterable[Element], study: Study) -> str:
    return markup.html(portable(elements), lambda number: _address(study, number), wording=study.wording)


def _address(study: Study, number: int) -> str:
    return f"{study.edition.site_url}questions/{number}/" if study.edition.site_url else ""


def _level(name: str) -> str:
    """A name as one level of Anki's deck tree, in which two colons part the levels."""
    return name.replace("::", ":").strip()


def _id(*names: str) -> int:
    """The same number for the same names, in the range that Anki's tools use."""
    digest = hashlib.sha256("\0".join(names).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4]) % (1 << 30)


def _model(wording: Wording) -> genanki.Model:
    return genanki.Model(
        MODEL,
        "Interview question with diagram",
        fields=[{"name": name} for name in FIELDS],
        templates=[_template("Question", "question", wording), _template("Diagram", "diagram", wording)],
        css=_style(wording),
    )


def _style(wording: Wording) -> str:
    style = (FOLDER / "card.css").read_text("utf-8")
    return style if wording.direction == "ltr" else style.replace("text-align: left; overflow", "overflow")


def _template(name: str, file: str, wording: Wording) -> dict[str, str]:
    """Front and back of a card. Its names are the same in each language: learners' decks know them."""
    front = (FOLDER / f"{file}.html").read_text("utf-8").replace(TASK, wording(TASK))
    if not wording.is_english:
        front = f'<div lang="{wording.language}" dir="{wording.direction}">{front}</div>'
    back = (FOLDER / f"{file}-back.html").read_text("utf-8")
    if not wording.is_english:
        rest = back.removeprefix("{{FrontSide}}")
        back = f'{{{{FrontSide}}}}<div lang="{wording.language}" dir="{wording.direction}">{rest}</div>'
    return {"name": name, "qfmt": front, "afmt": back}


def _edition(study: Study) -> str:
    edition = study.edition
    date = study.wording("Edition {date}", date=study.wording.date(edition.timestamp))
    return f"{date} {edition.commit}".strip()
