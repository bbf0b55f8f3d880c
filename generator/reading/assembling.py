"""From the sections of all files to one bank: numbers, topics and titles that fit together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.model import Bank, Element, Question, Topic
from generator.problems import Place, Problem
from generator.reading.sections import Sections
from generator.reading.slugs import slug


@dataclass(frozen=True, slots=True)
class File:
    """What one file of a bank came to."""

    name: str
    sections: Sections


@dataclass
class Draft:
    """A topic while its questions come together."""

    name: str
    emoji: str
    place: Place
    numbers: list[int] = field(default_factory=list)
    introduction: tuple[Element, ...] = ()


def assemble(files: Sequence[File]) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank of some files, and what does not fit in it."""
    problems: list[Problem] = []
    drafts: dict[str, Draft] = {}
    questions: dict[int, Question] = {}
    introduction: tuple[Element, ...] = ()
    for file in files:
        names = topic_slugs(file, drafts)
        if file.sections.topics[0].blocks:
            introduction += file.sections.topics[0].blocks
        for each in file.sections.questions:
            place = Place(file.name, each.line)
            key = names[each.topic]
            if each.number in questions:
                where = questions[each.number].place
                problems.append(
                    Problem(place, f"question {each.number} is there already, at {where}", "give it another number")
                )
                continue
            drafts[key].numbers.append(each.number)
            questions[each.number] = Question(
                each.number,
                each.title,
                each.heading,
                key,
                each.answer,
                each.source,
                place,
                Place(file.name, each.answer_line),
            )
    topics = [
        Topic(key, draft.name, draft.emoji, tuple(sorted(draft.numbers)), draft.place, draft.introduction)
        for key, draft in drafts.items()
        if draft.numbers
    ]
    topics.sort(key=lambda topic: topic.numbers[0])
    ordered = tuple(questions[number] for number in sorted(questions))
    return Bank(title(files), tuple(topics), ordered, introduction=introduction), tuple(problems)


def topic_slugs(file: File, drafts: dict[str, Draft]) -> list[str]:
    """The slug of each topic of a file, new ones added to the drafts."""
    keys = []
    for topic in file.sections.topics:
        name = topic.name or file.sections.title or pretty(file.name)
        key = slug(name)
        draft = drafts.setdefault(key, Draft(name, topic.emoji, Place(file.name, topic.line)))
        if topic.name:
            draft.introduction += topic.blocks
        keys.append(key)
    return keys


def title(files: Sequence[File]) -> str:
    """The bank's title: that of its files if they agree on one."""
    titles = {file.sections.title for file in files if file.sections.title}
    return titles.pop() if len(titles) == 1 else pretty(files[0].name) if files else ""


def pretty(name: str) -> str:
    """A file's name as words."""
    words = PurePosixPath(name).stem.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
