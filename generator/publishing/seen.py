"""What readers see of an HTML element: visible text, list items with their depth, code blocks, tables, headings.

What a page adds to an answer carries `data-added` and does not count. A picture is seen by its words, or else by its
name; a formula by what it was written as.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from generator.model import name_at
from generator.reading.markdown.html import tags
from generator.reading.markdown.phrasing.emoji import with_emoji

_INLINE = tags.INLINE - {"br"} | {"input", "label"}
"""Tags that put no space between words."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass
class Seen:
    """What readers see of an answer."""

    text: list[str] = field(default_factory=list)
    """Pieces of visible text; `words` joins them."""
    items: list[int] = field(default_factory=list)
    """The depth of each list item, from 1."""
    code: list[str] = field(default_factory=list)
    tables: list[list[str]] = field(default_factory=list)
    """The words of each cell, row by row; a slash ends a row. Rows without words do not count."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and words."""
    formulas: int = 0

    @property
    def words(self) -> str:
        """All visible text, any run of white space one space, emoji for their names."""
        return " ".join(with_emoji("".join(self.text)).split())


def seen(root: LexborNode | None) -> Seen:
    """What readers see of an HTML element."""
    found = Seen()
    if root is not None:
        _collect(root, 0, found)
    return found


def _collect(node: LexborNode, depth: int, found: Seen) -> None:
    """Add what stands inside a node; depth counts the list items round it."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            found.text.append(child.text_content or "")
            continue
        attributes = child.attributes
        if "data-added" in attributes or tag == "rp":
            continue
        if tag == "math":
            found.formulas += 1
            found.text.append(attributes.get("alttext") or "")
            continue
        if tag == "img":
            words = attributes.get("alt") or ""
            found.text.append(words if words.strip() else name_at(attributes.get("src") or ""))
        if tag == "li":
            found.items.append(depth + 1)
        _element(child, tag, depth, found)


def _element(node: LexborNode, tag: str, depth: int, found: Seen) -> None:
    """Add an element and what stands inside it."""
    before, after = _edges(node, tag)
    found.text.append(before)
    begin = len(found.text)
    if tag == "table":
        found.tables.append([])
    _collect(node, depth + (tag == "li"), found)
    inner = "".join(found.text[begin:])
    if tag == "pre":
        found.code.append(_code(inner))
    elif tag in HEADINGS:
        found.headings.append((int(tag[1]), " ".join(with_emoji(inner).split())))
    elif tag == "tr" and found.tables:
        cells = (child for child in node.iter() if child.tag in ("td", "th"))
        words = [" ".join(seen(cell).words.split()) for cell in cells]
        found.tables[-1] += [*words, "/"] if any(words) else []
    found.text.append(after)


def _edges(node: LexborNode, tag: str) -> tuple[str, str]:
    """What parts an element's words from those beside it; how a word is read stands in brackets behind it."""
    if tag == "rt" and node.text(strip=True):
        return " (", ")"
    return ("", "") if tag in _INLINE else (" ", " ")


def _code(text: str) -> str:
    """Code, as far as it can be seen: no white space at line ends or round it, tabs as wide as four columns."""
    return "\n".join(line.rstrip() for line in text.expandtabs(4).split("\n")).strip("\n")
