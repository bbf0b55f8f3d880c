"""Gives every card, edge label and group title its lines of text and its size, before anything is placed.

A card stands its icon above the text ("column") or beside it ("row", flatter, for chains in a narrow picture).
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from generator.drawing.layout.text import measure, wrap
from generator.model import Edge, Group, Node

NAME, SMALL = 12.5, 11.0
"""Font sizes of names, and of everything else."""
NAME_LINE, SMALL_LINE = 15.0, 13.5
BADGE = 18.0
"""Diameter of a step's badge."""
_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How cards and labels are cut in one layout, in pixels."""

    row: bool = False
    icon: float = 44.0
    name: float = 118.0
    """Wrapping width of names."""
    detail: float = 128.0
    label: float = 116.0


@dataclass(frozen=True, slots=True)
class Card:
    """A node's text and size."""

    names: tuple[str, ...]
    details: tuple[str, ...]
    icon: float
    """Side of the icon; 0 where there is none."""
    row: bool
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Label:
    """The text on an edge: a badge, lines, or both."""

    step: int | None
    lines: tuple[str, ...]
    w: float
    h: float

    def turned(self) -> "Label":
        """The label with width and height exchanged."""
        return replace(self, w=self.h, h=self.w)


def _widest(lines: tuple[str, ...], size: float, bold: bool = False) -> float:
    return max((measure(line, size, bold) for line in lines), default=0.0)


@lru_cache(maxsize=4096)
def card(node: Node, sizes: Sizes) -> Card:
    """The card of a node."""
    names = wrap(node.label, sizes.name, NAME, bold=True)
    details = wrap(node.detail, sizes.detail, SMALL)
    text_w = max(_widest(names, NAME, bold=True), _widest(details, SMALL))
    text_h = len(names) * NAME_LINE + len(details) * SMALL_LINE
    if node.shape == "note":
        return Card(names, details, 0, False, round(text_w + 8), round(text_h + 6))
    if not node.icon:
        return Card(names, details, 0, False, round(max(34, text_w + 20)), round(max(30, text_h + 14)))
    icon = sizes.icon
    if sizes.row:
        return Card(names, details, icon, True, round(icon + text_w + 24), round(max(icon + 12, text_h + 14)))
    wide, high = max(icon + 16, text_w + 18), icon + (text_h + 4 if text_h else 0) + 15
    return Card(names, details, icon, False, round(wide), round(high))


@lru_cache(maxsize=4096)
def label(edge: Edge, sizes: Sizes) -> Label:
    """The label of an edge that has a step or a text."""
    lines = tuple(line for part in edge.label.split("\n") for line in wrap(part, sizes.label, SMALL))
    badge = BADGE if edge.step is not None else 0.0
    text = _widest(lines, SMALL)
    w = badge + text + (_GAP if badge and text else 0)
    return Label(edge.step, lines, round(w + (6 if text else 0)), round(max(badge, len(lines) * SMALL_LINE + 2)))


def title(group: Group) -> tuple[float, float]:
    """Width and height of a group's title; zeros where it has none."""
    if not group.label:
        return 0.0, 0.0
    return round(measure(group.label, SMALL, bold=True) + 4), 15.0
