"""Elements that only HTML has a way to write, as HTML: folds, alerts, footnotes, formulas, pictures."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Protocol

from generator.model import Element, Wording


class Where(Protocol):
    """What a writer knows of the place that it writes for."""

    @property
    def pictures(self) -> str:
        """What stands before the name of a picture's file."""
        ...

    @property
    def on_page(self) -> bool:
        """Whether that is a page of the site."""
        ...

    @property
    def wording(self) -> Wording:
        """In which the names of alerts are told."""
        ...


ALERTS = {"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"}
"""Each sort of alert, by its own name."""


def added(where: Where) -> str:
    """The mark of what a page adds to an answer."""
    return " data-added" if where.on_page else ""


def details(element: Element, inner: str, where: Where) -> str:
    """A fold."""
    marks = ' class="answers"' * bool(element.get("answers")) + " open" * bool(element.get("open"))
    return f"<details{marks}>{inner}</details>"


def summary(element: Element, inner: str, where: Where) -> str:
    """The line of a fold that is always seen."""
    return f"<summary>{inner}</summary>"


def division(element: Element, inner: str, where: Where) -> str:
    """Blocks on one side; by a class, for the site refuses styles in tags."""
    return f'<div class="{element.get("align")}">{inner}</div>'


def span(element: Element, inner: str, where: Where) -> str:
    """Words in a tag of their own."""
    return f"<{element.get('tag')}>{inner}</{element.get('tag')}>"


def alert(element: Element, inner: str, where: Where) -> str:
    """An alert, under the name of its sort."""
    sort = str(element.get("sort"))
    return (
        f'<div class="alert alert--{sort}"><p class="sort"{added(where)}>{where.wording(ALERTS[sort])}</p>{inner}</div>'
    )


def footnote_reference(element: Element, inner: str, where: Where) -> str:
    """A raised number that leads to its footnote; the first one is what that leads back to."""
    name = escape(str(element.get("name")))
    own = f' id="{name}-from"' if where.on_page and element.get("first") else ""
    return f'<sup class="noted"{own}{added(where)}><a href="#{name}">{element.text}</a></sup>'


def footnotes(element: Element, inner: str, where: Where) -> str:
    """The footnotes below what refers to them."""
    return f'<ol class="footnotes">{inner}</ol>'


def footnote(element: Element, inner: str, where: Where) -> str:
    """A footnote, on a page with a way back; it counts from 1 in each question, as the list round it does."""
    name = escape(str(element.get("name")))
    if not (where.on_page and element.get("back")):
        return f'<li id="{name}">{inner}</li>'
    back = f' <a class="back" href="#{name}-from" aria-label="↩ {element.get("number")}" data-added>↩</a>'
    end = "</p>" if inner.endswith("</p>") else ""
    return f'<li id="{name}">{inner.removesuffix(end)}{back}{end}</li>'


def math(element: Element, inner: str, where: Where) -> str:
    """A formula, which browsers and books set by themselves."""
    return str(element.get("mathml"))


def picture(element: Element, inner: str, where: Where) -> str:
    """A picture of the bank; on a page, it opens large."""
    address = escape(f"{where.pictures}{element.get('file')}")
    size = f'width="{element.get("width")}" height="{element.get("height")}"'
    lazy = ' loading="lazy" decoding="async"' if where.on_page else ""
    return f'<img src="{address}" alt="{escape(element.caption)}" {size}{lazy}>'


def large(element: Element, inner: str, where: Where) -> str:
    """A picture that leads to its file, where it can be seen as large as it is."""
    shown = picture(element, inner, where)
    address = escape(f"{where.pictures}{element.get('file')}")
    return f'<a class="picture" href="{address}">{shown}</a>' if where.on_page else shown


TAGS: Mapping[str, Callable[[Element, str, Where], str]] = {
    "details": details,
    "summary": summary,
    "division": division,
    "span": span,
    "alert": alert,
    "footnote_reference": footnote_reference,
    "footnotes": footnotes,
    "footnote": footnote,
    "math": math,
    "picture": large,
}
"""Each of these kinds, from itself and its finished contents."""
