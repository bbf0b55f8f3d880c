"""Finds the place of a frame's title: along the upper border, where no line runs through it."""

from collections.abc import Iterator, Sequence

from generator.drawing.scene.geometry import Line, Point, Rect, cuts, segments

LEFT, TOP = 11.0, 9.0
"""Distance of a title from the left and upper border of its frame."""


def free_spot(frame: Rect, size: tuple[float, float], lines: Sequence[Line], things: Sequence[Rect]) -> Rect:
    """The leftmost place along the upper border, or else further down between the things; the corner without one."""
    width, height = size
    corner = Rect(frame.x + LEFT, frame.y + TOP, width, height)
    y = corner.y
    while width and y + height < frame.bottom - 4:
        band = Rect(frame.x, y, frame.w, height)
        hits = [Rect(min(a.x, b.x) - 5, y, abs(a.x - b.x) + 10, 1) for a, b in _through(band, lines)]
        hits += [thing.grown(4) for thing in things if thing.grown(3).meets(band)]
        for x in sorted([corner.x, *(hit.right for hit in hits)]):
            spot = Rect(x, y, width, height)
            inside = x >= corner.x and spot.right <= frame.right - LEFT
            if inside and not any(hit.x < spot.right and x < hit.right for hit in hits):
                return spot
        y += 7
    return corner


def _through(band: Rect, lines: Sequence[Line]) -> Iterator[tuple[Point, Point]]:
    return ((a, b) for line in lines for a, b in segments(line) if cuts(a, b, band.grown(2)))
