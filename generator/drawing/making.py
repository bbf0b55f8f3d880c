"""Lays out and paints diagrams: each in all sizes, in several processes where there are many."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

from msgspec.structs import replace

from generator.drawing import forms
from generator.drawing.icons.iconset import Carrying
from generator.drawing.layout import choosing
from generator.drawing.layout.judging import checks
from generator.drawing.painting import pictures
from generator.drawing.painting.words import Explanation
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import SIZES
from generator.files.cache import Cache
from generator.jobs.progress import Track
from generator.jobs.workers import end_with_parent
from generator.model import Diagram, Drawing, Wording
from generator.problems import Failed, Problem

Drawn = tuple[Drawing | None, tuple[Problem, ...]]
_FEW = 4
"""Faults of layouts that are told one by one."""
_MANY = 100
"""From this many new diagrams on it pays to use more than one process."""


def make_all(diagrams: Sequence[Diagram], jobs: int, cache: Cache, track: Track, wording: Wording) -> Iterator[Drawn]:
    """The drawing of each diagram with its problems, in order."""
    jobs = jobs or os.cpu_count() or 1
    total = len(diagrams)
    if total < _MANY or jobs == 1:
        yield from track((make(diagram, cache, wording) for diagram in diagrams), "Drawing", total)
        return
    with ProcessPoolExecutor(jobs, initializer=end_with_parent) as pool:
        yield from track(pool.map(make, diagrams, [cache] * total, [wording] * total, chunksize=8), "Drawing", total)


def make(diagram: Diagram, cache: Cache, wording: Wording) -> Drawn:
    """Lay out and paint one diagram; whatever goes wrong with it is this diagram's problem, not the site's."""
    try:
        return _made(diagram, Carrying(cache, diagram.own) if diagram.own else cache, wording)
    except Failed:  # of all diagrams, such as a missing engine
        raise
    except Exception as error:
        what = f"cannot be drawn: {type(error).__name__}: {str(error)[:200]}"
        return None, (Problem(diagram.place, what, "a mistake of the generator: please report it with this module"),)


def _made(diagram: Diagram, cache: Cache, wording: Wording) -> Drawn:
    scenes = [
        forms.scene(diagram, size) or choosing.scene(diagram, size.name, forms.blocks(diagram, size)) for size in SIZES
    ]
    told = Explanation.of(diagram, wording)
    wide, medium, narrow = (pictures.standalone(scene, cache, told) for scene in scenes)
    made = Drawing(
        diagram,
        pictures.inline(scenes, cache, told),
        standalone=wide,
        headline=pictures.headline(scenes[0]),
        medium=medium,
        narrow=narrow,
        description=told.description,
        icons=tuple(dict.fromkeys(node.icon for node in diagram.nodes if node.icon)),
    )
    return made, () if diagram.draft else (*forms.problems(diagram), *_layouts(scenes))


def _layouts(scenes: Sequence[Scene]) -> Iterator[Problem]:
    """What is wrong with the layouts: each fault once, also where several have it, and not more than a few."""
    found: dict[str, Problem] = {}
    for scene in scenes:
        for problem in checks.problems(scene):
            found.setdefault(problem.what.partition(" layout: ")[2] or problem.what, problem)
    yield from islice(found.values(), _FEW)
    more = list(islice(found.values(), _FEW, None))
    if more:
        yield replace(more[0], what=f"and {len(more)} more faults of the layouts: {more[0].what}")
