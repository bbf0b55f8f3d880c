"""Turns a layout so that it flows downwards, and back: what tidies lines needs to know one direction only."""

from collections.abc import Callable

from generator.drawing.scene.geometry import Point, Rect, bounds
from generator.drawing.scene.scene import Scene


def downwards(scene: Scene, direction: str) -> Scene:
    """The layout as if it flowed downwards; shapes stay behind."""
    return _mapped(scene, lambda p: _flipped(_swapped(p, direction), direction))


def turned(rect: Rect, direction: str) -> Rect:
    """A rectangle of the layout where `downwards` has it."""
    return _led(rect, lambda p: _flipped(_swapped(p, direction), direction))


def back(scene: Scene, direction: str) -> Scene:
    """What `downwards` turned, as it was."""
    return _mapped(scene, lambda p: _swapped(_flipped(p, direction), direction))


def _swapped(p: Point, direction: str) -> Point:
    return Point(p.y, p.x) if direction in ("LR", "RL") else p


def _flipped(p: Point, direction: str) -> Point:
    return Point(p.x, -p.y) if direction in ("BT", "RL") else p


def _mapped(scene: Scene, move: Callable[[Point], Point]) -> Scene:
    return scene.mapped(lambda rect: _led(rect, move), lambda line: tuple(map(move, line)))


def _led(rect: Rect, move: Callable[[Point], Point]) -> Rect:
    return bounds((move(Point(rect.x, rect.y)), move(Point(rect.right, rect.bottom))))
