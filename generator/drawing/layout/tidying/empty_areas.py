"""Measures empty areas: the largest upright rectangle in a picture that nothing stands in, as a share of it.

Lines count, of a flow and of a form alike; the grounds that things stand on do not.
"""

from itertools import accumulate, groupby

from generator.drawing.scene.geometry import Line, Rect, segments
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import Box, Shape, Stroke

FINE, _COARSE = 8.0, 16.0
"""Pixels of the raster on which it is found: to measure by, and to choose by."""
_GROUNDS = ("area", "lane", "range")
"""Looks of boxes that other things stand in."""


def emptiest(scene: Scene, cell: float = _COARSE) -> float:
    """The largest empty rectangle's share of the canvas, 0 to 1."""
    wide, high = max(1, int(scene.width / cell)), max(1, int(scene.height / cell))
    full = [0] * high
    things = [card.rect for card in scene.cards] + [label.rect for label in scene.labels]
    things += [frame.title for frame in scene.frames if frame.title.w]
    things += [rect for each in scene.shapes for rect in _places(each)]
    things += [rect for route in scene.routes for piece in route.pieces for rect in _thin(piece)]
    for rect in things:
        left, right = int(rect.x / cell), min(wide, int(rect.right / cell) + 1)
        bits = ((1 << max(0, right - left)) - 1) << left
        for row in range(max(0, int(rect.y / cell)), min(high, int(rect.bottom / cell) + 1)):
            full[row] |= bits
    return _largest(full, wide) / (wide * high)


def _places(shape: Shape) -> list[Rect]:
    if isinstance(shape, Stroke):
        return _thin(shape.points)
    return [] if isinstance(shape, Box) and shape.look in _GROUNDS else [shape.rect]


def _thin(line: Line) -> list[Rect]:
    return [Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)) for a, b in segments(line)]


def _largest(rows: list[int], wide: int) -> int:
    """Cells of the largest rectangle of zeros: from each row down, what all rows leave free, while that may win."""
    runs = [(row, len(list(alike))) for row, alike in groupby(rows)]
    below = list(accumulate((count for _, count in reversed(runs)), initial=0))[::-1]
    best = 0
    for first, most in enumerate(below[:-1]):
        free, high = (1 << wide) - 1, 0
        for row, count in runs[first:]:
            high += count
            free &= ~row
            if not _holds(free, best // most + 1):
                break
            width = best // high + 1
            while _holds(free, width):
                best, width = width * high, width + 1
    return best


def _holds(bits: int, run: int) -> bool:
    """Whether so many neighbouring bits are set: each step joins as many again to what is known to be set."""
    known = 1
    while known < run:
        step = min(known, run - known)
        bits &= bits >> step
        known += step
    return bits != 0
