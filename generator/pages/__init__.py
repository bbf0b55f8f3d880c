"""From a study to the pages of the site, as values, and the small files beside them.

    pages(study)  ->  Page("questions/902.md", "question.html", {"title": "How do you handle …", …}, "<ul>…")

A page says all that its HTML needs besides the templates, so that any engine can lay it out alone, in any order.
"""

from collections.abc import Iterator

from generator.model import Page, Study
from generator.pages import component, home, overview, question, topic
from generator.pages.beside import application, feeds, lists, portable
from generator.pages.beside.hosting import hosting

__all__ = ["attachments", "hosting", "pages"]

_PAGES = (home.pages, question.pages, topic.pages, component.pages, overview.pages)
"""Each makes some pages of the site: Study -> pages."""

_ATTACHMENTS = (portable.files, feeds.files, lists.files, application.files)
"""Each makes some files of the site that no template lays out: Study -> paths in the site and contents."""


def pages(study: Study) -> Iterator[Page]:
    """All generated pages, one after the other: of a large bank nobody could hold them all."""
    for make in _PAGES:
        yield from make(study)


def attachments(study: Study) -> Iterator[tuple[str, bytes]]:
    """Finished files of the site, such as "questions/901/diagram.svg", one after the other: together they are large."""
    for make in _ATTACHMENTS:
        yield from make(study)
