"""The recipe: from the files of a bank to a finished site. Knows all other modules; none of them knows it.

read, link, draw, relate      everything is known and checked before anything is written  (preparing)
pages, exports, data          rendered beside the old site, links checked, swapped in whole
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import checking, drawing, exports, offline, pages, search, verifying
from generator.cache import digest
from generator.model import Study
from generator.options import ROOT, Options
from generator.preparing import Track, prepare, silent
from generator.problems import Failed, Problem, errors
from generator.rendering import Engine, fingerprint, render
from generator.writing import Stage, staged, write_tree


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
    study, problems = prepare(options, track)
    faults = (fault for drawn in study.drawings.values() for fault in drawing.check(drawn, study.bank))
    return tuple(sorted({*problems, *faults}))


def build(options: Options, track: Track = silent) -> Outcome:
    """Build the whole site and put it in place of the old one. Raises Failed, with the old site untouched."""
    study, problems = prepare(options, track)
    if errors(problems, options.strict):
        raise Failed(sorted(problems))
    made = Site(options, study, track)
    with staged(options.out, made.memory) as stage:
        made.write(stage)
    return Outcome(len(study.bank.questions), len(study.drawings), len(stage.entries), made.rendered, problems)


class Site:
    """One site being made from one study."""

    def __init__(self, options: Options, study: Study, track: Track) -> None:
        self.options = options
        self.study = study
        self.track = track
        self.rendered = 0
        self.memory = options.cache / "sites" / f"{digest(str(options.out.resolve()))}.json"
        self._config = ROOT / "mkdocs.yml"
        self._settings: dict[str, Any] = {"site_name": study.edition.site_name, "site_dir": str(options.out.resolve())}
        self._theme = digest(fingerprint(self._config, self._settings), _own_code())

    def write(self, stage: Stage) -> None:
        """Put every file of the site into the stage."""
        markdown = dict(pages.pages(self.study))
        for path, data in self._data():
            stage.put(path, data)
        markdown.update(self._downloads(stage))
        if self.options.markdown_folder:
            write_tree(self.options.markdown_folder, markdown, pages.OWNED)
        engine = Engine(self._config, self._settings, pages.OWNED)
        for path, source in engine.static_files():
            stage.copy(path, source, digest(source.read_bytes()))
        for path, html in engine.written_pages():
            stage.put(path, html.encode(), facts=checking.facts(path, html))
        self._render(stage, engine, markdown)
        self._check(stage)
        listed = {path: offline.File(entry.content, entry.size) for path, entry in stage.entries.items()}
        for path, data in offline.files(listed).items():
            stage.put(path, data)

    def _data(self) -> Iterator[tuple[str, bytes]]:
        """All finished files that no page depends on."""
        yield from pages.attachments(self.study).items()
        yield from search.files(self.study).items()
        yield from drawing.icons({icon for drawn in self.study.drawings.values() for icon in drawn.icons}).items()

    def _downloads(self, stage: Stage) -> Mapping[str, str]:
        """Make the exports; returns the page that lists them with their sizes."""
        wanted = exports.wanted(self.study, whole=self.options.downloads)
        sizes = {}
        for path, data in self.track(exports.export(self.study, wanted), "Exporting", len(wanted)):
            stage.put(path, data)
            sizes[path] = len(data)
        return exports.downloads_page(self.study, sizes)

    def _render(self, stage: Stage, engine: Engine, markdown: Mapping[str, str]) -> None:
        """Take over what is unchanged, render the rest."""
        keys = {uri: self._key(uri, text) for uri, text in markdown.items()}
        fresh = [(uri, text) for uri, text in markdown.items() if stage.keep(engine.address(uri), keys[uri]) is None]
        self.rendered = len(fresh)
        done = self.track(render(engine, fresh, self.options.jobs), "Rendering pages", len(fresh))
        problems: list[Problem] = []
        for (uri, _), (path, html) in zip(fresh, done, strict=True):
            whole = pages.finish(html, path, self.study)
            if self.options.verify:
                problems += verifying.verify(whole, path, self.study.bank)
            stage.put(path, whole.encode(), keys[uri], checking.facts(path, whole))
        if problems:
            raise Failed(problems)

    def _key(self, uri: str, text: str) -> str:
        """Names all that the page at `uri` depends on."""
        drawn = pages.drawing_of(uri, self.study)
        return digest(self._theme, uri, text, drawn.inline.svg if drawn else "")

    def _check(self, stage: Stage) -> None:
        html = {path: entry.facts for path, entry in stage.entries.items() if path.endswith(".html")}
        broken = tuple(checking.broken_links(html, stage.entries))
        if broken:
            raise Failed(broken)


def _own_code() -> str:
    """A hash of the generator itself: a changed generator makes every page anew."""
    folder = Path(__file__).parent
    sources = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return digest(*(path.read_bytes() for path in sources))
