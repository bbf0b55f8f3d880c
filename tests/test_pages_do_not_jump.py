"""What scripts fill has its room from the beginning: nothing a reader looks at is moved while a page is loaded."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

LISTEN = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAGES = {"": 0.01, "practice/": 0.01, "search/": 0.01, "paper/": 0.01, "questions/901/": 0.02, "print/": 0.06}
"""The most that each may move, as Lighthouse counts it; 0.1 is what it calls good."""


@pytest.mark.parametrize("size", [(412, 823), (1350, 940)], ids=["phone", "desk"])
def test_nothing_jumps(browser: Browser, site_url: str, size: tuple[int, int]) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    context.add_init_script(LISTEN)
    for path, most in PAGES.items():
        page = context.new_page()
        page.goto(site_url + path, wait_until="networkidle")
        assert page.evaluate("window.moved") <= most, path
        page.close()
    context.close()
