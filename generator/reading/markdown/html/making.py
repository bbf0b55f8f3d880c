"""What becomes of the blocks of HTML that an author wrote.

<div align="center"><h1>Questions</h1></div>   ->  division(heading)
<details><summary>Hint</summary>Think.</details>  ->  details(summary("Hint"), paragraph)
"""

import re
from collections.abc import Callable, Iterable

from selectolax.lexbor import LexborNode

from generator.model import Element
from generator.reading.markdown.html.tables import Maker, table
from generator.reading.markdown.phrasing.inlines import closed_up, trimmed

WORDS = frozenset(("paragraph", "heading", "cell", "summary"))
"""Blocks whose children are inlines, as a rule."""
ALIGNED = ("left", "center", "right")


def paragraph(words: Iterable[Element]) -> tuple[Element, ...]:
    """Words as a paragraph; nothing where there are none."""
    kept = trimmed(tuple(closed_up(words)))
    return (Element("paragraph", "", kept, (), kept[0].line),) if kept else ()


def spread(block: Element, wrap: Callable[[tuple[Element, ...]], tuple[Element, ...]]) -> Element:
    """A block, what stood round it now round the words in it."""
    if block.kind in WORDS and not any(child.kind == "paragraph" for child in block.children):
        return block.but(children=wrap(block.children))
    return block.but(children=tuple(spread(child, wrap) for child in block.children))


def aligned(node: LexborNode) -> str:
    """On which side the contents of a node stand; empty for the usual one."""
    side = (node.attributes.get("align") or "").strip().lower()
    side = "center" if node.tag == "center" or side == "middle" else side
    return side if side in ALIGNED else ""


def _paragraph(made: Maker, node: LexborNode) -> Iterable[Element]:
    return _sided(node, paragraph(made.inlines(node)))


def _division(made: Maker, node: LexborNode) -> Iterable[Element]:
    return _sided(node, made.blocks(node))


def _sided(node: LexborNode, blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """Blocks on the side where their node wants them."""
    side = aligned(node)
    return (Element("division", "", blocks, (("align", side),), blocks[0].line),) if side and blocks else blocks


def _heading(made: Maker, node: LexborNode) -> Iterable[Element]:
    words, level = made.words(node), int((node.tag or "h3")[1])
    return (Element("heading", "", words, (("level", level),), made.line),) if words else ()


def _list(made: Maker, node: LexborNode) -> Iterable[Element]:
    first = node.attributes.get("start") or ""
    start = int(first) if first.isdecimal() and len(first) < 10 else 1
    line, items = made.line, made.items(node)
    tight = all(block.kind in ("paragraph", "list") for item in items for block in item.children)
    attributes = (("ordered", node.tag == "ol"), ("start", start if node.tag == "ol" else 1), ("tight", tight))
    return (Element("list", "", items, attributes, line),) if items else ()


def _quote(made: Maker, node: LexborNode) -> Iterable[Element]:
    blocks = made.blocks(node)
    return (Element("quote", "", blocks, (), blocks[0].line),) if blocks else ()


def _code(made: Maker, node: LexborNode) -> Iterable[Element]:
    inner = node.css_first("code")
    name = re.search(r"\b(?:language|lang)-([\w+#.-]+)", (inner.attributes.get("class") or "") if inner else "")
    language = node.attributes.get("lang") or (name[1] if name else "")
    text = node.text().strip("\n")
    return (Element("code_block", text, (), (("language", language),), made.line),) if text.strip() else ()


def _details(made: Maker, node: LexborNode) -> Iterable[Element]:
    line, title = made.line, node.css_first("summary")
    words = made.words(title) if title and title.parent == node else ()
    inner = made.blocks(node)
    summary = (Element("summary", "", words or (Element("text", "Details"),), (), line),)
    return (Element("details", "", (*summary, *inner), (("open", "open" in node.attributes),), line),)


def _bold(made: Maker, node: LexborNode) -> Iterable[Element]:
    return (spread(block, lambda words: (Element("strong", "", words, (), made.line),)) for block in made.blocks(node))


def _summary(made: Maker, node: LexborNode) -> Iterable[Element]:
    return () if node.parent and node.parent.tag == "details" else _bold(made, node)


def _rule(made: Maker, node: LexborNode) -> Iterable[Element]:
    return (Element("rule", line=made.line),)


MADE: dict[str, Callable[[Maker, LexborNode], Iterable[Element]]] = {
    "p": _paragraph,
    "div": _division,
    "center": _division,
    "figcaption": _division,
    **{f"h{level}": _heading for level in range(1, 7)},
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _code,
    "table": lambda made, node: table(made, node, None),
    "hr": _rule,
    "details": _details,
    "summary": _summary,
    "dt": _bold,
}
"""What becomes of an author's block; the others leave what they hold."""
