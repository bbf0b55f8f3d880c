"""The feed: the questions that were changed last, with the days on which they were.

    feed.xml

RSS. Days come from the repository's history; without one, the highest numbers come first and carry none. A changed
question gets a new guid and so shows up as news.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from xml.etree.ElementTree import Element, SubElement, register_namespace

from generator.model import Question, Study
from generator.pages.fields.documents import add, document
from generator.pages.fields.excerpts import excerpt, plain

_FEED = 200
"""Questions in the feed."""
_ATOM = "http://www.w3.org/2005/Atom"
register_namespace("atom", _ATOM)


def files(study: Study) -> Iterator[tuple[str, bytes]]:
    """Path and contents of the feed."""
    edition = study.edition
    feed = Element("rss", version="2.0")
    channel = SubElement(feed, "channel")
    add(channel, "title", edition.site_name)
    add(channel, "link", edition.site_url or "./")
    add(channel, "description", study.wording("New and changed questions of {site}", site=edition.site_name))
    if edition.site_url:
        itself = f"{edition.site_url}feed.xml"
        SubElement(channel, f"{{{_ATOM}}}link", href=itself, rel="self", type="application/rss+xml")
    add(channel, "lastBuildDate", _date(edition.timestamp))
    latest = sorted(study.bank.questions, key=lambda each: (study.dates.get(each.number, 0), each.number), reverse=True)
    for question in latest[:_FEED]:
        _item(channel, question, study)
    yield "feed.xml", document(feed)


def _item(channel: Element, question: Question, study: Study) -> None:
    item = SubElement(channel, "item")
    add(item, "title", f"{question.label}: {question.title}")
    add(item, "link", f"{study.edition.site_url}questions/{question.number}/")
    add(item, "guid", f"{question.number}-{_state(question, study)}").set("isPermaLink", "false")
    if question.number in study.dates:
        add(item, "pubDate", _date(study.dates[question.number]))
    add(item, "category", study.bank.topic_of(question).name)
    add(item, "description", excerpt(question, study, 400))


def _state(question: Question, study: Study) -> str:
    """A hash of what a reader would notice."""
    drawing = study.drawings.get(question.number)
    seen = "\n".join((question.title, plain(question), drawing.diagram.code if drawing else ""))
    return blake2b(seen.encode(), digest_size=8).hexdigest()


def _date(timestamp: int) -> str:
    """As RSS wants it, "Mon, 23 Nov 2026 09:00:00 GMT": Python speaks English here until somebody sets a locale."""
    return f"{datetime.fromtimestamp(timestamp, UTC):%a, %d %b %Y %H:%M:%S} GMT"
