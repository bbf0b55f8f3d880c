"""What language models and search engines read to find the pages.

llms.txt, sitemap.xml, robots.txt
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement

from generator.model import Study
from generator.pages.fields.documents import add, document
from generator.pages.fields.excerpts import excerpt
from generator.pages.fields.listing import held

_NOTE = 120
"""Characters of an answer that llms.txt shows of each question."""


def files(study: Study) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file."""
    yield "llms.txt", _llms(study).encode()
    root = study.edition.site_url
    yield "robots.txt", b"User-agent: *\nAllow: /\n" + (f"Sitemap: {root}sitemap.xml\n".encode() if root else b"")
    if root:
        yield "sitemap.xml", _sitemap(study)


def _llms(study: Study) -> str:
    """See llmstxt.org: a name, what it is, then lists of links with notes; what may be left out is called optional."""
    edition, bank = study.edition, study.bank
    blocks = [
        f"# {_line(edition.site_name)}",
        f"> {study.wording('{sentence}.', sentence=held(study))}",
        study.wording("Each link leads to a question's page as Markdown; answers refer to each other by number."),
    ]
    for topic in bank.topics:
        links = []
        for number in topic.numbers:
            question = bank.by_number[number]
            address = f"{edition.site_url}questions/{number}/index.md"
            links.append(_link(f"{question.label}: {question.title}", address, excerpt(question, study, _NOTE)))
        blocks += [f"## {_line(topic.name)}", "\n".join(links)]
    return "\n\n".join((*blocks, "## Optional", "\n".join(_optional(study)))) + "\n"


def _optional(study: Study) -> Iterator[str]:
    root, wording = study.edition.site_url, study.wording
    yield _link(wording("Data"), f"{root}api/bank.json", wording("For programs: questions, answers and graphs."))
    yield _link(wording("Schema of the data"), f"{root}api/bank.schema.json", wording("Validates the data."))
    if any(term.meaning for term in study.glossary):
        yield _link(wording("Glossary"), f"{root}glossary/", "")
    if study.components:
        yield _link(wording("Components"), f"{root}components/", "")


def _link(name: str, address: str, note: str) -> str:
    name = _line(name).replace("[", "(").replace("]", ")")
    return f"- [{name}]({address})" + (f": {_line(note)}" if note else "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _sitemap(study: Study) -> bytes:
    root, dates = study.edition.site_url, study.dates
    latest = max(dates.values(), default=0)
    addresses = dict.fromkeys(("", "topics/", *(("components/", "map/") if study.components else ())), latest)
    addresses |= {"glossary/": 0} if any(term.meaning for term in study.glossary) else {}
    for topic in study.bank.topics:
        addresses[f"topics/{topic.slug}/"] = max((dates.get(number, 0) for number in topic.numbers), default=0)
    addresses |= {f"questions/{each.number}/": dates.get(each.number, 0) for each in study.bank.questions}
    for component, numbers in study.components.items():
        addresses[f"components/{component.slug}/"] = max(dates.get(number, 0) for number in numbers)
    listed = Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address, changed in addresses.items():
        entry = SubElement(listed, "url")
        add(entry, "loc", root + address)
        if changed:
            add(entry, "lastmod", datetime.fromtimestamp(changed, UTC).date().isoformat())
    return document(listed)
