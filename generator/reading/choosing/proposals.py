"""The shapes that occur in a bank, each with all that it would open: few, of which one is chosen.

## 1. Basics            headings of level 2 with a number: 2
### What is a box?      headings of level 3: 7
- [ ] `a`               (items without an answer propose nothing)
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from generator.reading.passages.asking import mostly_questions
from generator.reading.shapes.openings import Mark, Opening, OpeningKind
from generator.reading.shapes.shape import Shape

_FEWEST = 3
"""How many headings that neither ask nor have a mark may be questions."""
_SERIES = frozenset((Mark.WORD, Mark.NUMBER))

Openings = Sequence[Opening]
"""All openings of one file."""


class Proposal(Struct, frozen=True):
    """A shape and what it opens."""

    shape: Shape
    files: tuple[tuple[Opening, ...], ...]
    """The questions of each file of the bank."""

    @property
    def openings(self) -> list[Opening]:
        """The questions of all files."""
        return [opening for file in self.files for opening in file]

    @property
    def lines(self) -> set[tuple[int, int]]:
        """Where they stand, as file and line."""
        return {(place, each.line) for place, file in enumerate(self.files) for each in file}

    @property
    def numbers(self) -> list[int]:
        """The numbers that there are."""
        return [each.number for each in self.openings if each.number is not None]


def proposals(files: Sequence[Openings], fronts: Collection[int] = ()) -> Iterator[Proposal]:
    """All shapes that may be the bank's; `fronts`: the places of files that speak about the others."""
    kinds = dict.fromkeys((each.kind, each.mark, each.level) for file in files for each in file)
    levels = sorted({level for kind, _, level in kinds if kind is OpeningKind.HEADING})
    yield from _filled(files, Shape(OpeningKind.HEADING, frozenset((Mark.WORD,))))
    for level in levels:
        for mark in (Mark.NUMBER, Mark.PARTS, Mark.LETTER):
            yield from _filled(files, Shape(OpeningKind.HEADING, frozenset((mark,)), frozenset((level,))))
        yield from _series(files, Shape(OpeningKind.HEADING, _SERIES, frozenset((level,))))
        for each in _filled(files, Shape(OpeningKind.HEADING, frozenset(Mark), frozenset((level,)))):
            if 2 * len(each.numbers) < len(each.openings) and _is_likely(each):
                yield each
    yield from _series(files, Shape(OpeningKind.HEADING, frozenset((Mark.NUMBER,))))
    yield from _series(files, Shape(OpeningKind.HEADING, _SERIES))
    for kind in (OpeningKind.BOLD, OpeningKind.LINE):
        for marks in ((Mark.WORD,), (Mark.NUMBER,), (Mark.LETTER,), (Mark.NONE, Mark.WORD)):
            yield from _filled(files, Shape(kind, frozenset(marks)))
    for marks in ((Mark.NUMBER, Mark.WORD), (Mark.NONE, Mark.WORD)):
        yield from _filled(files, Shape(OpeningKind.ITEM, frozenset(marks)))
    yield from _filled(files, Shape(OpeningKind.SUMMARY, frozenset(Mark)))
    yield from _whole_files(files, fronts)


def as_stated(files: Sequence[Openings], fronts: Collection[int], shape: Shape) -> Iterator[Proposal]:
    """The one proposal of a shape that the author states."""
    yield from _whole_files(files, fronts) if shape.kind is OpeningKind.FILE else _filled(files, shape)


def _filled(files: Sequence[Openings], shape: Shape) -> Iterator[Proposal]:
    """The shape with what it opens, if that is anything."""
    found = tuple(tuple(each for each in file if shape.opens(each)) for file in files)
    if any(found):
        yield Proposal(shape, found)


def _is_likely(proposal: Proposal) -> bool:
    """Whether headings without a mark are many, or ask something."""
    return len(proposal.openings) >= _FEWEST or mostly_questions(each.title for each in proposal.openings)


def _series(files: Sequence[Openings], shape: Shape) -> Iterator[Proposal]:
    """The same, where numbers in several forms or on several levels count up as one series."""
    for each in _filled(files, shape):
        mixed = {(opening.mark, opening.level) for opening in each.openings}
        if len(mixed) > 1 and all(a < b for file in each.files for a, b in pairwise(_numbers(file))):
            yield each


def _numbers(openings: Sequence[Opening]) -> list[int]:
    """The numbers of some openings."""
    return [each.number for each in openings if each.number is not None]


def _whole_files(files: Sequence[Openings], fronts: Collection[int]) -> Iterator[Proposal]:
    """Each file as a question, named by its first heading, the only one of its level but such as many files have."""
    tops = [
        None if place in fronts else next((each for each in file if each.kind is OpeningKind.HEADING), None)
        for place, file in enumerate(files)
    ]
    titles = ({each.title for each in file if each.kind is OpeningKind.HEADING} for file in files)
    names = Counter(chain.from_iterable(titles))
    alone = [top is not None and _is_alone(top, file, names) for top, file in zip(tops, files, strict=True)]
    found = [top for top, single in zip(tops, alone, strict=True) if top and single]
    high = all(top.level == 1 for top in found)
    if len(found) >= (2 if high else _FEWEST) and len(found) == sum(top is not None for top in tops):
        openings = tuple((replace(top, kind=OpeningKind.FILE),) if top else () for top in tops)
        yield Proposal(Shape(OpeningKind.FILE, frozenset(Mark)), openings)


def _is_alone(top: Opening, file: Openings, names: Mapping[str, int]) -> bool:
    """Whether a heading names its file: most others as high as it are parts that other files have, too."""
    high = [each for each in file if each.kind is OpeningKind.HEADING and each.level <= top.level and each is not top]
    return sum(names[each.title] > 1 for each in high) >= len(high) / 2
