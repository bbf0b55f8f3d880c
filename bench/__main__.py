"""`make bench`: build the same pages with ours, with plain MkDocs and Material, with zensical, and with the floor.

    python -m bench [--sizes 50,1000] [--runs 3]
    python -m bench --sizes 100000 --runs 1      # takes some ten minutes and 5 GB of disk

Each figure is a whole process with its children, as the operating system accounts for it: CPU seconds (user and
system), the peak memory of the largest process, bytes of HTML per page, what the site takes on disk. Our own code is
compiled before, as that of libraries is when they are installed. Contenders take turns, so that a drift of the
machine's speed meets them all; the median of the runs is printed. The floor is what no generator can go below:
Python-Markdown, one trivial template, and writing the file.
"""

import argparse
import compileall
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.banks import write_bank
from generator.paths import TOOL as ROOT

PYTHON = sys.executable
PLAIN = """site_name: Bench
docs_dir: docs
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.prune]
markdown_extensions: [tables, sane_lists, pymdownx.highlight, pymdownx.superfences]
"""


@dataclass(frozen=True)
class Figures:
    """What one run of one command cost."""

    cpu: float
    """Seconds, user and system, with all children."""
    memory: int
    """Bytes, peak of the largest process."""


@dataclass(frozen=True)
class Contender:
    """One way of building the pages: a command, and where its pages come out."""

    name: str
    command: Sequence[str]
    folder: Path
    out: Path


def main() -> None:
    """Print one table per size, and the increments at the largest size that all contenders built."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="50,1000,10000", help="questions, separated by commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--rivals-up-to", type=int, default=1000, help="larger banks are built by ours and the floor only"
    )
    words = parser.parse_args()
    compileall.compile_dir(ROOT / "generator", quiet=1)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; median of {words.runs}")
    for size in map(int, words.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            measure_size(Path(folder), size, words.runs, size <= words.rivals_up_to)


def measure_size(folder: Path, size: int, runs: int, rivals: bool) -> None:
    """Build a bank of one size in every way and print the table."""
    write_bank(folder / "bank", size)
    run([PYTHON, "-m", "bench.tree", str(folder / "bank"), str(folder / "docs")], ROOT)
    taken: dict[str, list[Figures]] = {}
    for turn in range(runs):
        here = fresh(folder, turn)
        contenders = [ours(here), floor(here), *((plain(here), zensical(here)) if rivals else ())]
        for each in contenders:
            taken.setdefault(each.name, []).append(run(each.command, each.folder))
    base = median(taken["floor"])
    heads = f"{'CPU s':>8} {'MB':>7} {'KB/page':>8} {'x floor':>8} {'ms/question':>12} {'MB disk':>8}"
    print(f"\n{size:,} questions{'':<17}{heads}")
    for each in contenders:
        cpu, memory = median(taken[each.name]), max(one.memory for one in taken[each.name])
        print(
            f"  {each.name:<28}{cpu:>8.2f} {memory / 1e6:>7.0f} {page_size(each.out) / 1000:>8.1f} "
            f"{cpu / base:>8.2f} {cpu / size * 1000:>12.2f} {on_disk(each.out) / 1e6:>8.0f}"
        )
    if rivals:
        increments(here, runs)


def fresh(folder: Path, turn: int) -> Path:
    """The bank and its pages in a folder that no build has seen.

    Nothing is deleted between runs: a file system may search long for room right after a large deletion.
    """
    here = folder / str(turn)
    for name in ("bank", "docs"):
        shutil.copytree(folder / name, here / name)
    (here / "mkdocs.yml").write_text(PLAIN, "utf-8")
    return here


def increments(folder: Path, runs: int) -> None:
    """Edit one answer and build again, warm, with ours and with zensical in turn."""
    taken: dict[str, list[Figures]] = {"ours, one edit": [], "zensical, one edit": []}
    file = sorted((folder / "bank").iterdir())[0]
    page = sorted((folder / "docs").glob("*/1.md"))[0]
    for edit in range(runs):
        file.write_text(file.read_text("utf-8").replace(" -> ", f" -> edit {edit} ", 1), "utf-8")
        taken["ours, one edit"].append(run(ours(folder).command, ROOT))
        page.write_text(page.read_text("utf-8") + f"\nEdit {edit}.\n", "utf-8")
        taken["zensical, one edit"].append(run(zensical(folder).command, folder))
    for name, figures in taken.items():
        print(f"  {name:<28}{median(figures):>8.2f}")


def ours(folder: Path) -> Contender:
    """Read, link, relate, render, check and swap, from the bank; without drawings, which the others have none of."""
    out = folder / "ours"
    command = [PYTHON, "-m", "generator", "build", "--bank", str(folder / "bank"), "--out", str(out)]
    return Contender("ours", command, ROOT, out)


def floor(folder: Path) -> Contender:
    """Markdown, a trivial template, a file."""
    out = folder / "floor"
    return Contender("floor", [PYTHON, "-m", "bench.floor", str(folder / "docs"), str(out)], ROOT, out)


def plain(folder: Path) -> Contender:
    """MkDocs with Material as it comes, navigation pruned."""
    command = [PYTHON, "-m", "mkdocs", "build", "-q", "-d", str(folder / "plain")]
    return Contender("MkDocs + Material, pruned", command, folder, folder / "plain")


def zensical(folder: Path) -> Contender:
    """The other engine on the same tree; it writes into site/ and keeps a cache."""
    return Contender("zensical", [PYTHON, "-m", "zensical", "build"], folder, folder / "site")


def run(command: Sequence[str], folder: Path) -> Figures:
    """Run a command and take its figures; a failing one ends the benchmark with what it said."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')[-2000:]}")
    return Figures(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(figures: Sequence[Figures]) -> float:
    """The median CPU time."""
    return statistics.median(one.cpu for one in figures)


def page_size(out: Path) -> float:
    """Mean bytes of a question page's HTML, without its diagram."""
    sizes = [path.stat().st_size for path in out.glob("*/[0-9]*/index.html")]
    return statistics.mean(sizes) if sizes else 0.0


def on_disk(out: Path) -> int:
    """Bytes that the files of a site take on the disk, with what the file system adds."""
    return sum(path.lstat().st_blocks * 512 for path in out.rglob("*"))


if __name__ == "__main__":
    main()
