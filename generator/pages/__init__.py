r"""From a study to the Markdown pages of the site and the small files beside them.

A page is front matter, which a template of the same name in overrides/ lays out, and a body, which is running text:

    ---
    template: "question.html"
    title: "How do you handle \"Cold Start\" in FaaS?"
    number: 902
    ---
    * **Keep-Warm:** Ping function every 5 mins.

Each page says all that its HTML needs, so that it can be rendered alone, in any order, by any engine.
"""

from collections.abc import Iterator, Mapping

from generator.model import Study
from generator.pages import application, component, feeds, home, overview, portable, question, topic
from generator.pages.finishing import finish, question_of

__all__ = ["OWNED", "attachments", "finish", "pages", "question_of"]

OWNED = ("index.md", "map.md", "glossary.md", "unresolved.md", "downloads.md", "questions", "topics", "components")
"""Files and folders below docs/ that hold generated pages only."""

PAGES = (home.pages, question.pages, topic.pages, component.pages, overview.pages)
"""Each makes some pages of the site: Study -> paths below docs/ and texts."""

ATTACHMENTS = (portable.files, feeds.files, application.files)
"""Each makes some files of the site that no template lays out: Study -> paths in the site and contents."""


def pages(study: Study) -> Mapping[str, str]:
    """All generated pages: Markdown by path below docs/, such as "questions/901.md", sorted by path."""
    found = {path: text for make in PAGES for path, text in make(study)}
    return dict(sorted(found.items()))


def attachments(study: Study) -> Iterator[tuple[str, bytes]]:
    """Finished files of the site, such as "questions/901/diagram.svg", one after the other: together they are large."""
    for make in ATTACHMENTS:
        yield from make(study)
