"""What kinds of files there are to take away, and how each is made of a study: a table, and what goes through it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.exports import keeping
from generator.exports.downloads import page, row
from generator.exports.shared.selections import SMALL_VOLUME, Selection, by_topic, volumes, whole
from generator.exports.sitezip import SITE, zip_site
from generator.files.cache import NOTHING, Cache
from generator.model import Bank, Page, Study
from generator.problems import Misused, Place, Problem, Severity


class Export(Struct, frozen=True):
    """A kind of file that can be made from a study."""

    name: str
    """As in `export book`."""
    path: str
    """Below the site's root; `{selection}` stands for the slug of a selection."""
    title: str
    how_to_use: str
    maker: str
    """Its function, `room.module.function` of this package, loaded when it is called: most need large libraries."""
    selections: Callable[[Bank], Sequence[Selection]] = whole
    """What there is a file for."""
    light: bool = False
    """Cheap enough, and needed enough, to be made with every build."""

    @property
    def is_set(self) -> bool:
        """Whether it is typeset, and needs fonts for all that it shows."""
        return self.maker.startswith("book.")

    def make(self, study: Study, selection: Selection) -> bytes:
        """The file for a selection."""
        module, _, function = self.maker.rpartition(".")
        made: bytes = getattr(import_module(f"generator.exports.{module}"), function)(study, selection)
        return made


BOOK = "Read it, or print it on A4 or Letter; it has bookmarks."
POCKET = "One A5 page a question, two on a sheet of paper."
PHONE = "Pages of a phone's size, read without zooming."
EBOOK = "Open it in Books, Kobo or Calibre, or send it to a Kindle."
DECK = (
    "Import it into Anki. Beside whole questions it asks for single points and for parts of diagrams, each in a deck "
    "of its own: suspend what you do not want. A later edition changes only notes that were edited, no intervals, and "
    "nothing in a note that you have written into or tagged."
)
DECK_UPDATE = (
    "After importing a later edition of the deck, import this too: it brings the edits to notes that you have written "
    "into or tagged, and leaves your tags and “My notes”."
)
DATA = "For programs: questions, answers and graphs."
SCHEMA = "Validates the data."
SMALL = partial(volumes, most=SMALL_VOLUME)
_UNPACK = "Unpack it and open index.html: all of it works without a network."

EXPORTS = (
    Export("book", "downloads/book{selection}.pdf", "The book", BOOK, "book.printed.book", volumes),
    Export("pocket", "downloads/pocket{selection}.pdf", "Pocket edition", POCKET, "book.printed.pocket", volumes),
    Export("phone", "downloads/phone{selection}.pdf", "For a phone", PHONE, "book.printed.phone", SMALL),
    Export("epub", "downloads/book.epub", "E-book", EBOOK, "epub.ebook.epub"),
    Export("deck", "downloads/deck.apkg", "Anki deck", DECK, "anki.deck.deck"),
    Export("deck-update", "downloads/deck-update.txt", "Update of the Anki deck", DECK_UPDATE, "anki.update.update"),
    Export("topic-book", "downloads/{selection}.pdf", "Book of one topic", BOOK, "book.printed.book", by_topic),
    Export("topic-deck", "downloads/{selection}.apkg", "Deck of one topic", DECK, "anki.deck.deck", by_topic),
    Export("table", "downloads/bank.csv", "Table", "Open it in a spreadsheet.", "data.spreadsheet.table"),
    Export("data", "api/bank.json", "Data", DATA, "data.dataset.data", light=True),
    Export("schema", "api/bank.schema.json", "Schema of the data", SCHEMA, "data.dataset.schema", light=True),
)


class Wanted(Struct, frozen=True):
    """One file to make."""

    kind: Export
    path: str
    selection: Selection


def wanted(study: Study, *, names: Sequence[str] = (), whole: bool = True) -> tuple[Wanted, ...]:
    """The files to make: those of the named formats, or all; without `whole`, the light ones only.

    Raises Misused for a name that no format has.
    """
    unknown = sorted(set(names) - {kind.name for kind in EXPORTS})
    if unknown:
        raise Misused(_unknown(name) for name in unknown)
    kinds = (kind for kind in EXPORTS if (kind.name in names if names else whole or kind.light))
    return tuple(one for kind in kinds for one in _files(kind, study.bank))


def export(study: Study, files: Iterable[Wanted], cache: Cache = NOTHING) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and contents of each file, made when it is asked for and not kept from before."""
    for one in files:
        shown = keeping.dated(study, one.selection)
        if one.kind.light:
            yield one.path, one.kind.make(shown, one.selection)
        else:
            key = keeping.key(one.kind.name, shown, one.selection)
            yield one.path, cache.get(key, partial(one.kind.make, shown, one.selection))


def cards(study: Study, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """What other sites show of a shared link: paths and PNGs."""
    from generator.exports.book import cards as book_cards

    return book_cards.cards(study, cache)


def problems(study: Study) -> tuple[Problem, ...]:
    """Warnings about characters that the books cannot show."""
    from generator.exports.book import glyphs  # reads the fonts

    return glyphs.problems(study)


def printable(study: Study, files: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """Those of the files that can be made: without fonts for a bank's script, nothing is set."""
    without = bool(refused(study, files))
    return tuple(one for one in files if not (without and one.kind.is_set))


def refused(study: Study, files: Iterable[Wanted]) -> tuple[Problem, ...]:
    """Why some of the files that are asked for cannot be made."""
    if not any(one.kind.is_set for one in files):
        return ()
    from generator.exports.book import glyphs

    return glyphs.refused(study, Severity.ERROR)


def packed(study: Study, site: Mapping[str, bytes], own: Mapping[str, bytes]) -> bytes:
    """The whole site as an archive, in a folder called as the site is, with some files of its own."""
    name = re.sub(r"[^\w.-]+", "-", study.edition.site_name).strip("-.")
    return zip_site(site, study.edition.timestamp, name or "site", own)


def packed_downloads_page(study: Study, sizes: Mapping[str, int]) -> Page:
    """The same page inside that archive, which holds no downloads but the light ones; it tells where the others are."""
    light = [one.path for one in wanted(study, whole=False)]
    page = downloads_page(study, {path: size for path, size in sizes.items() if path in light})
    site = study.edition.site_url
    return replace(page, fields={**page.fields, "elsewhere": f"{site}downloads/" if site else ""})


def downloads_page(study: Study, sizes: Mapping[str, int]) -> Page:
    """The page that lists what was made. Sizes are bytes by path."""
    wording = study.wording
    made = [one for one in wanted(study) if one.path in sizes]
    named = [(one, ", ".join(filter(None, (wording(one.kind.title), one.selection.name)))) for one in made]
    said = [(one.path, name, wording(one.kind.how_to_use)) for one, name in named if not one.selection.is_topic]
    said += [(SITE, wording("This site"), wording(_UNPACK))] if SITE in sizes else []
    topics: dict[str, dict[str, Any]] = {}  # those of one name are told apart by their files
    for one in made:
        if one.selection.is_topic:
            topic = topics.setdefault(one.path.rpartition(".")[0], {"name": one.selection.name, "files": []})
            topic["files"].append(row(one.path, sizes[one.path]))
    files = [{**row(path, sizes[path]), "name": name, "how_to_use": use} for path, name, use in said]
    return page(study, files, list(topics.values()))


def _files(kind: Export, bank: Bank) -> Iterator[Wanted]:
    taken = {other.path.format(selection="") for other in EXPORTS}
    for selection in kind.selections(bank):
        path = kind.path.format(selection=selection.slug)
        if selection.is_topic and path in taken:
            path = kind.path.format(selection=f"topic-{selection.slug}")
        yield Wanted(kind, path, selection)


def _unknown(name: str) -> Problem:
    from generator.suggestions import meant  # only a mistake needs it

    known = [kind.name for kind in EXPORTS]
    return Problem(Place("export"), f"no format {name}", meant(name, known) or f"there are {', '.join(known)}")
