"""Tables below each other: arrows run straight down, or in lanes on the right and left with labels in gaps at them.

Arrows from one table to another that say nothing else than the first of them share its lane where they share a row, or
where there are many. A lane takes the side on which fewer others run beside it, then the one on which it begins at
fewer rows where another ends; such two never stand in one line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.drawing.forms.shared.pieces import Saying, saying, wire
from generator.drawing.forms.table.drops import dropped, drops, room
from generator.drawing.forms.table.sheets import Sheet, aligned, draw
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.shapes import Block, Shape
from generator.model import Edge

_FIRST, _PITCH = 13.0, 11.0
"""From a table to the first lane, and from one lane to the next."""
_ENDS = 9.0
"""Between the ends of two lanes at one row."""
_GAP = 18.0
"""Between two tables, at least."""
_LABEL = 132.0
"""Widest label."""
_TRACKS = 4
"""Lanes from one table to another, at most."""
_JOIN = 9.0
"""How far a line runs along another one that it joins, for its round corner."""


@dataclass
class _Track:
    """Arrows that share a line."""

    edges: list[Edge]
    said: Saying
    first: int
    """The uppermost of the rows that it joins, counted through all tables, and the last one."""
    last: int
    above: int
    """The table of its uppermost row, and of the last one."""
    below: int
    right: bool = True
    place: int = 0
    """Counted from the tables outwards."""
    gap: int = -1
    """Below which table its label stands; -1 where it has none."""

    def beside(self, other: "_Track") -> bool:
        """Whether two would run on one another in the same place."""
        return self.first < other.last and other.first < self.last

    def touches(self, other: "_Track") -> bool:
        """Whether one begins at the row where the other ends: in the same place they would read as one line."""
        return self.first == other.last or other.first == self.last


def stacked(sheets: Sequence[Sheet], edges: Sequence[Edge], width: float) -> Block:
    """Tables and lanes in a width."""
    down = drops(sheets, edges)
    straight = {edge for each in down.values() for drop in each for edge in drop}
    tracks = _lanes(sheets, [edge for edge in edges if edge not in straight], set(down))
    left, right = (_gutter([track for track in tracks if track.right == side]) for side in (False, True))
    shapes: list[Shape] = []
    anchors: dict[str, Rect] = {}
    tables: dict[str, Rect] = {}
    tops: list[float] = []
    y, wide = 0.0, width - left - right
    for index, sheet in enumerate(aligned(sheets)):
        made = draw(sheet, wide).moved(left, y)
        shapes += made.shapes
        anchors |= made.anchors
        tables[sheet.id] = Rect(left + 1, y, wide - 2, made.height)
        tops.append(y + made.height)
        taken = max((track.said.height + 14 for track in tracks if track.gap == index), default=0.0)
        y += made.height + max(_GAP, taken + room(down.get(index, ()), wide))
        if index in down:
            gap = Rect(left + 1, tops[-1], wide - 2, y - tops[-1])
            shapes += dropped(down[index], sheet, sheets[index + 1], gap, taken)
    table = Rect(left + 1, 0, wide - 2, y)
    for track in tracks:
        shapes += _drawn(track, tracks, anchors | tables, table)
        if track.said.width:
            shapes += _label(track, tracks, table, tops)
    return Block(width, (tops[-1] if tops else 0.0) + 2, tuple(shapes), anchors)


def _lanes(sheets: Sequence[Sheet], edges: Sequence[Edge], busy: set[int]) -> list[_Track]:
    """The lanes in their places, their labels rather not in gaps that are busy."""
    names = [_names(sheet) for sheet in sheets]
    homes = {name: index for index, each in enumerate(names) for name in each}
    order = {name: index for index, name in enumerate(name for each in names for name in each)}
    made: dict[tuple[object, ...], _Track] = {}
    for edge in edges:
        source, target = edge.points
        if source == target:
            continue
        said = saying(edge, _LABEL)
        same = (homes[source], homes[target], edge.kind, edge.arrows)
        known = [key for key in made if key[:4] == same and (not said.width or key[4:6] == _words(edge))]
        met = [key for key in known if any(set(edge.points) & set(other.points) for other in made[key].edges)]
        if not met and len(known) == _TRACKS:
            met = known[:1]
        above, below = sorted((homes[source], homes[target]))
        track = _Track([], Saying(replace(edge, step=None), ()) if known else said, len(order), -1, above, below)
        track = made.setdefault(met[0] if met else (*same, *_words(edge), edge.id), track)
        for key in met[1:]:  # it joins them
            track.edges += made.pop(key).edges
        track.edges.append(edge)
        rows = [order[end] for each in track.edges for end in each.points]
        track.first, track.last = min(rows), max(rows)
    tracks = list(made.values())
    for index, track in enumerate(tracks):
        _placed(track, tracks[:index])
    for right in (True, False):
        _ordered([track for track in tracks if track.right == right], busy)
    return tracks


def _names(sheet: Sheet) -> list[str]:
    """What lanes may join of a table from above: its rows, and the table itself at its middle."""
    rows = [node.id for node, _ in sheet.rows]
    return [*rows[: len(rows) // 2], sheet.id, *rows[len(rows) // 2 :]]


def _words(edge: Edge) -> tuple[object, ...]:
    return edge.step, edge.label


def _placed(track: _Track, others: Sequence[_Track]) -> None:
    """Put a lane on the side with fewer lanes beside it, then with fewer that it touches."""
    right, left = (
        (sum(map(track.beside, there)), sum(map(track.touches, there)))
        for there in ([other for other in others if other.right == side] for side in (True, False))
    )
    track.right = right <= left


def _ordered(tracks: list[_Track], busy: set[int]) -> None:
    """Put short lanes inside, and each label into a gap where no inner lane and no other label is."""
    done: list[_Track] = []
    for track in sorted(tracks, key=lambda each: each.last - each.first):
        taken = {other.place for other in done if other.beside(track) or other.touches(track)}
        track.place = next(place for place in range(len(done) + 1) if place not in taken)
        gaps = list(range(track.above, track.below))
        if track.said.width and gaps:
            inner = {gap for other in done if other.place < track.place for gap in range(other.above, other.below)}
            free = [gap for gap in gaps if gap not in inner | {other.gap for other in done}]
            track.gap = ([gap for gap in free if gap not in busy] or free or gaps)[0]
        done.append(track)


def _gutter(tracks: Sequence[_Track]) -> float:
    """The room beside the tables that lanes of one side need; those without a gap have their label outside."""
    if not tracks:
        return 0.0
    outside = max((track.said.width + 8 for track in tracks if track.gap < 0 and track.said.width), default=0.0)
    return _FIRST + _PITCH * max(track.place for track in tracks) + 3 + outside


def _x(track: _Track, table: Rect) -> float:
    far = _FIRST + _PITCH * track.place
    return table.right + far if track.right else table.x - far


def _end(track: _Track, name: str, tracks: Sequence[_Track], anchors: dict[str, Rect]) -> float:
    """The height at which a lane's line meets a row: beside those of other lanes."""
    here = [each for each in tracks if each.right == track.right and any(name in edge.points for edge in each.edges)]
    middle = anchors[name].centre.y

    def far(each: _Track) -> float:
        ends = [anchors[end].centre.y - middle for edge in each.edges for end in edge.points]
        return max(ends, key=abs)

    here.sort(key=lambda each: far(each) if far(each) < 0 else 1e6 - far(each))
    return middle + (here.index(track) - (len(here) - 1) / 2) * _ENDS


def _drawn(track: _Track, tracks: Sequence[_Track], anchors: dict[str, Rect], table: Rect) -> list[Shape]:
    """The line of each of a lane's arrows."""
    x, border = _x(track, table), table.right if track.right else table.x
    made: list[Shape] = []
    for edge in track.edges:
        start, end = (_end(track, name, tracks, anchors) for name in edge.points)
        made.append(wire(edge, (Point(border, start), Point(x, start), Point(x, end), Point(border, end))))
    return made


def _label(track: _Track, tracks: Sequence[_Track], table: Rect, tops: Sequence[float]) -> tuple[Shape, ...]:
    """The label in its gap, or outside."""
    said, x = track.said, _x(track, table)
    if track.gap < 0:
        left = x + 7 if track.right else x - 7 - said.width
        return said.put(said.at(left, tops[track.above] - said.height - 10))
    inner = [
        _x(other, table) for other in tracks if other.right == track.right and other.above <= track.gap < other.below
    ]
    x = min(inner) if track.right else max(inner)
    return said.put(said.at(x - 7 - said.width if track.right else x + 7, tops[track.gap] + 6))
