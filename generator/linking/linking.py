"""From a bank to the same bank with its references, and a warning for each that leads nowhere.

Only answers refer. What introductions mention is linked too, but nobody is listed as referring from there. What is
mentioned there, in titles or in headings of topics is told if it leads nowhere.
"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.linking.addresses import Beginnings, beginnings
from generator.linking.linker import Linker, no_such_question
from generator.linking.mentions import Mention, mentions
from generator.linking.pointers import circles
from generator.model import Bank, Element, Reference
from generator.problems import Place, Problem, Severity

_MANY = 5
"""More warnings than this about the same dead link would bury others."""


def link(bank: Bank) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank with its references, and a warning for each mention, link or picture that leads nowhere."""
    begins = beginnings(bank)
    linkers = [Linker(bank, begins, question.place, question.number) for question in bank.questions]
    linked = (linker.linked(question) for linker, question in zip(linkers, bank.questions, strict=True))
    complete, problems = _around(replace(bank, questions=tuple(linked)), begins)
    return complete, (
        *(problem for linker in linkers for problem in linker.problems),
        *problems,
        *_gathered(problem for linker in linkers for problem in linker.dead),
        *circles(complete),
    )


def _around(bank: Bank, begins: Beginnings) -> tuple[Bank, list[Problem]]:
    """The bank with links in its introductions, and warnings about what is mentioned outside of answers."""
    problems: list[Problem] = []
    for question in bank.questions:
        problems += _unresolved(bank, mentions(question.title), question.place, "in this title")
    topics = []
    for topic in bank.topics:
        blocks, found = _introduced(bank, begins, topic.introduction, topic.place.file)
        topics.append(replace(topic, introduction=blocks))
        problems += _unresolved(bank, mentions(topic.name), topic.place, "in this heading")
        problems += _unresolved(bank, found, topic.place, "below this heading")
    file = bank.questions[0].place.file if bank.questions else ""
    blocks, found = _introduced(bank, begins, bank.introduction, file)
    front = file if len(begins.files) == 1 else posixpath.dirname(file)
    problems += _unresolved(bank, found, Place(front), "in the bank's introduction")
    return replace(bank, topics=tuple(topics), introduction=blocks), problems


def _introduced(
    bank: Bank, begins: Beginnings, introduction: tuple[Element, ...], file: str
) -> tuple[tuple[Element, ...], Sequence[Reference]]:
    """An introduction with its links to questions, and what it mentions that no question is."""
    linker = Linker(bank, begins, Place(file))
    return tuple(map(linker.block, introduction)), linker.unresolved


def _unresolved(bank: Bank, mentioned: Iterable[Mention | Reference], place: Place, where: str) -> Iterator[Problem]:
    """A warning for each number that no question of the bank has."""
    for each in mentioned:
        if each.number not in bank.by_number:
            yield Problem(place, no_such_question(bank, each.number), f"it is mentioned {where}", Severity.WARNING)


def _gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, of many that say the same only the first: a link to the top may stand in every answer."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.what, []).append(problem)
    for same in found.values():
        yield from same if len(same) <= _MANY else [replace(same[0], hint=f"{len(same)} times in all")]
