"""Elements that only HTML has a way to write, as HTML."""

from collections.abc import Callable, Mapping

from generator.model import Element


def details(element: Element, inner: str, where: object) -> str:
    """A fold."""
    return f"<details{' open' if element.get('open') else ''}>{inner}</details>"


def summary(element: Element, inner: str, where: object) -> str:
    """The line of a fold that is always seen."""
    return f"<summary>{inner}</summary>"


def division(element: Element, inner: str, where: object) -> str:
    """Blocks on one side; by a class, for the site refuses styles in tags."""
    return f'<div class="{element.get("align")}">{inner}</div>'


def span(element: Element, inner: str, where: object) -> str:
    """Words in a tag of their own."""
    return f"<{element.get('tag')}>{inner}</{element.get('tag')}>"


TAGS: Mapping[str, Callable[[Element, str, object], str]] = {
    "details": details,
    "summary": summary,
    "division": division,
    "span": span,
}
"""Each of these kinds, from itself and its finished contents."""
