"""Tables of contents: links to headings and files of the bank, with few other words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import BREAKS, visible

_FEWEST = 2
_MOST = 0.6
"""The share of the words that are links."""
NAMED = re.compile(
    r"^\W*(?:(?:table of )?contents?|toc|index|overview|outline|índice|sumário|contenidos?|sommaire|table des matières|"
    r"inhalt(?:sverzeichnis)?|indice|inhoud(?:sopgave)?|spis treści|оглавление|содержание|зміст|目录|目錄|目次|もくじ|"
    r"목차|차례|içindekiler|المحتويات|جدول المحتويات|विषय सूची|mục lục|daftar isi)\W*$",
    re.IGNORECASE,
)
"""What tables of contents are called."""


def is_contents(blocks: Sequence[Element]) -> bool:
    """Whether some blocks are nothing but a table of contents, with perhaps a link back to its beginning."""
    kinds = {block.kind for block in blocks}
    if not kinds & {"list", "table", "paragraph"} or kinds - {"list", "table", "paragraph", "rule", "html"}:
        return False
    if not all(_is_of_links(block) for block in blocks if block.kind == "paragraph"):
        return False
    holders = [block for block in blocks if block.kind not in ("rule", "html")]
    found = list(links(holders))
    inner = [link for link in found if _is_inner(str(link.get("href")))]
    if len(inner) < _FEWEST or len(inner) < _MOST * len(found):
        return False
    words = sum(len(visible(link.children)) for link in found)
    return words >= _MOST * len(visible(holders).replace(" ", ""))


def _is_of_links(paragraph: Element) -> bool:
    """Whether a paragraph has no words but those of links."""
    return all(
        each.kind == "link" or each.kind in BREAKS or not re.search(r"\w", visible((each,)))
        for each in paragraph.children
    )


def links(elements: Iterable[Element]) -> Iterator[Element]:
    """All links in some elements."""
    return (each for element in elements for each in element.walk() if each.kind == "link")


def _is_inner(href: str) -> bool:
    """Whether an address lies in the bank: an anchor, or a Markdown file, perhaps by its whole address."""
    address, _, anchor = href.partition("#")
    return address.lower().endswith(".md") or (not address and bool(anchor))
