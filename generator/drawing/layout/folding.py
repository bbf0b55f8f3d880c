"""Folds a picture that is too wide into rows, as a snake: what would run on to the right goes on below, backwards.

    a ─1─▶ b ─2─▶ c ─3─▶ d            a ─1─▶ b ─2─▶ c
                             ->                      3
                                                     ▼
                                              e ◀─4─ d

It is cut only where a single link runs across, and never through a frame; the label of that link stands on the turn.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from generator.drawing.layout.geometry import Rect
from generator.drawing.layout.links import Link
from generator.drawing.layout.placing import Places

_GAP = 16.0
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place to cut at, and the link that runs across it from left to right."""

    x: float
    link: Link


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands between two cuts."""

    boxes: Mapping[str, Rect]
    frames: Mapping[str, Rect]

    @property
    def extent(self) -> Rect:
        """The smallest rectangle round it."""
        rects = [*self.boxes.values(), *self.frames.values()]
        left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
        return Rect(left, top, max(rect.right for rect in rects) - left, max(rect.bottom for rect in rects) - top)

    def mirrored(self) -> "_Row":
        """With left and right exchanged."""
        space = self.extent
        side = space.x + space.right

        def turn(rects: Mapping[str, Rect]) -> dict[str, Rect]:
            return {name: rect._replace(x=side - rect.right) for name, rect in rects.items()}

        return _Row(turn(self.boxes), turn(self.frames))

    def moved(self, x: float, y: float) -> "_Row":
        """Shifted by so much."""

        def shift(rects: Mapping[str, Rect]) -> dict[str, Rect]:
            return {name: rect._replace(x=rect.x + x, y=rect.y + y) for name, rect in rects.items()}

        return _Row(shift(self.boxes), shift(self.frames))


def fold(places: Places, links: Iterable[Link], limit: float) -> Places:
    """The places in as few rows as fit into the limit; as they are where they fit, or cannot be cut."""
    cuts = list(_cuts(places, tuple(links))) if places.width > limit else []
    for count in range(1, min(_MOST_ROWS, len(cuts) + 1)):
        options = [_stacked(places, chosen) for chosen in combinations(cuts, count)]
        fitting = [made for made in options if made.width <= limit]
        if fitting:
            return min(fitting, key=lambda made: (made.width, made.height))
    return places


def _cuts(places: Places, links: tuple[Link, ...]) -> Iterator[_Cut]:
    """Every column of cards before which the picture may be cut, from left to right."""
    cards = {name: rect for name, rect in places.boxes.items() if name.startswith("n")}
    whole = (*cards.values(), *places.frames.values())
    for x in sorted({rect.x for rect in whole})[1:]:
        if any(rect.x < x < rect.right for rect in whole):
            continue
        across = [link for link in links if len({cards[name].x < x for name in (*link.tails, *link.heads)}) == 2]
        if len(across) == 1 and len(across[0].tails) == len(across[0].heads) == 1:
            yield _Cut(x, across[0])


def _stacked(places: Places, cuts: tuple[_Cut, ...]) -> Places:
    """The rows between the cuts, one below the other, each begun under the end of the one before."""
    edges = [float("-inf"), *(cut.x for cut in cuts), float("inf")]
    turning = {cut.link.label for cut in cuts if cut.link.label in places.boxes}
    rows: list[_Row] = []
    for left, right in pairwise(edges):
        boxes = {name: rect for name, rect in places.boxes.items() if left <= rect.x < right and name not in turning}
        rows.append(_Row(boxes, {name: rect for name, rect in places.frames.items() if left <= rect.x < right}))
    made = rows[0]
    for index, row in enumerate(rows[1:], 1):
        made = _below(made, row.mirrored() if index % 2 else row, cuts[index - 1], places.boxes)
    space = made.extent
    final = made.moved(-space.x, -space.y)
    return replace(
        places, width=space.w, height=space.h, boxes=final.boxes, frames={**places.frames, **final.frames}, curves={}
    )


def _below(upper: _Row, lower: _Row, cut: _Cut, boxes: Mapping[str, Rect]) -> _Row:
    """Both rows, the lower one begun under the end of the upper one, with the label of the turn between them."""
    ends = (cut.link.tails[0], cut.link.heads[0])
    above = next(name for name in ends if name in upper.boxes)
    beneath = next(name for name in ends if name in lower.boxes)
    label = boxes.get(cut.link.label)
    gap = 2.5 * _GAP if label is None else 2 * _GAP + label.h
    middle = upper.boxes[above].centre.x
    lower = lower.moved(middle - lower.boxes[beneath].centre.x, upper.extent.bottom + gap - lower.extent.y)
    joined = {**upper.boxes, **lower.boxes}
    if label is not None:
        joined[cut.link.label] = label._replace(x=middle - label.w / 2, y=upper.extent.bottom + _GAP)
    return _Row(joined, {**upper.frames, **lower.frames})
