"""Writes the Markdown pages of a bank into a folder, for the other engines to build."""

import sys
from pathlib import Path

from mkdocs.utils import meta

from generator import pages
from generator.options import Options
from generator.preparing import prepare
from generator.publishing.writing import write_tree


def main(bank: Path, docs: Path) -> None:
    """Write the question pages of `bank` into `docs`, a folder a topic: so the theme can prune its navigation."""
    study, _ = prepare(Options(banks=(bank,)))
    made = pages.pages(study)
    texts = {"index.md": f"# {study.edition.site_name}\n"}
    for topic in study.bank.topics:
        texts[f"{topic.slug}/index.md"] = f"# {topic.name}\n"
        for number in topic.numbers:
            texts[f"{topic.slug}/{number}.md"] = plain(made[f"questions/{number}.md"])
    write_tree(docs, texts, ())


def plain(page: str) -> str:
    """The page without the front matter that only our templates know, its title as a heading."""
    body, front = meta.get_data(page)
    return f"# {front['title']}\n\n{body}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
