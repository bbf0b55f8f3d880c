"""Which of a drawing's pictures goes where on a page, and how large; and which questions share a page.

    placed([(901, options(words)), (902, …)])  ->  {901: Placed(picture, scale=0.87, beside=False, height=120.5), …}

The smallest label of a picture is never smaller than 8 points where a page has room for that. Questions that fit on one
page together with pictures of that size share it; then each picture grows as far as its page allows.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.exports.book.measuring import Prose, Sheet
from generator.exports.book.pieces import Piece, pieces
from generator.model import Drawing, Picture

BOOK = Sheet(165, 239, narrowest=62, columns=2)
"""Heights are less than those of the paper by a little."""
POCKET = Sheet(132, 178, narrowest=50, size=0.9)
_GAP = 14.0
"""Between two questions on a page."""
_ROUND = 16.0
"""Space above and below a picture."""
_GUTTER = 7.0
"""Between an answer and the picture beside it."""
POINT = 25.4 / 72
"""Of a typographer, in millimetres; a CSS pixel is three quarters of it."""
_SCALES = (1.15, 1.0, 0.9)
"""In which a picture is tried, besides the smallest that is readable."""
_SMALLEST = 8.0
"""Points of a label on paper."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture in its place."""

    picture: Picture
    scale: float
    """1 for its natural size."""
    beside: bool = False
    """Next to the answer instead of below it."""
    height: float = 0
    """Of the whole question, in millimetres."""
    roomy: bool = False
    """Whether the page has room for the question in the largest type of its sheet."""
    brief: bool = False
    """Whether the answer above it stays whole, lest a line of that stand alone before a picture that fills a page."""
    turned: bool = False
    """By a quarter, its top on the left."""
    pieces: tuple[Piece, ...] = ()
    """What each page shows of it, one after another; empty for all of it, upright."""

    @property
    def width(self) -> float:
        """In points."""
        return round(self.picture.width * 0.75 * self.scale, 2)

    @property
    def label(self) -> float:
        """Points of its smallest text."""
        return self.picture.text * 0.75 * self.scale


def options(words: Prose) -> tuple[Placed, ...]:
    """All places in which a question with readable labels fits on a page, the lowest first; or none."""
    sheet = words.sheet
    sizes = ((picture, scale) for picture in _pictures(words.drawing) for scale in _scales(picture, sheet.width))
    found = (place for picture, scale in sizes for place in _places(words, picture, scale))
    fit = (place for place in found if place.height <= sheet.height)
    return tuple(sorted(fit, key=lambda place: (place.height, -place.label)))


def snug(words: Prose) -> Placed:
    """The place on a small page in which labels are largest; in the largest type, where that surely fits."""
    sheet, fits = words.sheet, options(words)
    if not fits:
        return alone(words.drawing, sheet.width, sheet.height / 2, sheet.height)
    best = max(fits, key=lambda place: (place.label, -place.height))
    large = _places(replace(words, sheet=replace(sheet, size=1)), best.picture, best.scale)
    return replace(best, roomy=any(each.beside == best.beside and each.height <= sheet.height for each in large))


def placed(questions: Iterable[tuple[int, Sequence[Placed]]]) -> dict[int, Placed]:
    """The place of each picture whose question fits on a page, page after page."""
    found: dict[int, Placed] = {}
    page: list[tuple[int, Sequence[Placed]]] = []
    used = 0.0
    for number, places in questions:
        height = places[0].height + _GAP if places else BOOK.height
        if page and used + height > BOOK.height + _GAP:
            found.update(_grown(page))
            page, used = [], 0.0
        if places:
            page.append((number, places))
        used += height
    return found | _grown(page)


def alone(drawing: Drawing, width: float, height: float, tallest: float) -> Placed:
    """The picture on a small page: within the height that is left, or else readable on the next.

    There it is as low as that allows. Where no page can hold it so, it is turned, or comes in pieces, page after page.
    """
    pictures = _pictures(drawing)
    fits = [Placed(each, min(1.0, width / _wide(each), height / _high(each))) for each in pictures]
    readable = [place for place in fits if place.label >= _SMALLEST]
    if readable:
        return max(readable, key=lambda place: (place.label, -_high(place.picture)))
    sizes = [(each, *room) for each in pictures for room in ((width, tallest, False), (tallest, width, True))]
    return _on_pages(*min(sizes, key=lambda size: _trouble(*size)))


def _trouble(picture: Picture, width: float, height: float, turned: bool) -> tuple[int, int, bool, float]:
    """How hard a picture on pages of its own is to read: the fewer pieces the better, and none beside another."""
    wide, high = _wide(picture) * _least(picture), _high(picture) * _least(picture)
    columns = math.ceil(wide / width)
    return columns * math.ceil(high / height), columns, turned, high


def _on_pages(picture: Picture, width: float, height: float, turned: bool) -> Placed:
    """The picture on as many pages of a size as it takes; turned, it has them for itself."""
    least = _least(picture)
    scale = min(1.0, max(least, min(width / _wide(picture), height / _high(picture)))) if turned else least
    pixel = 0.75 * POINT * scale
    return Placed(picture, scale, turned=turned, pieces=pieces(picture, width / pixel + 0.5, height / pixel + 0.5))


def _grown(page: Sequence[tuple[int, Sequence[Placed]]]) -> dict[int, Placed]:
    """The pictures of one page, each as large as the others leave room for."""
    chosen = {number: places[0] for number, places in page}
    spare = BOOK.height + _GAP - sum(place.height + _GAP for place in chosen.values())
    for number, places in page:
        now = chosen[number]
        best = max(
            (each for each in places if each.height <= now.height + spare), key=lambda each: (each.label, -each.height)
        )
        chosen[number] = best
        spare -= best.height - now.height
    return chosen


def _places(words: Prose, picture: Picture, scale: float) -> Iterator[Placed]:
    """Below the answer and beside it, as far as the page is wide enough."""
    width, height = _wide(picture) * scale, _high(picture) * scale
    sheet = words.sheet
    if width <= sheet.width:
        yield Placed(picture, scale, False, words.frame + words.across + height + _ROUND)
    left = sheet.width - width - _GUTTER
    if left >= sheet.narrowest:
        yield Placed(picture, scale, True, words.frame + max(height, words.height(left, 1)))


def _scales(picture: Picture, width: float) -> tuple[float, ...]:
    least, widest = _least(picture), width / _wide(picture)
    return tuple(dict.fromkeys(min(scale, widest) for scale in (*_SCALES, least) if min(scale, widest) >= least))


def _least(picture: Picture) -> float:
    """The smallest scale in which its labels can be read."""
    return _SMALLEST / (picture.text * 0.75) + 0.001


def _pictures(drawing: Drawing) -> tuple[Picture, ...]:
    return drawing.standalone, drawing.medium, drawing.narrow


def _wide(picture: Picture) -> float:
    return picture.width * 0.75 * POINT


def _high(picture: Picture) -> float:
    return picture.height * 0.75 * POINT
