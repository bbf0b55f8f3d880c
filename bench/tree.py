"""Writes the Markdown pages of a bank into a folder, for the other engines to build."""

import sys
from pathlib import Path

from generator import pages
from generator.options import Options
from generator.preparing import prepare
from generator.writing import write_tree


def main(bank: Path, docs: Path) -> None:
    """Write the pages of `bank` into `docs`, without the front matter that only our templates know."""
    study, _ = prepare(Options(banks=(bank,)))
    texts = {path: text.replace("template: ", "layout: ", 1) for path, text in pages.pages(study).items()}
    write_tree(docs, texts, pages.OWNED)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
