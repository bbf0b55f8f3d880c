"""The values that every other module reads: the bank, its answers as trees, and its drawings.

Everything here is frozen and made of tuples, so that a value can be shared, compared, hashed and pickled. Nothing
here reads, draws or writes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of an answer as GitHub would show it: the tree that CommonMark + GFM give.

    Kinds and their attributes; blocks hold blocks or inlines, leaves hold text:

    ==============  =====================================================================
    paragraph       inlines
    heading         inlines; level 1-6 as in the source
    list            items; ordered (bool), start (int), tight (bool)
    item            blocks; checked (bool) only in task lists
    quote           blocks
    code_block      text; language (info string's first word, may be "")
    table           rows; the first is the head; align ("left,,right")
    row, cell       cells; inlines
    rule            a thematic break
    text, code      text (raw HTML is text too)
    emphasis, strong, strike
                    inlines
    link            inlines; href (already checked to be harmless)
    image           text (the alternative); src
    line_break      a hard break
    soft_break      a line end in the source
    reference       inlines; number (int): a question of this bank; set by linking
    unresolved      inlines; number (int): a question that is in no bank; set by linking
    ==============  =====================================================================
    """

    kind: str
    text: str = ""
    children: tuple["Element", ...] = ()
    attributes: tuple[tuple[str, str | int | bool], ...] = ()
    line: int = field(default=0, compare=False)
    """Where it begins, in lines below its question's heading; for blocks and text."""

    def get(self, name: str, default: str | int | bool = "") -> str | int | bool:
        """The value of an attribute, or the default."""
        return next((value for key, value in self.attributes if key == name), default)

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of another question inside an answer."""

    number: int
    place: Place
    text: str
    """The words of the answer, as in "See Q329"."""


@dataclass(frozen=True, slots=True)
class Question:
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

    @property
    def label(self) -> str:
        """The short name, as in "Q901"."""
        return f"Q{self.number}"


@dataclass(frozen=True, slots=True)
class Topic:
    """A run of questions under one heading."""

    slug: str
    name: str
    emoji: str
    """As in the heading, or empty."""
    numbers: tuple[int, ...]
    place: Place
    introduction: tuple[Element, ...] = ()
    """Blocks between the topic's heading and its first question."""


@dataclass(frozen=True)
class Bank:
    """All questions of all files, ordered by number."""

    title: str
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    unresolved: tuple[Reference, ...] = ()
    """Mentions of questions that are in no file of the bank; set by linking."""
    sources: tuple[int, ...] = ()
    """For each unresolved mention, the question that makes it."""
    introduction: tuple[Element, ...] = ()
    """Blocks before the first topic and question."""

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
    def missing(self) -> Mapping[int, tuple[int, ...]]:
        """For each question that mentions questions of no bank, their numbers, in the order of its answer."""
        found: dict[int, dict[int, None]] = {}
        for reference, source in zip(self.unresolved, self.sources, strict=True):
            found.setdefault(source, {})[reference.number] = None
        return {source: tuple(numbers) for source, numbers in found.items()}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """For each topic's slug its place among the topics, from 0."""
        return {topic.slug: place for place, topic in enumerate(self.topics)}

    def topic_of(self, question: Question) -> Topic:
        """The topic that a question belongs to."""
        return self.by_slug[question.topic]


@dataclass(frozen=True, slots=True)
class Component:
    """A thing that diagrams are made of, such as DynamoDB."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """A card of a diagram."""

    id: str
    """Stable: n1, n2 … in the order of the code."""
    label: str
    """First line of the label."""
    detail: str
    """The lines below, joined by a space; may be empty."""
    component: Component | None
    """None for shapes that stand for no product (a client, a blank box)."""
    icon: str
    """Key of the icon, e.g. "aws/database/dynamodb"; may be empty."""
    group: str
    """Id of the innermost group, or empty."""
    shape: str = ""
    """"note" for text without a card, else empty."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of a diagram."""

    id: str
    """Stable: e1, e2 …"""
    source: str
    target: str
    label: str
    """Without the step's number."""
    step: int | None
    kind: str
    """"main", "failure", "reply" or "observe"."""
    arrows: str
    """"forward", "back", "both" or "none"."""
    hints: tuple[tuple[str, str], ...] = ()
    """Of the author to the layout, as Graphviz names them: constraint, minlen, weight."""


@dataclass(frozen=True, slots=True)
class Group:
    """A frame round nodes."""

    id: str
    label: str
    parent: str
    """Id of the enclosing group, or empty."""


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the walk through a diagram."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """What a diagram module says, before any layout."""

    number: int
    title: str
    caption: str
    steps: tuple[Step, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    direction: str
    """Of the wide layout, as in Graphviz: "LR" or "TB"."""
    place: Place
    code: str
    """The module's text."""
    hints: tuple[tuple[str, str], ...] = ()
    """Pairs of nodes that the layout keeps in this order without an arrow."""
    draft: bool = False
    """Made from the answer's structure, not by an author."""

    @property
    def components(self) -> tuple[Component, ...]:
        """Distinct components, in the order of the picture."""
        return tuple(dict.fromkeys(node.component for node in self.nodes if node.component))


@dataclass(frozen=True, slots=True)
class Picture:
    """One finished SVG and its natural size in CSS pixels."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A diagram with its pictures."""

    diagram: Diagram
    inline: Picture
    """For the page: both layouts in one SVG-carrying fragment, icons by address relative to the site's root."""
    standalone: Picture
    """The wide layout with its icons and colours inside, right on its own in light and dark."""
    narrow: Picture
    """The narrow layout, stand-alone likewise."""
    description: str
    """The picture in words: parts, groups, and arrows in order."""
    icons: tuple[str, ...]
    """Keys of the icons that the inline picture needs."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What everything built in one run carries: which bank, which state, which day."""

    site_name: str
    site_url: str
    """With a slash at the end; may be empty."""
    repository: str
    """Address of the source's repository; may be empty."""
    commit: str
    """Short hash, or empty outside a checkout."""
    timestamp: int
    """Seconds since 1970, from SOURCE_DATE_EPOCH or the commit."""

    @property
    def date(self) -> str:
        """The edition's day in UTC, as in "2026-11-23"."""
        return datetime.fromtimestamp(self.timestamp, UTC).date().isoformat()


@dataclass(frozen=True, slots=True)
class Related:
    """A question worth reading next, and why."""

    number: int
    why: str
    """As in "also uses DynamoDB and Lambda"."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary that stands beside the bank."""

    name: str
    meaning: str
    """One sentence; empty where the entry only names synonyms."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """All that pages, search and exports are made from."""

    bank: Bank
    edition: Edition
    drawings: Mapping[int, Drawing] = field(default_factory=dict)
    related: Mapping[int, tuple[Related, ...]] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()

    @cached_property
    def components(self) -> Mapping[Component, tuple[int, ...]]:
        """For each component, the questions whose diagram shows it, both in order of slug and number."""
        found: dict[Component, list[int]] = {}
        for number in sorted(self.drawings):
            for component in self.drawings[number].diagram.components:
                found.setdefault(component, []).append(number)
        return {component: tuple(found[component]) for component in sorted(found, key=lambda each: each.slug)}
