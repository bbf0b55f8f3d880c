"""The bank as an EPUB 3 book: a page for each question, pictures as SVG, wide and narrow.

    Study  ->  mimetype, META-INF/container.xml, EPUB/package.opf, EPUB/nav.xhtml, EPUB/q901.xhtml, EPUB/q901.svg …

An EPUB is a zip archive of XHTML pages and a list of them, which the templates beside this module write. The writers
that could be had are no way out: ebooklib is AGPL and writes random ids and the time of day, pandoc weighs 100 MB.
It names no pages of a printed book: ours is another edition of the same text, whose pages are its own.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.exports.book.printed import cover
from generator.exports.epub import values
from generator.exports.epub.fonts import NAMES, fonts
from generator.exports.shared.archives import archive
from generator.exports.shared.pictures import light, small
from generator.exports.shared.selections import Selection
from generator.model import Study

_FOLDER = Path(__file__).parent / "templates"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML file may not hold."""
_TAG = re.compile(r"<[^>]*>")
_CONTAINER = b"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def epub(study: Study, selection: Selection) -> bytes:
    """The whole bank as one book for reading devices and phones."""
    return archive(_files(study), study.edition.timestamp, plain=frozenset({"mimetype"}))


def _files(study: Study) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", _CONTAINER
    pages = list(_pages(study))
    yield from pages
    yield "EPUB/style.css", (_FOLDER / "style.css").read_bytes()
    texts = (_TAG.sub("", data.decode()) for name, data in pages if name.endswith(".xhtml"))
    yield from ((f"EPUB/fonts/{name}", data) for name, data in fonts(texts).items())
    yield "EPUB/cover.png", cover(study)
    for name, asset in sorted(study.assets.items()):
        yield f"EPUB/pictures/{name}", asset.data
    for number, drawing in sorted(study.drawings.items()):
        yield f"EPUB/q{number}.svg", light(small(drawing.standalone.svg)).encode()
        yield f"EPUB/q{number}-narrow.svg", light(small(drawing.narrow.svg)).encode()


def _pages(study: Study) -> Iterator[tuple[str, bytes]]:
    """The list of the book's files, and all that is read."""
    environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined)
    environment.globals["say"] = study.wording
    book = {**values.book(study), "fonts": NAMES}

    def render(template: str, **own: Any) -> bytes:
        return (_NOT_XML.sub("", environment.get_template(template).render(book, **own)) + "\n").encode()

    for name in ("package.opf", "nav.xhtml", "toc.ncx", "cover.xhtml", "front.xhtml"):
        yield f"EPUB/{name}", render(name)
    for topic in book["topics"]:
        yield f"EPUB/{topic['page']}.xhtml", render("topic.xhtml", topic=topic)
    for question in study.bank.questions:
        yield f"EPUB/q{question.number}.xhtml", render("question.xhtml", **values.question(study, question))
    for name in ("components", "glossary"):
        if book[name]:
            yield f"EPUB/{name}.xhtml", render(f"{name}.xhtml")
