"""Drawing modules for themselves, without a bank."""

import functools
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.drawing.drawings import RunOptions, outcomes
from generator.drawing.making import Drawn
from generator.files.cache import NOTHING, Cache


def draw_files(
    files: Sequence[Path], *, running: RunOptions | None = None, cache: Cache = NOTHING
) -> dict[Path, Drawn]:
    """The drawing and the problems of each module."""
    found = outcomes(files, running or RunOptions(), cache)
    return {file: (outcome.drawing, outcome.problems) for file, outcome in found.items()}


@functools.cache
def drawn(code: str) -> Drawn:
    """What the text of a module, below its imports, comes to: drawn once, however many tests look at it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "q1.py"
        file.write_text(f"from diagrams import Cluster, Diagram, Edge, Node\n\n{code}", "utf-8")
        return draw_files([file])[file]
