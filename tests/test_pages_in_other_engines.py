"""The generated Markdown builds without our own engine: by `mkdocs build --strict`, and by its likely successor."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import exports, pages
from generator.publishing.writing import write_tree
from tests.small_site import ROOT, html, study

pytestmark = pytest.mark.slow

PROGRAMS = Path(sys.executable).parent
SEEN = {
    "questions/1.md": ("h1", "#answer", "#references", ".sidebar", ".turn"),
    "questions/5.md": ("h1", "#answer", "#diagram figcaption", ".parts"),
    "topics/storage-caching-hot.md": ("h1", ".entries"),
    "components/sqs.md": ("h1", ".entries"),
    "map.md": ("h1", "table"),
    "index.md": (".tiles", ".ways"),
}
"""Pages, and what on them must read the same from every engine."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with all that an engine needs: our hand-written pages, the theme, and the pages of the small bank."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("vendor", *pages.OWNED))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    made = {**pages.pages(study()), **exports.downloads_page(study(), {})}
    write_tree(tmp_path / "docs", made, pages.OWNED)
    return tmp_path


def run(*words: str, folder: Path) -> str:
    """Run a program of the environment; returns all it says, and fails where it does."""
    done = subprocess.run(
        [PROGRAMS / words[0], *words[1:]],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def test_mkdocs_builds_the_tree_strictly(tree: Path) -> None:
    """No warning, and every page there; without -q, which would hide failures."""
    said = run("mkdocs", "build", "--strict", "--site-dir", str(tree / "out"), folder=tree)
    assert "WARNING" not in said
    for uri in SEEN:
        assert _text(_built(tree / "out", uri), uri) == _text(html(uri), uri)


def test_zensical_builds_the_same_pages(tree: Path) -> None:
    """The other engine's template language understands our templates, and its pages say the same."""
    run("zensical", "build", "--clean", folder=tree)
    for uri in SEEN:
        assert _text(_built(tree / "site", uri), uri) == _text(html(uri), uri)


def _built(site: Path, uri: str) -> str:
    path = uri.removesuffix(".md").removesuffix("index") or "."
    return (site / path / "index.html").read_text("utf-8")


def _text(page: str, uri: str) -> list[str]:
    parts = [LexborHTMLParser(page).css_first(part) for part in SEEN[uri]]
    return [" ".join(part.text().split()) if part else "missing" for part in parts]
