"""What forms are made of: painted things that are no cards, each with the node, edge or group that it belongs to.

A step lights whatever belongs to its edges and to what they join. A look names what a thing is for ("cell", "rule"), a
tone what it means ("marked", "failure"); the style of the picture says what both look like.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.drawing.scene.geometry import Line, Point, Rect, shifted, spot
from generator.drawing.scene.text import measure

STRONG, PLAIN = 14.0, 13.0
"""Font sizes of names, and of everything else in a form."""
LINE = 17.0
"""From one line of text to the next."""
BADGE = 20.0
"""Diameter of a step's badge."""
TONES = ("", "marked", "muted", "failure", "reply")
"""What a thing may mean; plain without one."""


@dataclass(frozen=True, slots=True)
class Size:
    """One of the layouts of a picture, and the room it has."""

    name: str
    """"wide", "medium" or "narrow"."""
    width: float
    """In pixels, at the natural size of its text: the frame on a page of 1,280 px, of 620 px, and of a phone."""
    flow: float = 0.0
    """The widest natural size of a flow, which grows with its cards."""
    frame: float = 0.0
    """Width of the frame that a flow is made smaller for, where it has to be."""
    high: float = 0.0
    """Height from which on a picture does not fit its window with the player."""

    @property
    def tight(self) -> bool:
        """Whether it is as narrow as a phone, or what cards beside a form leave of the width is."""
        return self.width < BROAD

    @property
    def easy(self) -> float:
        """Of a wide one the width from which a page enlarges it to the frame; of the others all they have."""
        return self.width / LARGEST if self.width > _LARGE else self.width


LARGEST = 1.14
"""How far a page enlarges a picture that its frame has room for: names come to be as large as the text around."""
_LARGE, BROAD = 700.0, 400.0
"""Widths from which on a page enlarges a picture, and from which on it is no phone's."""
WIDE = Size("wide", 838.0, 838.0, 838.0, 480.0)
MEDIUM = Size("medium", 520.0, 540.0, 600.0, 560.0)
NARROW = Size("narrow", 326.0, 326.0, 326.0, 640.0)
SIZES = (WIDE, MEDIUM, NARROW)
NAMED = {size.name: size for size in SIZES}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: a cell, a band, a bar."""

    rect: Rect
    look: str
    """"cell", "bar", "band" (a heading's ground), "area" (a frame), "lane" (a ground without a border), "note" or
    "range" (an outline)."""
    tone: str = ""
    of: str = ""
    round: float = 4.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of straight pieces with round corners."""

    points: Line
    look: str
    """"line" (an arrow's), "rule" (of a table or scale), "axis", "life" (dashed, of a participant) or "boundary"."""
    tone: str = ""
    """Of an arrow's line its kind."""
    of: str = ""
    arrows: str = "none"


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text by the left, middle or right end of its base line."""

    x: float
    y: float
    text: str
    look: str = "plain"
    """"strong" (a name), "plain", "soft" or "heading"."""
    anchor: str = "start"
    tone: str = ""
    of: str = ""

    @property
    def rect(self) -> Rect:
        """Where the text stands."""
        bold = self.look in ("strong", "heading")
        size = STRONG if self.look == "strong" else PLAIN
        width = measure(self.text, size, bold)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Rect(left, self.y - size * 0.8, width, size)


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle: a mark on a scale, a badge with a step's number."""

    centre: Point
    radius: float
    look: str
    """"badge", "mark" (full), "ring" (empty) or "reach" (a wide one that shows how far something goes)."""
    tone: str = ""
    of: str = ""
    text: str = ""
    """The number in a badge."""

    @property
    def rect(self) -> Rect:
        """What it covers."""
        return spot(self.centre, self.radius)


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon by its key."""

    key: str
    rect: Rect
    of: str = ""


Shape = Box | Stroke | TextLine | Dot | Icon


def moved(shape: Shape, x: float, y: float) -> Shape:
    """A shape elsewhere."""
    if isinstance(shape, Box | Icon):
        return replace(shape, rect=shape.rect.moved(x, y))
    if isinstance(shape, Stroke):
        return replace(shape, points=shifted(shape.points, x, y))
    if isinstance(shape, Dot):
        return replace(shape, centre=Point(shape.centre.x + x, shape.centre.y + y))
    return replace(shape, x=shape.x + x, y=shape.y + y)


@dataclass(frozen=True)
class Block:
    """A drawn form: shapes from its own upper left corner, and where arrows from outside may end."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    anchors: Mapping[str, Rect] = field(default_factory=dict)
    """By the id of a node (a row, a cell, a state): an arrow to it ends at this rectangle, or where a straight line to
    it meets the block's border."""

    def moved(self, x: float, y: float) -> "Block":
        """What is drawn, elsewhere."""
        anchors = {name: rect.moved(x, y) for name, rect in self.anchors.items()}
        return replace(self, shapes=tuple(moved(each, x, y) for each in self.shapes), anchors=anchors)

    def centred(self, width: float) -> "Block":
        """What is drawn, in the middle of a picture as wide as the cards that may stand above and below it."""
        return replace(self.moved((width - self.width) / 2, 0), width=width)
