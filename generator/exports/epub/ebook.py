"""The bank as an EPUB 3 book: a page for each question, pictures as SVG with a PNG for readers that show none.

    Study  ->  mimetype, META-INF/container.xml, EPUB/package.opf, EPUB/nav.xhtml, EPUB/q901.xhtml, EPUB/q901.svg …

An EPUB is a zip archive of XHTML pages and a list of them, which the templates beside this module write. The writers
that could be had are no way out: ebooklib is AGPL and writes random ids and the time of day, pandoc weighs 100 MB.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator import markup
from generator.exports.book.printed import cover, summary
from generator.exports.book.typesetting import picture
from generator.exports.parts.archives import archive
from generator.exports.parts.pictures import light
from generator.exports.parts.selections import Selection
from generator.exports.parts.trees import answer_of, has_formula, portable
from generator.model import Element, Question, Study, Topic

FOLDER = Path(__file__).parent / "templates"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML file may not hold."""
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml", "webp": "image/webp"}
"""Of the bank's own pictures, by their endings."""
CONTAINER = b"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def epub(study: Study, selection: Selection) -> bytes:
    """The whole bank as one book for reading devices and phones."""
    return archive(_files(study), study.edition.timestamp, plain=frozenset({"mimetype"}))


def _files(study: Study) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", CONTAINER
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    environment.globals |= {"say": study.wording, "lang": study.wording.language, "direction": study.wording.direction}

    def render(template: str, **values: Any) -> bytes:
        return (NOT_XML.sub("", environment.get_template(template).render(values)) + "\n").encode()

    book = _book(study)
    for name in ("package.opf", "nav.xhtml", "cover.xhtml", "front.xhtml"):
        yield f"EPUB/{name}", render(name, **book)
    yield "EPUB/style.css", (FOLDER / "style.css").read_bytes()
    yield "EPUB/cover.png", cover(study)
    for one in book["topics"]:
        yield (
            f"EPUB/{one['page']}.xhtml",
            render("topic.xhtml", topic=one, introduction=_html(one["introduction"], study)),
        )
    for question in study.bank.questions:
        yield f"EPUB/q{question.number}.xhtml", render("question.xhtml", **_question(study, question))
    for name, asset in sorted(study.assets.items()):
        yield f"EPUB/pictures/{name}", asset.data
    for number, drawing in sorted(study.drawings.items()):
        svg = light(drawing.standalone.svg)
        yield f"EPUB/q{number}.svg", svg.encode()
        yield f"EPUB/q{number}-narrow.svg", light(drawing.narrow.svg).encode()
        yield f"EPUB/q{number}.png", picture(svg)
    if book["glossary"]:
        yield "EPUB/glossary.xhtml", render("glossary.xhtml", **book)


def _book(study: Study) -> dict[str, Any]:
    bank, edition = study.bank, study.edition
    topics = [_topic(study, topic, position) for position, topic in enumerate(bank.topics, 1)]
    glossary = [term for term in study.glossary if term.meaning]
    pages = ["cover", "front", *(page for topic in topics for page in topic["pages"])]
    return {
        "title": edition.site_name,
        "summary": _summary(study),
        "edition": edition,
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, edition.site_url or edition.site_name)}",
        "modified": datetime.fromtimestamp(edition.timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "introduction": _html(bank.introduction, study),
        "topics": topics,
        "pages": [*pages, "glossary"] if glossary else pages,
        "pictures": [f"q{number}" for number in sorted(study.drawings)],
        "assets": [(name, TYPES[name.rpartition(".")[2]]) for name in sorted(study.assets)],
        "with_formulas": _with_formulas(study),
        "glossary": glossary,
    }


def _summary(study: Study) -> str:
    edition, wording = study.edition, study.wording
    date = wording("Edition {date}", date=wording.date(edition.timestamp))
    said = wording("{sentence}.", sentence=summary(study))
    return f"{said} " + wording("{sentence}.", sentence=f"{date} {edition.commit}".strip())


def _with_formulas(study: Study) -> frozenset[str]:
    """The pages that hold formulas, of which the list of an e-book's pages must tell."""
    bank = study.bank
    pages = {f"topic{position}": topic.introduction for position, topic in enumerate(bank.topics, 1)}
    pages |= {
        f"q{each.number}": (*each.heading, *each.body, *answer_of(each, study.wording)) for each in bank.questions
    }
    pages["front"] = bank.introduction
    return frozenset(page for page, elements in pages.items() if has_formula(elements))


def _topic(study: Study, topic: Topic, position: int) -> dict[str, Any]:
    return {
        "name": topic.name,
        "page": f"topic{position}",
        "pages": [f"topic{position}", *(f"q{number}" for number in topic.numbers)],
        "questions": [study.bank.by_number[number] for number in topic.numbers],
        "introduction": topic.introduction,
    }


def _question(study: Study, question: Question) -> dict[str, Any]:
    bank = study.bank
    targets = dict.fromkeys(reference.number for reference in question.references)
    return {
        "question": question,
        "heading": _html(question.heading, study),
        "body": _html(question.body, study),
        "answer": _html(answer_of(question, study.wording), study),
        "drawing": study.drawings.get(question.number),
        "picture": f"q{question.number}",
        "links": [
            (study.wording("See also"), [bank.by_number[number] for number in targets]),
            (
                study.wording("Referred to by"),
                [bank.by_number[number] for number in bank.backlinks.get(question.number, ())],
            ),
        ],
    }


def _html(elements: Iterable[Element], study: Study) -> Markup:
    written = markup.html(portable(elements), lambda number: f"q{number}.xhtml", "pictures/", study.wording)
    return Markup(xhtml(written))  # noqa: S704 - escaped by markup


def xhtml(html: str) -> str:
    """The HTML with its void elements closed, as XML wants them."""
    return re.sub(r"<(br|hr|img)\b([^<>]*?)\s*/?>", r"<\1\2/>", html)
