"""From a bank to the same bank with its references, and a warning for each that leads nowhere.

Only answers refer. What introductions mention is linked too, but nobody is listed as referring from there. What is
mentioned there, in titles or in headings of topics is told if it leads nowhere.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.linking.addresses import Beginnings, beginnings
from generator.linking.linker import Linker, no_such_question
from generator.linking.mentions import mentions
from generator.linking.pointers import circles
from generator.model import Bank, Element
from generator.problems import Place, Problem, Severity

MANY = 5
"""More warnings than this about the same dead link would bury others."""


def link(bank: Bank) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank with its references, and a warning for each mention, link or picture that leads nowhere."""
    begins = beginnings(bank)
    linkers = [Linker(bank, begins, question.place, question.number) for question in bank.questions]
    linked = (linker.linked(question) for linker, question in zip(linkers, bank.questions, strict=True))
    complete, problems = around(replace(bank, questions=tuple(linked)), begins)
    return complete, (
        *(problem for linker in linkers for problem in linker.problems),
        *problems,
        *gathered(problem for linker in linkers for problem in linker.dead),
        *circles(complete),
    )


def around(bank: Bank, begins: Beginnings) -> tuple[Bank, list[Problem]]:
    """The bank with links in its introductions, and warnings about what is mentioned outside of answers."""
    problems: list[Problem] = []
    for question in bank.questions:
        problems += unresolved(bank, mentioned(question.title), question.place, "in this title")
    topics = []
    for topic in bank.topics:
        blocks, numbers = introduced(bank, begins, topic.introduction, topic.place.file)
        topics.append(replace(topic, introduction=blocks))
        problems += unresolved(bank, mentioned(topic.name), topic.place, "in this heading")
        problems += unresolved(bank, numbers, topic.place, "below this heading")
    file = bank.questions[0].place.file if bank.questions else ""
    blocks, numbers = introduced(bank, begins, bank.introduction, file)
    front = file if len(begins.files) == 1 else posixpath.dirname(file)
    problems += unresolved(bank, numbers, Place(front), "in the bank's introduction")
    return replace(bank, topics=tuple(topics), introduction=blocks), problems


def introduced(
    bank: Bank, begins: Beginnings, introduction: tuple[Element, ...], file: str
) -> tuple[tuple[Element, ...], Iterable[int]]:
    """An introduction with its links to questions, and the numbers in it that no question has."""
    if not introduction:
        return (), ()
    linker = Linker(bank, begins, Place(file))
    return tuple(linker.block(block) for block in introduction), [each.number for each in linker.unresolved]


def mentioned(words: str) -> Iterator[int]:
    """The numbers of the questions that some words mention."""
    return (each.number for each in mentions(words))


def unresolved(bank: Bank, numbers: Iterable[int], place: Place, where: str) -> Iterator[Problem]:
    """A warning for each number that no question of the bank has."""
    for number in numbers:
        if number not in bank.by_number:
            yield Problem(place, no_such_question(bank, number), f"it is mentioned {where}", Severity.WARNING)


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, of many that say the same only the first: a link to the top may stand in every answer."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.what, []).append(problem)
    for same in found.values():
        yield from same if len(same) <= MANY else [replace(same[0], hint=f"{len(same)} times in all")]
