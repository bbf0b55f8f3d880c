"""Elements as HTML, every character of the answer escaped.

text "List<Order>" -> List&lt;Order&gt;      reference 905 -> <a class="ref" href="../905/">See Q905</a>
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generator.markup.levels import level, raised
from generator.markup.tags import TAGS
from generator.markup.text import unlinked
from generator.model import Element

Href = Callable[[int], str]


def html(elements: Sequence[Element], href: Href) -> str:
    """HTML of blocks or inlines; references lead to `href(number)`."""
    return Writer(href, raised(elements)).all(elements)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes elements with all that they hold."""

    href: Href
    raised: int
    """By how many levels headings are raised."""

    def all(self, elements: Iterable[Element], tight: bool = False) -> str:
        """HTML of elements; in a tight list, paragraphs are mere words."""
        return "".join(self.one(each, tight) for each in elements)

    def one(self, element: Element, tight: bool) -> str:
        """HTML of one element."""
        if element.kind == "paragraph" and tight:
            return self.all(element.children) + "\n"
        if element.kind == "heading":
            tag = f"h{level(element, self.raised)}"
            return f"<{tag}>{self.all(element.children)}</{tag}>"
        if element.kind == "list":
            tight = bool(element.get("tight"))
        if element.kind in ("link", "reference"):
            return RENDER[element.kind](element, self.all(unlinked(element.children)), self.href)
        inner = self.all(element.children, tight and element.kind in ("list", "item"))
        return RENDER[element.kind](element, inner, self.href)


def wrap(tag: str) -> Callable[[Element, str, Href], str]:
    """A renderer that only puts a tag round the contents."""
    return lambda element, inner, href: f"<{tag}>{inner}</{tag}>"


def list_(element: Element, inner: str, href: Href) -> str:
    """A list; a numbered one keeps its first number."""
    if not element.get("ordered"):
        return f"<ul>{inner}</ul>"
    start = element.get("start", 1)
    return (f"<ol>{inner}</ol>") if start == 1 else f'<ol start="{start}">{inner}</ol>'


def item(element: Element, inner: str, href: Href) -> str:
    """A list item, with its box in a task list."""
    return f"<li>{box(element)}{inner}</li>"


def box(element: Element) -> str:
    """The box of a task, ticked or not; empty for other items."""
    checked = element.get("checked", "")
    if checked == "":
        return ""
    return f'<input type="checkbox" disabled{" checked" if checked else ""}> '


def code_block(element: Element, inner: str, href: Href) -> str:
    """Code, its language as a class."""
    language = str(element.get("language"))
    name = f' class="language-{escape(language)}"' if language else ""
    return f"<pre><code{name}>{escape(element.text, quote=False)}\n</code></pre>"


def table(element: Element, inner: str, href: Href) -> str:
    """A table; its first row is the head."""
    head, _, body = inner.partition("</tr>")
    head = head.replace("<td>", "<th>").replace("</td>", "</th>")
    rows = f"<tbody>{body}</tbody>" if body else ""
    return f"<table><thead>{head}</tr></thead>{rows}</table>"


def link(element: Element, inner: str, href: Href) -> str:
    """A link to anywhere."""
    return f'<a href="{escape(str(element.get("href")))}">{inner}</a>'


def image(element: Element, inner: str, href: Href) -> str:
    """A picture of another site is linked, never loaded."""
    return f'<a href="{escape(str(element.get("src")))}">{escape(element.caption, quote=False)}</a>'


def reference(element: Element, inner: str, href: Href) -> str:
    """A link to another question."""
    return f'<a class="ref" href="{escape(href(int(element.get("number", 0))))}">{inner}</a>'


def unresolved(element: Element, inner: str, href: Href) -> str:
    """A mention of a question that is in no bank."""
    return f'<span data-unresolved="{element.get("number")}">{inner}</span>'


RENDER: Mapping[str, Callable[[Element, str, Href], str]] = {
    "paragraph": wrap("p"),
    "list": list_,
    "item": item,
    "quote": wrap("blockquote"),
    "code_block": code_block,
    "table": table,
    "row": wrap("tr"),
    "cell": wrap("td"),
    "rule": lambda element, inner, href: "<hr>",
    "text": lambda element, inner, href: escape(element.text, quote=False),
    "code": lambda element, inner, href: f"<code>{escape(element.text, quote=False)}</code>",
    "emphasis": wrap("em"),
    "strong": wrap("strong"),
    "strike": wrap("s"),
    "link": link,
    "image": image,
    "line_break": lambda element, inner, href: "<br>",
    "soft_break": lambda element, inner, href: "\n",
    "reference": reference,
    "unresolved": unresolved,
    **TAGS,
}
"""Each kind of element, from itself, its finished contents and the addresses of questions."""
