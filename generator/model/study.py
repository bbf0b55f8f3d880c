"""All that pages, search and exports are made from, in one value."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property

from msgspec import Struct

from generator.model.bank import Bank
from generator.model.diagram import Component, Drawing
from generator.model.wording import IN_ENGLISH, Wording


class Edition(Struct, frozen=True):
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
    identity: str = ""
    """What learners' programs know the bank by, whatever it is called and wherever it is; or empty."""
    author: str = ""
    """Who wrote the questions, as mkdocs.yml's `site_author` says; may be empty."""
    rights: str = ""
    """What may be done with them, as its `copyright` says; may be empty."""

    @property
    def questions_url(self) -> str:
        """What stands before the number in links to questions, from a question's page or from anywhere."""
        return f"{self.site_url}questions/" if self.site_url else "../"

    @property
    def date(self) -> str:
        """The edition's day in UTC, as in "2026-11-23"."""
        return datetime.fromtimestamp(self.timestamp, UTC).date().isoformat()


class Worded(Struct, frozen=True, array_like=True):
    """A question in words, worked out once for the many that ask."""

    tree: str
    """Hash of the elements that they were made from."""
    text: str
    """What a reader sees of the answer; blocks on lines of their own."""
    first: str
    """The first words of its running text, on one line; of a question with a body, those of the body."""
    body: str
    """What belongs to the question itself, as portable Markdown; may be empty."""
    answer: str
    """The answer as portable Markdown."""


class Related(Struct, frozen=True):
    """A question worth reading next, and why."""

    number: int
    why: str
    """As in "also uses DynamoDB and Lambda"."""


class Term(Struct, frozen=True):
    """An entry of the glossary that stands beside the bank."""

    name: str
    meaning: str
    """One sentence; empty where the entry only names synonyms."""
    aliases: tuple[str, ...] = ()


class Asset(Struct, frozen=True):
    """A picture of the bank, as the site serves it."""

    name: str
    """Of its file; says what is in it, and so changes with it."""
    data: bytes
    width: int
    """In pixels, as is the height."""
    height: int


class Study(Struct, frozen=True, eq=False, dict=True):
    """All that pages, search and exports are made from. Never compared."""

    bank: Bank
    edition: Edition
    drawings: Mapping[int, Drawing] = {}
    related: Mapping[int, tuple[Related, ...]] = {}
    glossary: tuple[Term, ...] = ()
    assets: Mapping[str, Asset] = {}
    """The pictures of the bank, by their names."""
    dates: Mapping[int, int] = {}
    """When a question or its diagram last changed, in seconds since 1970, for those that the history knows."""
    edited: Mapping[str, int] = {}
    """When each file of the bank was last edited, where nothing else tells the edition's day."""
    words: Mapping[int, Worded] = {}
    """Questions in words, by number; `markup.words` makes those that are not here."""
    wording: Wording = IN_ENGLISH
    """What the interface says, in the bank's language."""
    without: frozenset[str] = frozenset()
    """Parts of the site that its author switched off, such as "practice"."""
    favicon: str = ""
    """Path in the site of an icon of the author's; empty for the tool's."""
    accent: str = "#3949ab"
    """The site's colour in light surroundings."""

    @cached_property
    def components(self) -> Mapping[Component, tuple[int, ...]]:
        """For each component, the questions whose diagram shows it, both in order of slug and number."""
        found: dict[Component, list[int]] = {}
        for number in sorted(self.drawings):
            for component in self.drawings[number].diagram.components:
                found.setdefault(component, []).append(number)
        return {component: tuple(found[component]) for component in sorted(found, key=lambda each: each.slug)}
