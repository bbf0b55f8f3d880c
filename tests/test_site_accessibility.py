"""Every kind of page keeps the accessibility rules of axe, in both palettes, on a desk and on a phone."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.slow

PAGES = (
    "",
    "topics/",
    "topics/serverless-event-driven-patterns/",
    "questions/901/",
    "questions/905/",
    "components/",
    "components/lambda/",
    "map/",
    "glossary/",
    "unresolved/",
    "search/?q=saga",
    "practice/",
    "print/?q=901,905",
    "downloads/",
    "offline/",
)


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1360])
def test_no_rule_is_broken(page: Page, site_url: str, palette: str, width: int) -> None:
    """No violation of any weight, with what scripts add in place."""
    page.emulate_media(color_scheme=palette, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        page.goto(site_url + path, wait_until="networkidle")
        found = Axe().run(page).response["violations"]
        assert not [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found], path


@pytest.mark.parametrize("path", PAGES)
def test_headings_make_an_outline(page: Page, site_url: str, path: str) -> None:
    """One heading of the first level, no level left out on the way down, and a language and a main part."""
    page.goto(site_url + path)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]))")
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))
    assert page.locator("html[lang] main#content").count() == 1
