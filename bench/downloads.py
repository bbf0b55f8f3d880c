"""What the downloads of a large bank cost: `python -m bench.downloads [questions]`, 1,000 unless it is said otherwise.

The whole site is built from nothing, with its drafts and downloads. Then, for each kind of file: CPU seconds with the
processes it starts, the most memory of all processes together (what several share counted once), its size. Then one
answer is edited and all is made once more, with what the cache kept.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from pathlib import Path

from bench.banks import write_bank
from bench.parts import cpu
from generator import exports
from generator.exports.sitezip import SITE
from generator.files.cache import Cache
from generator.options import Options
from generator.paths import TOOL
from generator.preparing import prepare

EVERY = 0.2
"""Seconds between two looks at the memory."""


def main() -> None:
    """Print a line for the whole, and one for each kind, twice."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bank(folder / "bank", size)
        (folder / "mkdocs.yml").write_text("site_name: Bench\n")  # makes it an author's folder, with a cache of its own
        words = [sys.executable, "-m", "generator", "build", "--bank", "bank", "--drafts", "--downloads"]
        with cost("the whole site", own=False) as made:
            subprocess.run(words, cwd=folder, env={**os.environ, "PYTHONPATH": str(TOOL)}, check=True)
            made.append((folder / "site" / SITE).stat().st_size)
        options = Options((folder / "bank",), drafts=True, jobs=1, cache=folder / "cache")
        with cost("all downloads, with reading and drawing"):
            measure(options)
        first = min((folder / "bank").glob("*.md"))
        text = first.read_text("utf-8")
        place = text.index("\n", text.index("Answer:") + 10)
        first.write_text(f"{text[:place]} Edited.{text[place:]}", "utf-8")
        with cost("the same after one edit"):
            measure(options)


def measure(options: Options) -> None:
    """Make all downloads of a bank, kind by kind."""
    cache = Cache(options.cache)
    with cost("read, link, draw"):
        study, _ = prepare(options, cache=cache)
    for kind, files in groupby(exports.wanted(study), key=lambda one: one.kind):
        with cost(f"  {kind.name}") as made:
            made.extend(len(data) for _, data in exports.export(study, files, cache.part("exports")))
    with cost("  cards of links") as made:
        made.extend(len(data) for _, data in exports.cards(study, cache.part("cards")))


@contextmanager
def cost(name: str, own: bool = True) -> Iterator[list[int]]:
    """Print what a block costs, with or without what this process takes, and how large the files are that it lists."""
    sizes: list[int] = []
    highest, over, before = [0.0], threading.Event(), cpu()

    def look() -> None:
        while not over.wait(EVERY):
            highest[0] = max(highest[0], sum(map(memory, list(tree(os.getpid()))[not own :])))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield sizes
    finally:
        over.set()
        looking.join()
    files = f"{len(sizes):>5} files {sum(sizes) / 1e6:>7.1f} MB" if sizes else ""
    print(f"{name:<42}{cpu() - before:>8.1f} s {highest[0]:>7.0f} MiB {files}", flush=True)


def tree(process: int) -> Iterable[int]:
    """A process and all that it has started."""
    yield process
    with suppress(OSError):
        for task in os.listdir(f"/proc/{process}/task"):
            for child in Path(f"/proc/{process}/task/{task}/children").read_text().split():
                yield from tree(int(child))


def memory(process: int) -> float:
    """MiB of a process; what it shares with others, in part."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
    return 0.0


if __name__ == "__main__":
    main()
