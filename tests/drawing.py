"""Drawing modules for themselves, without a bank."""

from collections.abc import Sequence
from pathlib import Path

from generator.cache import NOTHING, Cache
from generator.drawing.drawings import Running, outcomes
from generator.drawing.making import Drawn


def draw_files(files: Sequence[Path], *, running: Running | None = None, cache: Cache = NOTHING) -> dict[Path, Drawn]:
    """The drawing and the problems of each module."""
    found = outcomes(files, running or Running(), cache)
    return {file: (outcome.drawing, outcome.problems) for file, outcome in found.items()}
