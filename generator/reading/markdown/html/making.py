"""What becomes of the blocks of HTML that an author wrote.

<div align="center"><h1>Questions</h1></div>   ->  division(heading)
<details><summary>Hint</summary>Think.</details>  ->  details(summary("Hint"), paragraph)
"""

from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborNode

from generator.model import Element
from generator.reading.markdown.html.nesting import Attributes, Make, Nested, around, paragraph, spread

_ALIGNED = ("left", "center", "right")
_LARGEST_SPAN = 50
"""Columns or rows of one cell."""


def _sided(node: LexborNode, blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """Blocks on the side where their node wants them."""
    side = (node.attributes.get("align") or "").strip().lower()
    side = "center" if node.tag == "center" or side == "middle" else side
    return around("division", blocks, (("align", side),)) if side in _ALIGNED else blocks


def _division(made: Nested, node: LexborNode) -> Iterable[Element]:
    return _sided(node, made.blocks(node))


def _heading(made: Nested, node: LexborNode) -> Iterable[Element]:
    words, level = made.words(node), int((node.tag or "h3")[1])
    return (Element("heading", "", words, (("level", level),), made.line),) if words else ()


def _list(made: Nested, node: LexborNode) -> Iterable[Element]:
    line, items = made.line, made.items(node)
    tight = all(block.kind in ("paragraph", "list") for item in items for block in item.children)
    attributes = (("ordered", node.tag == "ol"), ("start", _whole_number(node, "start", 9)), ("tight", tight))
    return (Element("list", "", items, attributes, line),) if items else ()


def _code(made: Nested, node: LexborNode) -> Iterable[Element]:
    language, text = node.attributes.get("lang") or "", node.text().strip("\n")
    return (Element("code_block", text, (), (("language", language),), made.line),) if text.strip() else ()


def _details(made: Nested, node: LexborNode) -> Iterable[Element]:
    line, title = made.line, node.css_first("summary")
    words = made.words(title) if title and title.parent == node else ()
    inner = made.blocks(node)
    summary = Element("summary", "", words or (Element("text", "Details"),), (), line)
    return (Element("details", "", (summary, *inner), (("open", "open" in node.attributes),), line),)


def _bold(made: Nested, node: LexborNode) -> Iterable[Element]:
    return (spread(block, lambda words: (Element("strong", "", words, (), made.line),)) for block in made.blocks(node))


def _table(made: Nested, node: LexborNode) -> tuple[Element, ...]:
    """A table with what stands above it as its caption; one without rows is nothing."""
    known = made.element(node)
    captions = [block for child in node.iter() if child.tag == "caption" for block in made.blocks(child)]
    found = list(_rows(node))
    made_rows = tuple(filled for filled in (_row(made, each) for each in found) if filled.children)
    if not made_rows:
        return tuple(captions)
    if known:
        return (*captions, known.but(children=made_rows))
    head = all(cell.tag == "th" for cell in _cells(found[0]))
    attributes = (("align", "," * (_columns(made_rows) - 1)), ("head", head))
    return (*captions, Element("table", "", made_rows, attributes, made_rows[0].line))


def _rows(node: LexborNode) -> Iterator[LexborNode]:
    """The rows of a table, not those of tables in it."""
    for child in node.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    """The cells of a row."""
    return (child for child in row.iter() if child.tag in ("td", "th"))


def _row(made: Nested, node: LexborNode) -> Element:
    """A row of a table."""
    known = made.element(node)
    inner = tuple(_cell(made, each) for each in _cells(node))
    line = inner[0].line if inner else 0
    return known.but(children=inner) if known else Element("row", "", inner, (), line)


def _cell(made: Nested, node: LexborNode) -> Element:
    """A cell: inlines, or blocks where there is more than a paragraph in it."""
    known = made.element(node)
    blocks = made.blocks(node)
    inner = blocks[0].children if len(blocks) == 1 and blocks[0].kind == "paragraph" else blocks
    if known:
        return known.but(children=inner)
    spans = ((name, _whole_number(node, tag, 5)) for name, tag in (("columns", "colspan"), ("rows", "rowspan")))
    side = (node.attributes.get("align") or "").lower()
    attributes: Attributes = tuple((name, min(number, _LARGEST_SPAN)) for name, number in spans if number > 1)
    attributes += (("side", side),) if side in _ALIGNED else ()
    return Element("cell", "", inner, attributes, blocks[0].line if blocks else 0)


def _whole_number(node: LexborNode, name: str, digits: int) -> int:
    """The number that a tag gives; 1 where it gives none, or one with too many digits."""
    number = node.attributes.get(name) or ""
    return int(number) if number.isdecimal() and len(number) <= digits else 1


def _columns(rows: tuple[Element, ...]) -> int:
    """How many columns the widest row has."""
    return max(sum(int(cell.get("columns", 1)) for cell in row.children) for row in rows)


MADE: Mapping[str, Make] = {
    "p": lambda made, node: _sided(node, paragraph(made.inlines(node))),
    "div": _division,
    "center": _division,
    "figcaption": _division,
    **{f"h{level}": _heading for level in range(1, 7)},
    "ul": _list,
    "ol": _list,
    "blockquote": lambda made, node: around("quote", made.blocks(node)),
    "pre": _code,
    "table": _table,
    "hr": lambda made, node: (Element("rule", line=made.line),),
    "details": _details,
    "summary": lambda made, node: () if node.parent and node.parent.tag == "details" else _bold(made, node),
    "dt": _bold,
}
"""What becomes of an author's block; the others leave what they hold."""
