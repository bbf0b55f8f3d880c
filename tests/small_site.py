"""A small bank with everything in it that is hard on pages, as a study and as built pages."""

import contextlib
import functools
from collections.abc import Mapping
from pathlib import Path

from generator import drawing, exports, linking, pages, reading, settings
from generator.files.cache import Cache
from generator.model import Edition, Page, Related, Study, Term
from generator.rendering import Engine, folders

ROOT = Path(__file__).resolve().parent.parent
DATA = Path("tests/data/pages")
EDITION = Edition("Small & fine", "https://example.org/small/", "https://example.org/repo", "abc1234567", 1_790_000_000)


SIZES = {"downloads/book.pdf": 812_345, "downloads/messaging.apkg": 1_400_000, "downloads/site.zip": 8_335_356}


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
    """Our templates as our site uses them."""
    found = settings.read(ROOT / "mkdocs.yml")
    names = {"site_name": EDITION.site_name, "site_url": EDITION.site_url}
    extra = {**found["extra"], "glossary": True}
    settled = {**found, **names, "extra": extra}
    return Engine(settled, folders(ROOT, found), Cache(ROOT / ".cache" / "templates"))


@functools.cache
def made() -> Mapping[str, Page]:
    """All generated pages of the small bank as values, by their Markdown's path."""
    return {page.path: page for page in (*pages.pages(study()), exports.downloads_page(study(), SIZES))}


@functools.cache
def html(uri: str) -> str:
    """A built page of the small bank, by its Markdown's path."""
    return engine().html(made()[uri])
