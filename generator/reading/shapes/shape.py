"""A shape: what opens a question in one bank, and perhaps what opens answers and topics."""

from msgspec import Struct

from generator.reading.shapes.openings import Mark, Opening, OpeningKind

ANY_LEVEL = frozenset(range(7))


class Shape(Struct, frozen=True):
    """How the questions of a bank begin."""

    kind: OpeningKind
    marks: frozenset[Mark]
    levels: frozenset[int] = ANY_LEVEL
    is_stated: bool = False
    """Whether the author says so, and nothing is guessed."""
    topics: frozenset[int] | None = None
    """The levels of headings that begin topics, where the author states them."""
    answers: str = ""
    """The words that answers begin with, where the author states them."""

    def opens(self, opening: Opening) -> bool:
        """Whether a line opens a question."""
        return opening.kind is self.kind and opening.mark in self.marks and opening.level in self.levels

    @property
    def is_inside(self) -> bool:
        """Whether answers are not what stands below a line, but what a list item or a hidden text holds."""
        return self.kind in (OpeningKind.ITEM, OpeningKind.SUMMARY)

    @property
    def words(self) -> str:
        """The shape in words, for one who is to choose, in the plural."""
        level = f" of level {min(self.levels)}" if self.kind is OpeningKind.HEADING and len(self.levels) == 1 else ""
        return f"{_PLURAL[self.kind]}{level}"


_PLURAL = {
    OpeningKind.HEADING: "headings",
    OpeningKind.BOLD: "bold lines",
    OpeningKind.LINE: "lines",
    OpeningKind.ITEM: "list items",
    OpeningKind.SUMMARY: "summaries",
    OpeningKind.FILE: "files",
}
