"""How well, how fast and how lightly readers find questions: ours beside the theme's search and Pagefind, in one run.

    python -m bench.search [--sizes 50,1000,10000] [--only ours] [--tuned] [--missed]

Queries and right answers are in queries.yml. Larger banks are the generated one, which repeats its thousand questions
for other customers; there only cost is measured, for a query has no one right answer any more.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from bench.search.bank import GLOSSARY, SERIES, number_of, study
from bench.search.engines import ENGINES, Engine
from bench.search.measuring import Figures, Query, browser, measure
from generator import linking, reading
from generator.model import Edition, Study
from generator.search import read_glossary

HEAD = (
    "| bank | engine | queries | success@1 | success@5 | MRR@10 | KB to first result | KB unasked | first ms "
    "| later ms | block ms |"
)


def main(words: Sequence[str] | None = None) -> None:
    """Print a line for each engine and bank."""
    options = _options(words)
    print(HEAD, "|" + "---|" * 11, sep="\n")
    with browser() as chromium:
        for size in options.sizes:
            bank = our_study() if size == 50 else study(size)
            for engine in _engines(size, options.only):
                with tempfile.TemporaryDirectory() as folder:
                    engine.make(bank, Path(folder))
                    for name, queries in _queries(size, options.tuned):
                        figures = measure(chromium, Path(folder), engine.ask, queries)
                        print(_line(f"{size} {name}", engine.name, figures), flush=True)
                        if options.missed:
                            print("".join(f"      {place or '-'}: {text}\n" for text, place in figures.missed), end="")


def our_study() -> Study:
    """The frozen fifty, linked, without its diagrams: the engines beside ours do not see those."""
    bank, _ = linking.link(reading.read((SERIES,))[0])
    return Study(bank, Edition("Bank", "", "", "", 0), glossary=read_glossary(GLOSSARY)[0])


def queries_of(bank: str, kind: str) -> tuple[Query, ...]:
    """What queries.yml asks of "ours" or "thousand"; kind is "tuned" or "held"."""
    entries = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))[bank][kind]
    return tuple((entry["q"], frozenset(map(_number, entry["is"]))) for entry in entries)


def _number(key: int | str) -> int:
    return key if isinstance(key, int) else number_of(key)


def _queries(size: int, tuned: bool) -> Iterator[tuple[str, tuple[Query, ...]]]:
    for kind in ("tuned",) if tuned else ("tuned", "held"):
        yield kind, queries_of("ours" if size == 50 else "thousand", kind)


def _engines(size: int, only: str) -> Iterator[Engine]:
    return (each for each in ENGINES if size <= each.largest and only in each.name)


def _line(bank: str, engine: str, figures: Figures) -> str:
    rates = f"{figures.success1:.3f} | {figures.success5:.3f} | {figures.reciprocal:.3f}"
    size = f"{figures.first_bytes / 1000:.1f} | {figures.page_bytes / 1000:.1f}"
    times = f"{figures.first_ms:.0f} | {figures.later_ms:.0f} | {figures.block_ms:.0f}"
    return f"| {bank} | {engine} | {figures.queries} | {rates} | {size} | {times} |"


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--sizes", type=lambda text: [int(each) for each in text.split(",")], default=[50, 1000])
    parser.add_argument("--only", default="", help="part of an engine's name")
    parser.add_argument("--tuned", action="store_true", help="leave the held-out queries unmeasured")
    parser.add_argument("--missed", action="store_true", help="name the queries whose answer was not first")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
