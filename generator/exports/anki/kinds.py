"""The note type: its fields, the four kinds of cards, and how they look.

Anki would replace a learner's own look with ours when ours is newer. Its date stays that of the first edition, so it
never is.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import genanki

from generator.exports.anki.notes import FIELDS, OWN, PART_FIELDS, POINT_FIELDS
from generator.model import Wording

_FOLDER = Path(__file__).parent / "templates"
MODEL = 1763913601
"""Of the note type; never another one: a learner's progress hangs on it."""
FIRST_DAY = 1763913601
"""2025-11-23: older than any learner's own changes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of card, which a learner may study, leave out or delete apart from the others."""

    file: str
    """Of its template."""
    fields: tuple[str, ...]
    """A card for each of these that is not empty."""
    deck: str
    """Name of the deck, below the bank's, that its cards are in by topic; empty for the topic's own deck."""


SAID = (
    "Step by step",
    "Answer",
    "Draw the architecture: the parts, the arrows, the order of the steps.",
    "Which part is hidden?",
    "The whole answer",
    "Diagram",
    "What belongs here?",
)
"""What the templates say."""

KINDS = (
    Kind("question", ("Question",), ""),
    Kind("diagram", ("Diagram",), ""),
    Kind("point", POINT_FIELDS, "Points one by one"),
    Kind("part", PART_FIELDS, "Diagrams with a gap"),
)
"""In the order of the cards of a note, by which Anki knows them: new ones at the end only."""


@cache
def model(wording: Wording) -> genanki.Model:
    """The note type, its cards in a language; all that Anki knows it by is the same in each."""
    return genanki.Model(
        MODEL,
        "Interview question with diagram",
        fields=[_field(name) for name in FIELDS],
        templates=[_template(kind, field, wording) for kind in KINDS for field in kind.fields],
        css=_style(wording),
    )


@cache
def kinds() -> tuple[Kind, ...]:
    """The kind of each card of a note, by its place."""
    return tuple(kind for kind in KINDS for _ in kind.fields)


def _field(name: str) -> dict[str, object]:
    """Those for single cards are folded in Anki's editor, where there are many of them."""
    described = {"description": "Yours: no edition writes here."} if name == OWN else {}
    return {"name": name, "collapsed": name in (*POINT_FIELDS, *PART_FIELDS), **described}


def _style(wording: Wording) -> str:
    style = (_FOLDER / "card.css").read_text("utf-8")
    return style if wording.direction == "ltr" else style.replace("text-align: left; overflow", "overflow")


def _translated(template: str, wording: Wording) -> str:
    """A side of a card in a language."""
    for text in SAID:
        template = template.replace(f">{text}<", f">{wording(text)}<")
    if wording.is_english:
        return template
    front = "{{FrontSide}}" * template.startswith("{{FrontSide}}")
    rest = template.removeprefix(front)
    return f'{front}<div lang="{wording.language}" dir="{wording.direction}">{rest}</div>'


def _template(kind: Kind, field: str, wording: Wording) -> dict[str, str]:
    front, back = (
        _translated((_FOLDER / file).read_text("utf-8").replace("FIELD", field), wording)
        for file in (f"{kind.file}.html", f"{kind.file}-back.html")
    )
    return {"name": field, "qfmt": front, "afmt": back}
