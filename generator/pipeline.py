"""The recipe: from the files of a bank to a finished site. Knows all other modules; none of them knows it.

read, link, draw, relate      everything is known and checked before anything is written  (preparing)
pages, exports, data          rendered beside the old site, links checked, swapped in whole
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import exports, languages, pages, search, settings
from generator.cache import Cache
from generator.hashing import code_of, digest
from generator.jobs.progress import Track, silent
from generator.jobs.workers import uncollected
from generator.model import Page, Study
from generator.options import Options
from generator.places import TOOL
from generator.preparing import prepare
from generator.problems import Failed, Place, Problem, errors
from generator.publishing import checking, offline
from generator.publishing.writing import Stage, staged
from generator.rendering import Engine, Written, exchange, folders

RARE = {"assets/vendor/mermaid-": 'class="mermaid"'}
"""Large libraries that only pages with such words need; without one, no reader should have to keep them."""
RARE_WORDS = frozenset(RARE.values())
"""Facts of the pages that have them."""

File = tuple[str, bytes]
"""Path in the site, and contents."""

LEFT_OUT = ("index.html", "404.html", "sitemap.xml", "/index.md", "sw.js", "offline.json")
"""Endings of what another engine makes by itself, of what it would take for a page, and of what names our own files."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made, and what it noticed."""

    questions: int
    drawings: int
    files: int
    rendered: int
    """Pages that could not be taken over from the site before."""
    problems: tuple[Problem, ...]


def check(options: Options, track: Track = silent) -> tuple[Problem, ...]:
    """Every problem of the bank and its diagrams, sorted by place; nothing is written."""
    from generator import drawing  # loaded late: most builds have nothing new to draw

    study, problems = prepare(options, track)
    faults = (fault for drawn in study.drawings.values() for fault in drawing.check(drawn, study.bank))
    return tuple(sorted({*problems, *faults, *exports.problems(study), *_templates(options, study, track)}))


def _templates(options: Options, study: Study, track: Track) -> tuple[Problem, ...]:
    """What is wrong with the author's templates."""
    try:
        return Site(options, study, track, Cache(options.cache)).engine.check()
    except Failed as failed:
        return failed.problems


def build(options: Options, track: Track = silent) -> Outcome:
    """Build the whole site and put it in place of the old one. Raises Failed, with the old site untouched."""
    with uncollected():
        return _built(options, track)


def _built(options: Options, track: Track) -> Outcome:
    cache = Cache(options.cache)
    study, problems = prepare(options, track, cache)
    if options.downloads:
        problems += exports.problems(study)
    if errors(problems, options.strict):
        raise Failed(sorted(problems))
    made = Site(options, study, track, cache)
    with staged(options.out, _memory(options, options.out)) as stage:
        made.write(stage)
        if options.markdown:
            with staged(options.markdown, _memory(options, options.markdown)) as tree:
                for path, data in made.exchanged(stage):
                    tree.put(path, data)
    if stage.fault:
        cache.blame(stage.fault)
    if options.downloads:  # the long build, after which a moment's tidying is not felt
        cache.sweep()
    noticed = (*problems, *cache.problems)
    return Outcome(len(study.bank.questions), len(study.drawings), len(stage.entries), made.rendered, noticed)


def _memory(options: Options, out: Path) -> Path:
    """Where it is remembered what the files of a folder were made from."""
    return options.cache / "sites" / f"{digest(str(out.resolve()))}.json"


class Site:
    """One site being made from one study."""

    def __init__(self, options: Options, study: Study, track: Track, cache: Cache) -> None:
        self.options = options
        self.cache = cache
        self.study = study
        self.track = track
        self.rendered = 0
        self._sizes: dict[str, int] = {}
        self._rare: set[str] = set()
        found = settings.read(options.home / "mkdocs.yml")
        has = {"diagrams": bool(study.components), "glossary": any(term.meaning for term in study.glossary)}
        self._downloads = has["cards"] = options.downloads and "downloads" not in study.without
        told = languages.settings({**found, "extra": {**found["extra"], **has}}, study.wording)
        named = {**told, "site_name": study.edition.site_name}
        gone = {address for part in study.without for address in settings.PARTS[part]}
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
        yield from self._written.pages()
        yield from map(self._written.over, self.track(pages.pages(study), "Pages", len(study.bank.questions)))
        missing = self.engine.missing()
        yield "404.html", missing.encode()
        yield from pages.hosting(missing).items()
        yield from self._copied()  # behind all pages: some scripts are large, and there for a few pages only
        if self._downloads:
            yield self._packed(stage)  # behind all that it holds; its own page of downloads does not name it
        if "downloads" not in study.without:
            yield exports.downloads_page(study, self._sizes)  # behind all files whose sizes it tells
        yield from self._offline(stage)  # last: it names every file with the hash of its bytes

    def _put(self, stage: Stage, file: Page | File) -> None:
        """Write a file, or take over the old site's: pages, which cost most, if all that they depend on is the same."""
        if not isinstance(file, Page):
            path, data = file
            stage.put(path, data, facts=checking.facts(path, data.decode()) if path.endswith(".html") else ())
            return
        if file.file in stage.entries:
            where = Place(f"docs/{file.path}")
            raise Failed([Problem(where, f"the site makes its own /{file.address}", "rename or delete this file")])
        key = digest(self._theme, *file.state)
        if stage.keep(file.file, key) is None:
            html = self.engine.html(file)
            rare = (word for word in RARE.values() if word in html)
            stage.put(file.file, html.encode(), key, (*checking.facts(file.file, html), *rare))
            self.rendered += 1
        self._rare.update(RARE_WORDS.intersection(stage.entries[file.file].facts))

    def exchanged(self, stage: Stage) -> Iterator[File]:
        """The site as another engine that reads mkdocs.yml builds it: its pages as Markdown, all else as it is."""
        yield "mkdocs.yml", exchange.configuration(self.engine.settings).encode()
        yield from ((f"overrides/{path}", data) for path, data in self.engine.templates())
        downloads = () if "downloads" in self.study.without else (exports.downloads_page(self.study, self._sizes),)
        for page in (*map(self._written.over, pages.pages(self.study)), *downloads):
            yield f"docs/{page.path}", exchange.markdown(page).encode()
        yield from ((f"docs/{path}", text.encode()) for path, text in self._written.sources())
        yield from ((f"docs/{path}", stage[path]) for path in stage if not path.endswith(LEFT_OUT))

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
        unused = tuple(path for path, word in RARE.items() if word not in self._rare)
        if self._sheet:
            yield settings.SHEET, self._sheet.encode()
        yield from (
            (path, source.read_bytes()) for path, source in self._written.copied() if not path.startswith(unused)
        )

    def _packed(self, stage: Stage) -> File:
        page = exports.packed_downloads_page(self.study, self._sizes)
        data = exports.packed(self.study, {**stage, page.file: self.engine.html(page).encode()})
        self._sizes[exports.SITE] = len(data)
        return exports.SITE, data

    def _offline(self, stage: Stage) -> Iterator[File]:
        if "offline" in self.study.without:
            yield from offline.ending().items()
            return
        known = {path: offline.File(entry.content, entry.size) for path, entry in stage.entries.items()}
        yield from offline.files(known).items()

    def _check(self, stage: Stage) -> None:
        """Refuse a site with broken links or, if that is asked for, with answers that are not their sources'."""
        html = {path: entry.facts for path, entry in stage.entries.items() if path.endswith(".html")}
        faults = (*checking.broken_links(html, stage.entries), *(self._lost(stage) if self.options.verify else ()))
        if faults:
            raise Failed(faults)

    def _gone(self, stage: Stage) -> tuple[Problem, ...]:
        """What is wrong if questions vanish while others of the same site stay: their addresses are promised to."""
        pages = (path.split("/") for path in stage.published if path.startswith("questions/"))
        before = {int(parts[1]) for parts in pages if parts[2:] == ["index.html"]}
        gone = sorted(before.difference(self.study.bank.by_number))
        if not gone or len(gone) == len(before) or self.options.fewer:
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
