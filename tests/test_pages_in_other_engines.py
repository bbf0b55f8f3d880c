"""The generated Markdown builds without our own engine: by `mkdocs build --strict`, and by its likely successor."""

import os
import posixpath
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import generate

pytestmark = pytest.mark.slow

PROGRAMS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `build --markdown` writes of the small bank."""
    folder = tmp_path_factory.mktemp("tree")
    words = ("--bank", "tests/data/pages/bank.md", "--diagrams", "tests/data/pages/diagrams", "--title", "Small & fine")
    generate("build", *words, "--out", str(folder / "ours"), "--markdown", str(folder / "tree"))
    return folder / "tree"


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
    said = run("mkdocs", "build", "--strict", "--site-dir", str(tree.parent / "mkdocs"), folder=tree)
    assert "WARNING" not in said
    assert_the_same(tree.parent / "mkdocs", tree.parent / "ours")


def test_zensical_builds_the_same_pages(tree: Path) -> None:
    """The other engine's template language understands our templates, and its pages say the same."""
    run("zensical", "build", "--clean", folder=tree)
    assert_the_same(tree / "site", tree.parent / "ours")


def assert_the_same(theirs: Path, ours: Path) -> None:
    """Every page and file of ours is there, says the same, and shows its pictures and icons."""
    made = {path.relative_to(ours).as_posix() for path in ours.rglob("*") if path.is_file()}
    missing = {path for path in made if not (theirs / path).is_file()}
    assert {path for path in missing if not path.endswith("/index.md")} <= {"sw.js", "offline.json", ".sha256sums"}
    for path in sorted(path for path in made if path.endswith("index.html")):
        first, second = (LexborHTMLParser((folder / path).read_text("utf-8")) for folder in (ours, theirs))
        for part in ("h1", "#answer", "#references", "figcaption", ".sidebar", ".turn", ".entries", ".parts", "table"):
            assert _words(first, part) == _words(second, part), (path, part)
        for picture in second.css("main img"):
            source = posixpath.normpath(posixpath.join(posixpath.dirname(path), picture.attributes["src"] or ""))
            assert (theirs / source).is_file(), (path, source)


def _words(page: LexborHTMLParser, part: str) -> str:
    found = page.css_first(part)
    return " ".join(found.text().split()) if found else "missing"
