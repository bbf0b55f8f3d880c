"""What an author says in mkdocs.yml and puts into his folder is so on his site, and what has no effect is said."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator import pipeline, settings
from generator.options import Options
from generator.problems import Failed
from generator.settings.colours import accent
from tests.conftest import served

BANK = "## Storage\n\n### 1. What is a heap?\n\nIn pages. See Q2.\n\n## Replication\n\n### 2. What is WAL?\n\nA log.\n"
MODULE = '''"""A heap.

Rows go to pages.

1. A row is written.
"""
from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Heap"):
    Custom("Row", "icons/row.png") >> Edge(label="1. written") >> Custom("Page", "material/file-table-outline")
'''
SAID = """
site_name: Postgres, asked
site_url: https://me.example.org/pg/
site_author: Me
copyright: '&copy; 2026 <a href="#__consent">Me</a>'
theme:
  name: material
  logo: assets/logo.svg
  favicon: assets/logo.svg
  font: {text: Merriweather}
  features: [announce.dismiss]
  palette: {primary: teal}
extra_css: [mine.css]
extra_javascript: [mine.js, {path: "https://cdn.example.net/y.js", async: true}]
nav:
  - Start: index.md
  - About: about.md
  - Questions: topics/
extra:
  topics: [Replication]
  social:
    - {icon: fontawesome/brands/github, link: "https://github.com/me", name: Me at GitHub}
  analytics: {provider: google, property: G-1}
  consent: {title: Cookies, description: We count.}
  policy: {connect-src: "https://api.example.org"}
"""
OFF = "  practice: false\n  papers: false\n  glossary: false\n  downloads: false\n  offline: false\n"
GONE = re.compile(r"(^|/)(practice|paper|glossary|downloads|offline)/")
OWN = '{% extends "base.html" %}{% block announce %}Edition 2 is out.{% endblock %}'


def made(folder: Path, said: str) -> Path:
    """The site of an author's folder with everything of his own in it."""
    files: Mapping[str, str] = {
        "mkdocs.yml": said,
        "bank/pg.md": BANK,
        "bank/glossary.yml": "WAL:\n  meaning: A log that is written ahead.\n",
        "diagrams/q1.py": MODULE,
        "docs/index.md": "# Welcome\n\nMy **own** words on [Q1](questions/1.md).\n",
        "docs/about.md": "# About\n\nWho I am; [cards](practice.md) too.\n",
        "docs/mine.css": ".lead { color: red }",
        "docs/mine.js": "document$.subscribe(() => { document.documentElement.dataset.mine = 'yes' })",
        "docs/CNAME": "pg.example.org\n",
        "docs/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
        "overrides/main.html": OWN,
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "icons").mkdir()
    (folder / "icons/row.png").write_bytes(Path("docs/assets/images/icon-192.png").read_bytes())
    out = folder / "site"
    problems = pipeline.build(
        Options((folder / "bank",), folder / "diagrams", out, home=folder, cache=folder / ".cache", downloads=True)
    ).problems
    assert not problems, problems
    return out


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("yours"), SAID + OFF)


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


def test_name_logo_menu_pages_and_home_are_the_authors(site: Path) -> None:
    home, about = page(site, ""), page(site, "about")
    assert home.css_first("h1").text() == "Welcome"
    assert home.css_first(".hero__own").text().strip() == "My own words on Q1."
    assert home.css_first(".hero__own a").attributes["href"] == "questions/1/"
    assert about.css_first(".brand img").attributes["src"] == "../assets/logo.svg"
    assert about.css_first("link[rel=icon]").attributes["href"] == "../assets/logo.svg"
    assert [icon["src"] for icon in json.loads((site / "manifest.webmanifest").read_text())["icons"]] == [
        "assets/logo.svg"
    ]
    menu = {link.text(): link.attributes["href"] for link in about.css(".menu-bar a")}
    assert menu == {"Start": "../", "About": "../about/", "Questions": "../topics/"}
    assert about.css_first("meta[name=author]").attributes["content"] == "Me"
    assert about.css_first(".footer a[href='#__consent']").text() == "Me"
    assert about.css_first(".md-social a").attributes["href"] == "https://github.com/me"
    assert "Edition 2 is out." in about.css_first("[data-md-component=announce]").text()
    assert (site / "CNAME").read_text() == "pg.example.org\n"


def test_topics_stand_in_the_order_that_is_asked_for(site: Path) -> None:
    assert [each.text() for each in page(site, "").css(".tile h2")] == ["Replication", "Storage"]
    assert [each["name"] for each in json.loads((site / "api/bank.json").read_text())["topics"]] == [
        "Replication",
        "Storage",
    ]


def test_the_accent_is_on_pages_and_in_pictures(site: Path) -> None:
    teal = accent({"primary": "teal"})
    assert teal
    assert f"--accent:light-dark({teal.light},{teal.dark})" in (site / settings.SHEET).read_text()
    picture = (site / "questions/1/diagram.svg").read_text()
    assert f".badge{{fill:{teal.light}}}" in picture
    assert "#3949ab" not in picture
    assert json.loads((site / "manifest.webmanifest").read_text())["theme_color"] == teal.light


@pytest.mark.parametrize("name", ["yellow", "lime", "white", "black", "indigo", "#0f766e"])
def test_every_accent_can_be_read(name: str) -> None:
    from generator.settings import colours

    found = accent({"primary": name})
    assert found
    assert colours._contrast(found.light, "#ffffff") >= 4.5
    assert colours._contrast(found.dark, "#14161d") >= 4.5


def test_icons_of_ones_own_and_of_the_theme_need_no_change_of_the_tool(site: Path) -> None:
    """One lies in icons/, the other is Material's by name; `made` has seen that neither is a warning."""
    picture = page(site, "questions/1").css_first("#diagram svg")
    assert "assets/icons/own" in (picture.html or "")
    assert len(list((site / "assets/icons").rglob("*.png"))) == 1


def test_pages_may_load_what_the_author_asked_for_and_nothing_more(site: Path) -> None:
    said = page(site, "about").css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    policy = {row.split()[0]: row.split()[1:] for row in said.split(";")}
    hosts = {name: [each for each in row if each.startswith("https:")] for name, row in policy.items()}
    assert hosts["script-src"] == ["https://cdn.example.net", "https://www.googletagmanager.com"]
    assert hosts["style-src"] == ["https://fonts.googleapis.com"]
    assert hosts["font-src"] == ["https://fonts.gstatic.com"]
    assert hosts["connect-src"][-1] == "https://api.example.org"
    assert hosts["frame-src"] == hosts["media-src"] == []
    assert "unsafe" not in said
    assert (site / "_headers").read_text().count("https://cdn.example.net") == 1


def test_nothing_leads_to_what_is_switched_off(site: Path) -> None:
    """No page, no link, no file; what an author's own page linked is words."""
    for path in sorted(site.rglob("*.html")):
        for node in LexborHTMLParser(path.read_text("utf-8")).css("a[href], link[href], form[action]"):
            address = node.attributes.get("href") or node.attributes.get("action") or ""
            assert not GONE.search(address.partition("?")[0]), (path, address)
    assert not [path.name for path in site.iterdir() if GONE.search(f"{path.name}/")]
    for name in ("sitemap.xml", "manifest.webmanifest", "feed.xml"):
        assert not GONE.search((site / name).read_text()), name
    assert "unregister" in (site / "sw.js").read_text()
    assert "Who I am; cards too." in page(site, "about").css_first("article").text()


@pytest.mark.slow
def test_a_link_that_leads_nowhere_is_named_where_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By file and line of docs/, whether it is a path, an address, an anchor or a picture."""
    monkeypatch.chdir(tmp_path)
    for path, text in {
        "mkdocs.yml": "site_name: Mine\n",
        "bank/a.md": "### 1. What?\n\nx\n\n### 2. How?\n\ny\n",
        "docs/about.md": "# About\n\n[a](questions/1.md), [b](questions/9.md)\n\n[c](questions/1.md#no)\n",
        "docs/d/README.md": '---\ntitle: x\n---\n[d](../questions/2.md)\n<img src="gone.png">\n\n[e]\n\n[e]: ../f/\n',
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    with pytest.raises(Failed) as failed:
        pipeline.build(Options(home=tmp_path, cache=tmp_path / ".cache"))
    assert sorted(str(each) for each in failed.value.problems) == [
        "docs/about.md:3: links to questions/9/, which is not there",
        "docs/about.md:5: links to questions/1/#no, but that page has no such anchor",
        "docs/d/README.md:5: links to d/gone.png, which is not there",
        "docs/d/README.md:9: links to f/, which is not there",
    ]


def test_what_has_no_effect_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_nme: x\ntheme:\n  name: material\n  features:\n    - navigation.tabs\n    - announce.dismiss\n"
        "  palette:\n    - primary: tael\nuse_directory_urls: false\nextra:\n  practice: nope\n  mine: anything\n"
    )
    assert [str(each).partition(";")[0] for each in settings.remarks(tmp_path / "mkdocs.yml")] == [
        "mkdocs.yml:1: warning: site_nme is no setting",
        "mkdocs.yml:5: warning: theme.features: navigation.tabs has no effect here",
        "mkdocs.yml:8: warning: tael is no colour",
        "mkdocs.yml:9: warning: use_directory_urls has no effect here",
        "mkdocs.yml:11: warning: extra.practice is neither true nor false",
    ]


@pytest.mark.slow
def test_scripts_consent_and_switches_work_in_a_browser(site: Path, browser: Browser) -> None:
    """Nothing is counted before the reader agrees; the author's script runs; the policy stops nothing of it."""
    context = browser.new_context(service_workers="block")
    foreign: list[str] = []
    context.route(
        lambda url: "127.0.0.1" not in url, lambda route: (foreign.append(route.request.url), route.fulfill())
    )
    tab = context.new_page()
    tab.add_init_script("window.forbidden = []; addEventListener('securitypolicyviolation', () => forbidden.push(1))")
    with served(site) as address:
        tab.goto(address)
        tab.get_by_role("button", name="Accept").wait_for()
        assert tab.evaluate("document.documentElement.dataset.mine") == "yes"
        assert not [url for url in foreign if "google" in url and "fonts" not in url]
        with tab.expect_navigation():
            tab.get_by_role("button", name="Accept").click()
        tab.wait_for_function("window.dataLayer?.length > 0")
        tab.get_by_role("button", name="Dismiss").click()
        tab.goto(f"{address}topics/storage/")
        assert not tab.locator("[data-md-component=announce]").is_visible()
        tab.locator(".select").check()
        assert tab.locator(".selection a").all_text_contents() == ["Print"]
        assert tab.evaluate("window.forbidden") == []
    assert any("googletagmanager" in url for url in foreign)
    context.close()
