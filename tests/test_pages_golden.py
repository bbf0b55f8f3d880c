"""One golden page of each kind, so that a change of a template or of a page's values shows what readers will see.

`make golden` (or `pytest tests/test_pages_golden.py --refresh-golden`) writes them anew; read the difference.

Of each page its own part, `<main>`, is kept; the frame round it is the same for all, and kept once. Pictures and their
sizes have tests of their own.
"""

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pages, settings
from generator.rendering import Written
from tests.small_site import ROOT, engine, html, made, study

GOLDEN = ROOT / "tests/data/pages/expected"
KINDS = (
    "index.md",
    "topics/index.md",
    "topics/storage-caching-hot.md",
    "questions/1.md",
    "questions/2.md",
    "questions/3.md",
    "questions/4.md",
    "questions/5.md",
    "components/index.md",
    "components/sqs.md",
    "map.md",
    "glossary.md",
    "unresolved.md",
    "downloads.md",
)
"""The generated pages; the hand-written ones are found in docs/."""
PICTURE = re.compile(r'(<div class="diagram__picture">).*?(</div>\s*<figcaption)|(<svg\b[^>]*?>).*?(</svg>)', re.DOTALL)
SIZE = re.compile(r'( (?:width|height)=")\d+|(--[a-z]+:)[\d.]+|(viewBox=")[^"]*')


def found() -> Iterator[tuple[str, str]]:
    """Path of each golden file, and what it must hold."""
    beside = (".md", ".txt", ".xml")
    yield from ((path, data.decode()) for path, data in pages.attachments(study()) if path.endswith(beside))
    for path in KINDS:
        yield made()[path].file, main(html(path))
    for page in Written((ROOT / "docs",), settings.read(ROOT / "mkdocs.yml")).pages():
        yield page.file, main(engine().html(page))
    frame = LexborHTMLParser(engine().missing())
    yield "404.html", frame.html or ""


def main(page: str) -> str:
    """A page's own part, a line an element, without the pictures."""
    node = LexborHTMLParser(page).css_first("main")
    whole = PICTURE.sub(r"\1\3…\2\4", node.html or "")
    return SIZE.sub(lambda match: next(filter(None, match.groups())) + "1", whole) + "\n"


def test_each_kind_of_page_is_what_it_was(pytestconfig: pytest.Config) -> None:
    """Every golden file equals what is made now, and none is left of a page that is gone."""
    now = dict(found())
    if pytestconfig.getoption("refresh_golden"):
        for path in [path for path in GOLDEN.rglob("*") if path.is_file()]:
            path.unlink()
        for path, text in now.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, "utf-8")
    kept = {
        path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in GOLDEN.rglob("*") if path.is_file()
    }
    assert sorted(kept) == sorted(now)
    for path, text in now.items():
        assert text == kept[path], path


def test_every_template_has_a_golden_page() -> None:
    """A new kind of page is seen here too."""
    written = Written((ROOT / "docs",), settings.read(ROOT / "mkdocs.yml")).pages()
    used = {made()[path].template for path in KINDS} | {page.template for page in written} | {"404.html"}
    there = {path.name for path in (ROOT / "overrides").glob("*.html")}
    assert there - used <= {"base.html", "macros.html", "main.html"}
