"""Long lists of questions as pages of a bearable length.

sheets("topics/storage", entries, 100)  ->  ("topics/storage.md", first hundred, …), ("topics/storage/2.md", …)
"""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from generator.model import Question, Study, Wording
from generator.pages.fields.excerpts import brief, excerpt, shape

LENGTH = 60
"""Questions on one page of a list."""
_ANSWERED = ("{count} interview question with its answer", "{count} interview questions with answers")
"""What there is, for one and for many."""


class Sheet(Struct, frozen=True):
    """One page of a list."""

    path: str
    """Below docs/."""
    number: int
    """Counted from 1."""
    entries: Sequence[Any]
    pager: tuple[dict[str, Any], ...]
    """Links to all sheets: label, and address from the site's root; empty where there is one sheet only."""


def held(study: Study) -> str:
    """What a bank has: "50 interview questions with answers, 50 architecture diagrams"."""
    said = [study.wording.count(len(study.bank.questions), *_ANSWERED)]
    said += [drawn(study)] if study.drawings else []
    return study.wording(", ").join(said)


def drawn(study: Study) -> str:
    """How many diagrams a bank has, in words."""
    return study.wording.count(len(study.drawings), "{count} architecture diagram", "{count} architecture diagrams")


def amounts(questions: int, diagrams: int, wording: Wording) -> str:
    """How much there is, as in "12 questions, 1 diagram."; diagrams are left out where there are none."""
    said = [wording.count(questions, "{count} question", "{count} questions")]
    said += [wording.count(diagrams, "{count} diagram", "{count} diagrams")] if diagrams else []
    return wording("{sentence}.", sentence=wording(", ").join(said))


def sheets(stem: str, entries: Sequence[Any], length: int = LENGTH) -> Iterator[Sheet]:
    """The pages of a list, at least one; `stem` is its address without the last slash."""
    starts = range(0, max(len(entries), 1), length)
    addresses = [address(stem, start, length) for start in starts]
    pager = tuple({"label": str(number), "path": path} for number, path in enumerate(addresses, 1))
    for number, (start, path) in enumerate(zip(starts, addresses, strict=True), 1):
        yield Sheet(
            path=f"{path.rstrip('/')}.md",
            number=number,
            entries=entries[start : start + length],
            pager=pager if len(pager) > 1 else (),
        )


def paged(name: str, number: int, wording: Wording) -> str:
    """The title of a list's sheet."""
    return name if number == 1 else wording("{name}, page {number}", name=name, number=number)


def address(stem: str, place: int, length: int = LENGTH) -> str:
    """The address of the sheet that has the entry at `place`, counted from 0."""
    return f"{stem}/{place // length + 1}/" if place >= length else f"{stem}/"


def entry(question: Question, study: Study) -> dict[str, Any]:
    """A question as lists show it: number, title, first words and, where there is one, its picture's shape."""
    drawing = study.drawings.get(question.number)
    picture = shape(drawing) if drawing else None
    found = {**brief(question), "excerpt": excerpt(question, study), "picture": picture}
    return {name: value for name, value in found.items() if value}
