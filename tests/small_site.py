"""A small bank with everything in it that is hard on pages, as a study and as built pages."""

import contextlib
import functools
from pathlib import Path

from generator import drawing, linking, pages, reading
from generator.cache import Cache
from generator.model import Edition, Related, Study, Term
from generator.rendering import Engine

ROOT = Path(__file__).resolve().parent.parent
DATA = Path("tests/data/pages")
EDITION = Edition("Small & fine", "https://example.org/small/", "https://example.org/repo", "abc1234567", 1_790_000_000)


@functools.cache
def study() -> Study:
    """The bank in tests/data/pages, read, linked and drawn."""
    with contextlib.chdir(ROOT):
        bank, _ = reading.read([DATA / "bank.md"])
        bank, _ = linking.link(bank)
        drawings, _ = drawing.draw(DATA / "diagrams", bank)
    related = {5: (Related(3, "same subject: code"),)}
    return Study(bank, EDITION, drawings, related, (Term("DLQ", "A queue for what failed.", ("dead letter queue",)),))


@functools.cache
def engine() -> Engine:
    """MkDocs as our site uses it."""
    names = {"site_name": EDITION.site_name, "site_url": EDITION.site_url}
    return Engine(ROOT / "mkdocs.yml", names, pages.OWNED, Cache(ROOT / ".cache" / "templates"))


@functools.cache
def html(uri: str) -> str:
    """A built page of the small bank, finished, by its Markdown's path."""
    text = pages.pages(study())[uri]
    return pages.finish(engine().pages([(uri, text)])[0], engine().address(uri), study())
