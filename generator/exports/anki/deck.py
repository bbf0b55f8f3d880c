"""The bank as an Anki deck: a note for each question, with cards of four kinds.

    Study  ->  deck.apkg: "System design::Data" > Q911 [asked whole] [its diagram]
                          "System design::Points one by one::Data" > Q911 [Trigger: …]
                          "System design::Diagrams with a gap::Data" > Q911 [the picture without one part]

A learner keeps the same deck for years, so what Anki knows things by must outlive every edition:

- a note is known by the bank's identity and the question's number, never by its text or topic, nor by what the site is
  called or where it is;
- decks and the note type have fixed ids;
- a note is as new as its question, but older than whatever a learner does to it (see notes.py), the note type as old as
  the first edition: Anki updates what is newer than the learner's, and leaves cards' intervals, due dates and reviews
  as they are. What it does not update so, `update` does.

Two banks of one identity would share their notes; two identities keep the same numbers apart.
"""

import hashlib
import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

import genanki

from generator.exports.anki.kinds import FIRST_DAY, KINDS, MODEL, Kind, kinds, model
from generator.exports.anki.notes import ALWAYS, FIELDS, Note, identity
from generator.exports.shared.archives import archive
from generator.exports.shared.selections import Selection
from generator.model import Study, Topic


def deck(study: Study, selection: Selection) -> bytes:
    """The deck of the whole bank, or of one topic; both can be imported over each other in any order."""
    notes = {number: Note(study, study.bank.by_number[number]) for number in selection.numbers}
    media = {name: data for note in notes.values() for _, name, data in note.pictures}
    media |= _own_pictures(study, selection.numbers)
    timestamp = max((note.changed for note in notes.values()), default=FIRST_DAY)
    return archive(_package(study, selection, notes, media, timestamp), timestamp)


def _package(
    study: Study, selection: Selection, notes: Mapping[int, Note], media: Mapping[str, bytes], timestamp: int
) -> Iterator[tuple[str, bytes]]:
    """The files of an .apkg; genanki's own archive is neither compressed nor the same twice."""
    decks = [made for topic in selection.topics for made in _decks(study, topic, notes)]
    database = sqlite3.connect(":memory:")
    genanki.Package(decks).write_to_db(database.cursor(), timestamp, itertools.count(timestamp * 1000))
    _date(database, notes.values())
    for topic in selection.topics:
        _sort(database, study, topic)
    database.commit()
    yield "collection.anki2", database.serialize()
    yield "media", json.dumps(dict(enumerate(media))).encode()
    yield from ((str(position), data) for position, data in enumerate(media.values()))
    database.close()


def _decks(study: Study, topic: Topic, notes: Mapping[int, Note]) -> Iterator[genanki.Deck]:
    """The topic's deck with its notes, and those into which some of their cards will go."""
    site, rank = study.edition.site_name, study.bank.rank[topic.slug]
    for kind in KINDS[1:]:
        name = "::".join(level(each) for each in (site, study.wording(kind.deck), topic.name) if each)
        made = genanki.Deck(_deck_id(study, kind, topic), name, escape(study.edition.site_url))
        if not kind.deck:
            for place, number in enumerate(topic.numbers):
                made.add_note(_note(notes[number], due=rank * 10_000 + place))
        yield made


def _note(note: Note, due: int) -> genanki.Note:
    return genanki.Note(
        model=model(note.study.wording),
        fields=[note.fields.get(field, "") for field in FIELDS],
        guid=note.guid,
        tags=note.tags,
        due=due,
    )


def _date(database: sqlite3.Connection, notes: Iterable[Note]) -> None:
    """Give each note and the note type their own dates; the library knows one for all."""
    dates = [(note.modified, note.guid) for note in notes]
    database.executemany("update notes set mod = ? where guid = ?", dates)
    models = json.loads(database.execute("select models from col").fetchone()[0])
    models[str(MODEL)]["mod"] = FIRST_DAY
    database.execute("update col set models = ?", [json.dumps(models)])


def _sort(database: sqlite3.Connection, study: Study, topic: Topic) -> None:
    """Put cards into the deck of their kind; the library puts all of a note into one."""
    here = _deck_id(study, KINDS[0], topic)
    for place, kind in enumerate(kinds()):
        if kind.deck:
            database.execute(
                "update cards set did = ? where did = ? and ord = ?", [_deck_id(study, kind, topic), here, place]
            )


def _own_pictures(study: Study, numbers: Sequence[int]) -> dict[str, bytes]:
    """The bank's own pictures that some questions show."""
    questions = (study.bank.by_number[number] for number in numbers)
    blocks = (block for each in questions for block in (*each.heading, *each.body, *each.solution, *each.answer))
    names = {str(each.get("file")) for block in blocks for each in block.walk() if each.kind == "picture"}
    return {f"{ALWAYS}{name}": study.assets[name].data for name in sorted(names)}


def level(name: str) -> str:
    """A name as one level of Anki's deck tree, in which two colons part the levels."""
    return name.replace("::", ":").strip()


def _deck_id(study: Study, kind: Kind, topic: Topic) -> int:
    """The same number for a deck of the same names, in the range that Anki's tools use."""
    digest = hashlib.sha256("\0".join(filter(None, (identity(study), kind.deck, topic.slug))).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4]) % (1 << 30)
