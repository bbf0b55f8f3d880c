"""HTML among Markdown becomes elements, as a browser would nest it.

html "<details><summary>", text "Hint", html "</summary>", paragraph, html "</details>"
-> details(summary("Hint"), paragraph)

All that GitHub would send to a browser is written as one HTML text, in which each element of Markdown is a tag that
carries its place in a list; the sanitiser cleans it, a parser of HTML nests it, and each tag becomes an element again.
"""

from collections.abc import Iterable, Sequence
from html import escape

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import Element
from generator.reading.markdown.html.making import MADE
from generator.reading.markdown.html.nesting import Nested, paragraph
from generator.reading.markdown.html.tags import ALLOWED, ATTRIBUTES, PLACE, SCHEMES, VOID, cleared

_TAGS = {
    "paragraph": "p",
    "item": "li",
    "quote": "blockquote",
    "code_block": "pre",
    "table": "table",
    "row": "tr",
    "cell": "td",
    "rule": "hr",
    "code": "code",
    "emphasis": "em",
    "strong": "strong",
    "strike": "s",
    "link": "a",
    "image": "img",
    "line_break": "br",
    "soft_break": "br",
    "details": "details",
    "summary": "summary",
    "division": "div",
    "footnote": "div",
    "footnotes": "div",
    "alert": "blockquote",
}
"""What each kind of element is as HTML, as far as that decides how it nests; the others are spans."""
_DEEPEST = 120
"""Levels of elements within each other."""


def has_html(elements: Iterable[Element]) -> bool:
    """Whether there is HTML among some elements that is not yet nested."""
    waiting = list(elements)  # not `walk`: each answer is looked through
    while waiting:
        element = waiting.pop()
        if element.kind == "html":
            return True
        waiting += element.children
    return False


def nested(blocks: Sequence[Element]) -> tuple[Element, ...]:
    """The blocks with all HTML in them as elements."""
    if not has_html(blocks):
        return tuple(blocks)
    known: list[Element] = []
    body = _parsed(_written(blocks, known))
    return Nested(known, MADE).blocks(body) if _is_shallow(body) else paragraph(_text_of(body))


def nested_inlines(inlines: Sequence[Element]) -> tuple[Element, ...]:
    """Inlines with the HTML in them as elements; as they are where it only makes sense with what stands around."""
    known: list[Element] = []
    body = _parsed(_written(inlines, known))
    return Nested(known, MADE).inlines(body) if _is_shallow(body) else _text_of(body)


def _is_shallow(body: LexborNode | None) -> bool:
    """Whether nothing lies so deep that a function which calls itself would fail on it."""
    level = [body] if body else []
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.iter()]
    return not level


def _text_of(body: LexborNode | None) -> tuple[Element, ...]:
    """The bare words of what lies too deep; `flaws` reports it."""
    return (Element("text", body.text() if body else ""),)


def _parsed(html: str) -> LexborNode | None:
    """The body of a text of HTML, clean."""
    clean = nh3.clean(
        html,
        tags=set(ALLOWED),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        generic_attribute_prefixes={"data-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    return LexborHTMLParser(clean).body


def _written(elements: Iterable[Element], known: list[Element]) -> str:
    """The elements as HTML; each but text is added to `known` and carries its place there."""
    return "".join(_one(each, known) for each in elements)


def _one(element: Element, known: list[Element]) -> str:
    """One element as HTML."""
    if element.kind == "html":
        return cleared(element.text, element.line)
    if element.kind == "text":
        return escape(element.text)
    known.append(element)
    tag = f"h{element.get('level')}" if element.kind == "heading" else _TAGS.get(element.kind, "span")
    if element.kind == "list":
        tag = "ol" if element.get("ordered") else "ul"
    opening = f'<{tag} {PLACE}="{len(known) - 1}">'
    if tag in VOID:
        return opening
    return f"{opening}{_written(element.children, known)}</{tag}>"
