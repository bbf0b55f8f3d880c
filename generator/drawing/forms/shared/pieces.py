"""Small things that every form is made of: paragraphs, labels with a step's badge, and cards."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.drawing.scene.geometry import Line, Point, Rect
from generator.drawing.scene.shapes import BADGE, LINE, PLAIN, STRONG, Box, Dot, Icon, Shape, Stroke, TextLine
from generator.drawing.scene.text import measure, wrap
from generator.model import Edge, Node

_BOLD = ("strong", "heading", "marked")
KINDS = {"failure": "failure", "reply": "reply"}
"""Kinds of arrows that have a tone of the same name."""
_OVER = 12.0
"""How much of a card's margins a word may take that would be cut else."""
STUB = 16.0
"""Shorter pieces of a light line look like a dash between words."""
BRACE = 9.0
"""From a table to the line round all its rows."""
CLEAR = 8.0
"""Between the end of a title and a line that runs past it."""
NEXT = BADGE + 4
"""From the number of a step to one beside it."""


def _font(look: str) -> tuple[float, bool]:
    """Size and weight of a text."""
    return (STRONG if look == "strong" else PLAIN), look in _BOLD


def breadth(text: str, look: str = "plain") -> float:
    """Width of a line of text."""
    return measure(text, *_font(look))


def lines(text: str, limit: float, look: str = "plain", over: float = 0.0) -> tuple[str, ...]:
    """A text as lines of a width; the author's own line ends are kept, and words that are not much wider."""
    limit = max(limit, 24.0)
    return tuple(line for scope in text.split("\n") for line in wrap(scope, limit, *_font(look), 1 + over / limit))


def column(
    said: Sequence[str], x: float, top: float, look: str = "plain", anchor: str = "middle", tone: str = "", of: str = ""
) -> tuple[TextLine, ...]:
    """Lines of text below each other."""
    return tuple(TextLine(x, top + 12.5 + i * LINE, line, look, anchor, tone, of) for i, line in enumerate(said))


@dataclass(frozen=True)
class Saying:
    """The label of an arrow: the number of its step, and lines."""

    edge: Edge
    lines: tuple[str, ...]

    @property
    def step(self) -> int | None:
        """Its number."""
        return self.edge.step

    @property
    def width(self) -> float:
        """With the badge."""
        text = max((breadth(line) for line in self.lines), default=0.0)
        badge = BADGE if self.step is not None else 0.0
        return text + badge + (6 if text and badge else 0)

    @property
    def height(self) -> float:
        """Of the lines or the badge."""
        return max(len(self.lines) * LINE, BADGE if self.step is not None else 0.0)

    def at(self, left: float, top: float) -> Rect:
        """What it covers from an upper left corner on."""
        return Rect(left, top, self.width, self.height)

    def put(self, rect: Rect) -> tuple[Shape, ...]:
        """The label in the middle of a rectangle."""
        left, of = rect.centre.x - self.width / 2, self.edge.id
        shapes: list[Shape] = []
        if self.step is not None:
            centre = Point(left + BADGE / 2, rect.centre.y)
            shapes.append(badge(self.step, centre, of, KINDS.get(self.edge.kind, "")))
            left += BADGE + 6
        top = rect.centre.y - len(self.lines) * LINE / 2
        return (*shapes, *column(self.lines, left, top, anchor="start", of=of))

    def led(self, line: Line, rect: Rect) -> tuple[Shape, ...]:
        """The arrow along a line, with the label in the middle of a rectangle."""
        return wire(self.edge, line), *self.put(rect)


def saying(edge: Edge, limit: float) -> Saying:
    """The label of an edge, cut to a width."""
    room = limit - (BADGE + 6 if edge.step is not None else 0)
    return Saying(edge, lines(edge.label, max(room, 40), "plain"))


def wire(edge: Edge, line: Line) -> Stroke:
    """The line of an arrow with its heads, in its tone."""
    arrows = "forward" if edge.arrows == "back" else edge.arrows
    return Stroke(line, "line", "" if edge.kind == "main" else edge.kind, edge.id, arrows)


def badge(step: int, centre: Point, of: str, tone: str = "") -> Dot:
    """The number of a step."""
    return Dot(centre, BADGE / 2, "badge", tone, of, str(step))


def badges(steps: Iterable[int], left: float, y: float, of: str) -> list[Dot]:
    """The numbers of steps side by side."""
    return [badge(step, Point(left + BADGE / 2 + place * NEXT, y), of) for place, step in enumerate(steps)]


@dataclass(frozen=True)
class Words:
    """What a node says: the lines of its name, and of its detail."""

    names: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Of its lines."""
        return len(self.names) + len(self.details)

    @property
    def width(self) -> float:
        """Of the widest line."""
        return max([*(breadth(each, "strong") for each in self.names), *(breadth(each) for each in self.details), 0.0])

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.count * LINE

    def put(self, x: float, top: float, of: str, anchor: str = "middle") -> tuple[TextLine, ...]:
        """The lines below each other."""
        details = column(self.details, x, top + len(self.names) * LINE, "soft", anchor, of=of)
        return *column(self.names, x, top, "strong", anchor, of=of), *details


def words(node: Node, limit: float, over: float = 0.0) -> Words:
    """The words of a node in lines of a width."""
    return Words(lines(node.label, limit, "strong", over), lines(node.detail, limit, "soft", over))


@dataclass(frozen=True)
class Plate:
    """A node's card in a form: its icon above or beside its words."""

    node: Node
    words: Words
    icon: float
    beside: bool

    @property
    def width(self) -> float:
        """What it needs."""
        return self.words.width + 20 + (self.icon + 8 if self.icon and self.beside else 0)

    @property
    def height(self) -> float:
        """What it needs."""
        if self.beside:
            return max(self.words.height, self.icon) + 14
        return self.words.height + 14 + (self.icon + 3 if self.icon else 0)

    def put(
        self, rect: Rect, look: str = "cell", corner: float = 8.0, top: float | None = None, flush: float = 0.0
    ) -> tuple[Shape, ...]:
        """The card with its icon and text in the middle of a rectangle, or from a place below its top on.

        With `flush`, all lines of text begin so far from the left.
        """
        node, of = self.node, self.node.id
        shapes: list[Shape] = []
        if node.shape != "note" and node.label != "…":
            shapes.append(Box(rect, look, node.tone, of, corner))
        text = self.words.height
        x, start, anchor = rect.centre.x, rect.centre.y - text / 2, "middle"
        if top is not None:
            start = rect.y + top + (self.icon + 3 if self.icon else 0)
        if self.icon and self.beside:
            left = rect.x + (8.0 if flush else max(8.0, (rect.w - self.width) / 2 + 8))
            shapes.append(Icon(node.icon, Rect(left, rect.centre.y - self.icon / 2, self.icon, self.icon), of))
            x, anchor = left + self.icon + 8, "start"
        elif self.icon:
            above = rect.centre.y - (text + self.icon + 3) / 2 if top is None else rect.y + top
            shapes.append(Icon(node.icon, Rect(x - self.icon / 2, above, self.icon, self.icon), of))
            start = above + self.icon + 3
        x, anchor = (rect.x + flush, "start") if flush else (x, anchor)
        return *shapes, *self.words.put(x, start, of, anchor)


def plate(node: Node, limit: float, icon: float = 0.0, beside: bool = False) -> Plate:
    """A node's card, not wider than a limit where its words allow; with an icon where it has one."""
    icon = icon if node.icon else 0.0
    room = limit - 20 - (icon + 8 if beside and icon else 0)
    return Plate(node, words(node, room, _OVER), icon, beside)


def brace(rows: Rect, edge: Edge, x: float) -> Stroke:
    """Round all rows of a table, on the side of what an arrow of them all leads to, or below them."""
    if rows.x <= x <= rows.right:
        y = rows.bottom + BRACE
        line = (Point(rows.x, y - 5), Point(rows.x, y), Point(rows.right, y), Point(rows.right, y - 5))
    else:
        x, foot = (rows.right + BRACE, -5.0) if rows.x < x else (rows.x - BRACE, 5.0)
        line = (Point(x + foot, rows.y), Point(x, rows.y), Point(x, rows.bottom), Point(x + foot, rows.bottom))
    return replace(wire(edge, line), arrows="none")


def broken(x: float, top: float, bottom: float, gaps: Sequence[Rect], look: str, of: str = "") -> Iterator[Shape]:
    """A line straight down that leaves out what it would run through."""
    for gap in sorted((gap for gap in gaps if gap.x < x < gap.right), key=lambda gap: gap.y):
        if gap.y > top + 2:
            yield Stroke((Point(x, top), Point(x, gap.y)), look, of=of)
        top = max(top, gap.bottom)
    if bottom > top + 2:
        yield Stroke((Point(x, top), Point(x, bottom)), look, of=of)
