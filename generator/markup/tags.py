"""Elements that only HTML has a way to write, as HTML: folds, alerts, footnotes, formulas, pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from generator.model import IN_ENGLISH, Element, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """What a writer knows of the place that it writes for."""

    pictures: str = ""
    """What stands before the name of a picture's file."""
    on_page: bool = False
    """Whether that is a page of the site."""
    wording: Wording = IN_ENGLISH
    """In which the names of alerts are told."""


def wrap(tag: str, marks: str = "") -> Callable[[Element, str, Where], str]:
    """What only puts a tag round the contents."""
    return lambda element, inner, where: f"<{tag}{marks}>{inner}</{tag}>"


_ALERTS = {"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"}
"""Each sort of alert, by its own name."""


def _added(where: Where) -> str:
    """The mark of what a page adds to an answer."""
    return " data-added" if where.on_page else ""


def _details(element: Element, inner: str, where: Where) -> str:
    """A fold."""
    marks = ' class="answers"' * bool(element.get("answers")) + " open" * bool(element.get("open"))
    return f"<details{marks}>{inner}</details>"


def _alert(element: Element, inner: str, where: Where) -> str:
    """An alert, under the name of its sort."""
    sort = str(element.get("sort"))
    title = f'<p class="sort"{_added(where)}>{where.wording(_ALERTS[sort])}</p>'
    return f'<div class="alert alert--{sort}">{title}{inner}</div>'


def _footnote_reference(element: Element, inner: str, where: Where) -> str:
    """A raised number that leads to its footnote; the first one is what that leads back to."""
    name = escape(str(element.get("name")))
    own = f' id="{name}-from"' if where.on_page and element.get("first") else ""
    return f'<sup class="noted"{own}{_added(where)}><a href="#{name}">{element.text}</a></sup>'


def _footnote(element: Element, inner: str, where: Where) -> str:
    """A footnote, on a page with a way back; it counts from 1 in each question, as the list round it does."""
    name = escape(str(element.get("name")))
    if not (where.on_page and element.get("back")):
        return f'<li id="{name}">{inner}</li>'
    back = f' <a class="back" href="#{name}-from" aria-label="↩ {element.get("number")}" data-added>↩</a>'
    end = "</p>" if inner.endswith("</p>") else ""
    return f'<li id="{name}">{inner.removesuffix(end)}{back}{end}</li>'


def _picture(element: Element, inner: str, where: Where) -> str:
    """A picture of the bank; on a page it leads to its file, where it can be seen as large as it is."""
    address = escape(f"{where.pictures}{element.get('file')}")
    size = f'width="{element.get("width")}" height="{element.get("height")}"'
    shown = f'<img src="{address}" alt="{escape(element.caption)}" {size}'
    if not where.on_page:
        return f"{shown}>"
    return f'<a class="picture" href="{address}">{shown} loading="lazy" decoding="async"></a>'


TAGS: Mapping[str, Callable[[Element, str, Where], str]] = {
    "details": _details,
    "summary": wrap("summary"),
    "division": lambda element, inner, where: f'<div class="{element.get("align")}">{inner}</div>',
    "span": lambda element, inner, where: f"<{element.get('tag')}>{inner}</{element.get('tag')}>",
    "alert": _alert,
    "footnote_reference": _footnote_reference,
    "footnotes": wrap("ol", ' class="footnotes"'),
    "footnote": _footnote,
    "math": lambda element, inner, where: str(element.get("mathml")),
    "picture": _picture,
}
"""Each of these kinds, from itself and its finished contents. Sides are classes: the site refuses styles in tags."""
