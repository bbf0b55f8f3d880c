"""Diagrams as their modules say them, and the pictures drawn from them."""

import zlib
from dataclasses import dataclass

from generator.problems import Place

HUES = ("red", "brown", "orange", "yellow", "green", "teal", "blue", "purple", "pink")
"""Colours that authors may use as they like: each is shown in a tone that is readable in light and in dark."""

DRAFT_MARK = "# Draft "
"""What the code of a first draft begins with, until an author takes it over and the line away."""

Attributes = tuple[tuple[str, str], ...]
"""What an author wrote beside a label, as the library hands it to Graphviz: name and value."""


@dataclass(frozen=True, slots=True)
class Component:
    """A thing that diagrams are made of, such as DynamoDB."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """What an author may say of how a card or a frame is shown."""

    attributes: Attributes = ()
    tone: str = ""
    """"marked" (bold), "muted" (dashed), "failure" (red) or "reply" (green) in a form; else empty."""
    hue: str = ""
    """One of HUES where the author gave it a colour of its own, else empty."""

    @property
    def steps(self) -> tuple[int, ...]:
        """Steps that light it besides those of its edges: `step="2 3"`."""
        text = dict(self.attributes).get("step", "")
        return tuple(int(each) for each in text.replace(",", " ").split() if each.isdecimal())


@dataclass(frozen=True, slots=True)
class Node(Styled):
    """A card of a diagram."""

    id: str
    """Stable: n1, n2 … in the order of the code."""
    label: str
    """First line of the label."""
    detail: str
    """The lines below, joined by a space; may be empty."""
    component: Component | None
    """None for shapes that stand for no product (a client, a blank box)."""
    icon: str
    """Key of the icon, e.g. "aws/database/dynamodb"; may be empty."""
    group: str
    """Id of the innermost group, or empty."""
    shape: str = ""
    """"note" for text without a card, or an outline: "diamond", "ellipse", "cylinder", "hexagon"; else empty."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of a diagram."""

    id: str
    """Stable: e1, e2 …"""
    source: str
    target: str
    label: str
    """Without the step's number."""
    step: int | None
    kind: str
    """"main", "failure", "reply" or "observe"."""
    arrows: str
    """"forward", "back", "both" or "none"."""
    hints: tuple[tuple[str, str], ...] = ()
    """Of the author to the layout, as Graphviz names them: constraint, minlen, weight."""
    attributes: Attributes = ()
    hue: str = ""
    """One of HUES where the author gave a colour that has no meaning of its own, else empty."""
    line: str = ""
    """"dashed", "dotted" or "bold" where the author drew it so and it has no meaning of its own, else empty."""
    ends: tuple[str, str] = ("", "")
    """Ids of the groups at whose frames the arrow begins and ends; empty for the card itself."""

    @property
    def points(self) -> tuple[str, str]:
        """Ids of the nodes from which and to which the arrow leads: `a << b` was written from a, and leads to a."""
        return (self.target, self.source) if self.arrows == "back" else (self.source, self.target)


@dataclass(frozen=True, slots=True)
class Group(Styled):
    """A frame round nodes."""

    id: str
    label: str
    parent: str
    """Id of the enclosing group, or empty."""
    form: str = ""
    """How its inside is drawn, a key of FORMS; empty for a flow."""


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the walk through a diagram."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """What a diagram module says, before any layout."""

    number: int
    title: str
    caption: str
    steps: tuple[Step, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    direction: str
    """Of the wide layout, as in Graphviz: "LR", "RL", "TB" or "BT"."""
    place: Place
    code: str
    """The module's text."""
    hints: tuple[tuple[str, str], ...] = ()
    """Pairs of nodes that the layout keeps in this order without an arrow."""
    draft: bool = False
    """Made from the answer's structure, not by an author."""
    form: str = ""
    """How it is drawn, a key of FORMS; empty for a flow."""
    attributes: Attributes = ()
    own: tuple[tuple[str, bytes], ...] = ()
    """The author's own pictures, made small, by the keys that the nodes' icons name."""
    idle: tuple[str, ...] = ()
    """Words that the module accepts in warnings, and that no warning of its drawing has."""

    def around(self, group: str) -> tuple[str, ...]:
        """The ids of a group and of those round it, from inside out; none for the picture itself, whose id is empty."""
        parents = {each.id: each.parent for each in self.groups}
        found: list[str] = []
        while group in parents:
            found.append(group)
            group = parents[group]
        return tuple(found)

    @property
    def components(self) -> tuple[Component, ...]:
        """Distinct components, in the order of the picture."""
        return tuple(dict.fromkeys(node.component for node in self.nodes if node.component))

    @property
    def colours(self) -> tuple[tuple[str, str], ...]:
        """The hues of arrows in the order of HUES, each with the labels of its arrows: what a key may say."""
        said = {hue: dict.fromkeys(edge.label for edge in self.edges if edge.hue == hue) for hue in HUES}
        return tuple((hue, ", ".join(filter(None, labels))) for hue, labels in said.items() if labels)


@dataclass(frozen=True, slots=True)
class Picture:
    """One finished SVG and its natural size in CSS pixels."""

    packed: bytes
    """The SVG, compressed: thousands of pictures are held at a time."""
    width: float
    height: float
    text: float = 13.0
    """Pixels of its smallest text."""
    tints: tuple[tuple[str, str], ...] = ()
    """Colours, and others that stand for them on this site."""

    @classmethod
    def of(cls, svg: str, width: float, height: float, text: float = 13.0) -> "Picture":
        """The picture that a text draws."""
        return cls(zlib.compress(svg.encode()), width, height, text)

    @property
    def svg(self) -> str:
        """The SVG's text."""
        text = zlib.decompress(self.packed).decode()
        for colour, other in self.tints:
            text = text.replace(colour, other)
        return text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A diagram with its pictures."""

    diagram: Diagram
    inline: Picture
    """For the page: all layouts in one SVG-carrying fragment, icons by address relative to the site's root."""
    standalone: Picture
    """The wide layout with its icons and colours inside, right on its own in light and dark."""
    headline: Picture
    """The title to stand above it where it is shown on its own, with the height that it takes."""
    medium: Picture
    """The layout for smaller windows and for paper, stand-alone likewise."""
    narrow: Picture
    """The narrow layout, stand-alone likewise."""
    description: str
    """The picture in words: parts, groups, and arrows in order."""
    icons: tuple[str, ...]
    """Keys of the icons that the inline picture needs."""
