"""Writes the question pages of a bank into a folder as plain Markdown, for the other engines to build."""

import sys
from pathlib import Path

from generator.options import Options
from generator.preparing import prepare


def main(bank: Path, docs: Path) -> None:
    """Write the question pages of `bank` into `docs`, one folder per topic: so the theme can prune its navigation."""
    study, _ = prepare(Options(banks=(bank,)))
    write(docs / "index.md", f"# {study.edition.site_name}\n")
    for topic in study.bank.topics:
        write(docs / topic.slug / "index.md", f"# {topic.name}\n")
        for number in topic.numbers:
            question = study.bank.by_number[number]
            write(docs / topic.slug / f"{number}.md", f"# {question.title}\n\n{question.source}\n")


def write(path: Path, text: str) -> None:
    """Write a page, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
