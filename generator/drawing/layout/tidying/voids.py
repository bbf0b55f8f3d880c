"""Measures empty areas: the largest upright rectangle in a picture that nothing stands in, as a share of it."""

from generator.drawing.scene.geometry import Line, Rect, segments
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import Box, Icon, Words

FINE, COARSE = 8.0, 16.0
"""Pixels of the raster on which it is found: to measure by, and to choose by."""


def emptiest(scene: Scene, cell: float = COARSE) -> float:
    """The largest empty rectangle's share of the canvas, 0 to 1."""
    wide, high = max(1, int(scene.width / cell)), max(1, int(scene.height / cell))
    full = [0] * high
    things = [card.rect for card in scene.cards] + [label.rect for label in scene.labels]
    things += [frame.title for frame in scene.frames if frame.title.w]
    things += [each.rect for each in scene.shapes if isinstance(each, Box | Words | Icon)]
    things += [rect for route in scene.routes for piece in route.pieces for rect in _thin(piece)]
    for rect in things:
        left, right = int(rect.x / cell), min(wide, int(rect.right / cell) + 1)
        bits = ((1 << max(0, right - left)) - 1) << left
        for row in range(max(0, int(rect.y / cell)), min(high, int(rect.bottom / cell) + 1)):
            full[row] |= bits
    return _largest(full, wide) / (wide * high)


def _thin(line: Line) -> list[Rect]:
    return [Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)) for a, b in segments(line)]


def _largest(rows: list[int], wide: int) -> int:
    """Cells of the largest rectangle of zeros, by the histogram above each row."""
    heights = [0] * wide
    best = 0
    for row in rows:
        stack: list[tuple[int, int]] = []
        for place in range(wide + 1):
            tall = 0
            if place < wide:
                heights[place] = 0 if row >> place & 1 else heights[place] + 1
                tall = heights[place]
            start = place
            while stack and stack[-1][1] >= tall:
                start, high = stack.pop()
                best = max(best, high * (place - start))
            if place < wide:
                stack.append((start, tall))
    return best
