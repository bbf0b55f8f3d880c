"""Finds the place of a frame's title: along the upper border, where no line runs through it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.drawing.scene.geometry import Line, Point, Rect, cuts, segments
from generator.drawing.scene.scene import Frame

LEFT, TOP = 11.0, 9.0
"""Distance of a title from the left and upper border of its frame."""


_AIR = 8.0
"""Above a frame that grows for its title."""


def spotted(
    frame: Frame,
    sizes: Sequence[tuple[float, float]],
    lines: Sequence[Line],
    things: Sequence[Rect],
    outer: Sequence[Rect],
) -> Frame:
    """A frame with its title in the first of some sizes that has room.

    That is along its upper border; else the frame grows for
    it, or it stands further down.
    """
    if not sizes[0][0]:
        return replace(frame, title=Rect(frame.rect.x + LEFT, frame.rect.y + TOP, 0, 0))
    for size in sizes:
        spot = next(_free(frame.rect, size, lines, things, 1), None)
        if spot:
            return replace(frame, title=spot)
    for size in sizes:
        more = size[1] - sizes[0][1]
        r = frame.rect
        above = Rect(r.x, r.y - more - _AIR, r.w, more + _AIR)
        flat = [piece for line in lines for piece in segments(line) if abs(piece[0].y - piece[1].y) < 1]
        if more and not any(map(above.meets, (*things, *outer))) and not any(cuts(a, b, above) for a, b in flat):
            taller = Rect(r.x, r.y - more, r.w, r.h + more)
            spot = next(_free(taller, size, lines, things, 1), None)
            if spot:
                return replace(frame, rect=taller, title=spot)
    corner = Rect(frame.rect.x + LEFT, frame.rect.y + TOP, *sizes[0])
    lower = (spot for size in sizes for spot in _free(frame.rect, size, lines, things))
    return replace(frame, title=next(lower, corner))


def _free(
    frame: Rect, size: tuple[float, float], lines: Sequence[Line], things: Sequence[Rect], rows: int = 1000
) -> Iterator[Rect]:
    """The leftmost place along the upper border, then further down between the things."""
    width, height = size
    x = frame.x + LEFT
    for row in range(rows):
        y = frame.y + TOP + 7 * row
        if not width or y + height >= frame.bottom - 4:
            break
        band = Rect(frame.x, y, frame.w, height)
        hits = [Rect(min(a.x, b.x) - 5, y, abs(a.x - b.x) + 10, 1) for a, b in _through(band, lines)]
        hits += [thing.grown(4) for thing in things if thing.grown(3).meets(band)]
        for left in sorted([x, *(hit.right for hit in hits)]):
            spot = Rect(left, y, width, height)
            inside = left >= x and spot.right <= frame.right - LEFT
            if inside and not any(hit.x < spot.right and left < hit.right for hit in hits):
                yield spot


def _through(band: Rect, lines: Sequence[Line]) -> Iterator[tuple[Point, Point]]:
    return ((a, b) for line in lines for a, b in segments(line) if cuts(a, b, band.grown(2)))
