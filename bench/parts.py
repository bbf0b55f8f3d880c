"""What the parts of a build cost, in CPU seconds: reading, linking, relating, drawing, the book.

python -m bench.parts
"""

import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.banks import write_bank
from generator import drawing, exports, linking, reading
from generator.drawing.drafts.drafting import drafted
from generator.files.cache import Cache
from generator.model import Bank, Edition, Study
from generator.paths import TOOL as ROOT


def main() -> None:
    """Print one line per part."""
    ours = bank_of(ROOT / "bank")
    with tempfile.TemporaryDirectory() as folder, clock("draw our 50, cold"):
        drawings, _ = drawing.draw(ROOT / "diagrams", ours, cache=Cache(Path(folder)))
    study = Study(ours, Edition("Bank", "", "", "", 0), drawings)
    for name in ("book", "pocket", "epub", "deck"):
        with clock(f"{name} of our 50"):
            list(exports.export(study, exports.wanted(study, names=(name,))))
    for size in (1_000, 10_000):
        of_size(size)


def of_size(size: int) -> None:
    """The parts that grow with the bank."""
    with tempfile.TemporaryDirectory() as folder:
        write_bank(Path(folder), size)
        with clock(f"read and link {size:,}"):
            bank = bank_of(Path(folder))
    with clock(f"relate {size:,}"):
        linking.related(Study(bank, Edition("Bank", "", "", "", 0)))
    with clock(f"begin {size:,} diagrams"):
        for question in bank.questions:
            drafted(question)


def bank_of(path: Path) -> Bank:
    """The linked bank at a path."""
    return linking.link(reading.read([path])[0])[0]


@contextmanager
def clock(name: str) -> Iterator[None]:
    """Print what a block costs, with the processes it starts, and the most memory used so far."""
    before = cpu()
    yield
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{name:<28}{cpu() - before:>8.2f} s {memory:>7.0f} MB", flush=True)


def cpu() -> float:
    """CPU seconds of this process and its finished children."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
