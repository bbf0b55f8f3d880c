"""For every reader: high zoom, large text, the system's own colours, and text that is copied."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

FIXED = """[...document.querySelectorAll("body *")].filter((each) =>
  ["fixed", "sticky"].includes(getComputedStyle(each).position) && each.offsetHeight).map((each) => each.className)"""
"""What stays in front of the page while it is scrolled."""


def test_a_card_is_read_at_400_percent(page: Page, site_url: str) -> None:
    """On 320 × 256 nothing stands in front, nothing is wider, and the answer comes into sight when it is asked for."""
    page.set_viewport_size({"width": 320, "height": 256})
    for path in ("questions/905/", "practice/?q=905", "paper/?q=905", "topics/serverless-event-driven-patterns/"):
        page.goto(site_url + path)
        page.wait_for_load_state("networkidle")
        assert not page.evaluate(FIXED), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    page.goto(f"{site_url}practice/?q=905")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("h1")).to_be_in_viewport()
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("region", name="Answer")).to_be_in_viewport()
    assert not page.evaluate(FIXED)


def test_the_menu_works_with_text_at_200_percent(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site_url)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    links = page.locator(".menu-bar a")
    assert links.count() > 1
    for link in links.all():
        expect(link).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_is_ticked_lit_and_done_is_seen_in_forced_colours(browser: Browser, site_url: str) -> None:
    context = browser.new_context(
        service_workers="block", forced_colors="active", viewport={"width": 1000, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{site_url}practice/")
    topics = page.locator(".practice-topics label span")
    page.locator(".practice-topics input").nth(1).check(force=True)
    outline = "(each) => getComputedStyle(each).outlineStyle"
    assert [topics.nth(place).evaluate(outline) for place in (0, 1)] == ["none", "solid"]
    page.goto(f"{site_url}questions/905/#step-2")
    marks = page.locator(".player-mark")
    expect(marks.nth(1)).to_have_class("player-mark done")
    ground = "(each) => getComputedStyle(each, '::before').backgroundColor"
    assert marks.nth(1).evaluate(ground) != marks.nth(3).evaluate(ground)
    context.close()


def test_copied_text_has_no_digits_of_the_picture(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}questions/905/")
    page.locator("#diagram .dg").wait_for()
    copied = page.evaluate(
        "(getSelection().selectAllChildren(document.querySelector('.question')), String(getSelection()))"
    )
    labels = page.locator("#diagram .dg .digit").all_text_contents()
    assert labels
    lines = {line.strip() for line in copied.splitlines()}
    assert not lines & set(labels)
    assert "Saga Pattern" in copied
