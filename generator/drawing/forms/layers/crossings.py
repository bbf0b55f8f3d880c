"""Arrows of a picture of layers: down or up through a gap, across within a layer, over to what stands beside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.drawing.forms.shared.pieces import Saying, saying
from generator.drawing.scene.geometry import Line, Point, Rect
from generator.drawing.scene.shapes import Shape
from generator.model import Edge, Node

_Labelled = tuple[Line, Rect, Saying]
"""A line, and its label with its place."""
AIR = 6.0
"""Between a title and a line beside it."""


@dataclass(frozen=True)
class Spot:
    """Where the title of a layer may stand."""

    width: float
    right: float
    """Where the layer ends."""
    wires: tuple[float, ...]
    """Lines that come from above."""

    def is_free(self, x: float) -> bool:
        """Whether it has room from a place on."""
        clear = not any(x - AIR < wire < x + self.width + AIR for wire in self.wires)
        return clear and x + self.width < self.right


@dataclass
class Plan:
    """What is known of a picture before its arrows are drawn; titles and labels come in with the bands."""

    edges: tuple[Edge, ...]
    levels: dict[str, int]
    """Of each node in the stack its layer."""
    width: float
    """Of the stack."""
    gutter: float
    aside: float
    far: tuple[str, ...]
    """Arrows that leave out a layer; they run down on the right of the stack."""
    tight: bool
    label: float = 0.0
    """Width of the titles on the left; zero where they stand above."""
    titled: dict[str, Rect] = field(default_factory=dict)
    """By the nodes below it the title of a layer, which lines have to pass."""
    titles: dict[str, Spot] = field(default_factory=dict)
    """By their layers those titles that stand above cards and that no line has to pass."""
    across: dict[str, float] = field(default_factory=dict)
    """By their ids how wide the labels of arrows within a layer may be."""

    @property
    def upright(self) -> list[Edge]:
        """The arrows from one layer to the next, all of them."""
        return [edge for edge in self.edges if self._upper(edge) >= 0 and edge.id not in self.far]

    def between(self, level: int) -> list[Edge]:
        """The arrows from one layer to the next."""
        return [edge for edge in self.edges if self._upper(edge) == level and edge.id not in self.far]

    def inside(self, nodes: Sequence[Node]) -> list[Edge]:
        """The arrows from one of some nodes to another of them."""
        ids = {node.id for node in nodes}
        return [edge for edge in self.edges if set(edge.points) <= ids]

    def _upper(self, edge: Edge) -> int:
        one, other = self.levels.get(edge.source, -1), self.levels.get(edge.target, -1)
        return min(one, other) if one != other else -2

    def said(self, edge: Edge) -> Saying:
        """The label of an arrow."""
        over = edge.source not in self.levels or edge.target not in self.levels
        return saying(edge, self.gutter - 8 if over else min(190.0, self.width / 2 + self.gutter - 14))


def wire_x(edge: Edge, places: dict[str, Rect], plan: Plan) -> float:
    """Where a line goes down: in the middle, or right of the titles; lines with one middle go down on one axis."""
    axis, right = middle(edge, places), _common(edge, places)[1]
    alike = [each for each in plan.upright if each.points[0] in places and middle(each, places) == axis]
    titles = [title for each in alike if (title := plan.titled.get(_lower(each, places)))]
    past = max([axis, *(title.right + 2 for title in titles if axis < title.right)])
    return past if past < right - 10 else axis


def middle(edge: Edge, places: dict[str, Rect]) -> float:
    """The middle of what both cards have in common; else of the lower one."""
    left, right = _common(edge, places)
    return (left + right) / 2 if right - left > 10 else places[_lower(edge, places)].centre.x


def _lower(edge: Edge, places: dict[str, Rect]) -> str:
    return max(edge.points, key=lambda each: places[each].y)


def _common(edge: Edge, places: dict[str, Rect]) -> tuple[float, float]:
    """The stretch below, or above, both cards of an arrow."""
    one, other = (places[end] for end in edge.points)
    return max(one.x, other.x), min(one.right, other.right)


def arrow(edge: Edge, places: dict[str, Rect], plan: Plan) -> tuple[Shape, ...]:
    """The line and the label of an arrow."""
    source, target = edge.points
    if source == target:
        return ()
    one, other = places[source], places[target]
    if source not in plan.levels or target not in plan.levels:
        line, rect, said = _over(edge, one, other, plan)
    elif edge.id in plan.far:
        line, rect, said = _round(edge, one, other, places, plan)
    elif plan.levels[source] == plan.levels[target] and one.y == other.y:
        line, rect, said = _across(edge, one, other, plan)
    else:
        line, rect, said = _down(edge, one, other, places, plan)
    return said.led(line, rect)


def _across(edge: Edge, one: Rect, other: Rect, plan: Plan) -> _Labelled:
    start, end = (one.right, other.x) if other.x > one.x else (one.x, other.right)
    said = saying(edge, plan.across[edge.id])
    y = one.centre.y
    return (Point(start, y), Point(end, y)), said.at((start + end - said.width) / 2, y - said.height - 4), said


def _down(edge: Edge, one: Rect, other: Rect, places: dict[str, Rect], plan: Plan) -> _Labelled:
    """Straight through a gap; the label at the upper end, beside the line."""
    down, x = other.y > one.y, wire_x(edge, places, plan)
    start, end = (one.bottom, other.y) if down else (one.y, other.bottom)
    same = plan.levels[edge.source] == plan.levels[edge.target]
    said = plan.said(edge)
    top = min(start, end) + ((abs(end - start) - said.height) / 2 if same else 15)
    left = x + 9 if x + 9 + said.width < plan.width + plan.gutter else x - 9 - said.width
    upper = one if one.y < other.y else other
    if upper.x < x < upper.right:
        return (Point(x, start), Point(x, end)), said.at(left, top), said
    turn = upper.bottom + 17
    line = (Point(upper.centre.x, upper.bottom), Point(upper.centre.x, turn), Point(x, turn), Point(x, max(start, end)))
    return (line if down else line[::-1]), said.at(left, turn + 5), said


def _over(edge: Edge, one: Rect, other: Rect, plan: Plan) -> _Labelled:
    """Straight across the gutter, between a layer's border and what stands beside."""
    inner, outer = (one, other) if one.x < other.x else (other, one)
    y = min(max(inner.centre.y, outer.y + 10), outer.bottom - 10)
    start = inner.right if plan.width - inner.right < 14 else plan.width - 1
    line = (Point(start, y), Point(outer.x, y))
    said = plan.said(edge)
    rect = said.at((plan.width + outer.x - said.width) / 2, y - said.height - 4)
    return (line if inner is one else line[::-1]), rect, said


def _round(edge: Edge, one: Rect, other: Rect, places: dict[str, Rect], plan: Plan) -> _Labelled:
    """Past the layers between, on the right of the stack."""
    x = plan.width + 12 + 18 * plan.far.index(edge.id)
    ends = [Point(_side(card, places, plan), card.centre.y) for card in (one, other)]
    line = (ends[0], Point(x, ends[0].y), Point(x, ends[1].y), ends[1])
    said = plan.said(edge)
    top = one.bottom + 13 if other.y > one.y else one.y - 13 - said.height
    return line, said.at(x - 8 - said.width, top), said


def _side(card: Rect, places: dict[str, Rect], plan: Plan) -> float:
    """Where a line leaves the stack on the right: at its card, or at the border where another card stands between."""
    y, stack = card.centre.y, plan.width - 1
    between = any(card.right < each.x < stack and each.y < y < each.bottom for each in places.values())
    return stack if between else card.right
