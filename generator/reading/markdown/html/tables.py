"""Tables of HTML: rows of cells, which may span several columns or rows and hold blocks."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from generator.model import Element
from generator.reading.markdown.html.nesting import Attributes, Nested

LARGEST_SPAN = 50


def table(made: Nested, node: LexborNode) -> tuple[Element, ...]:
    """A table with what stands above it as its caption; one without rows is nothing."""
    known = made.element(node)
    captions = [block for child in node.iter() if child.tag == "caption" for block in made.blocks(child)]
    found = list(rows(node))
    made_rows = tuple(filled for filled in (row(made, each) for each in found) if filled.children)
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


def row(made: Nested, node: LexborNode) -> Element:
    """A row of a table."""
    known = made.element(node)
    inner = tuple(cell(made, each) for each in cells(node))
    line = inner[0].line if inner else 0
    return known.but(children=inner) if known else Element("row", "", inner, (), line)


def cell(made: Nested, node: LexborNode) -> Element:
    """A cell: inlines, or blocks where there is more than a paragraph in it."""
    known = made.element(node)
    blocks = made.blocks(node)
    inner = blocks[0].children if len(blocks) == 1 and blocks[0].kind == "paragraph" else blocks
    if known:
        return known.but(children=inner)
    spans = ((name, whole_number(node, tag, 5)) for name, tag in (("columns", "colspan"), ("rows", "rowspan")))
    side = (node.attributes.get("align") or "").lower()
    attributes: Attributes = tuple((name, min(number, LARGEST_SPAN)) for name, number in spans if number > 1)
    attributes += (("side", side),) if side in ("left", "center", "right") else ()
    return Element("cell", "", inner, attributes, blocks[0].line if blocks else 0)


def whole_number(node: LexborNode, name: str, digits: int) -> int:
    """The number that a tag gives; 1 where it gives none, or one with too many digits."""
    number = node.attributes.get(name) or ""
    return int(number) if number.isdecimal() and len(number) <= digits else 1


def columns(rows: tuple[Element, ...]) -> int:
    """How many columns the widest row has."""
    return max(sum(int(cell.get("columns", 1)) for cell in row.children) for row in rows)
