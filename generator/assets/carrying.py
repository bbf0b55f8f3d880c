"""From a bank to the same bank with its pictures, and a problem for each that cannot be shown."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_
from pathlib import Path

from msgspec.structs import replace

from generator.assets.files import Refused, asset_at, path_of
from generator.model import Asset, Bank, Element, Question, is_elsewhere
from generator.problems import Place, Problem, Severity

_BADGE = re.compile(r"shields\.io|badge|travis-ci|codecov|/workflows/", re.IGNORECASE)
"""Addresses of pictures that only tell how a project does."""


def carry(bank: Bank, roots: Sequence[Path]) -> tuple[Bank, Mapping[str, Asset], tuple[Problem, ...]]:
    """The bank, its pictures by the names of their files, what cannot be shown; `roots` are what the author named."""
    carrier = _Carrier(roots)
    front = Place(bank.questions[0].place.file if bank.questions else "")
    complete = replace(
        bank,
        questions=tuple(carrier.question(each) for each in bank.questions),
        topics=tuple(replace(each, introduction=carrier.all(each.introduction, each.place)) for each in bank.topics),
        introduction=carrier.all(bank.introduction, front),
    )
    return complete, carrier.assets, tuple(carrier.problems)


@dataclass
class _Carrier:
    """Carries one bank's pictures; what it meets on the way is collected."""

    roots: Sequence[Path]
    assets: dict[str, Asset] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    known: dict[Path, Asset] = field(default_factory=dict)

    def question(self, question: Question) -> Question:
        """A question with its pictures."""
        parts = (question.heading, question.body, question.solution, question.answer)
        if not any(map(_has_picture, parts)):
            return question
        heading, body, solution, answer = (self.all(each, question.place) for each in parts)
        return replace(question, heading=heading, body=body, solution=solution, answer=answer)

    def all(self, elements: tuple[Element, ...], place: Place) -> tuple[Element, ...]:
        """Elements with their pictures; `place` is that of those which know none."""
        return tuple(one for each in elements for one in self.one(each, place))

    def one(self, element: Element, place: Place) -> Iterator[Element]:
        """An element with what became of the pictures in it."""
        if element.kind == "image":
            yield from self.image(element, place)
            return
        children = self.all(element.children, place) if element.children else ()
        same = len(children) == len(element.children) and all(map(is_, children, element.children))
        yield element if same else element.but(children=children)

    def image(self, image: Element, place: Place) -> Iterable[Element]:
        """What becomes of a picture: carried, linked where it is far away, else its words."""
        source = str(image.get("src"))
        at = Place(str(image.get("of", place.file)), int(image.get("at", 0)))
        if is_elsewhere(source):
            if not _BADGE.search(source):
                what = f"the picture {source} is on another site and is shown as a link"
                hint = "put the file beside the bank to show it"
                line = at.line or (place.line + image.line if place.line else 0)
                self.problems.append(Problem(replace(at, line=line), what, hint, Severity.WARNING))
            return [image.but(attributes=tuple(each for each in image.attributes if each[0] not in ("of", "at")))]
        try:
            path = path_of(source, Path(at.file), self.roots)
            if path not in self.known:
                self.known[path] = asset_at(path)
        except Refused as refusal:
            named = f"the picture {source}" if source else "a picture"
            severity = Severity.ERROR if refusal.is_grave else Severity.WARNING
            self.problems.append(Problem(at, f"{named} {refusal.what}", refusal.hint, severity))
            return [Element("text", image.caption, line=image.line)] if image.caption else []
        asset = self.known[path]
        self.assets[asset.name] = asset
        width, height = _shown(image, asset)
        attributes = (("file", asset.name), ("width", width), ("height", height), ("src", source))
        return [Element("picture", image.text, (), attributes, image.line)]


def _has_picture(elements: Iterable[Element]) -> bool:
    """Whether there is a picture among some elements."""
    return any(each.kind == "image" or (each.children and _has_picture(each.children)) for each in elements)


def _shown(image: Element, asset: Asset) -> tuple[int, int]:
    """Width and height of a picture in pixels, as its author wants it or as it is."""
    width, height = int(image.get("width", 0)), int(image.get("height", 0))
    if width and not height:
        height = max(1, round(asset.height * width / asset.width))
    if height and not width:
        width = max(1, round(asset.width * height / asset.height))
    return (width, height) if width else (asset.width, asset.height)
