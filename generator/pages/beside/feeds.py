"""What programs read: the feed, and the lists for language models and search engines.

feed.xml, llms.txt, sitemap.xml, robots.txt
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.model import Question, Study
from generator.pages.parts.excerpts import excerpt, plain

FEED = 200
"""Questions in the feed: those with the highest numbers."""


def files(study: Study) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file."""
    yield "feed.xml", _feed(study)
    yield "llms.txt", _llms(study).encode()
    yield "robots.txt", _robots(study).encode()
    if study.edition.site_url:
        yield "sitemap.xml", _sitemap(study)


def _feed(study: Study) -> bytes:
    """RSS without dates a question does not have: a changed question gets a new guid and so shows up as news."""
    edition = study.edition
    feed = Element("rss", version="2.0")
    channel = SubElement(feed, "channel")
    _add(channel, "title", edition.site_name)
    _add(channel, "link", edition.site_url or "./")
    _add(channel, "description", study.wording("New and changed questions of {site}", site=edition.site_name))
    _add(channel, "lastBuildDate", _date(edition.timestamp))
    for question in reversed(study.bank.questions[-FEED:]):
        item = SubElement(channel, "item")
        _add(item, "title", f"{question.label}: {question.title}")
        _add(item, "link", f"{edition.site_url}questions/{question.number}/")
        _add(item, "guid", f"{question.number}-{_state(question, study)}").set("isPermaLink", "false")
        _add(item, "category", study.bank.topic_of(question).name)
        _add(item, "description", excerpt(question, study, 400))
    return _document(feed)


def _state(question: Question, study: Study) -> str:
    """A hash of what a reader would notice."""
    drawing = study.drawings.get(question.number)
    seen = "\n".join((question.title, plain(question), drawing.diagram.code if drawing else ""))
    return blake2b(seen.encode(), digest_size=8).hexdigest()


def _llms(study: Study) -> str:
    """See llmstxt.org: the questions as links to their Markdown."""
    edition, bank = study.edition, study.bank
    lines = [
        f"# {edition.site_name}",
        "",
        "> "
        + study.wording("{questions} interview questions with answers and diagrams.", questions=len(bank.questions)),
        "",
    ]
    lines += [study.wording("Everything in one file: {link}", link=f"[bank.json]({edition.site_url}api/bank.json)"), ""]
    for topic in bank.topics:
        lines += [f"## {topic.name}", ""]
        for number in topic.numbers:
            title = bank.by_number[number].title.replace("[", "(").replace("]", ")")
            lines.append(f"- [Q{number}: {title}]({edition.site_url}questions/{number}/index.md)")
        lines.append("")
    return "\n".join(lines)


def _sitemap(study: Study) -> bytes:
    root = study.edition.site_url
    addresses = ["", "topics/", *(("components/", "map/") if study.components else ())]
    addresses += ["glossary/"] if any(term.meaning for term in study.glossary) else []
    addresses += [f"topics/{topic.slug}/" for topic in study.bank.topics]
    addresses += [f"questions/{question.number}/" for question in study.bank.questions]
    addresses += [f"components/{component.slug}/" for component in study.components]
    listed = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in addresses:
        _add(SubElement(listed, "url"), "loc", root + address)
    return _document(listed)


def _robots(study: Study) -> str:
    root = study.edition.site_url
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {root}sitemap.xml\n" if root else "")


def _add(parent: Element, tag: str, text: str) -> Element:
    child = SubElement(parent, tag)
    child.text = text
    return child


def _date(timestamp: int) -> str:
    """As RSS wants it, "Mon, 23 Nov 2026 09:00:00 GMT": Python speaks English here until somebody sets a locale."""
    return f"{datetime.fromtimestamp(timestamp, UTC):%a, %d %b %Y %H:%M:%S} GMT"


def _document(root: Element) -> bytes:
    indent(root)
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + tostring(root, encoding="unicode").encode() + b"\n"
