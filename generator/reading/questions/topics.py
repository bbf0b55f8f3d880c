"""From the topic headings of all files to the topics of the bank: one for each name.

A name that comes twice is one topic, because its page and address come from the name; its questions are listed
together. Questions above the first heading belong to a topic named after their file.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.model import Element, Topic
from generator.problems import Place, Problem, Severity
from generator.reading.questions.slugs import slug
from generator.reading.sections.sections import FileTopics, TopicHeading


@dataclass
class Growing:
    """A topic while its questions come together."""

    slug: str
    name: str
    emoji: str
    place: Place
    numbers: list[int] = field(default_factory=list)
    introduction: tuple[Element, ...] = ()

    def topic(self) -> Topic:
        """The finished topic."""
        return Topic(self.slug, self.name, self.emoji, tuple(sorted(self.numbers)), self.place, self.introduction)


class Topics:
    """The topics of a bank while its files come by."""

    def __init__(self, files: Sequence[FileTopics], by_folder: bool = False) -> None:
        self.by_folder = by_folder
        self.problems: list[Problem] = []
        self.grown: dict[str, Growing] = {}
        self.stems = Counter(file.text.stem.lower() for file in files)
        self.alone = sum(bool(file.questions) for file in files) == 1
        """Whether one file holds all questions, so that what stands at its beginning speaks of the bank."""

    def of_file(self, file: FileTopics) -> list[Growing]:
        """The topic of each topic heading of a file, in its order; text of empty headings goes to a neighbour's."""
        if not file.questions:
            return []
        found: list[Growing] = []
        headings = file.topics
        waiting = () if self.alone else headings[0].blocks
        for place, heading in enumerate(headings):
            if heading.questions:
                topic = self.growing(file, heading)
                topic.introduction += waiting + (heading.blocks if place else ())
                found.append(topic)
                waiting = ()
                continue
            found.append(found[-1] if found else Growing("", "", "", Place(file.name)))
            if place and not heading.blocks and not _leads(headings, place):
                self.problems.append(_empty(file, heading))
            if place and heading.blocks:
                waiting += (_titled(heading), *heading.blocks)
        found[-1].introduction += waiting
        return found

    def introduction(self, file: FileTopics) -> tuple[Element, ...]:
        """What a file says about the whole bank."""
        first, *others = file.topics
        if self.by_folder:
            return ()
        if file.is_front:
            return first.blocks + tuple(block for each in others for block in (_titled(each), *each.blocks))
        return first.blocks if self.alone and file.questions else ()

    def growing(self, file: FileTopics, heading: TopicHeading) -> Growing:
        """The topic with the name of a heading, or of its file or folder."""
        name = heading.name or file.title or self.file_name(file)
        if self.by_folder:
            name = pretty(PurePosixPath(file.name).parent.name) or "Questions"
        key, place = slug(name), Place(file.name, heading.line)
        topic = self.grown.setdefault(key, Growing(key, name, heading.emoji, place))
        if topic.name != name:
            what = f"the topics “{name}” and “{topic.name}” ({topic.place}) would have the same address, {key}"
            self.problems.append(Problem(place, what, "rename one of them, or write both alike"))
        return topic

    def file_name(self, file: FileTopics) -> str:
        """The name of a file as words, with its folder where another file has the same."""
        path = PurePosixPath(file.name)
        unclear = self.stems[file.text.stem.lower()] > 1 and file.text.folder_or_stem == path.stem
        return pretty(f"{path.parent.name} {path.stem}" if unclear and path.parent.name else file.text.folder_or_stem)

    def topics(self) -> Iterator[Topic]:
        """All topics with questions, in the order of their first numbers."""
        filled = (topic for topic in self.grown.values() if topic.numbers)
        return (topic.topic() for topic in sorted(filled, key=lambda topic: min(topic.numbers)))


def _leads(headings: Sequence[TopicHeading], place: int) -> bool:
    """Whether a heading without questions stands above headings of a lower rank."""
    return place + 1 < len(headings) and headings[place + 1].level > headings[place].level


def _titled(heading: TopicHeading) -> Element:
    """A heading of a topic that became a part of another's introduction."""
    words = " ".join((heading.emoji, heading.name)).strip()
    return Element("heading", "", (Element("text", words),), (("level", 3),))


def _empty(file: FileTopics, heading: TopicHeading) -> Problem:
    """The warning about a heading without questions."""
    what = f"there is no question below the heading “{heading.name}”"
    return Problem(Place(file.name, heading.line), what, "", Severity.WARNING)


def pretty(words: str) -> str:
    """A file's name as words."""
    words = " ".join(words.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
