"""The nets under the others: what finds broken links, tells that something changed, and decides what comes first."""

import re
import subprocess
import tomllib
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator import pipeline
from generator.commands import serving
from generator.drawing import drawings
from generator.files import hashing
from generator.files.cache import NOTHING, Cache
from generator.files.memory import Entry
from generator.markup import html
from generator.model import Element, Page, Picture
from generator.options import Options
from generator.problems import Failed, Place
from generator.publishing import offline
from generator.publishing.checking import broken_links, facts
from generator.reading import assemble, read_file
from generator.reading.reading import read_source
from generator.reading.sources.files import Source
from tests.conftest import ROOT

PAGE = '<h1 id="top">A</h1><h2 id="a b">B</h2>'


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("", ""),
        ("#top", ""),
        ("#a%20b", ""),
        ("../b/", ""),
        ("../b/#top", ""),
        ("../assets/x.png", ""),
        ("../assets/x.png?v=1", ""),
        ("https://elsewhere.example/nowhere", ""),
        ("mailto:a@b.example", ""),
        ("//elsewhere.example/", ""),
        ("#nowhere", "links to a/index.html#nowhere, but that page has no such anchor"),
        ("../b/#nowhere", "links to b/#nowhere, but that page has no such anchor"),
        ("../c/", "links to c/, which is not there"),
        ("../c/#top", "links to c/#top, which is not there"),
        ("../b", "links to b, which is not there"),
        ("../assets/y.png", "links to assets/y.png, which is not there"),
        ("/c/", "links to c/, which is not there"),
        ("./nowhere.html", "links to a/nowhere.html, which is not there"),
    ],
)
@pytest.mark.parametrize("tag", ["a href", "img src", "link href", "form action", "script src", "source src"])
def test_a_link_that_leads_nowhere_is_found(link: str, problem: str, tag: str) -> None:
    pages = {
        "a/index.html": facts("a/index.html", PAGE + f'<{tag}="{link}">'),
        "b/index.html": facts("b/index.html", PAGE),
    }
    found = [str(each) for each in broken_links(pages, [*pages, "assets/x.png"])]
    assert found == ([f"a/index.html: {problem}"] if problem else [])


def test_of_many_links_that_lead_nowhere_each_is_found() -> None:
    links = '<a href="../b/">b</a> <a href="#no">c</a> <a href="../d/#x">d</a>'
    pages = {path: facts(path, PAGE + links) for path in ("a/index.html", "e/index.html")}
    found = [str(each) for each in broken_links(pages, pages, lambda path, target: Place(f"{path} {target}"))]
    whats = ("b/: links to b/, which is not there", "d/#x: links to d/#x, which is not there")
    anchor = "{0}#no: links to {0}#no, but that page has no such anchor"
    assert sorted(found) == sorted(f"{path} {each}" for path in pages for each in (*whats, anchor.format(path)))


POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "media-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def test_a_page_may_load_only_what_is_the_sites(tmp_path: Path) -> None:
    """To the word, and of scripts in the page itself those of a known hash."""
    (tmp_path / "a.md").write_text("### Question 1: One\n\n**Answer:** a\n")
    pipeline.build(Options(banks=(tmp_path / "a.md",), out=tmp_path / "s", home=tmp_path, cache=tmp_path / "cache"))
    for page in (tmp_path / "s").rglob("*.html"):
        (said,) = re.findall('<meta http-equiv="?Content-Security-Policy"? content="([^"]+)">', page.read_text("utf-8"))
        rules = dict(rule.strip().split(" ", 1) for rule in said.split(";"))
        assert re.fullmatch(r"'self'( 'sha256-[\w+/]{43}=')*", rules.pop("script-src")), page
        assert rules == POLICY, page


FOOTER = "overrides/partials/footer.html"
ASIDE = {
    "settings": ("mkdocs.yml", "copyright: Told so\n"),
    "a template": (FOOTER, "<footer>Told so</footer>"),
    "a library": ("", "generator.rendering.engine.version"),
    "our code": ("", "generator.site.code_of"),
    "words": ("words.yml", "Practise: Told so\n"),
}


def test_a_page_is_made_anew_when_what_stands_round_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Templates, settings, words, libraries and our own code are part of each page's key."""
    (tmp_path / "a.md").write_text("### Question 1: One\n\n**Answer:** a\n")
    (tmp_path / FOOTER).parent.mkdir(parents=True)
    options = Options(banks=(tmp_path / "a.md",), out=tmp_path / "site", home=tmp_path, cache=tmp_path / "cache")
    pages = pipeline.build(options).rendered
    with monkeypatch.context() as context:  # a hand-written page that is taken over is not converted either
        context.delattr("generator.rendering.converting.converted")
        assert (pages > 3, pipeline.build(options).rendered) == (True, 0)
    for name, (file, said) in ASIDE.items():
        if file:
            (tmp_path / file).write_text(said)
        else:
            monkeypatch.setattr(said, lambda *_: "another")
        assert pipeline.build(options).rendered == pages, name
        assert not file or "Told so" in (tmp_path / "site/index.html").read_text("utf-8"), name
    (tmp_path / FOOTER).write_text('<footer><a href="nowhere/">a</a></footer>')
    with pytest.raises(Failed, match="links to nowhere/, which is not there"):
        pipeline.build(options)


def test_a_page_is_another_when_only_its_picture_is() -> None:
    """As when a module changes its layout or an icon, and no word."""
    page = Page("questions/1.md", "question.html", {"title": "T"}, "<p>a</p>", Picture.of("<svg/>", 1, 1))
    assert page.state == replace(page).state
    for other in (
        replace(page, picture=Picture.of("<svg />", 1, 1)),
        replace(page, picture=None),
        replace(page, text="<p>b</p>"),
        replace(page, fields={"title": "U"}),
        replace(page, template="topic.html"),
        replace(page, path="questions/2.md"),
    ):
        assert other.state != page.state


def test_another_renderer_draws_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    key = partial(drawings._key, how=drawings.RunOptions())
    before = key("q1.py", "code")
    assert before != key("q2.py", "code")
    assert before != key("q1.py", "other")
    monkeypatch.setattr(drawings, "code_of", lambda *_: "another")
    assert key("q1.py", "code") != before


def test_parts_of_a_hash_are_kept_apart() -> None:
    assert hashing.digest("ab", "c") != hashing.digest("a", "bc")
    assert hashing.digest("a", "") != hashing.digest("a")


def test_a_question_is_read_anew_when_any_sign_of_it_is_another(tmp_path: Path) -> None:
    """What is kept of a text is found by the whole of it, and again by nothing else."""
    source = Source(tmp_path / "a.md", "a.md")
    for words in ("one", "two", "one"):
        source.path.write_text(f"### Question 1: Which of the two is it now?\n\nIt is the same but for {words}.\n")
        kept = [read_source(source, cache)[0] for cache in (Cache(tmp_path / "cache"), None)]
        assert kept[0] == kept[1]


def test_a_cache_forgets_what_is_old_and_nothing_else(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    part = cache.part("part")
    part.put("aaaa", b"old")
    part.put("bbbb", b"new")
    (old,) = (path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes().endswith(b"old"))
    subprocess.run(["touch", "-d", "31 days ago", str(old)], check=True)
    cache.sweep()
    assert part.find("aaaa") is None
    assert part.find("bbbb") == b"new"
    assert NOTHING.find("bbbb") is None


def test_a_list_begins_with_its_own_number_in_exports() -> None:
    item = Element("item", children=(Element("paragraph", children=(Element("text", "a"),)),))
    made = Element("list", children=(item,), attributes=(("ordered", True), ("start", 3), ("tight", True)))
    assert '<ol start="3">' in html((made,), str)


@pytest.mark.parametrize("scheme", ["data", "DATA", "javascript", "vbscript", "file"])
@pytest.mark.parametrize(
    "form",
    [
        "[x]({}:text/html,x)",
        "[x]\n\n[x]: {}:text/html,x",
        "![x]({}:image/svg+xml,x)",
        "a <A HREF={}:text/html,x>x</A>",
    ],
)
def test_no_link_leads_to_what_runs(scheme: str, form: str) -> None:
    text = "### Question 1: One\n\n**Answer:**\n\n" + form.format(scheme)
    file, problems = read_file("bank.md", text.encode())
    assert f"a link to {scheme.lower()}: is harmful" in str(problems[0])
    shown = html(assemble([file])[0].questions[0].answer, str)
    assert "href" not in shown
    assert "src" not in shown


def test_a_small_site_is_kept_at_once_and_a_large_one_when_it_is_asked_for() -> None:
    """Some 24 MB are taken unasked, and not a hundred."""
    assert 10_000_000 <= offline.LIMIT <= 50_000_000
    for size, waits in ((offline.LIMIT // 4, False), (offline.LIMIT, True)):
        site = {path: Entry("", size, 0, "") for path, size in (("index.html", 1), ("questions/1/index.html", size))}
        now, later = offline._split(site)
        assert ("questions/1/index.html" in later) is waits
        assert ("questions/1/index.html" in now) is not waits


def test_the_preview_shows_the_sites_own_page_for_what_is_missing(tmp_path: Path) -> None:
    server = serving.Preview.__new__(serving.Preview)
    server.root, server._visible_epoch = str(tmp_path), 0
    assert server.missing(500) is None
    assert b"no such page" not in (server.missing(404) or b"")
    (tmp_path / "404.html").write_text("<body>no such page</body>")
    assert b"no such page" in (server.missing(404) or b"")


def test_the_search_for_planted_faults_is_a_command() -> None:
    """`make mutants` names modules that are there."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    assert len(asked["only_mutate"]) >= 6
    names = (*asked["only_mutate"], *asked["also_copy"], *asked["pytest_add_cli_args_test_selection"])
    assert [name for name in names if not (ROOT / name).exists()] == []
