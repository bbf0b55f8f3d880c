"""First half of the recipe: from files to a Study in which everything is known, linked, drawn and checked.

    study, problems = prepare(options)

Nothing is written here but caches.
"""

import itertools
import os
from collections.abc import Mapping
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from generator import assets, languages, linking, markup, reading, search, settings
from generator.files.cache import Cache, Memory
from generator.files.hashing import code_of, digest
from generator.git import git
from generator.jobs.progress import Track, silent
from generator.model import IN_ENGLISH, Bank, Drawing, Edition, Question, Study, Worded, Wording
from generator.options import Options
from generator.paths import TOOL
from generator.preparing import history, mermaid
from generator.problems import Failed, Place, Problem, Severity

WORDED_WITH = ("generator.markup", "generator.model", "generator.problems", "msgspec", "pygments==", "babel==")
"""Code whose change changes how a question is put into words."""
_DAY = "SOURCE_DATE_EPOCH"
_LAST_DAY = 253_402_300_799
"""The last second of the year 9999, after which there are no dates."""


def prepare(options: Options, track: Track = silent, cache: Cache | None = None) -> tuple[Study, tuple[Problem, ...]]:
    """Everything that pages, search and exports are made from, and every problem that was met on the way."""
    cache = cache or Cache(options.cache)
    bank, reading_problems = reading.read(options.bank_paths, cache.part("reading"))
    bank, pictures, picture_problems = assets.carry(bank, options.bank_paths)
    file = options.home / "mkdocs.yml"
    said = settings.read(file)
    without = settings.without(said)
    bank, order_problems = linking.ordered(bank, said["extra"].get("topics"))
    bank, linking_problems = linking.link(bank)
    wording, wording_problems = spoken(options, bank, said)
    drawings, drawing_problems = drawn(options, bank, cache.part("drawings"), track, wording=wording)
    glossed = None if "glossary" in without else options.glossary
    glossary, glossary_problems = search.read_glossary(glossed) if glossed else ((), ())
    made = edition(options, bank, said)
    words = _worded(bank, made.questions_url, cache.part("words"))
    study = Study(
        bank, made, drawings, glossary=glossary, assets=pictures, words=words, wording=wording, without=without
    )
    days = history.dates(study, (*options.bank_paths, *filter(None, [options.diagram_folder])))
    edited = {} if made.commit or os.environ.get(_DAY) else _edited(bank)
    study = replace(study, favicon=str(said["theme"].get("favicon") or ""), dates=days, edited=edited)
    study = _coloured(replace(study, related=linking.related(study)), settings.accent_of(said))
    mermaid_problems = mermaid.problems(bank, cache.part("mermaid"))
    bank_problems = (*reading_problems, *picture_problems, *order_problems, *linking_problems, *mermaid_problems)
    found = (bank_problems, wording_problems, drawing_problems, glossary_problems)
    return study, (*itertools.chain(*found), *_placeholders(options, said), *settings.remarks(file))


def _coloured(study: Study, accent: settings.Accent | None) -> Study:
    """The study with its pictures in the site's accent, if it has one of its own."""
    if accent is None:
        return study
    tinted = study.drawings
    if tinted:
        from generator import drawing  # loaded with the pictures

        light = {"badge": accent.light, "marked": accent.light_ground}
        tinted = drawing.tinted(tinted, light, {"badge": accent.dark, "marked": accent.dark_ground})
    return replace(study, accent=accent.light, drawings=tinted)


def drawn(
    options: Options, bank: Bank, cache: Cache, track: Track = silent, only: int = 0, wording: Wording | None = None
) -> tuple[Mapping[int, Drawing], tuple[Problem, ...]]:
    """The drawings of all questions that have or get one, or of only one question.

    What makes them is loaded only if there may be any.
    """
    if options.diagram_folder is None and not options.drafts:
        return {}, ()
    from generator import drawing

    return drawing.draw(
        options.diagram_folder,
        bank,
        drafts=options.drafts,
        running=drawing.RunOptions(
            not options.no_run, drawing.Limits(memory=options.memory), options.jobs, wording or IN_ENGLISH
        ),
        only=only,
        part=options.share,
        cache=cache,
        track=track,
    )


def spoken(options: Options, bank: Bank, said: Mapping[str, Any]) -> tuple[Wording, tuple[Problem, ...]]:
    """What the interface says in the language of the bank: as told, in `said` of mkdocs.yml too, or as recognised."""
    language = options.language or str(said["theme"].get("language") or "")
    if language and not languages.knows(language):
        place = Place("--lang" if options.language else "mkdocs.yml")
        hint = "name it as Material for MkDocs does: de, pt-BR, zh-Hant"
        raise Failed([Problem(place, f"no language {language!r}", hint)])
    return languages.load(language or languages.recognised(bank), options.words)


def _worded(bank: Bank, base: str, cache: Cache) -> Mapping[int, Worded]:
    """All questions in words; those that are as they were are not written anew. Each file has a memory of its own."""
    files: dict[str, list[Question]] = {}
    for question in bank.questions:
        files.setdefault(question.place.file, []).append(question)
    made: dict[int, Worded] = {}
    for file, questions in files.items():
        known: Memory[Worded] = Memory(cache, digest(file, base, code_of(*WORDED_WITH)), Worded)
        for each in questions:
            key = markup.tree(each)
            made[each.number] = known.get(key, partial(markup.words, each, base, key))
        known.save()
    return made


def edition(options: Options, bank: Bank, named: Mapping[str, Any]) -> Edition:
    """The names, addresses and day that the site carries; from mkdocs.yml, the bank and the last commit."""
    commit, _, second = git(options.home, "log", "-1", "--abbrev=10", "--format=%h %ct").partition(" ")
    return Edition(
        site_name=options.title or (bank.title if options.banks else "") or str(named.get("site_name") or "Questions"),
        site_url=named["site_url"],
        repository=str(named.get("repo_url") or ""),
        commit=commit,
        timestamp=_day(second, bank),
        identity=_identity(options, named),
        author=str(named.get("site_author") or ""),
        rights=str(named.get("copyright") or ""),
    )


def _placeholders(options: Options, said: Mapping[str, Any]) -> tuple[Problem, ...]:
    """A warning where an author's addresses are still an example's."""
    if options.home == TOOL or not settings.is_placeholder(said):
        return ()
    what = "site_url or repo_url is an example's; links to the site and its sources lead nowhere"
    hint = "set both, or take both away: on GitHub they are found by themselves"
    return (Problem(Place("mkdocs.yml"), what, hint, Severity.WARNING),)


def _day(commit: str, bank: Bank) -> int:
    """The edition's second: as it is asked for, or that of the last `commit`, or of the last edit."""
    if os.environ.get(_DAY):
        return _asked_day()
    return int(commit or max(_edited(bank).values(), default=0))


def _identity(options: Options, named: Mapping[str, Any]) -> str:
    """By what learners' programs know the bank: ours by what mkdocs.yml says, whether it is named or not."""
    is_ours = all(Path(realpath(path)).is_relative_to(options.home / "bank") for path in options.bank_paths)
    said = (named.get("extra") or {}).get("identity") if is_ours else ""
    return str(said or reading.identity(options.bank_paths))


def _asked_day() -> int:
    """The second that is asked for in the environment; raises Failed where that is none."""
    asked = os.environ[_DAY]
    if not (asked.isascii() and asked.isdigit() and int(asked[:13]) <= _LAST_DAY):
        what = f"{asked[:40]!r} is no number of seconds since 1970"
        raise Failed([Problem(Place(_DAY), what, "set it as `date +%s` prints it, or unset it")])
    return int(asked)


def _edited(bank: Bank) -> dict[str, int]:
    """When each file of the bank was last edited: the same on every day, where no commit tells."""
    return {name: int(os.stat(name).st_mtime) for name in {question.place.file for question in bank.questions}}
