"""From the files of a bank to the bank: its shape, then numbers, topics and titles that fit together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import PurePosixPath

from msgspec.structs import replace

from generator.model import Bank, Question
from generator.problems import Place, Problem, Severity
from generator.reading.choosing.choosing import Choice, choose
from generator.reading.choosing.refusals import BEGIN
from generator.reading.passages.parsed import ParsedFile
from generator.reading.questions.topics import Topics, pretty
from generator.reading.questions.unread import unread
from generator.reading.sections.completing import completed
from generator.reading.sections.sections import FileTopics, TopicHeading, sections
from generator.reading.shapes.openings import OpeningKind
from generator.reading.shapes.shape import Shape
from generator.reading.shapes.unfolding import opened

_COMMAND = "python -m generator number --write"
_MANY_GAPS = 100
"""A bank with more of them is a choice of questions, and needs no warning for each."""


def assemble(
    texts: Sequence[ParsedFile], command: str = _COMMAND, stated: Shape | None = None
) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank of some files, and what does not fit in it; `command` gives numbers to questions that have none."""
    others = [text for text in texts if text.speaks_of_project] if len(texts) > 1 else []
    texts = [text for text in texts if text not in others]
    choice = choose(texts, command, stated)
    if choice.problems:
        return Bank("", (), ()), choice.problems
    files = [
        completed(sections(opened(text, choice.shape_of(place), found)), text)
        for place, (text, found) in enumerate(zip(texts, choice.files, strict=True))
    ]
    by_folder = choice.shape is not None and choice.shape.kind is OpeningKind.FILE
    bank, problems = _joined(files, by_folder)
    flaws = (flaw.problem(file.name) for file in files for flaw in file.flaws)
    others += [file.text for file in files if by_folder and file.is_front]
    lost = (*_without_questions(files, choice), *(each for file in files if not stated for each in unread(file)))
    bank = replace(bank, left_out=tuple(text.name for text in others))
    what = "this file holds no question and is left out"
    notes = (Problem(Place(text.name), what, "", Severity.NOTE) for text in others)
    return bank, (*flaws, *problems, *lost, *notes)


def _joined(files: Sequence[FileTopics], by_folder: bool) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank of some files; `by_folder`: each file is one question, and their folders are the topics."""
    grown = Topics(files, by_folder)
    problems: list[Problem] = []
    questions: dict[int, Question] = {}
    for file in files:
        topics = list(zip(file.topics, grown.of_file(file), strict=False))
        problems += _misplaced(file)
        for topic, question in ((topic, each) for heading, topic in topics for each in heading.questions):
            if question.number in questions:
                what = f"question {question.number} is there already, at {questions[question.number].place}"
                problems.append(Problem(question.place, what, "give one of them another number"))
                continue
            questions[question.number] = replace(question, topic=topic.slug)
            topic.numbers.append(question.number)
    ordered = tuple(questions[number] for number in sorted(questions))
    introduction = tuple(block for file in files for block in grown.introduction(file))
    bank = Bank(_title(files), tuple(grown.topics()), ordered, introduction=introduction)
    return bank, (*problems, *grown.problems, *_gaps(bank))


def _without_questions(files: Iterable[FileTopics], choice: Choice) -> Iterator[Problem]:
    """The errors of files that would be lost: there is no question in them, and they speak of no others."""
    if choice.shape is None:
        return
    for file in files:
        if not file.questions and not file.is_front:
            yield Problem(Place(file.name), "there is no question in this file", BEGIN)


def _misplaced(file: FileTopics) -> Iterator[Problem]:
    """Warnings about numbers that go back, or that their topic's heading does not promise."""
    for before, after in pairwise(file.questions):
        if after.number < before.number:
            what = f"question {after.number} stands below question {before.number}"
            yield _warning(after, what, "questions are shown in the order of their numbers")
    for topic in file.topics:
        if topic.span:
            yield from _outside(file, topic, topic.span)


def _outside(file: FileTopics, topic: TopicHeading, span: tuple[int, int]) -> Iterator[Problem]:
    """Warnings about a topic whose questions are not those that its heading promises."""
    said = f"{span[0]}-{span[1]}"
    strangers = [question for question in topic.questions if not span[0] <= question.number <= span[1]]
    for question in strangers:
        what = f"question {question.number} stands in “{topic.name}”, whose heading says {said}"
        yield _warning(question, what, "correct the heading's range or move the question")
    found = {question.number for question in topic.questions}
    if found and not strangers and not found.issuperset(span):
        what = f"the heading of “{topic.name}” says {said}, its questions go from {min(found)} to {max(found)}"
        yield Problem(Place(file.name, topic.line), what, "correct the heading's range", Severity.WARNING)


def _warning(question: Question, what: str, hint: str = "") -> Problem:
    """A warning at a question's heading."""
    return Problem(question.place, what, hint, Severity.WARNING)


def _gaps(bank: Bank) -> Iterator[Problem]:
    """A warning at each question above which numbers are missing; one that names them all where there are very many."""
    pairs = [(a, b) for a, b in pairwise(bank.questions) if b.number > a.number + 1]
    if len(pairs) > _MANY_GAPS:
        ranges = ", ".join(_numbers(a.number + 1, b.number - 1) for a, b in pairs)
        what = f"the numbers go from {bank.questions[0].number} to {bank.questions[-1].number} without {ranges}"
        count = sum(b.number - a.number - 1 for a, b in pairs)
        yield Problem(pairs[0][1].place, what, f"{count} missing in all", Severity.WARNING)
        return
    for before, after in pairs:
        missing = _numbers(before.number + 1, after.number - 1)
        what = f"the numbers go from {before.number} to {after.number} without {missing}"
        yield Problem(after.place, what, "", Severity.WARNING)


def _numbers(first: int, last: int) -> str:
    """A range of numbers, or one."""
    return str(first) if first == last else f"{first}-{last}"


def _title(files: Sequence[FileTopics]) -> str:
    """The bank's title: that of a front file, or the one that all files have; else the name of file or folder.

    Where one topic's heading begins the only file, that is its title.
    """
    fronts = [file.title for file in files if file.is_front and file.title]
    titles = dict.fromkeys(file.title for file in files if file.title)
    if fronts or len(titles) == 1:
        return (fronts or list(titles))[0]
    if len(files) > 1:
        levels = zip(*(PurePosixPath(file.name).parts for file in files), strict=False)
        shared = [names[0] for names in takewhile(lambda names: len(set(names)) == 1, levels)]
        return pretty(PurePosixPath(*shared).name)
    headings = [heading for file in files for heading in file.topics[1:]]
    begins = len(headings) == 1 and not files[0].topics[0].blocks and not headings[0].span
    alone = begins and not files[0].topics[0].questions
    return headings[0].name if alone else pretty(files[0].text.folder_or_stem) if files else ""
