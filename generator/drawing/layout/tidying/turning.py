"""Turns a layout so that it flows downwards, and back: what tidies lines needs to know one direction only."""

from collections.abc import Callable
from dataclasses import replace

from generator.drawing.scene.geometry import Point, Rect, bounds
from generator.drawing.scene.scene import Scene


def downwards(scene: Scene, direction: str) -> Scene:
    """The layout as if it flowed downwards; shapes stay behind."""
    return _mapped(scene, lambda p: _flipped(_swapped(p, direction), direction))


def turned(rect: Rect, direction: str) -> Rect:
    """A rectangle of the layout where `downwards` has it."""
    corners = (Point(rect.x, rect.y), Point(rect.right, rect.bottom))
    return bounds(tuple(_flipped(_swapped(corner, direction), direction) for corner in corners))


def back(scene: Scene, direction: str) -> Scene:
    """What `downwards` turned, as it was."""
    return _mapped(scene, lambda p: _swapped(_flipped(p, direction), direction))


def _swapped(p: Point, direction: str) -> Point:
    return Point(p.y, p.x) if direction in ("LR", "RL") else p


def _flipped(p: Point, direction: str) -> Point:
    return Point(p.x, -p.y) if direction in ("BT", "RL") else p


def _mapped(scene: Scene, move: Callable[[Point], Point]) -> Scene:
    def rect(each: Rect) -> Rect:
        return bounds((move(Point(each.x, each.y)), move(Point(each.right, each.bottom))))

    return replace(
        scene,
        cards=tuple(replace(each, rect=rect(each.rect)) for each in scene.cards),
        labels=tuple(replace(each, rect=rect(each.rect)) for each in scene.labels),
        frames=tuple(replace(each, rect=rect(each.rect)) for each in scene.frames),
        routes=tuple(
            replace(each, pieces=tuple(tuple(map(move, piece)) for piece in each.pieces)) for each in scene.routes
        ),
    )
