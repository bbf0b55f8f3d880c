"""The picture that other sites show of a shared link, one for each question and one for the site: PNGs of 1200 x 630.

    cards(study, cache)  ->  ("questions/901/card.png", PNG), …, ("card.png", …)

A card is kept under a hash of all that is on it: only what changed is drawn again.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace

from generator.exports.book.glyphs import lacking
from generator.exports.book.typesetting import pngs, reduced
from generator.exports.shared.counts import summary
from generator.exports.shared.pictures import light
from generator.files.cache import Cache
from generator.files.hashing import code_of, digest
from generator.model import Drawing, Picture, Question, Study

MADE_WITH = (
    "generator.exports.book", "generator.exports.shared", "generator.model", "generator.problems",
    "typst", "PIL", "fonttools", "msgspec", "babel==",
)  # fmt: skip
"""Code whose change changes how a card looks."""
_LIMIT = 60_000
"""Bytes of a card; some sites show no larger ones."""
_COLOURS = (64, 32, 16, 8)
"""How many a card may have, the first that keep it within the limit."""
_BATCH = 50
"""Cards that are drawn together: for each batch the fonts are set up once."""
_TITLE = 180
"""Characters of a title that are shown."""
_BESIDE, _BELOW = (570.0, 540.0), (1088.0, 282.0)
"""Room for a picture beside the words, and below them, in pixels."""
_LARGEST = 1.9
"""How far a small picture may grow."""


@dataclass(frozen=True, slots=True)
class _Card:
    """What is on one card."""

    path: str
    kicker: str
    title: str
    foot: str
    topic: str = ""
    svg: str = ""
    width: float = 0
    """Of the picture, in pixels."""
    below: bool = False
    """Whether the picture stands below the words."""


def cards(study: Study, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and PNG of each card; none where no font shows the words of a bank."""
    if lacking(study):
        return
    code = code_of(*MADE_WITH)
    wanted = {digest(code, json.dumps(asdict(card))): card for card in _all(study)}
    missing: list[tuple[str, _Card]] = []
    for key, card in wanted.items():
        kept = cache.find(key)
        if kept is None:
            missing.append((key, card))
        else:
            yield card.path, kept
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        for (key, card), data in zip(batch, _drawn([card for _, card in batch]), strict=True):
            cache.put(key, data)
            yield card.path, data


def _all(study: Study) -> Iterator[_Card]:
    name = study.edition.site_name
    best = max(study.drawings.values(), key=lambda each: (_fit(each, _BESIDE)[0], -each.diagram.number), default=None)
    yield _pictured(_Card("card.png", summary(study), name, study.edition.site_url.split("://")[-1].strip("/")), best)
    for question in study.bank.questions:
        yield _pictured(_card(question, study), study.drawings.get(question.number))


def _card(question: Question, study: Study) -> _Card:
    title = question.title if len(question.title) <= _TITLE else question.title[: _TITLE - 1].rstrip() + "…"
    topic = study.bank.topic_of(question).name
    return _Card(f"questions/{question.number}/card.png", question.label, title, study.edition.site_name, topic)


def _pictured(card: _Card, drawing: Drawing | None) -> _Card:
    """The card with the picture where it is largest."""
    if drawing is None:
        return card
    beside, below = _fit(drawing, _BESIDE), _fit(drawing, _BELOW)
    size, scale, picture = max(beside, below, key=lambda each: each[0])
    return replace(card, svg=light(picture.svg), width=round(picture.width * scale, 1), below=size > beside[0])


def _fit(drawing: Drawing, room: tuple[float, float]) -> tuple[float, float, Picture]:
    """How large the labels become in a room, the scale, and the picture for which both are largest."""
    pictures = (drawing.standalone, drawing.medium, drawing.narrow)
    scales = [min(_LARGEST, room[0] / each.width, room[1] / each.height) for each in pictures]
    fits = [(scale * each.text, scale, each) for scale, each in zip(scales, pictures, strict=True)]
    return max(fits, key=lambda each: each[0])


def _drawn(batch: Iterable[_Card]) -> Iterator[bytes]:
    named = [(card, f"{place}.svg" if card.svg else "") for place, card in enumerate(batch)]
    data = {"cards": [{**asdict(card), "svg": "", "file": file} for card, file in named]}
    pictures = {file: card.svg for card, file in named if file}
    for png in pngs("card", (data, pictures)):
        yield _light(png)


def _light(png: bytes) -> bytes:
    """The card in as many colours as the limit leaves it."""
    for colours in _COLOURS:
        small = reduced(png, colours)
        if len(small) <= _LIMIT:
            break
    return small
