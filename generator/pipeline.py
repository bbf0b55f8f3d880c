"""The recipe: from the files of a bank to a finished site. Known by its doors: command line and plugin.

read, link, draw, relate      everything is known and checked before anything is written  (preparing)
pages, exports, data          rendered beside the old site, links checked, swapped in whole
"""

from contextlib import AbstractContextManager, nullcontext
from os.path import realpath
from pathlib import Path

from msgspec import Struct

from generator import exports, guests, settings
from generator.files.cache import Cache
from generator.files.hashing import digest
from generator.files.writing import staged
from generator.jobs.progress import Track, silent
from generator.jobs.workers import uncollected
from generator.model import Study
from generator.options import Options
from generator.preparing import prepare
from generator.problems import Failed, Place, Problem, Severity, errors
from generator.site import Site

Door = AbstractContextManager[guests.Guests | None]
"""Lets the author's plugins of MkDocs in for the time of a build."""


class BuildResult(Struct, frozen=True):
    """What a build made, and what it noticed."""

    questions: int
    drawings: int
    files: int
    rendered: int
    """Pages that could not be taken over from the site before."""
    problems: tuple[Problem, ...]
    guests: str = ""
    """A line on the author's plugins of MkDocs, where there were any."""


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


def build(options: Options, track: Track = silent, door: Door | None = None) -> BuildResult:
    """Build the whole site and put it in place of the old one. Raises Failed, with the old site untouched.

    Plugins that mkdocs.yml names come in by themselves, or by the door of who has loaded them already.
    """
    with uncollected(), door or (nullcontext() if options.no_run else guests.invited(options.home)) as present:
        return _built(options, track, present)


def _built(options: Options, track: Track, present: guests.Guests | None) -> BuildResult:
    cache = Cache(options.cache)
    study, problems = prepare(options, track, cache)
    if options.downloads:
        problems += exports.problems(study)
    if options.no_run:
        problems += _uninvited(options)
    if errors(problems, options.strict):
        raise Failed(sorted(problems))
    made = Site(options, study, track, cache, present)
    with staged(options.out, _memory(options, options.out)) as stage:
        made.write(stage)
        if present and errors(present.problems, options.strict):
            raise Failed(present.problems)
        if options.markdown:
            with staged(options.markdown, _memory(options, options.markdown)) as tree:
                for path, data in made.exchanged(stage):
                    tree.put(path, data)
    if stage.fault:
        cache.blame(stage.fault)
    if options.downloads:  # the long build, after which a moment's tidying is not felt
        cache.sweep()
    noticed = (*problems, *cache.problems, *(present.problems if present else ()))
    counts = (len(study.bank.questions), len(study.drawings), len(stage.entries), made.rendered)
    return BuildResult(*counts, noticed, present.said if present else "")


def _uninvited(options: Options) -> tuple[Problem, ...]:
    """A warning for each plugin that does not run where no code of an author's may."""
    file = options.home / "mkdocs.yml"
    what = "is a plugin or a hook, and runs no more than diagram modules do"
    rows = settings.guests(file).items()
    return tuple(Problem(Place(file.name, line), f"{name} {what}", "", Severity.WARNING) for name, line in rows)


def _memory(options: Options, out: Path) -> Path:
    """Where it is remembered what the files of a folder were made from."""
    return options.cache / "sites" / f"{digest(realpath(out))}.json"
