"""Shows authors what their diagram modules look like.

    python -m generator.drawing diagrams/data/q917.py --out look --png

Prints the problems and the measures of each module and writes `look/index.html`: wide and narrow, light and dark.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.drawing.sheet import look
from generator.problems import errors


def run(arguments: Sequence[str]) -> int:
    """Exit code 0, or 1 where a module has an error."""
    parser = argparse.ArgumentParser(prog="python -m generator.drawing", description="Look at diagram modules.")
    parser.add_argument("modules", nargs="+", type=Path, metavar="MODULE.py")
    parser.add_argument("--out", type=Path, default=Path("look"), metavar="DIR", help="where the sheet is written")
    parser.add_argument("--theme", choices=["light", "dark", "both"], default="both")
    parser.add_argument("--png", action="store_true", help="a PNG of each module too (needs Chromium)")
    given = parser.parse_args(arguments)
    measures, problems = look(given.modules, given.out, given.theme, png=given.png)
    sys.stdout.write("".join(f"{line}\n" for line in measures))
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{given.out / 'index.html'}\n")
    return 1 if errors(problems) else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
