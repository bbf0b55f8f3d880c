"""What a reader sees first is there before any script, and nothing of it is moved while a page is loaded."""

import re

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

LISTEN = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  window.largest = list.getEntries().at(-1).element?.className;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""
PAGES = (
    "",
    "practice/",
    "search/",
    "search/?q=saga",
    "paper/",
    "questions/901/",
    "components/lambda/",
    "map/",
    "print/",
    "print/?q=901,905,917",
)
LED = ("practice/", "paper/", "print/", "search/")
"""Pages that a script fills, below words that stand in the page."""
ILLUSTRATED = ("components/lambda/",)
"""Pages that on a phone begin with words, so that nobody waits there for pictures."""
MOST = 0.025
"""A quarter of what Lighthouse calls good. Before they had room the map moved by 0.03, print by 0.5, practice by 0.17
and search by 0.25."""


@pytest.mark.parametrize("size", [(412, 823), (1350, 940)], ids=["phone", "desk"])
def test_nothing_jumps(browser: Browser, site_url: str, size: tuple[int, int]) -> None:
    context = browser.new_context(service_workers="block", viewport={"width": size[0], "height": size[1]})
    context.add_init_script(LISTEN)
    for path in PAGES:
        page = context.new_page()
        page.goto(site_url + path, wait_until="networkidle")
        assert page.evaluate("window.moved") <= MOST, path
        if path in LED or (path in ILLUSTRATED and size[0] < 500):
            assert page.evaluate("window.largest") == "lead", f"{path} waits for what comes later"
        page.close()
    context.close()


@pytest.mark.parametrize(("width", "seen"), [(700, "block"), (180, "none")])
def test_text_of_a_thumbnail_is_not_set(browser: Browser, site_url: str, width: int, seen: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 400})
    page.goto(f"{site_url}questions/901/diagram.svg")
    shown = page.locator("text").evaluate_all("(all) => all.map((each) => getComputedStyle(each).display)")
    assert set(shown) == {seen}
    page.close()


def test_what_stands_in_for_the_font_is_as_high_and_used() -> None:
    """Whatever its size, a line of it is as high as one of Inter; and none is named that is not asked for."""
    sheet = (ROOT / "docs/assets/stylesheets/type.css").read_text("utf-8")
    head = TTFont(next((ROOT / "docs/assets/fonts").glob("inter-*.woff2")))
    wanted = [100 * side / head["head"].unitsPerEm for side in (head["hhea"].ascent, -head["hhea"].descent)]
    faces = re.findall(r'"(Inter F[^"]*)"; src.*size-adjust: (.+?)%; ascent-\w+: (.+?)%; descent-\w+: (.+?)%', sheet)
    assert len(faces) == 8
    for name, size, *sides in faces:
        assert [float(size) * float(side) / 100 for side in sides] == pytest.approx(wanted, abs=0.15), name
    (stack,) = re.findall(r"--text: (.*);", sheet)
    assert {name for name, *_ in faces} == set(re.findall(r'"(.*?)"', stack))
