"""From the nodes of a parsed HTML text to elements: blocks hold blocks or words, words hold words.

A tag that carries a place is the element of Markdown that was written there; any other one is an author's.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selectolax.lexbor import LexborNode

from generator.model import Element
from generator.reading.markdown.html.tags import BLOCK, LINE, PLACE
from generator.reading.markdown.phrasing.emoji import with_emoji
from generator.reading.markdown.phrasing.inlines import closed_up, trimmed

_LAZY = frozenset(("paragraph", "table", "quote", "list"))
"""Blocks that go on in the line below them."""
_WORDS = frozenset(("paragraph", "heading", "cell", "summary"))
"""Blocks whose children are inlines, as a rule."""
_BLOCKS = (
    _WORDS | _LAZY | {"alert", "code_block", "details", "division", "footnote", "footnotes", "item", "row", "rule"}
)

Attributes = tuple[tuple[str, str | int | bool], ...]
_SPANS: Mapping[str, tuple[str, Attributes]] = {
    **dict.fromkeys(("b", "strong"), ("strong", ())),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ("emphasis", ())),
    **dict.fromkeys(("s", "strike", "del"), ("strike", ())),
    **{tag: ("span", (("tag", tag),)) for tag in ("kbd", "sup", "sub", "ins", "small", "mark", "samp", "q")},
    "u": ("span", (("tag", "ins"),)),
}
"""What tags of inlines stand for; those without a mark of Markdown's own are shown by a tag."""

Make = Callable[["Nested", LexborNode], Iterable[Element]]


@dataclass
class Nested:
    """Makes elements of nodes."""

    known: Sequence[Element]
    """The elements of Markdown, by their places."""
    made: Mapping[str, Make]
    """What becomes of an author's block, by its tag; the others leave what they hold."""
    line: int = 0
    """That of the last element whose line is known."""

    def blocks(self, node: LexborNode | None) -> tuple[Element, ...]:
        """What a node holds, as blocks; words between blocks are paragraphs."""
        found: list[Element] = []
        run: list[Element] = []
        for child in node.iter(include_text=True) if node else ():
            if _is_block(child):
                found += (*paragraph(run), *self.block(child))
                run = []
            else:
                run += self.inline(child)
        return (*found, *paragraph(run))

    def inlines(self, node: LexborNode | None) -> tuple[Element, ...]:
        """What a node holds, as inlines; the words of blocks stand on lines of their own."""
        found: list[Element] = []
        for child in node.iter(include_text=True) if node else ():
            found += _spoken(self.block(child)) if _is_block(child) else self.inline(child)
        return tuple(closed_up(found))

    def words(self, node: LexborNode) -> tuple[Element, ...]:
        """The same, without blanks at the ends."""
        return trimmed(self.inlines(node))

    def element(self, node: LexborNode) -> Element | None:
        """The element of Markdown that a node stands for."""
        place = node.attributes.get(PLACE) or ""
        found = self.known[int(place)] if place.isdecimal() and int(place) < len(self.known) else None
        written = node.attributes.get(LINE) or ""
        self.line = found.line if found else int(written) if written.isdecimal() else self.line
        return found

    def block(self, node: LexborNode) -> Iterable[Element]:
        """The blocks that a node becomes."""
        known, tag = self.element(node), node.tag or ""
        if tag not in BLOCK:
            return [spread(block, lambda words: self.wrapped(node, known, words)) for block in self.blocks(node)]
        if known:
            return self.again(known, node)
        return self.made[tag](self, node) if tag in self.made else self.blocks(node)

    def again(self, known: Element, node: LexborNode) -> Iterable[Element]:
        """An element of Markdown with what it holds now."""
        if known.kind == "table":
            return self.made["table"](self, node)
        if known.kind in ("item", "row"):  # without the list or table that it was written in
            return self.blocks(node)
        if known.kind in _WORDS:
            words = self.words(node)
            return (known.but(children=words),) if words else ()
        if known.kind == "list":
            return (_loosened(known.but(children=self.items(node))),)
        return (known.but(children=self.blocks(node)) if known.children else known,)

    def inline(self, node: LexborNode) -> Iterable[Element]:
        """The inlines that a node becomes."""
        tag = node.tag or ""
        if tag == "-text":
            words = re.sub(r"[ \t\n\f\r]+", " ", node.text_content or "")
            return (Element("text", with_emoji(words), line=self.line),)
        known = self.element(node)
        if known and known.kind in _BLOCKS:  # a tag without an end has swallowed that of the block behind it
            return _spoken(self.again(known, node))
        if known:
            return (known.but(children=self.inlines(node)) if known.children else known,)
        if tag in ("br", "img"):
            return (self.picture(node) if tag == "img" else Element("line_break", line=self.line),)
        inner = self.inlines(node) if tag not in ("rp", "source", "wbr") else ()
        if tag == "rt" and inner:
            return (Element("text", " (", line=self.line), *inner, Element("text", ")", line=self.line))
        if tag in ("code", "tt") and all(each.kind == "text" for each in inner):
            return (each.but(kind="code") for each in inner)
        return self.wrapped(node, None, inner)

    def wrapped(self, node: LexborNode, known: Element | None, words: Sequence[Element]) -> tuple[Element, ...]:
        """Words in what a node of inlines makes of them; empty where there are none."""
        tag, inner, href = node.tag or "", tuple(words), (node.attributes.get("href") or "").strip()
        if not inner:
            return ()
        if known:
            return (known.but(children=inner),)
        kind, attributes = ("link", (("href", href),)) if tag == "a" and href else _SPANS.get(tag, ("", ()))
        return (Element(kind, "", inner, attributes, self.line),) if kind else inner

    def picture(self, node: LexborNode) -> Element:
        """A picture, with the size that its author gave it."""
        sizes = ((name, int(found[0])) for name in ("width", "height") if (found := _size(node, name)))
        source = str(node.attributes.get("src") or "").strip()
        words = " ".join((node.attributes.get("alt") or "").split())
        return Element("image", words, (), (("src", source), *sizes), self.line)

    def items(self, node: LexborNode) -> tuple[Element, ...]:
        """The items of a list; what stands between them is one, too."""
        found: list[Element] = []
        for child in node.iter(include_text=True):
            known = self.element(child)
            if child.tag == "li":
                line, inner = self.line, self.blocks(child)
                found.append(known.but(children=inner) if known else Element("item", "", inner, (), line))
            elif inner := tuple(self.block(child) if _is_block(child) else paragraph(self.inline(child))):
                found.append(Element("item", "", inner, (), self.line))
        return tuple(found)


def around(kind: str, inner: tuple[Element, ...], attributes: Attributes = ()) -> tuple[Element, ...]:
    """An element round others, which begins where they do; nothing round nothing."""
    return (Element(kind, "", inner, attributes, inner[0].line),) if inner else ()


def paragraph(words: Iterable[Element]) -> tuple[Element, ...]:
    """Words as a paragraph; nothing where there are none."""
    return around("paragraph", trimmed(tuple(closed_up(words))))


def spread(block: Element, wrap: Callable[[tuple[Element, ...]], tuple[Element, ...]]) -> Element:
    """A block, what stood round it now round the words in it."""
    if block.kind in _WORDS and not any(child.kind == "paragraph" for child in block.children):
        return block.but(children=wrap(block.children))
    return block.over(lambda child: spread(child, wrap))


def _loosened(made: Element) -> Element:
    """A list, not tight where HTML has parted words in an item from what they would else be a part of."""
    parts = (pairwise(item.children) for item in made.children)
    if not any(one.kind in _LAZY and other.kind == "paragraph" for pairs in parts for one, other in pairs):
        return made
    return made.but(attributes=tuple(dict(made.attributes, tight=False).items()))


def _size(node: LexborNode, name: str) -> re.Match[str] | None:
    """A length of a picture in pixels, if its author gave one."""
    return re.match(r"[1-9][0-9]{0,3}(?=(?:px)?\s*$)", node.attributes.get(name) or "")


def _is_block(node: LexborNode) -> bool:
    """Whether a node is a block, or an inline that holds one."""
    return node.tag in BLOCK or any(_is_block(child) for child in node.iter())


def _spoken(blocks: Iterable[Element]) -> Iterator[Element]:
    """The words of blocks, each on a line of its own."""
    for block in blocks:
        yield Element("line_break", line=block.line)
        if block.kind in _WORDS:
            yield from block.children
        elif block.children:
            yield from _spoken(block.children)
        elif block.text:
            yield block.but(kind="code", attributes=())
