"""Chooses a form for a draft where an answer clearly has one: a table, a conversation, the states of a thing, layers.

    * **Challenge:** Server generates a nonce.
    * **Sign:** User signs it.                    ->   a sequence of Server and User
    * **Verify:** Server checks the signature.

Nothing is said that the answer does not say.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.drawing.drafts.sketching import Arrow, Card, Sketch
from generator.drawing.drafts.structure import Subject, arrows, parts_of, text_of
from generator.drawing.icons.lexicon import picture
from generator.model import Element, Question

_ACTORS = (
    "user|client|browser|server|service|app|device|wallet|phone|gateway|contract|relayer|worker|consumer|producer|"
    "customer|buyer|seller|player|issuer|bank|merchant|verifier|proxy|resolver|leader|follower|primary|replica"
)
_SPEAKS = re.compile(rf"^(?:the |an? )?({_ACTORS})\s+(?!of\b|side\b|id\b)\w+", re.IGNORECASE)
_STATES = re.compile(r"\b(?:states?|life\s?cycle|status)\b", re.IGNORECASE)
_LAYERS = re.compile(r"\b(?:layers?|tiers?|zones?|levels?)\b", re.IGNORECASE)
_CAUSE = re.compile(r"\s+(?=(?:on|when|if|after|by|at|with)\s)", re.IGNORECASE)
"""Before what makes one state the next."""
_DETAIL = 44
_WIDEST = 28
"""Characters in a cell of a table that is drawn."""


def formed(question: Question, parts: tuple[Subject, ...]) -> Sketch | None:
    """A draft in a form; none where a flow of cards says it as well."""
    return _table(question) or _sequence(parts) or _changes(question, parts) or _states(question) or _layers(question)


def _table(question: Question) -> Sketch | None:
    """The answer's own table, if it is small enough for a picture."""
    found = next((block for block in question.answer if block.kind == "table"), None)
    rows = [[_cell(cell) for cell in row.children] for row in _rows(found)] if found else []
    if not 3 <= len(rows) <= 9 or not 2 <= len(rows[0]) <= 4 or any(len(row) != len(rows[0]) for row in rows):
        return None
    if any(len(cell) > _WIDEST for row in rows for cell in row) or not all(row[0] for row in rows):
        return None
    head, *body = rows
    cards = tuple(Card(" | ".join(row), "", None, (("step", str(step)),)) for step, row in enumerate(body, 1))
    steps = tuple(
        "; ".join(f"{name}: {cell}" for name, cell in zip(head, row, strict=True) if cell) + "." for row in body
    )
    return Sketch(cards, (), steps, "table", (("columns", " | ".join(head)),))


def _rows(table: Element) -> Iterator[Element]:
    return (element for element in table.walk() if element.kind == "row")


def _cell(cell: Element) -> str:
    return " ".join(text_of(cell).replace("|", "/").split())


def _sequence(parts: tuple[Subject, ...]) -> Sketch | None:
    """Parts of which each says who does something: each speaks to who comes next."""
    speakers = [found[1].capitalize() if (found := _SPEAKS.match(part.text)) else "" for part in parts]
    if len(parts) < 3 or not all(speakers) or not 2 <= len(set(speakers)) <= 4:
        return None
    names = list(dict.fromkeys(speakers))
    cards = tuple(Card(name, "", picture(name)) for name in names)
    heard = [*speakers[1:], speakers[-1]]
    said = tuple(
        Arrow(names.index(speaker), names.index(other), step, part.label)
        for step, (speaker, other, part) in enumerate(zip(speakers, heard, parts, strict=True), 1)
    )
    return Sketch(cards, said, tuple(part.sentence for part in parts), "sequence")


def _states(question: Question) -> Sketch | None:
    """A chain of arrows through states, where the answer speaks of nothing else."""
    text = text_of(question.answer[0]) if len(question.answer) == 1 else ""
    chain = tuple(dict.fromkeys(re.sub(r"^.*\bstates?\s+", "", name, flags=re.IGNORECASE) for name in arrows(text)))
    if len(chain) < 3 or not _STATES.search(text):
        return None
    steps = tuple(f"{one} becomes {other}." for one, other in pairwise(chain))
    ways = tuple(Arrow(index, index + 1, index + 1) for index in range(len(chain) - 1))
    return Sketch(tuple(Card(name, "", None) for name in chain), ways, steps, "states")


def _changes(question: Question, parts: tuple[Subject, ...]) -> Sketch | None:
    """Parts of which each is a state and the one that it becomes, with the cause where it is told."""
    if len(parts) < 3 or not _STATES.search(question.title) or any(len(part.chain) != 2 for part in parts):
        return None
    ways = [(part.chain[0], *(*_CAUSE.split(part.chain[1], maxsplit=1), "")[:2]) for part in parts]
    names = list(dict.fromkeys(name for one, other, _ in ways for name in (one, other)))
    said = tuple(
        Arrow(names.index(one), names.index(other), step, cause) for step, (one, other, cause) in enumerate(ways, 1)
    )
    steps = tuple(f"{one} becomes {other}{f' {cause}' if cause else ''}." for one, other, cause in ways)
    return Sketch(tuple(Card(name, "", None) for name in names), said, steps, "states")


def _layers(question: Question) -> Sketch | None:
    """An answer that is one list of layers, each with its name."""
    lists = [block for block in question.answer if block.kind == "list"]
    for block in lists[:1] if len(lists) == 1 else []:
        inner = [(item, nested) for item in block.children for nested in item.children if nested.kind == "list"]
        if len(block.children) == 1 and len(inner) == 1 and _LAYERS.search(text_of(inner[0][0].children[0])):
            found = parts_of(inner[0][1])
            if len(found) > 1:
                cards = tuple(_layer(part, step) for step, part in enumerate(found, 1))
                return Sketch(cards, (), tuple(part.sentence for part in found), "layers")
    return None


def _layer(part: Subject, step: int) -> Card:
    detail = part.text if len(part.text) < _DETAIL else ""
    return Card(part.label, detail, picture(part.label), (("step", str(step)),))
