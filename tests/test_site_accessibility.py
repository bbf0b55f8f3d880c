"""Every kind of page keeps the accessibility rules of axe, in both palettes, on a desk and on a phone."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.slow

RULES = {"rules": {"target-size": {"enabled": True}}}
"""All that axe has, what a finger can hit included, which it leaves out unless asked."""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What the palette decides."""
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
    "paper/",
    "paper/?q=901,905",
    "paper/?q=901&view=interviewer",
    "print/?q=901,905",
    "downloads/",
    "offline/",
)


def is_outlined(page: Page) -> bool:
    """One heading of the first level, no level left out on the way down, and a language and a main part."""
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]))")
    steps = [deeper - level for level, deeper in itertools.pairwise(levels)]
    return levels.count(1) == 1 == page.locator("html[lang] main#content").count() and max(steps, default=0) <= 1


@pytest.mark.parametrize(("width", "palettes"), [(360, ("light", "dark")), (1360, ("dark", "light"))])
def test_no_rule_is_broken(keeping_page: Page, site_url: str, width: int, palettes: tuple[str, str]) -> None:
    """No violation of any weight, with what scripts add in place, in both palettes; headings make an outline."""
    page = keeping_page
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        page.emulate_media(color_scheme=palettes[0], reduced_motion="reduce")
        page.goto(site_url + path, wait_until="networkidle")
        for palette, rules in zip(palettes, (RULES, COLOURS), strict=True):
            page.emulate_media(color_scheme=palette, reduced_motion="reduce")
            found = Axe().run(page, options=rules).response["violations"]
            assert not [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found], (path, palette)
        assert is_outlined(page), path


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_no_rule_is_broken_while_one_practises(page: Page, site_url: str, palette: str) -> None:
    """States that are reached by doing: a card, its answer, the end; a question asked; a paper at its end; a choice."""
    page.emulate_media(color_scheme=palette, reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 800})

    def check(state: str) -> None:
        found = Axe().run(page, options=RULES).response["violations"]
        assert not [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found], state

    def press(name: str) -> None:
        page.get_by_role("button", name=name).first.click()

    page.goto(site_url + "practice/?q=901")
    press("Start")
    check("a card")
    press("A hint")
    press("Show the answer")
    page.locator(".grades").wait_for()
    check("its answer")
    press("Easy")
    check("the end")
    press("Back to the cards")
    check("what rests")
    page.goto(site_url + "questions/905/")
    press("Ask me this one")
    page.locator(".asking").wait_for()
    check("a question asked")
    press("Show the answer")
    press("Good")
    check("and graded")
    press("Keys")
    check("the list of keys")
    page.goto(site_url + "paper/?q=901")
    press("Sketch")
    press("Finish and compare")
    page.locator(".grades").wait_for()
    check("a paper at its end")
    page.goto(site_url + "topics/serverless-event-driven-patterns/")
    page.get_by_label("Select Q901").check()
    press("Keep")
    check("a choice")
