"""Elements as HTML, every character of the answer escaped.

text "List<Order>" -> List&lt;Order&gt;      reference 905 -> <a class="ref" href="../905/">See Q905</a>

For a page of the site, headings get names to link to and code gets colours (`page`); for cards and books all is plain
(`html`). A new kind of element is a function here and a line in RENDER.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from generator.markup.code import coloured, plain
from generator.markup.tags import TAGS, Where, wrap
from generator.markup.text import text as plain_text
from generator.markup.text import unlinked
from generator.model import IN_ENGLISH, Element, Wording

Href = Callable[[int], str]

_TAKEN = re.compile(
    r"answer|body|content|diagram|next|parts|print|practice|references|related|search.*|terms|topics|ways|step-\d+|q\d+.*"
)
"""Names of a page's own parts, which a heading inside an answer leaves to them."""
_HIGHEST = 3
"""The level of an answer's highest headings, on a page whose h1 is the question and whose h2 is "Answer"."""
_HOLDERS = frozenset(("list", "item", "quote"))
"""Blocks that may hold headings."""


def html(elements: Sequence[Element], href: Href, pictures: str = "", wording: Wording = IN_ENGLISH) -> str:
    """HTML of blocks or inlines; references lead to `href(number)`, names of pictures stand behind `pictures`."""
    return HtmlWriter(href, _raised(elements), pictures=pictures, wording=wording).all(elements)


def page(
    elements: Sequence[Element],
    href: Href,
    pictures: str = "../../assets/bank/",
    wording: Wording = IN_ENGLISH,
) -> str:
    """The same for a page of the site: code in colours, headings that can be linked to, pictures that open large."""
    return HtmlWriter(href, _raised(elements), pictures=pictures, on_page=True, wording=wording).all(elements)


def _raised(elements: Iterable[Element]) -> int:
    """By how many levels to raise all headings, so that the highest of them is an h3."""
    return min(_levels(elements), default=_HIGHEST) - _HIGHEST


def _levels(elements: Iterable[Element]) -> Iterator[int]:
    """The levels of all headings, as in the source."""
    for each in elements:
        if each.kind == "heading":
            yield int(each.get("level", _HIGHEST))
        elif each.kind in _HOLDERS:
            yield from _levels(each.children)


@dataclass(frozen=True, slots=True)
class HtmlWriter(Where):
    """Writes elements with all that they hold."""

    href: Href
    raised: int
    """By how many levels headings are raised."""
    names: Counter[str] = field(default_factory=Counter)
    """How often each heading's name was wanted so far."""

    def all(self, elements: Iterable[Element], tight: bool = False) -> str:
        """HTML of elements; in a tight list, paragraphs are mere words."""
        return "".join([self.one(each, tight) for each in elements])

    def one(self, element: Element, tight: bool) -> str:
        """HTML of one element."""
        if element.kind == "paragraph" and tight:
            return self.all(element.children) + "\n"
        if element.kind == "list":
            tight = bool(element.get("tight"))
        if element.kind in ("link", "reference"):
            return _RENDER[element.kind](element, self.all(map(unlinked, element.children)), self)
        if element.kind == "table":
            return table(element, self)
        inner = self.all(element.children, tight and element.kind in ("list", "item"))
        return _RENDER[element.kind](element, inner, self)

    def name(self, heading: Element) -> str:
        """A name for a heading, as in "why-not-sql"; the second of the same name is told apart by a number."""
        words = re.sub(r"[^\w\s-]", "", plain_text(heading.children)).strip().lower()
        name = re.sub(r"[-\s]+", "-", words) or "section"
        name = f"in-answer-{name}" if _TAKEN.fullmatch(name) else name
        self.names[name] += 1
        return name if self.names[name] == 1 else f"{name}_{self.names[name] - 1}"


_Render = Callable[[Element, str, HtmlWriter], str]


def heading(element: Element, inner: str, writer: HtmlWriter) -> str:
    """A heading at its level on the page."""
    tag = f"h{min(max(int(element.get('level', _HIGHEST)) - writer.raised, _HIGHEST), 6)}"
    name = f' id="{escape(writer.name(element))}"' if writer.on_page else ""
    return f"<{tag}{name}>{inner}</{tag}>"


def _list_(element: Element, inner: str, writer: HtmlWriter) -> str:
    """A list; a numbered one keeps its first number."""
    if not element.get("ordered"):
        return f"<ul>{inner}</ul>"
    start = element.get("start", 1)
    return (f"<ol>{inner}</ol>") if start == 1 else f'<ol start="{start}">{inner}</ol>'


def _box(element: Element) -> str:
    """The box of a task, ticked or not; empty for other items."""
    checked = element.get("checked", "")
    if checked == "":
        return ""
    return f'<input type="checkbox" disabled{" checked" if checked else ""}> '


def table(element: Element, writer: HtmlWriter) -> str:
    """A table; its first row is the head, unless it says that it has none."""
    sides = str(element.get("align")).split(",")
    heads = 1 if element.get("head", True) else 0
    rows = [
        f"<tr>{_cells(row.children, sides, 'th' if place < heads else 'td', writer)}</tr>"
        for place, row in enumerate(element.children)
    ]
    head, body = "".join(rows[:heads]), "".join(rows[heads:])
    return f"<table>{f'<thead>{head}</thead>' if head else ''}{f'<tbody>{body}</tbody>' if body else ''}</table>"


def _cells(cells: Sequence[Element], sides: Sequence[str], tag: str, writer: HtmlWriter) -> str:
    """The cells of a row; `sides` are those of the columns."""
    written = []
    for place, cell in enumerate(cells):
        side = cell.get("side", sides[place] if place < len(sides) else "")
        wide, tall = (int(cell.get(name, 1)) for name in ("columns", "rows"))
        aligned = f' class="{side}"' if side else ""
        spans = (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{tall}"' if tall > 1 else "")
        written.append(f"<{tag}{aligned}{spans}>{writer.all(cell.children)}</{tag}>")
    return "".join(written)


def link(element: Element, inner: str, writer: HtmlWriter) -> str:
    """A link to anywhere."""
    return f'<a href="{escape(str(element.get("href")))}">{inner}</a>'


def _image(element: Element, inner: str, writer: HtmlWriter) -> str:
    """A picture of another site is linked, never loaded."""
    return f'<a href="{escape(str(element.get("src")))}">{escape(element.caption, quote=False)}</a>'


def _reference(element: Element, inner: str, writer: HtmlWriter) -> str:
    """A link to another question."""
    return f'<a class="ref" href="{escape(writer.href(int(element.get("number", 0))))}">{inner}</a>'


_RENDER: Mapping[str, _Render] = {
    "paragraph": wrap("p"),
    "heading": heading,
    "list": _list_,
    "item": lambda element, inner, writer: f"<li>{_box(element)}{inner}</li>",
    "quote": wrap("blockquote"),
    "code_block": lambda element, inner, writer: (coloured if writer.on_page else plain)(
        element.text, str(element.get("language"))
    ),
    "rule": lambda element, inner, writer: "<hr>",
    "text": lambda element, inner, writer: escape(element.text, quote=False),
    "code": lambda element, inner, writer: f"<code>{escape(element.text, quote=False)}</code>",
    "emphasis": wrap("em"),
    "strong": wrap("strong"),
    "strike": wrap("s"),
    "link": link,
    "image": _image,
    "line_break": lambda element, inner, writer: "<br>",
    "soft_break": lambda element, inner, writer: "\n",
    "reference": _reference,
    "unresolved": lambda element, inner, writer: f'<span data-unresolved="{element.get("number")}">{inner}</span>',
    **TAGS,
}
"""Each kind of element, from itself, its finished contents and the writer, which knows where it writes."""
