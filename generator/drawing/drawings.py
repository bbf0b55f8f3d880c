"""From a folder of diagram modules to finished drawings: find, run, lay out, paint, each only where it is new."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.cache import NOTHING, Cache, Shelf
from generator.drawing import forms
from generator.drawing.drafts.drafting import drafted
from generator.drawing.layout import checks, choosing
from generator.drawing.layout.shapes import NARROW, WIDE
from generator.drawing.modules import graphs, loading, sources
from generator.drawing.painting import pictures
from generator.drawing.painting.words import describe
from generator.drawing.truth import check_truth
from generator.hashing import code_of, digest
from generator.mistakes import nearest
from generator.model import Bank, Diagram, Drawing, Question
from generator.problems import Place, Problem, errors, is_text
from generator.progress import Track, silent
from generator.workers import end_with_parent

Drawn = tuple[Drawing, tuple[Problem, ...]]
Result = tuple[Drawing | None, tuple[Problem, ...]]
MADE_WITH = (
    "generator.drawing", "generator.model", "generator.problems", "generator.mistakes",
    "diagrams", "graphviz", "pygraphviz", "PIL", "fonttools", "mkdocs-material", "rapidfuzz",
)  # fmt: skip
"""Whose code makes a drawing what it is."""
_MANY = 100
"""From this many new diagrams on it pays to use more than one process."""


def draw(
    directory: Path | None,
    bank: Bank | None,
    *,
    drafts: bool = False,
    jobs: int = 0,
    cache: Cache = NOTHING,
    track: Track = silent,
) -> tuple[Mapping[int, Drawing], tuple[Problem, ...]]:
    """The drawings of all modules under a folder, by the number of their question, and every problem found."""
    files = sorted(directory.rglob("*.py")) if directory else []
    files = [file for file in files if not file.name.startswith(("_", "."))]
    chosen, problems = _by_number(files, bank)
    results = draw_files(list(chosen), jobs=jobs, cache=cache, track=track)
    drawings: dict[int, Drawing] = {}
    for file, (drawing, found) in results.items():
        problems += found
        if drawing:
            drawings[chosen[file]] = drawing
    if drafts and bank:
        undrawn = [each for each in bank.questions if each.number not in chosen.values()]
        drawings |= _drafts(undrawn, jobs, cache, track)
    return dict(sorted(drawings.items())), tuple(sorted(problems))


def check(drawing: Drawing, bank: Bank) -> tuple[Problem, ...]:
    """What the answer names and the drawing lacks; what its layout lacks, `draw` has told already."""
    question = bank.by_number.get(drawing.diagram.number)
    return check_truth(question, drawing.diagram) if question and not drawing.diagram.draft else ()


def _drafts(questions: Sequence[Question], jobs: int, cache: Cache, track: Track) -> dict[int, Drawing]:
    """Drawings of first drafts, for questions without a module whose answers have something to draw."""
    wanted = [diagram for question in questions if (diagram := drafted(question))]
    drawn = _kept_or_drawn(wanted, jobs, cache, track)
    return {each.number: drawing for each, (drawing, _) in zip(wanted, drawn, strict=True)}


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


def draw_files(
    files: Sequence[Path], *, jobs: int = 0, cache: Cache = NOTHING, track: Track = silent
) -> dict[Path, Result]:
    """The drawing and the problems of each module; what the cache holds is not drawn again."""
    texts = {file: sources.text(file) for file in files}
    codes = {file: text for file, text in texts.items() if isinstance(text, str)}
    results: dict[Path, Result] = {file: (None, (text,)) for file, text in texts.items() if isinstance(text, Problem)}
    keys = {file: _key(str(file), code) for file, code in codes.items()}
    shelf: Shelf[Drawn] = Shelf(cache, Drawn)
    results |= {file: known for file, key in keys.items() if (known := shelf.find(key))}
    new = [file for file in files if file not in results]
    answers = loading.run(new, jobs or os.cpu_count() or 1) if new else {}
    loaded = {file: _understood(file, codes[file], answers[file]) for file in new}
    fine = {file: diagram for file, (diagram, found) in loaded.items() if diagram and not errors(found)}
    drawn = dict(zip(fine, _all(list(fine.values()), jobs, cache, track), strict=True))
    for file in new:
        found = loaded[file][1]
        if file in drawn:
            results[file] = drawn[file][0], (*found, *drawn[file][1])
            shelf.put(keys[file], (drawn[file][0], results[file][1]))
        else:
            results[file] = None, found
    return {file: results[file] for file in files}


def _understood(file: Path, code: str, answer: loading.Answer) -> tuple[Diagram | None, tuple[Problem, ...]]:
    problem = loading.problem(str(file), answer)
    if problem:
        return None, (problem,)
    return graphs.diagram(str(file), code, answer["diagrams"], graphs.number_in(file.stem))


def _kept_or_drawn(diagrams: list[Diagram], jobs: int, cache: Cache, track: Track) -> Iterator[Drawn]:
    """Each diagram's drawing from the cache, or drawn and kept at once: what a broken-off build drew is not lost."""
    keys = [_key(diagram.place.file, f"{diagram.number}\0{diagram.code}") for diagram in diagrams]
    shelf: Shelf[Drawn] = Shelf(cache, Drawn)
    kept = [shelf.find(key) for key in keys]
    drawn = _all([diagram for diagram, known in zip(diagrams, kept, strict=True) if not known], jobs, cache, track)
    for key, known in zip(keys, kept, strict=True):
        if known:
            yield known
        else:
            made = next(drawn)
            shelf.put(key, made)
            yield made


def _all(diagrams: list[Diagram], jobs: int, cache: Cache, track: Track) -> Iterator[Drawn]:
    """Draw diagrams, in several processes where there are many."""
    jobs = jobs or os.cpu_count() or 1
    total = len(diagrams)
    if total < _MANY or jobs == 1:
        yield from track((drawing(diagram, cache) for diagram in diagrams), "Drawing", total)
        return
    with ProcessPoolExecutor(jobs, initializer=end_with_parent) as pool:
        yield from track(pool.map(drawing, diagrams, [cache] * total, chunksize=8), "Drawing", total)


def drawing(diagram: Diagram, cache: Cache) -> Drawn:
    """Lay out and paint one diagram."""
    wide = forms.scene(diagram, WIDE) or choosing.wide(diagram)
    narrow = forms.scene(diagram, NARROW) or choosing.narrow(diagram)
    made = Drawing(
        diagram,
        pictures.inline(wide, narrow, cache),
        pictures.standalone(wide, cache),
        pictures.standalone(narrow, cache),
        describe(diagram),
        tuple(dict.fromkeys(node.icon for node in diagram.nodes if node.icon)),
    )
    return made, (*forms.problems(diagram), *checks.problems(wide), *checks.problems(narrow))


def _key(name: str, code: str) -> str:
    return digest("drawing", code_of(*MADE_WITH), name, code)
