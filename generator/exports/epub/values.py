"""What the pages of the e-book show, as values for the templates.

question 901  ->  {"heading": …, "answer": …, "described": ["Parts: …", "1. Client to …"], "links": [("See also", …)]}
"""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup

from generator import markup
from generator.exports.book import matter
from generator.exports.shared.counts import summary
from generator.exports.shared.trees import answer_of, portable
from generator.model import IN_ENGLISH, Element, Question, Study, Topic, Wording

_TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml", "webp": "image/webp"}
"""Of the bank's own pictures, by their endings."""


def book(study: Study) -> dict[str, Any]:
    """The book as a whole."""
    bank, edition = study.bank, study.edition
    topics = [_topic(study, topic, position) for position, topic in enumerate(bank.topics, 1)]
    glossary = matter.glossary(study.glossary, matter.words(study, bank.by_number))
    pages = ["cover", "front", *(page for topic in topics for page in topic["pages"])]
    pages += ["components"] if study.components else []
    pages += ["glossary"] if glossary else []
    return {
        "title": edition.site_name,
        "language": study.wording.language,
        "direction": study.wording.direction,
        "summary": _summary(study),
        "edition": edition,
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, edition.site_url or edition.site_name)}",
        "modified": datetime.fromtimestamp(edition.timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "introduction": _html(bank.introduction, study.wording),
        "topics": topics,
        "pages": pages,
        "pictures": [f"q{number}" for number in sorted(study.drawings)],
        "assets": [(name, _TYPES[name.rpartition(".")[2]]) for name in sorted(study.assets)],
        "with_formulas": _with_formulas(study),
        "components": _components(study),
        "glossary": glossary,
    }


def question(study: Study, asked: Question) -> dict[str, Any]:
    """One question's page, with the ways to and from the others."""
    bank, drawing, wording = study.bank, study.drawings.get(asked.number), study.wording
    targets = dict.fromkeys(reference.number for reference in asked.references)
    position = list(bank.rank).index(asked.topic) + 1
    return {
        "question": asked,
        "heading": _html(asked.heading, study.wording),
        "body": _html(asked.body, study.wording),
        "answer": _html(answer_of(asked, study.wording), study.wording),
        "drawing": drawing,
        "described": drawing.description.split("\n") if drawing else [],
        "components": drawing.diagram.components if drawing else (),
        "picture": f"q{asked.number}",
        "unresolved": _unresolved(asked, wording),
        "topic": bank.topic_of(asked),
        "topic_page": f"topic{position}",
        "address": f"{study.edition.site_url}questions/{asked.number}/" if study.edition.site_url else "",
        "links": [
            (name, [(bank.by_number[number], why) for number, why in pairs])
            for name, pairs in (
                (wording("See also"), ((number, "") for number in targets)),
                (wording("Referred to by"), ((number, "") for number in bank.backlinks.get(asked.number, ()))),
                (wording("Read next"), ((each.number, each.why) for each in study.related.get(asked.number, ()))),
            )
        ],
    }


def _summary(study: Study) -> str:
    edition, wording = study.edition, study.wording
    date = wording("Edition {date}", date=wording.date(edition.timestamp))
    said = wording("{sentence}.", sentence=summary(study))
    return f"{said} " + wording("{sentence}.", sentence=f"{date} {edition.commit}".strip())


def _html(elements: Iterable[Element], wording: Wording = IN_ENGLISH) -> Markup:
    """Elements as XHTML; references lead to the pages of the book."""
    written = markup.html(portable(elements), lambda number: f"q{number}.xhtml", "pictures/", wording)
    return Markup(_xhtml(written))  # noqa: S704 - escaped by markup


def _xhtml(written: str) -> str:
    """The HTML with its void elements closed, as XML wants them."""
    return re.sub(r"<(br|hr|img)\b([^<>]*?)\s*/?>", r"<\1\2/>", written)


def _unresolved(asked: Question, wording: Wording) -> str:
    """What the book lacks of what the answer refers to."""
    numbers = asked.unresolved_numbers
    named = wording(", ").join(f"Q{number}" for number in numbers)
    said = wording.count(
        len(numbers), "{numbers} is not in this book.", "{numbers} are not in this book.", numbers=named
    )
    return said if numbers else ""


def _with_formulas(study: Study) -> frozenset[str]:
    """The pages that hold formulas, of which the list of an e-book's pages must tell."""
    bank = study.bank
    pages = {f"topic{position}": topic.introduction for position, topic in enumerate(bank.topics, 1)}
    pages |= {f"q{each.number}": (*each.heading, *each.body, *answer_of(each)) for each in bank.questions}
    pages["front"] = bank.introduction
    with_one = (
        page for page, blocks in pages.items() for block in blocks for each in block.walk() if each.kind == "math"
    )
    return frozenset(with_one)


def _topic(study: Study, topic: Topic, position: int) -> dict[str, Any]:
    return {
        "name": topic.name,
        "page": f"topic{position}",
        "pages": [f"topic{position}", *(f"q{number}" for number in topic.numbers)],
        "questions": [study.bank.by_number[number] for number in topic.numbers],
        "introduction": _html(topic.introduction, study.wording),
    }


def _components(study: Study) -> list[dict[str, Any]]:
    """The index of what diagrams are made of, by name."""
    found = sorted(study.components.items(), key=lambda item: (item[0].name.casefold(), item[0].name))
    return [
        {"slug": component.slug, "name": component.name, "questions": [study.bank.by_number[each] for each in numbers]}
        for component, numbers in found
    ]
