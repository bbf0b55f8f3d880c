"""What the downloads of a large bank cost: `python -m bench.downloads [questions]`, 1,000 unless it is said otherwise.

For each file: CPU seconds with the processes it starts, the most memory so far, its size. Then one answer is edited and
the same is measured once more, with what the cache kept.
"""

import sys
import tempfile
from pathlib import Path

from bench.banks import write_bank
from bench.parts import clock
from generator import exports
from generator.files.cache import Cache
from generator.options import Options
from generator.preparing import prepare


def main() -> None:
    """Print one line per file, twice."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        bank = Path(folder) / "bank"
        bank.mkdir()
        write_bank(bank, size)
        options = Options((bank,), drafts=True, jobs=1, cache=Path(folder) / "cache")
        measure(options)
        first = min(bank.glob("*.md"))
        text = first.read_text("utf-8")
        place = text.index("\n", text.index("Answer:") + 10)
        first.write_text(f"{text[:place]} Edited.{text[place:]}", "utf-8")
        print("one answer edited", flush=True)
        measure(options)


def measure(options: Options) -> None:
    """Make all downloads of a bank."""
    cache = Cache(options.cache)
    with clock("read, link, draw"):
        study, _ = prepare(options, cache=cache)
    with clock("all downloads"):
        for one in exports.wanted(study):
            with clock(f"  {one.path}"):
                ((_, data),) = exports.export(study, [one], cache.part("exports"))
            print(f"{len(data) / 1_000_000:>60.1f} MB on disk", flush=True)


if __name__ == "__main__":
    main()
