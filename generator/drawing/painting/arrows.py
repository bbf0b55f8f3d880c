"""Arrow heads, and the lines that end inside them."""

from math import hypot

from generator.drawing.layout.geometry import Curve, Point

LENGTH, HALF = 8.0, 3.4


def _direction(curve: Curve) -> Point:
    """Unit vector in which a curve arrives at its end."""
    end = curve[-1]
    for point in reversed(curve[:-1]):
        length = hypot(end.x - point.x, end.y - point.y)
        if length > 0.5:
            return Point((end.x - point.x) / length, (end.y - point.y) / length)
    return Point(1.0, 0.0)


def head(curve: Curve) -> tuple[Point, Point, Point]:
    """The triangle at the end of a curve."""
    tip, way = curve[-1], _direction(curve)
    x, y = tip.x - way.x * LENGTH, tip.y - way.y * LENGTH
    return tip, Point(x + way.y * HALF, y - way.x * HALF), Point(x - way.y * HALF, y + way.x * HALF)


def shortened(curve: Curve) -> Curve:
    """The curve without its last few pixels, so that the line does not show beside the tip."""
    way = _direction(curve)
    cut = LENGTH - 1
    near = Point(curve[-2].x - way.x * cut, curve[-2].y - way.y * cut)
    return (*curve[:-2], near, Point(curve[-1].x - way.x * cut, curve[-1].y - way.y * cut))
