"""Ways through the bank: cards over links, keys, a question by chance."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow


def ready(page: Page) -> None:
    """Wait for what starts when the browser has nothing else to do."""
    page.locator("#card-over").wait_for(state="attached")
    page.wait_for_load_state("networkidle")


def test_a_card_over_a_link_shows_the_question(page: Page, site_url: str) -> None:
    """Resting on a link to a question shows its number, title and first lines; Escape takes the card away."""
    page.goto(f"{site_url}questions/905/")
    link = page.locator(".turn a[rel=next]")
    ready(page)
    link.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("Q906")
    page.goto(f"{site_url}questions/906/")
    title, answer = page.locator("h1").inner_text(), page.locator("#answer").inner_text()
    page.go_back()
    ready(page)
    page.mouse.move(0, 0)  # coming back, it may rest on the link already
    page.locator(".turn a[rel=next]").hover()
    expect(card).to_contain_text(title)
    first = card.locator("p").inner_text().removesuffix(" …")
    assert first
    assert " ".join(answer.split()).startswith(first[:40])
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_comes_to_the_keyboard_and_stays_under_the_mouse(page: Page, site_url: str) -> None:
    """A focused link is described by its card; over another, the mouse can go into the card without losing it."""
    page.goto(f"{site_url}questions/905/")
    ready(page)
    link = page.locator(".turn a[rel=next]")
    page.locator(".turn a[rel=prev]").focus()
    page.keyboard.press("Tab")
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "card-over")
    link.blur()
    expect(card).to_be_hidden()
    link.hover()
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.wait_for_timeout(500)
    expect(card).to_be_visible()


def test_a_card_adds_nothing_to_the_answer(page: Page, site_url: str) -> None:
    """The answer's own text is the same before and after; the card says that it was added."""
    page.goto(f"{site_url}questions/905/")
    before = page.locator("#answer").inner_text()
    ready(page)
    page.locator(".turn a[rel=next]").hover()
    expect(page.locator("#card-over[data-added]")).to_be_visible()
    assert page.locator("#answer").inner_text() == before


def test_n_and_p_turn_the_pages(page: Page, site_url: str) -> None:
    """`n` goes to the next question, `p` back; neither does while the reader types."""
    page.goto(f"{site_url}questions/905/")
    ready(page)
    page.keyboard.press("n")
    page.wait_for_url("**/questions/906/")
    ready(page)
    page.keyboard.press("p")
    page.wait_for_url("**/questions/905/")
    ready(page)
    page.locator("#search-input").fill("")
    page.locator("#search-input").press("n")
    page.wait_for_timeout(300)
    assert page.url.endswith("/questions/905/")


def test_the_list_of_keys(page: Page, site_url: str) -> None:
    """`?` opens the list, Escape closes it and gives the page back."""
    page.goto(f"{site_url}questions/905/")
    ready(page)
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("next question")
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)


def test_a_question_by_chance_never_comes_twice(browser: Browser, site_url: str) -> None:
    """Ten surprises are ten different questions."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{site_url}questions/905/")
    seen = {"905"}
    for _ in range(10):
        ready(page)
        with page.expect_navigation():
            page.locator("[data-surprise]").first.click()
        number = re.search(r"/questions/(\d+)/$", page.url)
        assert number
        assert number[1] not in seen
        seen.add(number[1])
    context.close()


def test_terms_of_the_glossary_are_explained(page: Page, site_url: str) -> None:
    """The first mention of a term can be focused and then says what it means; no word of the answer changes."""
    page.goto(f"{site_url}questions/925/")
    ready(page)
    words = page.request.get(f"{site_url}questions/925/index.md").text()
    terms = page.locator("#answer abbr")
    expect(terms.first).to_be_visible()
    for term in terms.all():
        assert term.inner_text() in words
    page.locator("#answer").click(position={"x": 1, "y": 1})
    terms.first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_have_text(terms.first.get_attribute("data-meaning") or "nothing")


def test_an_address_of_no_question_says_which_questions_there_are(page: Page, site_url: str, built_site: Path) -> None:
    """As a host shows it: the page for what is not there, at the address that was asked for."""
    missing = (built_site / "404.html").read_text("utf-8")
    base = re.search(r'data-base="([^"]*)"', missing)
    assert base
    missing = missing.replace(f'"{base[1]}/', '"/').replace(base[0], 'data-base="/."')  # here at the root of its host
    page.route("**/questions/77777/", lambda route: route.fulfill(status=404, body=missing, content_type="text/html"))
    page.goto(f"{site_url}questions/77777/")
    expect(page.locator("[data-absent]")).to_contain_text("Q77777 is not in this bank; its questions go from Q")


def test_a_link_that_copies_says_so(browser: Browser, site_url: str) -> None:
    """Before it is followed, and to a screen reader afterwards."""
    page = browser.new_context(service_workers="block", permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{site_url}questions/905/")
    page.get_by_role("link", name="Copy this page as Markdown").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()").startswith("#")
    page.context.close()
