"""Right-angled lines with round corners, as paths, and the arrow heads they end in."""

from math import hypot

from generator.drawing.scene.geometry import Line, Point

_LENGTH, _HALF = 9.0, 3.9
"""Of an arrow head."""
_ROUND = 9.0
"""Radius of a corner."""


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _towards(start: Point, end: Point, by: float) -> Point:
    """The point so far from the start on the way to the end."""
    way = hypot(end.x - start.x, end.y - start.y) or 1.0
    return Point(start.x + (end.x - start.x) * by / way, start.y + (end.y - start.y) * by / way)


def _head(line: Line) -> tuple[Point, Point, Point]:
    """The triangle at the end of a line."""
    tip, before = line[-1], _last_other(line)
    back = _towards(tip, before, _LENGTH)
    x, y = (tip.x - back.x) / _LENGTH * _HALF, (tip.y - back.y) / _LENGTH * _HALF
    return tip, Point(back.x + y, back.y - x), Point(back.x - y, back.y + x)


def _last_other(line: Line) -> Point:
    return next((point for point in reversed(line[:-1]) if point != line[-1]), Point(line[-1].x - 1, line[-1].y))


def _shortened(line: Line) -> Line:
    """The line without its last few pixels, so that it does not show beside the tip."""
    return (*line[:-1], _towards(line[-1], _last_other(line), _LENGTH - 2))


def headed(line: Line, arrows: str, begins: bool = True, ends: bool = True) -> tuple[Line, list[str]]:
    """A line that ends inside its heads, and these as paths; none where it has lost its beginning or its end."""
    heads = []
    if ends and arrows in ("forward", "both"):
        heads.append(_triangle(_head(line)))
        line = _shortened(line)
    if begins and arrows in ("back", "both"):
        heads.append(_triangle(_head(line[::-1])))
        line = _shortened(line[::-1])[::-1]
    return line, heads


def path(line: Line) -> str:
    """A line in SVG's path language, its corners rounded."""
    made = f"M{_pair(line[0])}"
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        into, out = (hypot(corner.x - other.x, corner.y - other.y) for other in (before, after))
        bend = min(_ROUND, into / 2, out / 2)
        if bend < 0.5 or _level(before, corner, after):
            made += f"L{_pair(corner)}"
        else:
            start, end = _towards(corner, before, bend), _towards(corner, after, bend)
            made += f"L{_pair(start)}Q{_pair(corner)} {_pair(end)}"
    return made + f"L{_pair(line[-1])}"


def _level(a: Point, b: Point, c: Point) -> bool:
    return abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) < 0.1


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def _triangle(points: tuple[Point, Point, Point]) -> str:
    """A head as a path."""
    return "M" + "L".join(map(_pair, points)) + "Z"
