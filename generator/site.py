"""One site being made from one study: every file in the one order in which each finds what it tells of.

made = Site(options, study, track, cache, guests)
made.write(stage)          every file, and a site with something wrong is refused
made.exchanged(stage)      the same as another engine builds it
"""

import itertools
from collections.abc import Iterator
from os.path import realpath
from pathlib import Path

from generator import exports, languages, pages, search, settings
from generator.files.cache import Cache
from generator.files.hashing import code_of, digest
from generator.files.writing import Stage
from generator.guests import Guests
from generator.jobs.limits import bounded
from generator.jobs.progress import Track
from generator.model import Page, Study
from generator.options import Options
from generator.paths import TOOL
from generator.problems import Failed, Place, Problem
from generator.publishing import checking, offline
from generator.rendering import Engine, Written, exchange, folders, sheets

_RARE = {"assets/vendor/mermaid-": 'class="mermaid"'}
"""Large libraries that only pages with such words need; without one, no reader should have to keep them."""
_RARE_WORDS = frozenset(_RARE.values())
"""Facts of the pages that have them."""

File = tuple[str, bytes]
"""Path in the site, and contents."""

_LEFT_OUT = ("index.html", "404.html", "sitemap.xml", "/index.md", "sw.js", "offline.json")
"""Endings of what another engine makes by itself, of what it would take for a page, and of what names our own files."""


class Site:
    """One site being made from one study."""

    def __init__(
        self, options: Options, study: Study, track: Track, cache: Cache, guests: Guests | None = None
    ) -> None:
        self.options = options
        self.cache = cache
        self.study = study
        self.track = track
        self.guests = guests
        self.rendered = 0
        self._sizes: dict[str, int] = {}
        self._rare: set[str] = set()
        said = settings.read(options.home / "mkdocs.yml")
        found = guests.settings(said) if guests else said
        for folder in filter(None, (found["docs_dir"], found["theme"]["custom_dir"])):
            _keep_out(options, options.home / folder)
        has = {"diagrams": bool(study.components), "glossary": any(term.meaning for term in study.glossary)}
        self._downloads = has["cards"] = options.downloads and "downloads" not in study.without
        told = languages.settings({**found, "extra": {**found["extra"], **has}}, study.wording)
        named = {**told, "site_name": study.edition.site_name}
        gone = {address for part in study.without for address in settings.SECTIONS[part]}
        self._written = Written((options.home / found["docs_dir"], TOOL / "docs"), found, gone, study.wording)
        self.engine = Engine(named, folders(options.home, found), cache.part("templates"), study.wording)
        self._sheet = settings.sheet(found)
        self._theme = digest(self.engine.fingerprint(), code_of("generator"))

    def write(self, stage: Stage) -> None:
        """Put every file of the site into the stage, and refuse the site if something is wrong with it."""
        if gone := self._gone(stage):
            raise Failed(gone)
        for file in self._files(stage):
            self._put(stage, file)
        self._check(stage)

    def _files(self, stage: Stage) -> Iterator[Page | File]:
        """All files, in the one order in which each finds in the stage what it tells of."""
        study = self.study
        yield from pages.attachments(study)
        yield from ((f"assets/bank/{name}", asset.data) for name, asset in study.assets.items())
        yield from search.files(study).items()
        yield from languages.files(study.wording)
        yield from self._icons()
        yield from self._exported()
        yield from self._pages()
        missing = self.engine.missing()
        if self.guests:
            missing = self.guests.template("404.html", missing)
        yield "404.html", missing.encode()
        yield from pages.hosting(self.guests.widest(missing) if self.guests else missing).items()
        yield from self._copied()  # behind all pages: some scripts are large, and there for a few pages only
        if self.guests:
            self._changed(stage, self.guests)
        if self._downloads:
            yield self._packed(stage)  # behind all that it holds; its own page of downloads does not name it
        if "downloads" not in study.without:
            yield exports.downloads_page(study, self._sizes)  # behind all files whose sizes it tells
        yield from self._offline(stage)  # last: it names every file with the hash of its bytes

    def _pages(self) -> Iterator[Page]:
        """Those that are written by hand, and those that are made."""
        made = self.track(pages.pages(self.study), "Pages", len(self.study.bank.questions))
        every = itertools.chain(self._written.pages(), map(self._written.over, made))
        yield from self.guests.received(every, self._written, self.engine.environment) if self.guests else every

    def _changed(self, stage: Stage, guests: Guests) -> None:
        """Take what guests change in the finished files, or add to them."""
        for path, data in guests.left(stage):
            facts = checking.facts(path, data.decode()) if path.endswith(".html") else ()
            if path in stage.entries:
                stage.change(path, data, facts)
            else:
                stage.put(path, data, facts=facts)

    def _put(self, stage: Stage, file: Page | File) -> None:
        """Write a file, or take over the old site's: pages, which cost most, if all that they depend on is the same."""
        if not isinstance(file, Page):
            path, data = file
            stage.put(path, data, facts=checking.facts(path, data.decode()) if path.endswith(".html") else ())
            return
        if file.file in stage.entries:
            what = f"the site makes its own /{file.address}"
            raise Failed.at(f"docs/{file.path}", what, "rename or delete this file")
        key = "" if self.guests else digest(self._theme, *file.state)  # nobody knows all that a guest looks at
        if not key or stage.keep(file.file, key) is None:
            with bounded(file.origin or Place(f"docs/{file.path}"), f"making /{file.address}"):
                html = self._html(file)
                facts = (*checking.facts(file.file, html), *(word for word in _RARE.values() if word in html))
            stage.put(file.file, html.encode(), key, facts)
            self.rendered += 1
        self._rare.update(_RARE_WORDS.intersection(stage.entries[file.file].facts))

    def _html(self, page: Page) -> str:
        if self.guests is None:
            return self.engine.html(page)
        return self.guests.finished(page, self.engine.html(page, self.guests.told(page)))

    def exchanged(self, stage: Stage) -> Iterator[File]:
        """The site as another engine that reads mkdocs.yml builds it: its pages as Markdown, all else as it is."""
        yield "mkdocs.yml", exchange.configuration(self.engine.settings).encode()
        yield from ((f"overrides/{path}", data) for path, data in self.engine.templates())
        downloads = () if "downloads" in self.study.without else (exports.downloads_page(self.study, self._sizes),)
        for page in (*map(self._written.over, pages.pages(self.study)), *downloads):
            yield f"docs/{page.path}", exchange.markdown(page).encode()
        yield from ((f"docs/{path}", text.encode()) for path, text in self._written.sources())
        yield from ((f"docs/{path}", stage[path]) for path in stage if not path.endswith(_LEFT_OUT))

    def _icons(self) -> Iterator[File]:
        """The icons that pictures on pages need."""
        if self.study.drawings:
            from generator import drawing  # takes long to load, and is not needed by a site without pictures

            yield from drawing.icons(self.study.drawings.values(), self.cache.part("drawings")).items()

    def _exported(self) -> Iterator[File]:
        wanted = exports.printable(self.study, exports.wanted(self.study, whole=self._downloads))
        for path, data in self.track(
            exports.export(self.study, wanted, self.cache.part("exports")), "Exporting", len(wanted)
        ):
            self._sizes[path] = len(data)
            yield path, data
        if self._downloads:
            yield from exports.cards(self.study, self.cache.part("cards"))

    def _copied(self) -> Iterator[File]:
        """What stands in docs/ beside the pages, without the libraries that no page needs."""
        unused = tuple(path for path, word in _RARE.items() if word not in self._rare)
        if self._sheet:
            yield settings.SHEET, self._sheet.encode()
        yield from sheets.copied({path: file for path, file in self._written.copied() if not path.startswith(unused)})

    def _packed(self, stage: Stage) -> File:
        page = exports.packed_downloads_page(self.study, self._sizes)
        data = exports.packed(self.study, stage, {page.file: self._html(page).encode()})
        self._sizes[exports.SITE] = len(data)
        return exports.SITE, data

    def _offline(self, stage: Stage) -> Iterator[File]:
        if "offline" in self.study.without:
            yield from offline.ending().items()
            return
        yield from offline.files(stage.entries).items()

    def _check(self, stage: Stage) -> None:
        """Refuse a site with broken links or, if that is asked for, with answers that are not their sources'."""
        html = {path: entry.facts for path, entry in stage.entries.items() if path.endswith(".html")}
        faults = (
            *checking.broken_links(html, stage.entries, self._written.place),
            *(self._lost(stage) if self.options.verify else ()),
        )
        if faults:
            raise Failed(faults)

    def _gone(self, stage: Stage) -> tuple[Problem, ...]:
        """What is wrong if questions vanish while others of the same site stay: their addresses are promised to."""
        pages = (path.split("/") for path in stage.published if path.startswith("questions/"))
        before = {int(parts[1]) for parts in pages if parts[2:] == ["index.html"]}
        missing = sorted(before.difference(self.study.bank.by_number))
        gone = [number for number in missing if stage.before(f"questions/{number}/index.html")]
        if not gone or len(missing) == len(before) or self.options.fewer:
            return ()
        named = ", ".join(f"Q{number}" for number in gone[:5]) + (" …" if len(gone) > 5 else "")
        what = f"{len(gone)} of the site's {len(before)} questions would be gone: {named}"
        hint = "see whether their headings are still read as questions, or build with --fewer"
        return (Problem(Place(str(self.options.bank_paths[0])), what, hint),)

    def _lost(self, stage: Stage) -> Iterator[Problem]:
        """What pages, new ones and those taken over, show otherwise than their sources."""
        from generator.publishing import verifying  # with GitHub's own parser, which no other build needs

        for question in self.study.bank.questions:
            page = stage[f"questions/{question.number}/index.html"]
            yield from verifying.verify(question, page.decode())
        yield from verifying.lost_words(self.study.bank, self.options.bank_paths, lambda path: stage[path].decode())


def _keep_out(options: Options, folder: Path) -> None:
    """Raise Failed where a site would stand inside a folder that it is made from."""
    for out in filter(None, (options.out, options.markdown)):
        if Path(realpath(out)).is_relative_to(realpath(folder)):
            what = f"a site here would stand inside {folder}, which is no place for built files"
            raise Failed.at(out, what, "choose a folder of its own")
