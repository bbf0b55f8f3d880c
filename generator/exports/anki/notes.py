"""A question becomes a note: its fields, its tags, its date. Nothing in it tells of the edition.

    Q901  ->  Number "Q901", Question, Answer, Diagram, …, Point 3 "Trigger: …", Part 5, My notes ""

Anki takes an incoming note over whole, when its date is newer than the one a learner has. So the date is that of the
last change of the question or its diagram, thirty years back: one edit reaches one note, all others stay as their
learners have them, and so does one that its learner has touched, by a tag or a word in "My notes". For those notes,
the edition has a text of its own (see update.py).
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from html import escape

import genanki

from generator import markup
from generator.exports.anki.covers import covers
from generator.exports.anki.points import points
from generator.exports.anki.slots import slots
from generator.exports.shared.pictures import dark, light, small
from generator.exports.shared.trees import answer_of, portable
from generator.model import Drawing, Element, Question, Study, Wording

POINTS = 10
PARTS = 12
"""Cards of a note that ask for one point of the answer, and for one part of the diagram."""
POINT_FIELDS = tuple(f"Point {place}" for place in range(1, POINTS + 1))
PART_FIELDS = tuple(f"Part {place}" for place in range(1, PARTS + 1))
OWN = "My notes"
"""The field that is the learner's: always empty in a package."""
FIELDS = (
    "Number", "Question", "Answer", "Diagram", "Caption", "Walk", "Topic", "Source", *POINT_FIELDS, *PART_FIELDS, OWN,
)  # fmt: skip
ALWAYS = "_"
"""Begins the names of pictures: Anki brings such ones with every package, for notes too that it leaves alone."""
_BACK = 946_684_800
"""Seconds from 1970 to 2000: so far back are notes dated, so that no edit is newer than what a learner did."""
_SHARED = 1 << 11
"""Questions whose fields are kept: the deck, its update and the decks of topics have the same."""
_MAKING = 2
"""Added to the date of each note, in seconds: one more whenever notes are made otherwise, so that all are newer."""


@dataclass(frozen=True)
class Note:
    """What Anki is told of one question."""

    study: Study
    question: Question

    @property
    def guid(self) -> str:
        """What Anki knows it by."""
        known: str = genanki.guid_for(identity(self.study), self.question.number)
        return known

    @property
    def changed(self) -> int:
        """When the question or its diagram last changed; where no history knows, on the edition's day."""
        return self.study.dates.get(self.question.number, self.study.edition.timestamp)

    @property
    def modified(self) -> int:
        """The date that Anki compares."""
        return max(self.changed - _BACK, 0) + _MAKING

    @property
    def drawing(self) -> Drawing | None:
        """The question's diagram."""
        return self.study.drawings.get(self.question.number)

    @cached_property
    def pictures(self) -> tuple[tuple[str, str, bytes], ...]:
        """Kind, name and SVG of each picture of its diagram."""
        return tuple(_pictures(self.drawing)) if self.drawing else ()

    @cached_property
    def fields(self) -> dict[str, str]:
        """HTML by the name of the field, for those that are not empty."""
        question, drawing = self.question, self.drawing
        return {
            "Number": question.label,
            **_words(question, self.study.edition.site_url, self.study.wording),
            "Topic": escape(self.study.bank.topic_of(question).name),
            "Source": self._source(),
            **(_diagram(drawing, self.pictures) if drawing else {}),
            **(_parts(drawing) if drawing else {}),
        }

    @cached_property
    def tags(self) -> list[str]:
        """All below one root of the bank's own, so that a learner's stay apart from them."""
        drawing = self.drawing
        components = drawing.diagram.components if drawing else ()
        kinds = {"points": POINT_FIELDS[0][:5], "diagram": "Diagram", "parts": PART_FIELDS[0][:4]}
        named = [f"topic::{self.question.topic}", *(f"component::{component.slug}" for component in components)]
        named += [f"kind::{kind}" for kind, field in kinds.items() if any(n.startswith(field) for n in self.fields)]
        return [f"{_root(self.study)}::{name}" for name in named]

    def _source(self) -> str:
        wording = self.study.wording
        words = wording("Changed {date}", date=wording.date(self.changed))
        link = escape(_address(self.study.edition.site_url, self.question.number))
        return f'{words} · <a href="{link}">{link}</a>' if link else words


def identity(study: Study) -> str:
    """What the bank is known by, whatever it is called."""
    return study.edition.identity or study.edition.site_name


def _root(study: Study) -> str:
    """The tag above all of the bank's, as in "system-design-illustrated"."""
    return re.sub(r"[\W_]+", "-", identity(study).casefold()).strip("-") or "questions"


@lru_cache(maxsize=_SHARED)
def _words(question: Question, site: str, wording: Wording) -> dict[str, str]:
    """The fields with the words of a question: what it asks, its answer, the points of that."""

    def html(elements: Sequence[Element]) -> str:
        return markup.html(elements, partial(_address, site), ALWAYS, wording)

    answer = portable(answer_of(question, wording))
    asked, body = (html(portable(each)) for each in (question.heading, question.body))
    found = {point.key: point.html for point in points(answer, html)}
    return {
        "Question": f'{asked}<div class="body">{body}</div>' if question.body else asked,
        "Answer": html(answer),
        **{POINT_FIELDS[slot]: found[key] for key, slot in slots(found, POINTS).items()},
    }


def _address(site: str, number: int) -> str:
    return f"{site}questions/{number}/" if site else ""


def _pictures(drawing: Drawing) -> Iterator[tuple[str, str, bytes]]:
    """Wide and narrow, for day and night.

    Anki knows media by name alone, so the name holds the contents' hash: a changed picture is a new one, and the
    pictures of two banks never meet.
    """
    for shape, picture in (("wide", drawing.standalone), ("narrow", drawing.narrow)):
        svg = small(picture.svg)
        for time, in_one_palette in (("day", light), ("night", dark)):
            data = in_one_palette(svg).encode()
            digest = hashlib.sha256(data).hexdigest()[:12]
            yield f"{shape} {time}", f"{ALWAYS}q{drawing.diagram.number}-{shape}-{time}-{digest}.svg", data


def _diagram(drawing: Drawing, pictures: Sequence[tuple[str, str, bytes]]) -> dict[str, str]:
    diagram, alt = drawing.diagram, escape(" ".join(drawing.description.split()))
    steps = "".join(f'<li value="{step.number}">{escape(step.text)}</li>' for step in diagram.steps)
    return {
        "Diagram": "".join(f'<img class="{kind}" src="{name}" alt="{alt}">' for kind, name, _ in pictures),
        "Caption": f"<b>{escape(diagram.title)}</b> {escape(diagram.caption)}",
        "Walk": f"<ol>{steps}</ol>" if steps else "",
    }


@lru_cache(maxsize=_SHARED)
def _parts(drawing: Drawing) -> dict[str, str]:
    found = {cover.key: cover.html for cover in covers(drawing)}
    return {PART_FIELDS[slot]: found[key] for key, slot in slots(found, PARTS).items()}
