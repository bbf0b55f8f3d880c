"""Gives every card, edge label and group title its lines of text and its size, before anything is placed.

A card stands its icon above the text ("column") or beside it ("row", flatter, for phones and chains downwards).
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from generator.drawing.scene.text import measure, wrap
from generator.model import Edge, Node

_GAP = 5.0
_WHOLE = 1.15
"""How many times as wide as its limit a line may be for a word that would have to be cut."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How text is set and cards and labels are cut in one layout, in pixels."""

    row: bool = False
    """Whether icons stand beside the names."""
    icon: float = 44.0
    wrap: float = 120.0
    """Widest line of a card."""
    label: float = 112.0
    """Widest line of an edge's label."""
    name: float = 14.0
    """Font size of names."""
    small: float = 13.0
    """Font size of everything else."""
    pad: float = 10.0
    """Between a card's border and its text."""
    title: float = 400.0
    """Widest line of a frame's title."""

    @property
    def name_line(self) -> float:
        """Height of a line of a name."""
        return round(self.name * 1.2)

    @property
    def small_line(self) -> float:
        """Height of a line of everything else."""
        return round(self.small * 1.2)

    @property
    def badge(self) -> float:
        """Diameter of a step's badge."""
        return self.small + 7


NORMAL = Sizes()


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


def _widest(lines: tuple[str, ...], size: float, bold: bool = False) -> float:
    return max((measure(line, size, bold) for line in lines), default=0.0)


def even(size: float) -> float:
    """A size with a middle on a whole pixel, so that a straight line runs from middle to middle."""
    return 2.0 * ceil(size / 2 - 0.01)


@lru_cache(maxsize=4096)
def card(node: Node, sizes: Sizes) -> Card:
    """The card of a node, as small as its text allows."""
    room = sizes.wrap if node.shape != "note" else 1.4 * sizes.wrap
    names = wrap(node.label, room, sizes.name, bold=True, whole=_WHOLE)
    details = wrap(node.detail, room + 6, sizes.small, whole=_WHOLE)
    text_w = max(_widest(names, sizes.name, bold=True), _widest(details, sizes.small))
    text_h = len(names) * sizes.name_line + len(details) * sizes.small_line
    if node.shape == "note":
        return Card(names, details, 0, False, even(text_w + 8), even(text_h + 6))
    if not node.icon:
        return Card(names, details, 0, False, even(max(40, text_w + 2 * sizes.pad + 2)), even(max(36, text_h + 16)))
    if sizes.row:
        wide, high = sizes.icon + text_w + sizes.pad + 16, max(44, text_h + 14)
        return Card(names, details, sizes.icon, True, even(wide), even(high))
    wide, high = max(sizes.icon, text_w) + 2 * sizes.pad, sizes.icon + (text_h + 4 if text_h else 0) + 18
    return Card(names, details, sizes.icon, False, even(wide), even(high))


def cards(nodes: tuple[Node, ...], sizes: Sizes) -> dict[str, Card]:
    """The cards of a picture by node, of one width; a second one where some need half as much again."""
    made = {node.id: card(node, sizes) for node in nodes}
    widths = sorted(made[node.id].w for node in nodes if node.shape != "note")
    if not widths:
        return made
    usual = [width for width in widths if width <= 1.5 * widths[len(widths) // 2]]
    return {
        node.id: each
        if node.shape == "note"
        else replace(each, w=next(width for width in (usual[-1], widths[-1]) if each.w <= width))
        for node, each in zip(nodes, made.values(), strict=True)
    }


@lru_cache(maxsize=4096)
def label(edge: Edge, sizes: Sizes) -> Label:
    """The label of an edge that has a step or a text."""
    lines = tuple(
        line for part in edge.label.split("\n") for line in wrap(part, sizes.label, sizes.small, whole=_WHOLE)
    )
    badge = sizes.badge if edge.step is not None else 0.0
    text = _widest(lines, sizes.small)
    w = badge + text + (_GAP if badge and text else 0)
    return Label(edge.step, lines, round(w + (6 if text else 0)), round(max(badge, len(lines) * sizes.small_line + 2)))


def title_lines(label: str, sizes: Sizes, limit: float) -> tuple[str, ...]:
    """The lines of a frame's title; none where it has none."""
    return wrap(label, limit, sizes.small, bold=True)


def title(label: str, sizes: Sizes, room: float = 0.0) -> tuple[float, float]:
    """Width and height of a frame's title, in a room or as wide as titles are; zeros where it has none."""
    lines = title_lines(label, sizes, room or sizes.title)
    if not lines:
        return 0.0, 0.0
    return round(_widest(lines, sizes.small, bold=True) + 4), sizes.small + 4 + (len(lines) - 1) * sizes.small_line
