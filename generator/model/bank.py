"""The bank: topics, questions, and answers as trees."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import is_
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.model.naming import name_at
from generator.problems import Place


class Element(Struct, frozen=True, eq=False, array_like=True, gc=False):
    """A piece of an answer as GitHub would show it: the tree that CommonMark + GFM give.

    Kinds and their attributes; blocks hold blocks or inlines, leaves hold text:

    ==============  =====================================================================
    paragraph       inlines
    heading         inlines; level 1-6 as in the source
    list            items; ordered (bool), start (int), tight (bool)
    item            blocks; checked (bool) only in task lists
    quote           blocks
    alert           blocks; sort ("note", "tip", "important", "warning", "caution")
    footnotes       footnotes, below what refers to them
    footnote        blocks; number (int), name
    details         a summary, then blocks; open (bool); answers (True) if it is round the answer
    summary         inlines
    division        blocks; align ("left", "center" or "right"): on which side they stand
    code_block      text; language (info string's first word, may be "")
    table           rows; the first is the head unless head is False; align ("left,,right")
    row             cells
    cell            inlines, or blocks in a table of HTML; columns, rows (int) if it spans several; side, if its own
    rule            a thematic break
    text, code      text (HTML that GitHub would not show is text too)
    emphasis, strong, strike
                    inlines
    span            inlines; tag ("kbd", "sup" …), one that Markdown has no mark for
    link            inlines; href (already checked to be harmless)
    image           text (the alternative); src; width, height (int) where the author gave them: one of another site
    picture         text; file (the name of its asset), width, height (int), src; set by assets
    math            text (TeX); display (bool); mathml (what it looks like)
    footnote_reference
                    text (its number); number (int), name (of the footnote)
    line_break      a hard break
    soft_break      a line end in the source
    reference       inlines; number (int): a question of this bank; set by linking
    unresolved      inlines; number (int): a question that is in no bank; set by linking
    html            text: HTML while it is being read; in no finished bank
    ==============  =====================================================================

    A question has hundreds of them, so it is a struct of msgspec's: made, changed and read back ten times as fast as a
    dataclass.
    """

    kind: str
    text: str = ""
    children: tuple["Element", ...] = ()
    attributes: tuple[tuple[str, str | int | bool], ...] = ()
    line: int = 0
    """Where it begins, in lines below its question's heading; for blocks and text. Equal elements may differ in it."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self._shown == other._shown

    def __hash__(self) -> int:
        return hash(self._shown)

    @property
    def _shown(self) -> tuple[object, ...]:
        return (self.kind, self.text, self.children, self.attributes)

    def but(self, **changes: Any) -> "Element":
        """The same element with other values for some fields."""
        return replace(self, **changes)

    def over(self, change: Callable[["Element"], "Element"]) -> "Element":
        """The same element with its children changed; itself where none of them changes."""
        if not self.children:
            return self
        children = tuple(map(change, self.children))
        return self if all(map(is_, children, self.children)) else replace(self, children=children)

    def get(self, name: str, default: str | int | bool = "") -> str | int | bool:
        """The value of an attribute, or the default."""
        for key, value in self.attributes:
            if key == name:
                return value
        return default

    @property
    def caption(self) -> str:
        """What is shown for a picture: its alternative text, or else the name of its file."""
        return self.text if self.text.strip() else name_at(str(self.get("src")))

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            if element.children:
                waiting += element.children[::-1]


class Reference(Struct, frozen=True):
    """One mention of another question inside an answer."""

    number: int
    place: Place
    text: str
    """The words of the answer, as in "See Q329"."""


class Question(Struct, frozen=True):
    """A question, its answer, and where both stand."""

    number: int
    title: str
    """Visible text of the heading, without "Question 901:"."""
    heading: tuple[Element, ...]
    """The same as inlines, for titles that hold code."""
    topic: str
    """Slug of the topic it belongs to."""
    answer: tuple[Element, ...]
    """Blocks, without the label "Answer:"; empty where there is no answer yet."""
    source: str
    """The answer's Markdown as the file has it, repaired, without the label."""
    place: Place
    """Of the heading."""
    answer_place: Place
    references: tuple[Reference, ...] = ()
    """To questions of this bank, each mention; set by linking."""
    unresolved: tuple[Reference, ...] = ()
    """To questions that are in no file of the bank, each mention; set by linking."""
    body: tuple[Element, ...] = ()
    """Blocks that belong to the question: code, options, a picture. Options in it are not ticked."""
    solution: tuple[Element, ...] = ()
    """The options that are right, as a list: shown with the answer, never with the question."""
    anchors: tuple[str, ...] = ()
    """Names of places in it, or of the topic that it begins, to which links of the bank may lead."""

    @property
    def label(self) -> str:
        """The short name, as in "Q901"."""
        return f"Q{self.number}"

    @property
    def unresolved_numbers(self) -> tuple[int, ...]:
        """The distinct numbers that it refers to and no question has, in the order of the answer."""
        return tuple(dict.fromkeys(reference.number for reference in self.unresolved))


class Topic(Struct, frozen=True):
    """A run of questions under one heading."""

    slug: str
    name: str
    emoji: str
    """As in the heading, or empty."""
    numbers: tuple[int, ...]
    place: Place
    introduction: tuple[Element, ...] = ()
    """Blocks between the topic's heading and its first question."""


class Bank(Struct, frozen=True, dict=True):
    """All questions of all files, ordered by number."""

    title: str
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    introduction: tuple[Element, ...] = ()
    """Blocks before the first topic and question."""
    left_out: tuple[str, ...] = ()
    """Names of files that speak about the project or the folder and hold no question."""

    @cached_property
    def by_number(self) -> Mapping[int, Question]:
        """Questions by their number."""
        return {question.number: question for question in self.questions}

    @cached_property
    def by_slug(self) -> Mapping[str, Topic]:
        """Topics by their slug."""
        return {topic.slug: topic for topic in self.topics}

    @cached_property
    def backlinks(self) -> Mapping[int, tuple[int, ...]]:
        """For each question that others refer to, their numbers, ascending."""
        found: dict[int, set[int]] = {}
        for question in self.questions:
            for reference in question.references:
                found.setdefault(reference.number, set()).add(question.number)
        return {number: tuple(sorted(sources)) for number, sources in found.items()}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """For each topic's slug its place among the topics, from 0."""
        return {topic.slug: place for place, topic in enumerate(self.topics)}

    def topic_of(self, question: Question) -> Topic:
        """The topic that a question belongs to."""
        return self.by_slug[question.topic]
