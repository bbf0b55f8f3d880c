"""From the passages of a file to its title, topics and questions, with what is wrong in them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Element, Question
from generator.problems import Place, Severity
from generator.reading.markdown.definitions import completed
from generator.reading.markdown.flaws import Flaw
from generator.reading.markdown.html.html import nested
from generator.reading.markdown.phrasing.inlines import merged, shifted, visible, without
from generator.reading.passages.labels import Stretch, is_label, label_length, plain_beginning, unlabelled
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.passages import Passage
from generator.reading.passages.patterns import BOLD_LEVEL, Start, topic_form
from generator.reading.sections.borders import answer_fold, are_quiz, parted
from generator.reading.sections.doubts import doubts
from generator.reading.sections.titles import title_below
from generator.reading.shapes.contents import NAMED, is_contents, links
from generator.reading.shapes.outline import outline
from generator.reading.shapes.series import Starts
from generator.reading.shapes.unfolding import Opened

_QUESTION_LEVEL = 3
"""Headings inside an answer are counted as if its question stood at this level, wherever it stands."""
_INVISIBLE = re.compile(
    r"[\u200b\u2060\ufeff]|(?<![^\x00-\u05ff\u1e00-\u2000])[\u200c\u200d]|(?<=[^\x00-\u2000])[\u200c\u200d](?![^\x00-\u2000])"
)
"""Characters without width; joiners are welcome inside emoji, and behind letters of scripts such as Persian."""


class TopicHeading(Struct, frozen=True):
    """A topic of a file; the first one of each file has no heading."""

    name: str
    emoji: str
    span: tuple[int, int] | None
    """First and last number that the heading promises."""
    line: int
    """Counted from 1, as those of the questions are."""
    level: int
    blocks: tuple[Element, ...]
    """What stands between the heading and the first question."""
    questions: tuple[Question, ...] = ()
    """Those below the heading; in a bank, their topic gets a name."""


class FileTopics(Struct, frozen=True):
    """What one file of a bank came to."""

    text: ParsedFile
    title: str
    topics: tuple[TopicHeading, ...]
    flaws: tuple[Flaw, ...]

    @property
    def name(self) -> str:
        """Its path, as the author gave it."""
        return self.text.name

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all topics, in the file's order."""
        return tuple(question for topic in self.topics for question in topic.questions)

    @property
    def is_front(self) -> bool:
        """Whether it only speaks about the others."""
        return self.text.speaks_of_folder and not self.questions

    def over(self, change: Callable[[Question], Question], topics: Iterable[TopicHeading] = ()) -> "FileTopics":
        """The same file with each question changed; `topics`, if any, take the place of its own before that."""
        every = tuple(topics) or self.topics
        changed = (replace(each, questions=tuple(map(change, each.questions))) for each in every)
        return replace(self, topics=tuple(changed))


def sections(opened: Opened) -> FileTopics:
    """Questions and topics of a file, in its order; lines of the passages are counted from 0."""
    text, starts = opened.text, opened.starts
    passages = text.passages
    levels = {place: each.level for place, each in starts.items()}
    found = outline(passages, text.lines, levels, opened.margin, opened.topics)
    title, ranks = found.title, found.ranks
    groups = [(begin, passages[begin:end]) for begin, end in pairwise([*ranks, len(passages)])]
    answers = opened.answers or answer_fold(group[-1].blocks for begin, group in groups if begin in starts)
    quiz = are_quiz([[block for each in group for block in each.blocks] for begin, group in groups if begin in starts])
    topics = [TopicHeading("", "", None, 1, 0, ())]
    questions: list[list[Question]] = [[]]
    flaws: list[Flaw] = []
    for begin, group in groups:
        if begin in starts:
            questions[-1].append(_question(text, starts[begin], ranks[begin], group, answers, quiz))
            flaws += _question_flaws(questions[-1][-1], group)
        elif begin == title or not group[0].level:
            topics[0] = replace(topics[0], blocks=topics[0].blocks + _introduction(group))
        elif is_contents(group[0].blocks) and not _is_own(group[0], _following(starts, ranks, begin)):
            topics[-1] = replace(topics[-1], blocks=topics[-1].blocks + _titled(group))
        else:
            topics.append(_topic(group))
            questions.append([])
    flaws += doubts(passages, text.lines, starts, ranks)
    name = " ".join(visible(_worded(passages[title].heading)).split()) if title >= 0 else ""
    filled = (replace(each, questions=tuple(own)) for each, own in zip(topics, questions, strict=True))
    return FileTopics(text, name or text.title, tuple(filled), tuple(flaws))


def _following(starts: Starts, ranks: Iterable[int], place: int) -> int:
    """How many questions stand below a heading, up to the next one that is none."""
    return sum(1 for _ in takewhile(starts.__contains__, dropwhile(lambda each: each <= place, ranks)))


def _worded(heading: Sequence[Element]) -> Iterator[Element]:
    """What of a heading is no picture, such as the badges of a project's title; all of it where nothing else is."""
    kept = [each for each in heading if each.kind != "image" and {inner.kind for inner in each.children} != {"image"}]
    return iter(kept if visible(kept).strip() else heading)


def _is_own(contents: Passage, questions: int) -> bool:
    """Whether a table of contents is that of the topic itself, which holds so many questions."""
    named = NAMED.match(visible(contents.heading))
    return not named and 0 < len(list(links(contents.blocks))) <= questions


def _topic(group: Sequence[Passage]) -> TopicHeading:
    """A topic from its heading and what follows up to the first question."""
    words = (each for each in group[0].heading if each.kind != "link" or re.search(r"\w", visible((each,))))
    emoji, name, span = topic_form(visible(words).strip())
    return TopicHeading(name, emoji, span, group[0].line + 1, group[0].level, _introduction(group))


def _titled(group: Sequence[Passage]) -> tuple[Element, ...]:
    """A table of contents with its heading, as a part of what stands around it."""
    heading = Element("heading", "", group[0].heading, (("level", _QUESTION_LEVEL),))
    return (heading, *_introduction(group))


def _introduction(group: Sequence[Passage]) -> tuple[Element, ...]:
    """What stands above the first question of a topic or file."""
    return tuple(_levelled(block, 0) for block in _blocks_of(group))


def _question(
    text: ParsedFile, start: Start, rank: int, group: Sequence[Passage], answers: str, quiz: bool
) -> Question:
    """A question from the passages that belong to it; `answers` and `quiz` as `parted` knows them."""
    first, last = group[0], group[-1]
    rows = list(text.lines[first.body : last.end])
    if first.cut:
        rows[0] = plain_beginning(rows[0][first.cut :])
    heading, found = without(first.heading, start.length), Stretch(_blocks_of(group), rows, first.body - first.line)
    if not heading:
        heading, found = title_below(found) or (heading, found)
    below = parted(found.blocks, answers, quiz)
    begin = below.answer[0].line if below.answer and below.border else found.line
    replied = Stretch(below.answer, found.lines[begin - found.line :] if below.answer else (), begin)
    answer = unlabelled(replied, below.short)
    if start.mark:
        heading = tuple(merged((*heading, Element("text", f" {start.mark}" if heading else start.mark))))
    title = " ".join(_plainly(visible(heading)).split()) or _untitled(start.number)
    return Question(
        number=start.number,
        title=title,
        heading=heading or (Element("text", title),),
        topic="",
        answer=tuple(_levelled(block, _QUESTION_LEVEL - rank) for block in answer.blocks),
        source=completed("\n".join(answer.lines), text.definitions),
        place=Place(text.name, first.line + 1),
        answer_place=Place(text.name, first.line + 1 + answer.line),
        body=tuple(_levelled(block, _QUESTION_LEVEL - rank) for block in below.body),
        solution=below.solution,
    )


def _plainly(words: str) -> str:
    """Words without characters that have no width."""
    return words if words.isascii() else _INVISIBLE.sub("", words)


def _untitled(number: int) -> str:
    """The title of a question whose heading is a bare number."""
    return f"Question {number}"


def _blocks_of(group: Sequence[Passage]) -> tuple[Element, ...]:
    """The blocks of some passages, their headings (but the first) among them; lines counted from the first heading."""
    first = group[0]
    blocks = list(shifted((*_tail_block(first), *first.blocks), first.base - first.line))
    for each in group[1:]:
        if each.level:
            kind, attributes = ("paragraph", ()) if each.level >= BOLD_LEVEL else ("heading", (("level", each.level),))
            words = shifted((*each.heading, *each.tail), each.base - first.line)
            blocks.append(Element(kind, "", words, attributes, each.line - first.line))
        blocks += shifted(each.blocks, each.base - first.line)
    return nested(blocks)


def _tail_block(passage: Passage) -> tuple[Element, ...]:
    """What stands behind a question in its own paragraph, as a paragraph."""
    text = visible(passage.tail)
    gap = len(text) - len(text.lstrip(" :–—-"))
    words = without(passage.tail, gap) if passage.cut else passage.tail[1:]
    return (Element("paragraph", "", words, (), passage.body - passage.base),) if words else ()


def _levelled(block: Element, by: int) -> Element:
    """A block with the levels of its headings counted from `_QUESTION_LEVEL`."""
    if block.kind in ("paragraph", "code_block", "table"):
        return block
    if block.kind == "heading":
        level = min(max(int(block.get("level")) + by, _QUESTION_LEVEL), 6)
        return block.but(attributes=(("level", level),))
    return block.over(lambda child: _levelled(child, by))


def _question_flaws(question: Question, group: Sequence[Passage]) -> Iterator[Flaw]:
    """What is wrong with a question."""
    line = question.place.line - 1
    words = visible(group[0].heading)
    if _plainly(words) != words:
        yield Flaw(line, "the title holds characters without width", "delete them", Severity.WARNING)
    if question.title == _untitled(question.number):
        yield Flaw(line, f"Q{question.number} has no title", "write it behind the number", Severity.WARNING)
    if not (question.answer or question.solution):
        what = f"Q{question.number} has no answer yet"
        yield Flaw(line, what, "write it below the heading", Severity.WARNING)
    for block in question.answer[1:]:
        if block.kind == "paragraph" and is_label(block) and not _is_bold_answer(block):
            what = f"Q{question.number} has an answer label inside its answer; it is shown as text"
            yield Flaw(line + block.line, what, "delete it or add a question heading above", Severity.WARNING)


def _is_bold_answer(block: Element) -> bool:
    """Whether label and answer are bold as one, as each of several right ones may be: "**Answer: B**"."""
    first = block.children[0]
    return first.kind == "strong" and label_length(block) < len(visible(first.children).strip())
