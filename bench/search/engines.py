"""The same documents as three small sites, each searched in its own way: ours, the theme's own search, and Pagefind.

Every site has a page index.html and a script that asks it: `await ask("cold start")` -> [902, 943].
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator import search
from generator.markup import text
from generator.model import Study

DOCS = Path(__file__).parents[2] / "docs"

PAGE = """<!doctype html><html lang="en" data-base="."><meta charset="utf-8"><title>{name}</title>
<form class="search" action="./search/" method="get"><input id="search-input" name="q" type="search"></form>
<ol></ol>{script}</html>"""

# Every page of the site has data.js and dom.js already.
OURS_LOAD = """<script type="module">
import "./assets/javascripts/shared/data.js";
import "./assets/javascripts/shared/dom.js";
document.getElementById("search-input").addEventListener(
  "focus", async () => (await import("./assets/bundles/search.js")).start(document), { once: true });
</script>"""

OURS_ASK = """async (text) => {
  const field = document.getElementById("search-input");
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input"));
  const list = () => document.getElementById("search-list");
  while (list()?.getAttribute("aria-busy") !== "false") await new Promise((done) => setTimeout(done, 1));
  return [...list().children].map((each) => Number(each.dataset.question));
}"""

THEME_ASK = """async (text) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const meta = document.querySelector(".md-search-result__meta");
  document.getElementById("__search").checked = true;
  field.focus();
  while (/Initializing/.test(meta.textContent)) await new Promise((done) => setTimeout(done, 1));
  const list = document.querySelector(".md-search-result__list");
  const all = { childList: true, subtree: true, characterData: true };
  const changed = new Promise((done) => new MutationObserver(done).observe(meta.parentElement, all));
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  await Promise.race([changed, new Promise((done) => setTimeout(done, 1500))]);
  const links = [...list.querySelectorAll(".md-search-result__item a")];
  const numbers = links.map((each) => Number(/q(\\d+)/.exec(each.href)?.[1]));
  return [...new Set(numbers)].filter(Boolean).slice(0, 10);
}"""

PAGEFIND_ASK = """async (text) => {
  document.getElementById("search-input").focus();
  window.pagefind ??= await import("./pagefind/pagefind.js");
  const found = await window.pagefind.search(text);
  const pages = await Promise.all(found.results.slice(0, 10).map((each) => each.data()));
  return pages.map((each) => Number(/q(\\d+)/.exec(each.url)[1]));
}"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to search: how its site is made, and how it is asked."""

    name: str
    make: Callable[[Study, Path], None]
    ask: str
    largest: int
    """Questions up to which it is measured; the theme's search freezes beyond."""


def ours(study: Study, folder: Path) -> None:
    """Our modules and the files of `generator.search`."""
    for name in ("bundles", "javascripts", "vendor", "stylesheets"):
        shutil.copytree(DOCS / "assets" / name, folder / "assets" / name)
    _write(folder, search.files(study))
    (folder / "index.html").write_text(PAGE.format(name="ours", script=OURS_LOAD), "utf-8")


def theme(study: Study, folder: Path) -> None:
    """MkDocs with Material and its search plugin; one page per question, none in the navigation."""
    docs = folder / "source"
    pages = {
        f"q{each.number}.md": f"# Question {each.number}: {each.title}\n\n{text(each.answer)}\n".encode()
        for each in study.bank.questions
    }
    _write(docs, {"index.md": b"# Home\n", **pages})
    settings = "site_name: Bank\ntheme: {name: material, font: false}\nnav: [index.md]\nplugins: [search]\n"
    (folder / "mkdocs.yml").write_text(f"{settings}docs_dir: source\nsite_dir: site\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, env={"NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL)
    shutil.rmtree(docs)
    for each in (folder / "site").iterdir():
        each.rename(folder / each.name)


def pagefind(study: Study, folder: Path) -> None:
    """Pagefind's index of the same texts; the title weighs as a heading does there."""
    pages = {
        f"q{each.number}.html": (
            f"<!doctype html><html lang=en><h1>Question {each.number}: {escape(each.title)}</h1>"
            f"<p>{escape(text(each.answer))}</p></html>"
        ).encode()
        for each in study.bank.questions
    }
    _write(folder / "pages", pages)
    output = ["--output-path", str(folder / "pagefind")]
    command = [sys.executable, "-m", "pagefind", "--site", str(folder / "pages"), *output]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (folder / "index.html").write_text(PAGE.format(name="Pagefind", script=""), "utf-8")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


ENGINES = (
    Engine("ours", ours, OURS_ASK, 10_000),
    Engine("theme (lunr)", theme, THEME_ASK, 1_000),
    Engine("Pagefind", pagefind, PAGEFIND_ASK, 10_000),
)
