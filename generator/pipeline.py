"""The recipe: from the files of a bank to a finished site. Knows all other modules; none of them knows it.

read, link, draw, relate      everything is known and checked before anything is written  (preparing)
pages, exports, data          rendered beside the old site, links checked, swapped in whole
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import exports, pages, search
from generator.cache import Cache
from generator.hashing import digest
from generator.model import Study
from generator.options import ROOT, Options
from generator.preparing import prepare, site_settings
from generator.problems import Failed, Problem, errors
from generator.progress import Track, silent
from generator.publishing import checking, offline, verifying
from generator.publishing.writing import Stage, staged, write_tree
from generator.rendering import Engine, fingerprint, render

RARE = {"assets/vendor/mermaid-": "mermaid"}
"""Large libraries that only pages with such a word can need; without one, no reader should have to keep them."""


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
    return tuple(sorted({*problems, *faults, *exports.problems(study)}))


def build(options: Options, track: Track = silent) -> Outcome:
    """Build the whole site and put it in place of the old one. Raises Failed, with the old site untouched."""
    with _uncollected():
        return _built(options, track)


def _built(options: Options, track: Track) -> Outcome:
    cache = Cache(options.cache)
    study, problems = prepare(options, track, cache)
    if options.downloads:
        problems += exports.problems(study)
    if errors(problems, options.strict):
        raise Failed(sorted(problems))
    made = Site(options, study, track, cache)
    with staged(options.out, made.memory) as stage:
        made.write(stage)
    if stage.fault:
        cache.blame(stage.fault)
    if options.downloads:  # the long build, after which a moment's tidying is not felt
        cache.sweep()
    noticed = (*problems, *cache.problems)
    return Outcome(len(study.bank.questions), len(study.drawings), len(stage.entries), made.rendered, noticed)


@contextmanager
def _uncollected() -> Iterator[None]:
    """A build makes millions of values and hardly a cycle; looking for one in them takes a tenth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Site:
    """One site being made from one study."""

    def __init__(self, options: Options, study: Study, track: Track, cache: Cache) -> None:
        self.options = options
        self.cache = cache
        self.study = study
        self.track = track
        self.rendered = 0
        self.memory = options.cache / "sites" / f"{digest(str(options.out.resolve()))}.json"
        config = ROOT / "mkdocs.yml"
        extra = {**site_settings(config).get("extra", {}), "diagrams": bool(study.components)}
        settings = {"site_name": study.edition.site_name, "extra": extra}
        self._theme = digest(fingerprint(config, settings), _own_code())
        place = {"site_dir": str(options.out.resolve())}
        self._engine = Engine(config, {**settings, **place}, pages.OWNED, cache.part("templates"))

    def write(self, stage: Stage) -> None:
        """Put every file of the site into the stage."""
        markdown = dict(pages.pages(self.study))
        for path, data in self._data():
            stage.put(path, data)
        sizes = self._exports(stage)
        if self.options.markdown_folder:
            texts = {**markdown, **exports.downloads_page(self.study, sizes)}
            write_tree(self.options.markdown_folder, texts, pages.OWNED)
        unused = tuple(path for path, word in RARE.items() if not any(word in text for text in markdown.values()))
        for path, source in self._engine.static_files():
            if not path.startswith(unused):
                stage.put(path, source.read_bytes())
        for path, html in self._engine.written_pages():
            stage.put(path, html.encode(), facts=checking.facts(path, html))
        self._pages(stage, markdown)
        if self.options.downloads:
            sizes |= self._pack(stage, sizes)
        self._pages(stage, exports.downloads_page(self.study, sizes))
        self._check(stage)
        known = {path: offline.File(entry.content, entry.size) for path, entry in stage.entries.items()}
        for path, data in offline.files(known).items():
            stage.put(path, data)

    def _data(self) -> Iterator[tuple[str, bytes]]:
        """All finished files that no page depends on."""
        yield from pages.attachments(self.study)
        yield from search.files(self.study).items()
        if self.study.drawings:
            from generator import drawing  # takes long to load, and is not needed by a site without pictures

            yield from drawing.icons(self.study.drawings.values(), self.cache.part("drawings")).items()

    def _exports(self, stage: Stage) -> dict[str, int]:
        """Make the exports; returns their sizes in bytes by path."""
        wanted = exports.wanted(self.study, whole=self.options.downloads)
        sizes = {}
        for path, data in self.track(exports.export(self.study, wanted), "Exporting", len(wanted)):
            stage.put(path, data)
            sizes[path] = len(data)
        return sizes

    def _pack(self, stage: Stage, sizes: Mapping[str, int]) -> Mapping[str, int]:
        """Pack the whole site, with a list of downloads that does not name the package itself; returns its size."""
        listed = list(exports.downloads_page(self.study, sizes).items())
        html = {path: page.encode() for path, page in render(self._engine, listed, 1)}
        data = exports.zip_site({**stage, **html}, self.study.edition.timestamp)
        stage.put(exports.SITE, data)
        return {exports.SITE: len(data)}

    def _pages(self, stage: Stage, markdown: Mapping[str, str]) -> None:
        """Take over what is unchanged, finish anew what only moved in its file, render the rest."""
        fresh = []
        for uri, text in markdown.items():
            path, key = self._engine.address(uri), self._key(uri, text)
            if stage.keep(path, key) is not None:
                continue
            before = stage.before(path)
            if before and before.key.partition(":")[0] == key.partition(":")[0]:
                self._put(stage, path, stage.old(path).decode(), key)
            else:
                fresh.append((uri, text))
        self.rendered += len(fresh)
        done = self.track(render(self._engine, fresh, self.options.jobs), "Rendering pages", len(fresh))
        for (uri, text), (path, html) in zip(fresh, done, strict=True):
            self._put(stage, path, html, self._key(uri, text))

    def _put(self, stage: Stage, path: str, html: str, key: str) -> None:
        """Finish a page and put it into the stage."""
        whole = pages.finish(html, path, self.study)
        stage.put(path, whole.encode(), key, checking.facts(path, whole))

    def _key(self, uri: str, text: str) -> str:
        """Names all that the page at `uri` depends on; behind the colon, what only its finish depends on."""
        question = pages.question_of(uri, self.study)
        if question is None:
            return digest(self._theme, text)
        drawn = self.study.drawings.get(question.number)
        picture, line = (drawn.inline.svg, drawn.diagram.place.line) if drawn else ("", 0)
        return f"{digest(self._theme, text, picture)}:{question.answer_place.line}:{line}"

    def _check(self, stage: Stage) -> None:
        """Refuse a site with broken links or, if that is asked for, with answers that are not their sources'."""
        html = {path: entry.facts for path, entry in stage.entries.items() if path.endswith(".html")}
        faults = (*checking.broken_links(html, stage.entries), *(self._lost(stage) if self.options.verify else ()))
        if faults:
            raise Failed(faults)

    def _lost(self, stage: Stage) -> Iterator[Problem]:
        """What pages, new ones and those taken over, show otherwise than their sources."""
        for question in self.study.bank.questions:
            page = stage[self._engine.address(f"questions/{question.number}.md")]
            yield from verifying.verify(question, page.decode())


def _own_code() -> str:
    """A hash of the generator itself: a changed generator makes every page anew."""
    folder = Path(__file__).parent
    sources = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return digest(*(path.read_bytes() for path in sources))
