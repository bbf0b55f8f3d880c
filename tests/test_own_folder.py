"""An author's folder holds his bank, pages and settings, and nothing of the tool."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import chdir
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from generator import pipeline, settings
from generator.commands import starting
from generator.commands.origin import Origin
from generator.options import Options
from tests.conftest import ROOT, generate

pytestmark = pytest.mark.slow

BANK = "## Storage\n\n### 1. What is a heap?\n\nRows in pages. See Q2.\n\n### 2. What is TOAST?\n\nLong values apart.\n"


def run(*words: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment in the author's folder, as if the tool were installed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*more.values(), str(ROOT)]), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/postgres.md").write_text(BANK)
    (tmp_path / "mkdocs.yml").write_text("site_name: Postgres, asked\nsite_url: https://me.example.org/pg\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text(
        "# About\n\nSee [Q2](questions/2.md) and the [glossary-free](index.md) home.\n"
    )
    (tmp_path / "overrides/partials").mkdir(parents=True)
    (tmp_path / "overrides/partials/footer.html").write_text('<footer class="mine">{{ config.site_name | e }}</footer>')
    return tmp_path


def test_a_folder_of_ones_own_makes_a_site_of_ones_own(folder: Path) -> None:
    """Name, address, pages and templates are the author's; the rest comes with the tool, but nothing of its bank."""
    run("-m", "generator", "build", folder=folder)
    home = LexborHTMLParser((folder / "site/index.html").read_text("utf-8"))
    assert home.css_first("h1").text() == "Postgres, asked"
    assert home.css_first("link[rel=canonical]").attributes["href"] == "https://me.example.org/pg/"
    assert home.css_first("footer.mine").text() == "Postgres, asked"
    about = LexborHTMLParser((folder / "site/about/index.html").read_text("utf-8"))
    assert [link.attributes["href"] for link in about.css("article a")] == ["../questions/2/", "../"]
    assert (folder / "site/practice/index.html").is_file()
    assert not (folder / "site/glossary").exists()
    assert "System design" not in (folder / "site/index.html").read_text("utf-8")
    assert not (folder / "docs/index.md").exists()


def test_without_a_glossary_nothing_leads_to_one(folder: Path) -> None:
    (folder / "overrides/partials/footer.html").unlink()
    run("-m", "generator", "build", folder=folder)
    assert not [path for path in (folder / "site").rglob("*.html") if "/glossary/" in path.read_text("utf-8")]
    assert "/glossary/" not in (folder / "site/sitemap.xml").read_text("utf-8")


def begun(folder: Path, source: Path | None = None) -> int:
    """Let `init` begin a folder, with the tool from an index; returns how many questions got numbers."""
    tool = Origin("question-bank-site==0.2.0", "the package index", "another version here")
    return starting.init(folder, lambda: tool, source)[1]


def test_what_init_begins_is_sound_and_builds(tmp_path: Path) -> None:
    """An author's folder passes its own workflow's strict check, and shows its picture, its diagram and its page."""
    folder = tmp_path / "my-bank"
    begun(folder)
    assert run("-m", "generator", "check", "--strict", folder=folder).stdout == "no problems\n"
    run("-m", "generator", "build", "--verify", folder=folder)
    page = LexborHTMLParser((folder / "site/questions/1/index.html").read_text("utf-8"))
    assert page.css_first("#answer img") is not None
    assert page.css_first("#diagram svg") is not None
    assert (folder / "site/about/index.html").is_file()
    workflow = yaml.safe_load((folder / ".github/workflows/site.yml").read_text("utf-8"))
    assert workflow["jobs"]["publish"]["needs"] == "build"
    steps = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert all(re.search(r"@[0-9a-f]{40}$", step) for step in steps)


def test_what_the_first_init_began_still_builds(tmp_path: Path) -> None:
    """An author's folder of the earliest version passes its own workflow's steps with today's tool."""
    shutil.copytree(ROOT / "tests/data/begun/2026-11-29", tmp_path / "first")
    with chdir(tmp_path / "first"):
        outcome = pipeline.build(Options(strict=True, verify=True, home=Path(), cache=Path(".cache")))
    assert outcome.problems == ()
    page = LexborHTMLParser((tmp_path / "first/site/questions/1/index.html").read_text("utf-8"))
    assert (page.css_first("#answer img") is not None, page.css_first("#diagram svg") is not None) == (True, True)
    assert (tmp_path / "first/site/about/index.html").is_file()


def test_init_takes_a_bank_that_is_there_and_never_a_full_folder(folder: Path, tmp_path: Path) -> None:
    """The workflow's first step finds the tool as well: a checkout that nobody else can fetch goes along as a wheel."""
    said = run("-m", "generator", "init", str(tmp_path / "new"), "--from", "bank", folder=folder).stdout.splitlines()
    assert (tmp_path / "new/bank/postgres.md").read_text() == BANK
    assert not (tmp_path / "new/diagrams").exists()
    line = (tmp_path / "new/requirements.txt").read_text().splitlines()[-1]
    assert said[-2].startswith("requirements.txt has the tool from ")
    assert "git+https://" in line or (tmp_path / "new" / line).is_file()
    run("-m", "generator", "check", folder=tmp_path / "new")
    again = generate("init", str(tmp_path / "new"), fails=True)
    assert (again.returncode, again.stderr.count("holds")) == (2, 1)


def test_addresses_are_those_of_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of git's origin, of GitHub's workflow, or of a domain in docs/CNAME; what is said in mkdocs.yml counts most."""
    said = folder / "mkdocs.yml"
    assert settings.read(said)["site_url"] == "https://me.example.org/pg/"
    said.write_text("site_name: Postgres, asked\n")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "remote", "add", "origin", "git@github.com:Me/pg-bank.git"], cwd=folder, check=True)
    found = settings.read(said)
    assert (found["repo_url"], found["site_url"]) == ("https://github.com/Me/pg-bank", "https://me.github.io/pg-bank/")
    monkeypatch.setenv("GITHUB_REPOSITORY", "you/you.github.io")
    assert settings.read(said)["site_url"] == "https://you.github.io/"
    (folder / "docs/CNAME").write_text("asked.example.org\n")
    assert settings.read(said)["site_url"] == "https://asked.example.org/"


def test_an_examples_address_is_a_warning(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: P\nsite_url: https://example.github.io/x/\n")
    said = run("-m", "generator", "check", folder=folder).stderr
    assert "mkdocs.yml: warning: site_url or repo_url is an example's" in said


def test_who_installs_the_tool_gets_every_library_that_it_locks() -> None:
    """What requirements.in names, the package depends on too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = re.compile(r"^([\w-]+)", re.MULTILINE)
    wanted = set(named.findall((ROOT / "requirements.in").read_text("utf-8")))
    assert wanted <= {match[1] for match in map(named.match, project["dependencies"]) if match}


def test_mkdocs_builds_the_same_bytes(folder: Path, installed: str) -> None:
    """`mkdocs build` with our plugin and no other gives each file that `build` gives, and no other."""
    with (folder / "mkdocs.yml").open("a") as settings:
        settings.write("theme: {name: material}\nplugins: [question-bank]\n")
    run("-m", "generator", "build", "--out", "ours", folder=folder)
    run("-m", "mkdocs", "build", "--quiet", "--site-dir", "theirs", folder=folder, installed=installed)
    ours, theirs = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (folder / "ours", folder / "theirs")
    )
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_mkdocs_shows_a_mistake_of_the_author_in_lines(folder: Path, installed: str) -> None:
    """Two questions of one number stop `mkdocs build` as they stop `build`: file, line, what to do, no traceback."""
    with (folder / "mkdocs.yml").open("a") as settings:
        settings.write("theme: {name: material}\nplugins: [question-bank]\n")
    (folder / "bank/more.md").write_text("## More\n\n### 2. Again?\n\nx\n\n### 3. And?\n\ny\n")
    with pytest.raises(AssertionError, match=r"bank/\w+\.md:\d+: question 2 is there already") as failed:
        run("-m", "mkdocs", "build", "--quiet", folder=folder, installed=installed)
    assert "Traceback" not in str(failed.value)


def test_init_numbers_a_bank_without_numbers(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("# Mine\n\n## What is a lock?\n\nIt holds.\n\n## What is a latch?\n\nIt too.\n")
    assert begun(tmp_path / "new", tmp_path / "mine.md") == 2
    assert re.findall(r"^## .*", (tmp_path / "new/bank/mine.md").read_text(), re.MULTILINE) == [
        "## Q1. What is a lock?",
        "## Q2. What is a latch?",
    ]
    run("-m", "generator", "check", folder=tmp_path / "new")


def test_parts_of_the_diagrams_are_all_of_them_each_once(folder: Path) -> None:
    """Drawn on several machines, they are in the cache for the one that builds."""
    for number in (1, 2):
        (folder / "diagrams").mkdir(exist_ok=True)
        (folder / f"diagrams/q{number}.py").write_text(
            f'"""Picture {number}.\n\nOne.\n\n1. It leads.\n"""\nfrom diagrams import Diagram, Edge, Node\n\n'
            'with Diagram("x"):\n    Node("a") >> Edge(label="1. leads") >> Node("b")\n'
        )
    for part in ("1/2", "2/2"):
        done = run("-m", "generator", "build", "--drawings-only", "--part", part, folder=folder)
        assert done.stdout == "1 diagram in the cache\n"
    assert not (folder / "site").exists()
    assert "2 diagrams" in run("-m", "generator", "build", "--no-run", folder=folder).stdout
