"""Elements as Markdown that Python-Markdown, with the extensions of mkdocs.yml, shows just as GitHub shows the source.

Python-Markdown starts no list right after a paragraph, drops unknown tags and wants four columns of indentation; so
each block stands apart, each paragraph is one line, and every sign with a meaning is escaped.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from generator.markup.blocks import Dialect, Writer
from generator.markup.gfm import escaped
from generator.markup.html import html
from generator.markup.levels import level, raised
from generator.markup.text import text as plain_text
from generator.markup.text import unlinked
from generator.model import Element

Href = Callable[[int], str]
TAGS = {"emphasis": "em", "strong": "strong"}
SIGNS = re.compile(r"[\\`*_\[\]]")
FIRST = re.compile(r"([>#+\-=~!:?/%$^@|])|(\d+)(?=[.)])")
BLANK = "&#160;"
"""What is left of a paragraph of blanks that do not break; without any words its list item would be lost."""
CLOSING = re.compile(r"#+\s*$")
"""Signs at the end of a heading, which would be taken for its closing mark."""
TAKEN = re.compile(
    r"answer|content|diagram|next|parts|print|practice|references|related|search.*|topics|ways|step \d+|q\d+.*"
)
"""Ids of the page's own. Python-Markdown makes a heading's id from its words; such words get a tag with another id."""


def mkdocs(elements: Sequence[Element], href: Href) -> str:
    """Markdown for a page of the site."""
    by = raised(elements)
    dialect = Dialect(inlines, lambda element, words: heading(element, words, level(element, by), href), True, LANGUAGE)
    return Writer(dialect, href).blocks(elements)


LANGUAGE = re.compile(r"[\w#+-][\w#.+-]*")


def heading(element: Element, words: str, depth: int, href: Href) -> str:
    """A heading at its level on the page."""
    plain = re.sub(r"[^\w\s]+", " ", plain_text(element.children)).strip().lower()
    if not TAKEN.fullmatch(plain):
        return f"{'#' * depth} {CLOSING.sub(lambda match: '&#35;' * len(match[0]), words)}"
    name = re.sub(r"\s+", "-", plain)
    return f'<h{depth} id="in-answer-{name}">{html(element.children, href)}</h{depth}>'


def inlines(elements: Sequence[Element], href: Href, in_table: bool) -> str:
    """Inline elements on one line."""
    whole = contents(elements, href)
    words = whole.strip() or BLANK * bool(whole.strip(" \n"))
    sign = FIRST.match(words)
    if not sign:
        return words
    return (f"&#{ord(sign[1])};" if sign[1] else f"{sign[2]}\\") + words[sign.end() :]


def contents(elements: Sequence[Element], href: Href) -> str:
    """Inline elements, without care for the beginning of the line; marks never touch marks."""
    out = ""
    for each in elements:
        touches = each.kind in TAGS and out.endswith("*")
        out += tagged(each, href) if touches else RENDER[each.kind](each, href)
    return out


def text(element: Element, href: Href) -> str:
    """Text, with every sign that has a meaning escaped."""
    words = SIGNS.sub(escaped, element.text.replace("&", "&amp;").replace("<", "&lt;"))
    return words.replace("|", "&#124;").replace("\t", " ")


def code(element: Element, href: Href) -> str:
    """Code in a line, within as many backticks as it needs; a tag keeps the spaces at its ends."""
    words = element.text
    if words.strip() != words:
        return f"<code>{text(element, href)}</code>"
    runs = {len(run) for run in re.findall(r"`+", words)}
    marks = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{marks}{space}{words}{space}{marks}"


def span(mark: str, tag: str) -> Callable[[Element, Href], str]:
    """Emphasis by marks; by a tag where marks would run into others."""

    def render(element: Element, href: Href) -> str:
        inner = contents(element.children, href)
        simple = all(each.kind in ("text", "code") for each in element.children)
        if mark and simple and inner.strip() == inner and inner:
            return f"{mark}{inner}{mark}"
        return f"<{tag}>{inner}</{tag}>"

    return render


def tagged(element: Element, href: Href) -> str:
    """Emphasis by a tag."""
    tag = TAGS[element.kind]
    return f"<{tag}>{contents(element.children, href)}</{tag}>"


def link(element: Element, href: Href) -> str:
    """A link."""
    address = quote(str(element.get("href")), safe="/:?#@!$&'*+,;=%~.-_")
    return f'<a href="{escape(address)}">{contents(unlinked(element.children), href)}</a>'


def image(element: Element, href: Href) -> str:
    """A picture of another site is linked, never loaded."""
    address = quote(str(element.get("src")), safe="/:?#@!$&'*+,;=%~.-_")
    return f'<a href="{escape(address)}">{text(Element("text", element.caption), href)}</a>'


def reference(element: Element, href: Href) -> str:
    """A link to another question."""
    address = escape(href(int(element.get("number", 0))))
    return f'<a class="ref" href="{address}">{contents(unlinked(element.children), href)}</a>'


def unresolved(element: Element, href: Href) -> str:
    """A mention of a question that is in no bank."""
    return f'<span data-unresolved="{element.get("number")}">{contents(element.children, href)}</span>'


RENDER: Mapping[str, Callable[[Element, Href], str]] = {
    "text": text,
    "code": code,
    "emphasis": span("*", "em"),
    "strong": span("**", "strong"),
    "strike": span("", "s"),
    "span": lambda element, href: f"<{element.get('tag')}>{contents(element.children, href)}</{element.get('tag')}>",
    "link": link,
    "image": image,
    "reference": reference,
    "unresolved": unresolved,
    "line_break": lambda element, href: "<br>",
    "soft_break": lambda element, href: " ",
}
"""Each kind of inline element."""
