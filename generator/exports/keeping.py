"""Exports kept between builds: a file is made again only when something that stands in it has changed.

    key("book", study, topic)  ->  "5f0c…", the same as long as the book of that topic is

What a file is made from is known by a hash of all of it (`key`). A file of one topic carries the day of its own last
change instead of the edition's, so that an edit elsewhere leaves it as it is; outside a repository, that of its files.
"""

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache

from msgspec.structs import astuple, replace

from generator.exports.book.matter import subjects
from generator.exports.shared.leads import leads
from generator.exports.shared.selections import Selection
from generator.files.hashing import code_of, digest
from generator.model import Diagram, Drawing, Element, Picture, Question, Study

MADE_WITH = (
    "generator.exports", "generator.linking", "generator.markup", "generator.suggestions", "generator.model",
    "generator.problems",
    "typst", "genanki", "fonttools", "PIL", "jinja2", "markupsafe", "selectolax", "ziamath", "ziafont", "msgspec",
    "rapidfuzz", "pygments==", "babel==",
)  # fmt: skip
"""Code whose change changes what is made."""
_INDEXED = ("book", "topic-book")
"""Files with an index of subjects: an edit of one topic may change that of another."""
_KNOWN = 1 << 13
"""Parts of a bank whose hashes are kept: all files are made from the same ones."""


def dated(study: Study, selection: Selection) -> Study:
    """The study as a file of the selection shows it: one topic has a day of its own, where history or files tell it."""
    days = [study.dates[number] for number in selection.numbers if number in study.dates]
    if not days:
        files = {study.bank.by_number[number].place.file for number in selection.numbers}
        days = [study.edited[file] for file in files if file in study.edited]
    if not selection.is_topic or not days:
        return study
    return replace(study, edition=replace(study.edition, timestamp=max(days), commit=""))


def key(name: str, study: Study, selection: Selection) -> str:
    """A hash of all that a file is made from."""
    shown = repr(subjects(study, selection)) if name in _INDEXED else ""
    return digest(name, code_of(*MADE_WITH), shown, *_parts(study, selection))


def _parts(study: Study, selection: Selection) -> Iterator[str | bytes]:
    bank = study.bank
    yield repr((astuple(study.edition), selection.name, selection.slug, selection.is_topic))
    yield repr(study.wording.state)
    yield repr(study.accent)
    yield _tree(bank.introduction) if not selection.is_topic else ""
    yield repr([astuple(term) for term in study.glossary])
    for topic in selection.topics:
        yield repr((topic.slug, topic.name, topic.numbers, bank.rank[topic.slug]))
        yield _tree(topic.introduction)
    for number in selection.numbers:
        yield repr((number, study.dates.get(number), bank.by_number[number].topic))
        yield from _question(study, bank.by_number[number], selection.is_topic)
        if number in study.drawings:
            yield _drawing(study.drawings[number])


def _question(study: Study, question: Question, is_topic: bool) -> Iterator[str]:
    """Its words and those of the questions that it names: in the files of a topic, only those that paper does."""
    yield _tree(question.heading)
    yield _tree(question.body)
    yield _tree(question.solution)
    yield _tree(question.answer)
    to, by, near = leads(study, question)
    related = () if is_topic else study.related.get(question.number, ())
    yield repr((question.unresolved_numbers, to, by, near, [(each.number, each.why) for each in related]))
    others = (study.bank.by_number[number] for number in (*to, *by, *near, *(each.number for each in related)))
    yield repr([(each.title, each.topic) for each in others])


@lru_cache(maxsize=_KNOWN)
def _tree(elements: tuple[Element, ...]) -> str:
    """Elements without the lines they stand on."""
    return digest(
        *(repr((each.kind, each.text, each.attributes, len(each.children))) for one in elements for each in one.walk())
    )


@lru_cache(maxsize=_KNOWN)
def _drawing(drawing: Drawing) -> str:
    """Its pictures, and what its diagram says, wherever the module stands."""
    values = [getattr(drawing, each.name) for each in fields(drawing)]
    said = (each for each in fields(drawing.diagram) if each.name not in ("place", "code"))
    diagram = repr([getattr(drawing.diagram, each.name) for each in said])
    pictures = (value.packed for value in values if isinstance(value, Picture))
    others = (repr(value) for value in values if not isinstance(value, Diagram | Picture))
    return digest(diagram, *pictures, *others)
