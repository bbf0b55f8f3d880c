"""What a draft shows: cards, arrows, a walk, and the form that they are drawn in."""

from dataclasses import dataclass

from generator.drawing.icons.lexicon import Shown


@dataclass(frozen=True, slots=True)
class Card:
    """A node: in a table a row."""

    label: str
    detail: str
    shown: Shown | None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two cards, by their places."""

    source: int
    target: int
    step: int | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The cards and arrows of a draft, and its walk."""

    cards: tuple[Card, ...]
    arrows: tuple[Arrow, ...]
    steps: tuple[str, ...]
    form: str = ""
    """A key of FORMS; empty for a flow."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Of the graph, beside its form."""
