"""What becomes of the blocks of HTML that an author wrote.

<div align="center"><h1>Questions</h1></div>   ->  division(heading)
<details><summary>Hint</summary>Think.</details>  ->  details(summary("Hint"), paragraph)
"""

from collections.abc import Iterable, Mapping

from selectolax.lexbor import LexborNode

from generator.model import Element
from generator.reading.markdown.html.nesting import Make, Nested, around, paragraph, spread
from generator.reading.markdown.html.tables import table, whole_number

ALIGNED = ("left", "center", "right")


def _sided(node: LexborNode, blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """Blocks on the side where their node wants them."""
    side = (node.attributes.get("align") or "").strip().lower()
    side = "center" if node.tag == "center" or side == "middle" else side
    return around("division", blocks, (("align", side),)) if side in ALIGNED else blocks


def _division(made: Nested, node: LexborNode) -> Iterable[Element]:
    return _sided(node, made.blocks(node))


def _heading(made: Nested, node: LexborNode) -> Iterable[Element]:
    words, level = made.words(node), int((node.tag or "h3")[1])
    return (Element("heading", "", words, (("level", level),), made.line),) if words else ()


def _list(made: Nested, node: LexborNode) -> Iterable[Element]:
    line, items = made.line, made.items(node)
    tight = all(block.kind in ("paragraph", "list") for item in items for block in item.children)
    attributes = (("ordered", node.tag == "ol"), ("start", whole_number(node, "start", 9)), ("tight", tight))
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
    "table": table,
    "hr": lambda made, node: (Element("rule", line=made.line),),
    "details": _details,
    "summary": lambda made, node: () if node.parent and node.parent.tag == "details" else _bold(made, node),
    "dt": _bold,
}
"""What becomes of an author's block; the others leave what they hold."""
