"""Tables of HTML: rows of cells, which may span several columns or rows and hold blocks."""

from collections.abc import Iterator
from typing import Protocol

from selectolax.lexbor import LexborNode

from generator.model import Element

LARGEST_SPAN = 50


class Maker(Protocol):
    """Makes elements of nodes."""

    line: int
    """That of the last element whose line is known."""

    def blocks(self, node: LexborNode | None) -> tuple[Element, ...]:
        """What a node holds, as blocks."""
        ...

    def inlines(self, node: LexborNode | None) -> tuple[Element, ...]:
        """What a node holds, as inlines."""
        ...

    def words(self, node: LexborNode) -> tuple[Element, ...]:
        """The same, without blanks at the ends."""
        ...

    def items(self, node: LexborNode) -> tuple[Element, ...]:
        """The items of a list."""
        ...

    def element(self, node: LexborNode) -> Element | None:
        """The element of Markdown that a node stands for."""
        ...


def table(made: Maker, node: LexborNode, known: Element | None) -> tuple[Element, ...]:
    """A table with what stands above it as its caption; one without rows is nothing."""
    captions = [block for child in node.iter() if child.tag == "caption" for block in made.blocks(child)]
    found = list(rows(node))
    if not found:
        return tuple(captions)
    made_rows = tuple(row(made, each) for each in found)
    made_rows = tuple(each for each in made_rows if each.children)
    if not made_rows:
        return tuple(captions)
    if known:
        return (*captions, known.but(children=made_rows))
    head = all(cell.tag == "th" for cell in cells(found[0]))
    attributes = (("align", "," * (columns(made_rows) - 1)), ("head", head))
    return (*captions, Element("table", "", made_rows, attributes, made_rows[0].line))


def rows(node: LexborNode) -> Iterator[LexborNode]:
    """The rows of a table, not those of tables in it."""
    for child in node.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from rows(child)


def cells(row: LexborNode) -> Iterator[LexborNode]:
    """The cells of a row."""
    return (child for child in row.iter() if child.tag in ("td", "th"))


def row(made: Maker, node: LexborNode) -> Element:
    """A row of a table."""
    known = made.element(node)
    inner = tuple(cell(made, each) for each in cells(node))
    line = inner[0].line if inner else 0
    return known.but(children=inner) if known else Element("row", "", inner, (), line)


def cell(made: Maker, node: LexborNode) -> Element:
    """A cell: inlines, or blocks where there is more than a paragraph in it."""
    known = made.element(node)
    blocks = made.blocks(node)
    inner = blocks[0].children if len(blocks) == 1 and blocks[0].kind == "paragraph" else blocks
    if known:
        return known.but(children=inner)
    spans = ((name, span(node, tag)) for name, tag in (("columns", "colspan"), ("rows", "rowspan")))
    side = (node.attributes.get("align") or "").lower()
    attributes: list[tuple[str, str | int | bool]] = [(name, number) for name, number in spans if number > 1]
    attributes += [("side", side)] if side in ("left", "center", "right") else []
    return Element("cell", "", inner, tuple(attributes), blocks[0].line if blocks else 0)


def span(node: LexborNode, name: str) -> int:
    """Over how many columns or rows a cell goes."""
    number = node.attributes.get(name) or ""
    return min(int(number), LARGEST_SPAN) if number.isdecimal() and len(number) < 6 else 1


def columns(rows: tuple[Element, ...]) -> int:
    """How many columns the widest row has."""
    return max(sum(int(cell.get("columns", 1)) for cell in row.children) for row in rows)
