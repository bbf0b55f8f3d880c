"""Plugins and hooks that mkdocs.yml names see every page, by both doors, and what they change is part of the site."""

import json
import os
import re
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pipeline
from generator.files.hashing import content_hash
from generator.options import Options
from generator.problems import Failed
from tests.conftest import ROOT, served

BANK = (
    "## Storage\n\n### 1. What is a heap?\n\nIn pages. {{ today }} See Q2.\n\n### 2. What is TOAST?\n\nLong values.\n"
)
HOOKS = """
from pathlib import Path

from mkdocs.structure.files import File

def on_config(config):
    config.extra_css.append("late.css")

def on_files(files, config):
    assert {"questions/1.md", "about.md", "downloads.md", "mine.css"} <= set(files.src_uris)
    files.append(File.generated(config, "added.md", content="# Added\\n\\nTo [Q1](questions/1.md).\\n"))
    made_by = {file.src_uri: file.generated_by for file in files}
    assert (made_by["questions/1.md"], made_by["added.md"]) == ("question-bank", "hooks.py")

def on_page_markdown(markdown, page, config, files):
    page.meta["seen"] = page.file.src_uri
    return markdown.replace("{{ today }}", "Today.")

def on_page_content(html, page, config, files):
    return html.replace("<p>In pages.", '<p class="seen">In pages.')

def on_page_context(context, page, config, nav):
    context["mine"] = "of mine"

def on_post_page(output, page, config):
    return output.replace("</body>", "<script>console.log(1)</script></body>")

def on_post_build(config):
    site = Path(config.site_dir)
    (site / "old").mkdir()
    (site / "old/index.html").write_text("moved to <a href=../about/>about</a>")
    (site / "late.css").write_text("p { }")
    (site / "llms.txt").write_text((site / "llms.txt").read_text() + "More.\\n")
"""
SAID = """site_name: Mine
site_url: https://me.example.org/
theme: {name: material}
extra_css: ["http://127.0.0.1:PORT/far.css"]
hooks: [hooks.py]
plugins:
  - search
  - question-bank
  - privacy
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": SAID,
        "hooks.py": HOOKS,
        "bank/pg.md": BANK,
        "docs/about.md": "# About\n\nMe. {{ today }}\n",
        "docs/mine.css": "p { }",
        "overrides/main.html": '{% extends "base.html" %}{% block announce %}{{ mine }}{% endblock %}',
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def built(folder: Path, **rest: bool) -> pipeline.BuildResult:
    with chdir(folder):
        return pipeline.build(Options(home=folder, cache=folder / ".cache", **rest))


@pytest.mark.slow
def test_guests_see_all_pages_by_both_doors_and_what_they_make_is_published(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, installed: str
) -> None:
    """A hook and the theme's privacy plugin; `mkdocs build` gives the same bytes."""
    far = tmp_path_factory.mktemp("far")
    (far / "far.css").write_text("b { }")
    with served(far) as address:
        (folder / "mkdocs.yml").write_text(SAID.replace("http://127.0.0.1:PORT/", address))
        outcome = built(folder, verify=True)
        words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "theirs"]
        environment = {**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{ROOT}", "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert "mkdocs.yml names privacy, hooks.py: this build went by MkDocs' plugins" in outcome.guests
    assert not outcome.problems
    about, question, added = (
        (folder / "site" / path / "index.html").read_text() for path in ("about", "questions/1", "added")
    )
    assert "Me. Today." in about
    assert '<p class="seen">In pages. {{ today }}' in question
    assert 'href="../questions/1/"' in added
    for page in (about, question, added):
        assert f"'sha256-{content_hash(b'console.log(1)')}'" in page
        tree = LexborHTMLParser(page)
        assert tree.css_first("[data-md-component=announce]").text().strip() == "of mine"
        sheets = [node.attributes["href"] or "" for node in tree.css("link[rel=stylesheet]")]
        assert any(sheet.endswith("late.css") for sheet in sheets)
        assert any("assets/external" in sheet for sheet in sheets)
        assert address not in "".join(sheets)
    ours, theirs = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (folder / "site", folder / "theirs")
    )
    assert ours == theirs
    assert b"More." in ours["llms.txt"]
    assert "old/index.html" in ours[".sha256sums"].decode()
    kept = re.search(r"self.offline = (\{.*?\});?\n", ours["sw.js"].decode())
    assert kept
    assert "old/" in json.loads(kept[1])["now"]


def test_a_guest_that_fails_or_breaks_a_link_publishes_nothing(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Mine\nhooks:\n  - hooks.py\n")
    (folder / "hooks.py").write_text("def on_env(env, config, files):\n    raise ValueError('no such day')\n")
    with pytest.raises(Failed) as failed:
        built(folder)
    assert str(failed.value.problems[0]).startswith("mkdocs.yml:3: hooks.py failed: ValueError: no such day")
    (folder / "mkdocs.yml").write_text("site_name: Mine\nhooks:\n  - others.py\n")
    (folder / "others.py").write_text(
        "def on_post_page(output, page, config):\n    return output + '<a href=gone/>x</a>'\n"
    )
    with pytest.raises(Failed, match="gone"):
        built(folder)
    assert not (folder / "site").exists()


def test_no_guest_runs_where_no_code_of_the_author_may(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Mine\nplugins: {redirects: {}}\nhooks:\n  - hooks.py\n")
    (folder / "hooks.py").write_text("raise SystemExit(1)\n")
    said = [str(problem) for problem in built(folder, no_run=True).problems]
    assert [line.partition(" is a plugin")[0] for line in said] == [
        "mkdocs.yml:2: warning: redirects",
        "mkdocs.yml:4: warning: hooks.py",
    ]


def test_a_guest_that_is_not_installed_is_named(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: Mine\nplugins:\n  - redirects\n")
    with pytest.raises(Failed, match='"redirects" plugin is not installed'):
        built(folder)
