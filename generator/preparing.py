"""First half of the recipe: from files to a Study in which everything is known, linked, drawn and checked.

    study, problems = prepare(options)

Nothing is written here but caches.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import replace

from generator import linking, reading, search, settings
from generator.cache import Cache
from generator.model import Bank, Drawing, Edition, Study
from generator.options import ROOT, Options
from generator.problems import Problem
from generator.progress import Track, silent


def prepare(options: Options, track: Track = silent) -> tuple[Study, tuple[Problem, ...]]:
    """Everything that pages, search and exports are made from, and every problem that was met on the way."""
    bank, reading_problems = reading.read(options.bank_paths, Cache(options.cache / "reading"))
    bank, linking_problems = linking.link(bank)
    drawings, drawing_problems = _drawn(options, bank, track)
    glossary, glossary_problems = search.read_glossary(options.glossary)
    study = Study(bank, edition(options, bank), drawings, glossary=glossary)
    study = replace(study, related=linking.related(study))
    return study, (*reading_problems, *linking_problems, *drawing_problems, *glossary_problems)


def _drawn(options: Options, bank: Bank, track: Track) -> tuple[Mapping[int, Drawing], tuple[Problem, ...]]:
    """The drawings of all questions that have or get one; what makes them is loaded only if there may be any."""
    if options.diagram_folder is None and not options.drafts:
        return {}, ()
    from generator import drawing

    return drawing.draw(
        options.diagram_folder,
        bank,
        drafts=options.drafts,
        jobs=options.jobs,
        cache=Cache(options.cache / "drawings"),
        track=track,
    )


def edition(options: Options, bank: Bank) -> Edition:
    """The names, addresses and day that the site carries; from mkdocs.yml, the bank and the last commit."""
    named = settings.read(ROOT / "mkdocs.yml")
    return Edition(
        site_name=options.title or (bank.title if options.banks else "") or str(named.get("site_name") or "Questions"),
        site_url=named["site_url"],
        repository=str(named.get("repo_url") or ""),
        commit=_git("rev-parse", "--short=10", "HEAD"),
        timestamp=int(os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct") or _newest(bank)),
    )


def _newest(bank: Bank) -> float:
    """When the bank was last edited: the same on every day, where no commit tells."""
    return max((os.stat(name).st_mtime for name in {question.place.file for question in bank.questions}), default=0)


def _git(*words: str) -> str:
    """What git answers in the checkout, or nothing outside one."""
    try:
        done = subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
