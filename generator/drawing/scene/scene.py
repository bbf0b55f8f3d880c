"""A finished layout: where everything of a diagram stands, in CSS pixels from the upper left corner."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil, floor

from generator.drawing.scene.boxes import NORMAL, Card, Label, Sizes
from generator.drawing.scene.geometry import Line, Point, Rect, around, bounds, shifted
from generator.drawing.scene.shapes import Shape, moved
from generator.model import Diagram, Edge, Group, Node


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A node's card in its place."""

    node: Node
    card: Card
    rect: Rect


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label in its place; several edges share it where they say the same."""

    edges: tuple[str, ...]
    label: Label
    rect: Rect


@dataclass(frozen=True, slots=True)
class Route:
    """The line of an edge from the source to the target, in pieces that other edges may share."""

    edge: Edge
    pieces: tuple[Line, ...]
    """Corners of a right-angled line; the painter rounds them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A group's frame and the place of its title."""

    group: Group
    rect: Rect
    title: Rect


@dataclass(frozen=True, slots=True)
class Scene:
    """One layout of a diagram."""

    diagram: Diagram
    name: str
    """"wide", "medium" or "narrow"."""
    width: float
    height: float
    cards: tuple[PlacedCard, ...]
    labels: tuple[PlacedLabel, ...]
    routes: tuple[Route, ...]
    frames: tuple[Frame, ...]
    shapes: tuple[Shape, ...] = ()
    """What a form is made of, from back to front; between frames and cards."""
    sizes: Sizes = NORMAL
    """Of its text."""

    def moved(self, x: float, y: float, width: float, height: float) -> "Scene":
        """The scene shifted, with a new size."""
        shapes = tuple(moved(each, x, y) for each in self.shapes)
        made = replace(self, width=width, height=height, shapes=shapes)
        return made.mapped(lambda rect: rect.moved(x, y), lambda line: shifted(line, x, y))

    def mapped(self, place: Callable[[Rect], Rect], lead: Callable[[Line], Line]) -> "Scene":
        """The scene with another place for each card, label, frame and title, and another way for each line."""
        return replace(
            self,
            cards=tuple(replace(each, rect=place(each.rect)) for each in self.cards),
            labels=tuple(replace(each, rect=place(each.rect)) for each in self.labels),
            frames=tuple(replace(each, rect=place(each.rect), title=place(each.title)) for each in self.frames),
            routes=tuple(replace(each, pieces=tuple(map(lead, each.pieces))) for each in self.routes),
        )

    def rerouted(self, made: Iterable["Route"]) -> "Scene":
        """The scene with other routes for some edges."""
        new = {route.edge.id: route for route in made}
        return replace(self, routes=tuple(new.get(route.edge.id, route) for route in self.routes))

    def snapped(self) -> "Scene":
        """The scene on whole pixels: nothing leans by half a one, and lines meet the middles of cards."""
        return self.mapped(_on_grid, lambda line: tuple(Point(_whole(p.x), _whole(p.y)) for p in line))

    def fitted(self) -> "Scene":
        """The scene moved so that everything in it lies, with a narrow edge, between 0 and its width and height."""
        things = [*(card.rect for card in self.cards), *(label.rect for label in self.labels)]
        things += [frame.rect for frame in self.frames]
        things += [bounds(piece) for route in self.routes for piece in route.pieces]
        left, top, *sides = around(things)
        return self.moved(_EDGE - left, _EDGE - top, *(float(ceil(round(side + 2 * _EDGE, 1))) for side in sides))


_EDGE = 2.0
"""Round the whole picture, for the width of lines and the heads of arrows."""


def _whole(value: float) -> float:
    return float(floor(value + 0.5))


def _on_grid(rect: Rect) -> Rect:
    x, y = _whole(rect.x), _whole(rect.y)
    return Rect(x, y, _whole(rect.right) - x, _whole(rect.bottom) - y)
