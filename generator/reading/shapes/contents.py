"""Tables of contents: links to headings and files of the bank, with few other words."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import visible

FEWEST = 2
MOST = 0.6
"""The share of the words that are links."""


def is_contents(blocks: Sequence[Element]) -> bool:
    """Whether some blocks are nothing but a table of contents."""
    lists = [block for block in blocks if block.kind in ("list", "table")]
    if not lists or any(block.kind not in ("list", "table", "rule", "html") for block in blocks):
        return False
    found = list(links(lists))
    inner = [link for link in found if is_inner(str(link.get("href")))]
    if len(inner) < FEWEST or len(inner) < MOST * len(found):
        return False
    words = sum(len(visible(link.children)) for link in found)
    return words >= MOST * len(visible(lists).replace(" ", ""))


def links(elements: Iterable[Element]) -> Iterator[Element]:
    """All links in some elements."""
    return (each for element in elements for each in element.walk() if each.kind == "link")


def is_inner(href: str) -> bool:
    """Whether an address lies in the bank: an anchor, or a Markdown file."""
    address, _, anchor = href.partition("#")
    return "://" not in href and (address.lower().endswith(".md") or (not address and bool(anchor)))
