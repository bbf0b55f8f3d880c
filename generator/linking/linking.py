"""From a bank to the same bank with its references, and a warning for each that leads nowhere.

Only answers refer. What introductions mention is linked too, but nobody is listed as referring from there. What is
mentioned there, in titles or in headings of topics is told if it leads nowhere.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.linking.addresses import Beginnings, beginnings
from generator.linking.linker import Linker, missing
from generator.linking.mentions import mentions
from generator.linking.pointers import circles
from generator.model import Bank, Element, Question
from generator.problems import Place, Problem, Severity

MANY = 5
"""More warnings than this about the same lost link would bury others."""


def link(bank: Bank) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank with its references, and a warning for each mention, link or picture that leads nowhere."""
    begins = beginnings(bank)
    linked = [Linker(bank, question, begins) for question in bank.questions]
    complete = replace(
        bank,
        questions=tuple(each.linked() for each in linked),
        unresolved=tuple(reference for each in linked for reference in each.unresolved),
        sources=tuple(each.question.number for each in linked for _ in each.unresolved),
    )
    complete, problems = around(complete, begins)
    return complete, (
        *(problem for each in linked for problem in each.problems),
        *problems,
        *gathered(problem for each in linked for problem in each.lost),
        *circles(complete),
    )


def around(bank: Bank, begins: Beginnings) -> tuple[Bank, list[Problem]]:
    """The bank with links in its introductions, and warnings about what is mentioned outside of answers."""
    problems: list[Problem] = []
    for question in bank.questions:
        problems += absent(bank, mentioned(question.title), question.place, "in this title")
    topics = []
    for topic in bank.topics:
        blocks, numbers = introduced(bank, begins, topic.introduction, topic.place.file)
        topics.append(replace(topic, introduction=blocks))
        problems += absent(bank, mentioned(topic.name), topic.place, "in this heading")
        problems += absent(bank, numbers, topic.place, "below this heading")
    file = bank.questions[0].place.file if bank.questions else ""
    blocks, numbers = introduced(bank, begins, bank.introduction, file)
    front = file if len(begins.files) == 1 else posixpath.dirname(file)
    problems += absent(bank, numbers, Place(front), "in the bank's introduction")
    return replace(bank, topics=tuple(topics), introduction=blocks), problems


def introduced(
    bank: Bank, begins: Beginnings, introduction: tuple[Element, ...], file: str
) -> tuple[tuple[Element, ...], Iterable[int]]:
    """An introduction with its links to questions, and the numbers in it that no question has."""
    if not introduction:
        return (), ()
    place = Place(file)
    linker = Linker(bank, Question(-1, "", (), "", introduction, "", place, place), begins)
    return tuple(linker.block(block) for block in introduction), [each.number for each in linker.unresolved]


def mentioned(words: str) -> Iterator[int]:
    """The numbers of the questions that some words mention."""
    return (each.number for each in mentions(words))


def absent(bank: Bank, numbers: Iterable[int], place: Place, where: str) -> Iterator[Problem]:
    """A warning for each number that no question of the bank has."""
    for number in numbers:
        if number not in bank.by_number:
            yield Problem(place, missing(bank, number), f"it is mentioned {where}", Severity.WARNING)


def gathered(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, of many that say the same only the first: a link to the top may stand in every answer."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.what, []).append(problem)
    for same in found.values():
        yield from same if len(same) <= MANY else [replace(same[0], hint=f"{len(same)} times in all")]
