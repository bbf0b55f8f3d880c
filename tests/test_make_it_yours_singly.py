"""Each entry of the guide "Make it yours" works alone, without any of the others."""

import re
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

import pytest
import yaml

from generator import pipeline, settings
from generator.cli import main
from generator.options import Options
from generator.rendering import Written
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

BANK = "## Storage\n\n### 1. What is a heap?\n\nIn pages.\n\n## Logs\n\n### 2. What is WAL?\n\nA log.\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
COUNTED = "overrides/partials/integrations/analytics/mine.html"

ENTRIES: Mapping[str, tuple[str, Mapping[str, str], str, str]] = {
    "name": ("site_name: Postgres, asked", {}, "index.html", "<h1[^>]*>Postgres, asked</h1>"),
    "author": ("site_author: Me", {}, "index.html", 'name="author" content="Me"'),
    "last line": ("copyright: '&copy; <b>Me</b>'", {}, "index.html", "&copy; <b>Me</b>"),
    "logo": ("theme: {logo: a/l.svg}", {"docs/a/l.svg": LOGO}, "index.html", '<img[^>]* src="[./]*a/l.svg"'),
    "logo by name": (
        "theme: {icon: {logo: material/database}}",
        {},
        "index.html",
        'class="brand"[^>]*><svg [^>]*viewBox="0 0 24 24"',
    ),
    "favicon": ("theme: {favicon: a/f.svg}", {"docs/a/f.svg": LOGO}, "manifest.webmanifest", "a/f.svg"),
    "accent": ("theme: {palette: {primary: teal}}", {}, "assets/stylesheets/own.css", "--accent:light-dark"),
    "accent as a number": ('theme: {palette: {primary: "#0f766e"}}', {}, "assets/stylesheets/own.css", "#0f766e"),
    "dark only": ("theme: {palette: {scheme: slate}}", {}, "index.html", 'data-scheme="slate"'),
    "fonts": (
        "theme: {font: {text: Merriweather}}",
        {},
        "index.html",
        "googleapis.com/css\\?family=Merriweather",
    ),
    "styles": ("extra_css: [m.css]", {"docs/m.css": "p { }"}, "questions/1/index.html", 'href="../../m.css"'),
    "a sheet of the tool's": (
        "",
        {"docs/assets/stylesheets/site.css": "p { top: 1em }"},
        "assets/stylesheets/site.css",
        "^p ",
    ),
    "a part of it": (
        "",
        {"docs/assets/stylesheets/pages/map.css": ".map { top: 1em }"},
        "assets/stylesheets/site.css",
        r"(?s)@font-face.*\n\.map \{ top: 1em \}",
    ),
    "scripts": ("extra_javascript: [m.js]", {"docs/m.js": "1"}, "questions/1/index.html", 'src="../../m.js"'),
    "analytics": (
        "extra: {analytics: {provider: mine}}",
        {COUNTED: "<!-- counts -->"},
        "index.html",
        "<!-- counts -->",
    ),
    "consent": ("extra: {consent: {title: Cookies, description: We count.}}", {}, "index.html", "We count."),
    "announcement": (
        "",
        {"overrides/main.html": '{% extends "base.html" %}{% block announce %}New!{% endblock %}'},
        "questions/1/index.html",
        "New!",
    ),
    "links": (
        "extra: {social: [{icon: material/rss, link: 'https://x.org/me'}]}",
        {},
        "index.html",
        "https://x.org/me",
    ),
    "home": ("", {"docs/index.md": "# Hello\n\nMy words.\n"}, "index.html", "(?s)<h1[^>]*>Hello</h1>.*My words."),
    "home by a template": (
        "",
        {"docs/index.md": "---\ntemplate: mine.html\n---\n", "overrides/mine.html": "only mine"},
        "index.html",
        "^only mine$",
    ),
    "pages": ("", {"docs/a.md": "# A\n\n[Q2](questions/2.md)\n"}, "a/index.html", 'href="../questions/2/">Q2<'),
    "nav": ("nav: [{Start: index.md}, {Topics: topics/}]", {}, "questions/1/index.html", '<a href="../../">Start</a>'),
    "menu": ("extra: {menu: [{name: All, path: topics/}]}", {}, "index.html", '<a href="[./]*topics/">All</a>'),
    "domain": ("", {"docs/CNAME": "pg.example.org\n"}, "index.html", 'rel="canonical" href="https://pg.example.org/"'),
    "language": ("theme: {language: de}", {}, "index.html", '(?s)<html lang="de".*Üben'),
    "words": ("", {"bank/words.yml": "Practice: Drill\n"}, "practice/index.html", "Drill"),
    "order": ("extra: {topics: [Logs]}", {}, "topics/index.html", "(?s)/topics/logs/.*/topics/storage/"),
    "template": (
        "",
        {"overrides/partials/footer.html": "<footer>mine</footer>"},
        "index.html",
        "<footer>mine</footer>",
    ),
    **{
        f"without {part}": (
            f"extra: {{{part}: false}}",
            {},
            "index.html",
            rf'(?s)data-without="{part}"(?!.*href="{part}/)',
        )
        for part in ("practice", "papers", "glossary", "downloads", "offline")
    },
}
"""What mkdocs.yml says, files of the author's, and what a file of the site then has."""


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of somebody who says nothing; the cache beside it serves all others."""
    folder = tmp_path_factory.mktemp("usual")
    with chdir(folder):
        return made(folder, {}, folder / "cache")


def made(folder: Path, files: Mapping[str, str], cache: Path) -> Path:
    """The site of a small bank and of an author's files, which are all in order."""
    for name, text in {"mkdocs.yml": "", "bank/a.md": BANK, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    problems = pipeline.build(Options(home=folder, cache=cache)).problems
    assert [str(each) for each in problems if "words.yml" not in str(each)] == []
    return folder / "site"


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_entry_works_alone(entry: str, usual: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, files, path, words = ENTRIES[entry]
    before = (usual / path).read_text("utf-8") if (usual / path).is_file() else ""
    assert not re.search(words, before)
    monkeypatch.chdir(tmp_path)
    found = (made(tmp_path, {"mkdocs.yml": said, **files}, usual.parent / "cache") / path).read_text("utf-8")
    assert re.search(words, found), found[:3000]


def test_ones_own_home_page_is_in_the_tree_for_other_engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {"mkdocs.yml": "", "bank/a.md": BANK, "docs/index.md": "# Hello\n\nMy words.\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    pipeline.build(Options(home=tmp_path, cache=tmp_path / "cache", markdown=tmp_path / "tree"))
    assert "My words." in (tmp_path / "tree/docs/index.md").read_text("utf-8")


def test_the_guide_has_no_entry_that_is_not_tried() -> None:
    """Icons in diagrams and plugins have tests of their own."""
    guide = (ROOT / "guide/make-it-yours.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+?) \|", guide, re.MULTILINE)[2:]
    tried = " ".join(ENTRIES) + " icons in diagrams, parts, anything else (template)"
    for row in rows:
        assert any(word in tried for word in re.findall(r"\w{4,}", row)), row


def test_what_the_guide_to_publishing_names_is_there(usual: Path) -> None:
    """Its commands are commands, its files are files, and its pieces of YAML are YAML."""
    guide = (ROOT / "guide/publishing.md").read_text("utf-8")
    for name in ("_headers", "404.html", "sw.js"):
        assert name in guide
        assert (usual / name).is_file()
    jobs = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)]
    assert [sorted(job) for job in jobs] == [["pages"], ["build", "draw"]]
    asked = {command for command in re.findall(r"question-bank (\w+)", guide) if command != "init"}
    assert asked == {"check", "build"}
    known = {option for command in asked for each in main.commands[command].params for option in each.opts}
    assert set(re.findall(r"question-bank \w+ (--[\w-]+)", guide)) <= known
    assert {"--drawings-only", "--part", "--out"} <= known


@pytest.mark.parametrize("said", ["", "exclude_docs: |\n  none.txt\n"])
def test_hidden_files_and_templates_of_docs_are_left_out_whether_others_are_or_not(said: str, tmp_path: Path) -> None:
    paths = (".a/x.txt", "a/.x.txt", "templates/x.txt", "a/templates/x.txt", "a/x.txt", "none.txt")
    (tmp_path / "mkdocs.yml").write_text(said)
    for path in paths:
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text("x")
    written = Written((tmp_path / "docs",), settings.read(tmp_path / "mkdocs.yml"))
    kept = {path for path, _ in written.copied()}
    assert kept == {"a/templates/x.txt", "a/x.txt", *(() if said else ("none.txt",))}
