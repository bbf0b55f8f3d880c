"""From a folder of diagram modules to finished drawings: find, run, lay out, paint, each only where it is new."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from generator.drawing.drafts.drafting import drafted
from generator.drawing.making import Drawn, make_all
from generator.drawing.modules import graphs, loading, sources
from generator.drawing.modules.accepting import accepted, idle, needless, words_in
from generator.drawing.truth import check_truth
from generator.files.cache import NOTHING, Cache, Shelf
from generator.files.hashing import code_of, digest
from generator.jobs.progress import Track, silent
from generator.model import IN_ENGLISH, Bank, Diagram, Drawing, Question, Wording
from generator.problems import Place, Problem, Severity, errors, is_text
from generator.running.watching import state
from generator.suggestions import nearest


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Whether modules, which are code of others, may be run, what one may take, and in which words it is told."""

    allowed: bool = True
    limits: loading.Limits = field(default_factory=loading.Limits)
    jobs: int = 0
    wording: Wording = IN_ENGLISH


class ModuleResult(NamedTuple):
    """What came of one module, as the cache keeps it."""

    drawing: Drawing | None
    problems: tuple[Problem, ...]
    opened: tuple[tuple[str, str], ...] = ()
    """What the module read when it ran, as paths from its folder, each with the hash of what was there."""


MADE_WITH = (
    "generator.drawing", "generator.running", "generator.model", "generator.problems", "generator.suggestions",
    "generator.paths", "generator.stemming",
    "diagrams", "graphviz", "py_mini_racer", "PIL", "fonttools", "mkdocs-material", "rapidfuzz",
    "snowballstemmer", "typst", "msgspec", "babel==",
)  # fmt: skip
"""Whose code makes a drawing what it is."""


def draw(
    directory: Path | None,
    bank: Bank | None,
    *,
    drafts: bool = False,
    only: int = 0,
    part: tuple[int, int] = (1, 1),
    running: RunOptions | None = None,
    cache: Cache = NOTHING,
    track: Track = silent,
) -> tuple[Mapping[int, Drawing], tuple[Problem, ...]]:
    """The drawings of all modules under a folder, by the number of their question, and every problem found.

    With `only`, those of one question; with `part`, such as (3, 8), the third of eight parts of them.
    """
    how = running or RunOptions()
    files, share = _modules(directory) if directory else [], slice(part[0] - 1, None, part[1])
    numbers = {graphs.number_in(file.stem) for file in files}
    files = files[share]
    chosen, misnamed = _by_number([file for file in files if only in (0, graphs.number_in(file.stem))], bank)
    made = outcomes(list(chosen), how, cache, track)
    helpers = {os.path.normpath(file.parent / path) for file, each in made.items() for path, _ in each.opened}
    problems = [problem for problem in misnamed if os.path.normpath(problem.place.file) not in helpers]
    problems += [problem for outcome in made.values() for problem in outcome.problems]
    drawings = {chosen[file]: outcome.drawing for file, outcome in made.items() if outcome.drawing}
    if drafts and bank:
        undrawn = [each for each in bank.questions if each.number not in numbers]
        drawings |= _drafts([each for each in undrawn[share] if only in (0, each.number)], how, cache, track)
    return dict(sorted(drawings.items())), tuple(sorted(set(problems)))


def _modules(directory: Path) -> list[Path]:
    """The modules of a folder; what begins with a dot or a line is not ours to run."""
    found = sorted(directory.rglob("*.py"))
    return [file for file in found if not any(part[0] in "._" for part in file.relative_to(directory).parts)]


def check(drawing: Drawing, bank: Bank) -> tuple[Problem, ...]:
    """What the answer names and the drawing lacks; what its layout lacks, `draw` has told already."""
    question = bank.by_number.get(drawing.diagram.number)
    diagram = drawing.diagram
    if not question or diagram.draft:
        return ()
    found = check_truth(question, diagram)
    told = needless(idle(diagram.idle, found), diagram.code, diagram.place.file)
    return (*accepted(diagram.code, found), *told)


def _drafts(questions: Sequence[Question], how: RunOptions, cache: Cache, track: Track) -> dict[int, Drawing]:
    """Drawings of first drafts, for questions without a module whose answers have something to draw."""
    wanted = [diagram for question in questions if (diagram := drafted(question, how.wording))]
    drawn = _kept_or_drawn(wanted, how, cache, track)
    return {each.number: drawing for each, (drawing, _) in zip(wanted, drawn, strict=True) if drawing}


def _by_number(files: Sequence[Path], bank: Bank | None) -> tuple[dict[Path, int], list[Problem]]:
    """The question of each module; a problem for a module whose question is not in the bank or has one already."""
    chosen: dict[Path, int] = {}
    problems: list[Problem] = []
    known = {str(number) for number in bank.by_number} if bank else set()
    for file in files:
        number = graphs.number_in(file.stem)
        if not is_text(str(file)):
            problems.append(Problem(Place(str(file)), "the name of this file is not UTF-8", "rename it"))
        elif not number:
            problems.append(Problem(Place(str(file)), "no number in the name of this module", "call it q901.py"))
        elif bank and number not in bank.by_number:
            near = nearest(str(number), known)
            hint = f"did you mean q{near}?" if near else ""
            problems.append(Problem(Place(str(file)), f"no question {number}", hint))
        elif number in chosen.values():
            other = next(each for each, taken in chosen.items() if taken == number)
            problems.append(Problem(Place(str(file)), f"question {number} has a diagram already: {other}"))
        else:
            chosen[file] = number
    return chosen, problems


def outcomes(
    files: Sequence[Path], running: RunOptions, cache: Cache = NOTHING, track: Track = silent
) -> dict[Path, ModuleResult]:
    """What came of each module; what the cache holds is not drawn again."""
    texts = {file: sources.text(file) for file in files}
    codes = {file: text for file, text in texts.items() if isinstance(text, str)}
    found = {file: ModuleResult(None, (text,)) for file, text in texts.items() if isinstance(text, Problem)}
    keys = {file: _key(str(file), code, running) for file, code in codes.items()}
    shelf: Shelf[ModuleResult] = Shelf(cache, ModuleResult)
    found |= {file: kept for file, key in keys.items() if (kept := _kept(file, shelf.find(key)))}
    new = [file for file in files if file not in found]
    if not running.allowed:
        found |= {file: ModuleResult(None, (_not_run(file),)) for file in new}
        return {file: found[file] for file in files}
    answers = loading.run(new, running.jobs or os.cpu_count() or 1, running.limits) if new else {}
    loaded = {file: _understood(file, codes[file], answers[file]) for file in new}
    fine = {file: diagram for file, (diagram, told) in loaded.items() if diagram and not errors(told)}
    drawn = dict(zip(fine, make_all(list(fine.values()), running.jobs, cache, track, running.wording), strict=True))
    for file in new:
        drawing, problems = drawn.get(file, (None, ()))
        opened = tuple((path, there) for path, there in answers[file].get("opened", ()))
        problems = (*loaded[file][1], *problems)
        if drawing and (words := idle(words_in(codes[file]), problems)):
            drawing = replace(drawing, diagram=replace(drawing.diagram, idle=words))
        found[file] = ModuleResult(drawing, accepted(codes[file], problems), opened)
        if drawing:
            shelf.put(keys[file], found[file])
    for file in new[:1]:  # what holds for one holds for all
        unbound = loading.unbound(str(file.parent), answers[file])
        found[file] = found[file]._replace(problems=(*found[file].problems, *unbound))
    return {file: found[file] for file in files}


def _kept(file: Path, kept: ModuleResult | None) -> ModuleResult | None:
    """What the cache holds of a module, if all that it read is still as it was."""
    unchanged = kept and all(state(str(file.parent / path)) == there for path, there in kept.opened)
    return kept if unchanged else None


def _not_run(file: Path) -> Problem:
    hint = "build without --no-run where you trust it"
    return Problem(Place(str(file)), "not drawn: it is new, and modules are not run", hint, Severity.WARNING)


def _understood(file: Path, code: str, answer: loading.Record) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """The diagram of a module; whatever it does to its own answer is its own problem."""
    problem = loading.problem(str(file), answer)
    if problem:
        return None, (*loading.remarks(str(file), answer), problem)
    try:
        made, problems = graphs.diagram(str(file), code, answer, graphs.number_in(file.stem))
    except Exception as error:
        what = f"what the module draws is not understood: {type(error).__name__}: {str(error)[:200]}"
        return None, (Problem(Place(str(file)), what, "a mistake of the generator: please report it with this module"),)
    return made, (*loading.remarks(str(file), answer), *problems)


def _kept_or_drawn(diagrams: list[Diagram], how: RunOptions, cache: Cache, track: Track) -> Iterator[Drawn]:
    """Each draft's drawing from the cache, or drawn and kept at once: what a broken-off build drew is not lost."""
    keys = [_key(diagram.place.file, f"{diagram.number}\0{diagram.code}", how) for diagram in diagrams]
    shelf: Shelf[ModuleResult] = Shelf(cache, ModuleResult)
    kept = [shelf.find(key) for key in keys]
    drawn = make_all(
        [each for each, known in zip(diagrams, kept, strict=True) if not known], how.jobs, cache, track, how.wording
    )
    for key, known in zip(keys, kept, strict=True):
        if known:
            yield known.drawing, known.problems
            continue
        drawing, problems = next(drawn)
        if drawing:
            shelf.put(key, ModuleResult(drawing, problems))
        yield drawing, problems


def _key(name: str, code: str, how: RunOptions) -> str:
    said = repr(how.wording.state) if how.wording.table else ""
    return digest("drawing", code_of(*MADE_WITH), name, code, said)
