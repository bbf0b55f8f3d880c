"""Ticking questions where they are listed, and what can be done with them; what the site remembers of its reader."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.slow

DAY = 24 * 3600 * 1000
SHIFT = """() => new Promise((done) => {
  const sum = (list) => done(list.getEntries().reduce((all, each) => all + each.value, 0));
  new PerformanceObserver(sum).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(0), 300);
})"""
"""How much has moved on the page since it was opened."""


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name="Selected questions")


def test_questions_are_ticked_in_lists_results_and_on_the_map(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}topics/serverless-event-driven-patterns/")
    page.get_by_label("Select Q901").check()
    page.goto(f"{site_url}search/?q=saga")
    page.get_by_label("Select Q905").check()
    page.locator("#search-page input[name=q]").fill("saga pattern")
    expect(page.get_by_label("Select Q905")).to_be_checked()
    page.goto(f"{site_url}map/")
    page.get_by_role("button", name="Tick questions here").click()
    cell = page.locator("[data-questions]").last
    numbers = (cell.get_attribute("data-questions") or "").split()
    cell.click()
    wanted = ",".join(sorted({"901", "905", *numbers}))
    expect(bar(page)).to_contain_text(f"{len(wanted.split(','))} selected")
    for name, folder in (("Practise", "practice"), ("Paper", "paper"), ("Print", "print")):
        expect(bar(page).get_by_role("link", name=name)).to_have_attribute("href", f"{site_url}{folder}/?q={wanted}")
    cell.click()
    expect(bar(page)).to_contain_text("2 selected")


def test_a_selection_is_practised_kept_under_a_name_and_bookmarked(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}topics/serverless-event-driven-patterns/")
    page.get_by_label("Select Q902").check()
    page.get_by_label("Select Q904").check()
    bar(page).get_by_role("button", name="Keep").first.click()
    page.get_by_label("Name of the collection").fill("For Monday")
    page.keyboard.press("Enter")
    expect(bar(page)).to_contain_text("Kept as “For Monday”")
    bar(page).get_by_role("button", name="Bookmark").click()
    bar(page).get_by_role("link", name="Practise").click()
    expect(page.get_by_text("2 selected questions")).to_be_visible()
    kept = page.locator(".kept li")
    expect(kept).to_have_text([re.compile("Bookmarks 2"), re.compile("For Monday 2")])
    expect(kept.last.get_by_role("link", name="Paper")).to_have_attribute("href", re.compile(r"paper/\?q=902,904"))


def test_the_site_remembers_quietly(page: Page, site_url: str) -> None:
    """Nothing for a new reader; then what is known in lists, and on the home page what is due and how to go on."""
    page.clock.install()
    page.goto(site_url)
    expect(page.locator("[data-remember]")).to_be_empty()
    page.goto(f"{site_url}practice/?q=901,902,903")
    page.get_by_role("button", name="Start").click()
    for key in "41":
        page.keyboard.press(" ")
        expect(page.locator(".grades")).to_be_visible()
        page.keyboard.press(key)
    page.goto(site_url)
    expect(page.locator("[data-remember]")).to_have_text("Nothing due today · continue: 2 left")
    page.goto(f"{site_url}topics/serverless-event-driven-patterns/")
    expect(page.locator(".standing")).to_have_count(page.locator(".entries [data-question]").count())
    told = page.locator(".standing").all_text_contents()
    assert sorted(told)[:2] == ["known", "learning"]
    assert set(told) == {"known", "learning", "new"}
    page.goto(f"{site_url}search/?q=901-902")
    expect(page.locator(".search-results .standing")).to_have_count(2)
    page.goto(f"{site_url}topics/")
    expect(page.locator(".tile__count").first).to_contain_text(re.compile(r"\d+ % known"))
    page.clock.fast_forward(60 * DAY)
    page.goto(site_url)
    expect(page.locator("[data-remember]")).to_have_text("2 due · continue: 2 left")


def test_nothing_moves_when_the_memory_arrives(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}practice/?q=901")
    page.get_by_role("button", name="Start").click()
    page.keyboard.press(" ")
    expect(page.locator(".grades")).to_be_visible()
    page.keyboard.press("4")
    for path, part in (
        ("", "[data-remember] a"),
        ("questions/901/", ".recall button"),
        ("topics/", ".tile__count small"),
    ):
        page.goto(f"{site_url}{path}")
        page.locator(part).first.wait_for()
        assert page.evaluate(SHIFT) < 0.01, path
