"""The floor: every page through Python-Markdown and one trivial template, written to a file."""

import sys
from pathlib import Path

import jinja2
import markdown
from mkdocs.utils import meta

EXTENSIONS = ["tables", "sane_lists", "pymdownx.highlight", "pymdownx.superfences"]
PAGE = "<!doctype html><html><head><title>{{ title }}</title></head><body>{{ content }}</body></html>"


def main(docs: Path, out: Path) -> None:
    """Build `docs` into `out`."""
    template = jinja2.Template(PAGE)
    for source in sorted(docs.rglob("*.md")):
        text, front = meta.get_data(source.read_text("utf-8"))
        content = markdown.markdown(text, extensions=EXTENSIONS)
        target = out / source.relative_to(docs).with_suffix("") / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(template.render(title=front.get("title", ""), content=content), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
