"""The flashcards of /practice/: choosing, grading, coming back, and taking progress along."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

DAY = 24 * 3600 * 1000


def progress(page: Page) -> dict[str, dict[str, float]]:
    """What the browser keeps, by number."""
    kept = page.evaluate("localStorage.getItem('practice.progress')")
    found: dict[str, dict[str, float]] = json.loads(kept)["cards"] if kept else {}
    return found


def grade(page: Page, key: str) -> None:
    """Answer the card that is open and grade it."""
    page.keyboard.press(" ")
    expect(page.locator(".grades")).to_be_visible()
    page.keyboard.press(key)


def test_a_card_hides_its_answer_until_asked(page: Page, site_url: str) -> None:
    """First the question alone; then its answer and its diagram, which can be stepped through."""
    page.goto(f"{site_url}practice/?q=901")
    page.get_by_role("button", name="Start").click()
    expect(page.locator("h1")).to_have_text(re.compile("image resizing"))
    expect(page.get_by_role("region", name="Answer")).to_have_count(0)
    page.keyboard.press(" ")
    expect(page.get_by_role("region", name="Answer")).to_contain_text("ObjectCreated")
    expect(page.locator("#practice .dg-wide")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".player-place")).to_contain_text("1 /")
    assert page.url.endswith("?q=901"), "steps of a card do not change the address of the page"


def test_grades_plan_when_a_card_comes_back(page: Page, site_url: str) -> None:
    """An easy card rests for days, one to see again comes back within the sitting."""
    page.goto(f"{site_url}practice/?q=901,905")
    page.get_by_role("button", name="Start").click()
    first = page.locator(".tag").inner_text()
    grade(page, "1")
    expect(page.locator(".tag")).not_to_have_text(first)
    grade(page, "4")
    expect(page.locator(".tag")).to_have_text(first)
    grade(page, "4")
    expect(page.locator("h1")).to_have_text("That is all for now")
    cards = progress(page)
    assert set(cards) == {"901", "905"}
    assert all(card["due"] - card["last_review"] >= DAY for card in cards.values())


def test_a_card_comes_back_when_it_is_due(page: Page, site_url: str) -> None:
    """What was graded today is resting today and to be repeated after its time."""
    page.clock.install()
    page.goto(f"{site_url}practice/?q=901")
    page.get_by_role("button", name="Start").click()
    grade(page, "4")
    tally = page.locator(".practice-tally")
    page.get_by_role("button", name="Back to the cards").click()
    expect(tally).to_have_text(re.compile(r"0\s*to repeat\s*0\s*new\s*1\s*resting"))
    page.clock.fast_forward(30 * DAY)
    page.reload()
    expect(tally).to_have_text(re.compile(r"1\s*to repeat\s*0\s*new\s*0\s*resting"))


def test_topics_narrow_the_deck_and_the_address_keeps_them(page: Page, site_url: str) -> None:
    """Ticking a topic leaves its questions only, in an address that can be shared."""
    page.goto(f"{site_url}practice/")
    tally = page.locator(".practice-tally")
    expect(tally).to_contain_text("50")
    page.locator(".practice-topics input").nth(1).check(force=True)
    expect(tally).to_contain_text("10")
    assert "?topic=" in page.url
    page.reload()
    expect(page.locator(".practice-topics input").nth(1)).to_be_checked()
    expect(tally).to_contain_text("10")


def test_the_quiz_has_ten_cards_of_different_topics(page: Page, site_url: str) -> None:
    """The quiz for tomorrow takes ten cards, two of each of our five topics while all are new."""
    page.goto(f"{site_url}practice/")
    page.get_by_role("button", name="Quiz for tomorrow: 10 cards").click()
    topics = []
    for _ in range(10):
        topics.append(page.locator(".practice-topic").inner_text())
        grade(page, "4")
    expect(page.locator("h1")).to_have_text("That is all for now")
    assert sorted(topics.count(topic) for topic in set(topics)) == [2] * 5


def test_progress_goes_to_a_file_and_comes_back(browser: Browser, site_url: str) -> None:
    """The file of one device brings its progress to another; what is newer there stays."""
    here = browser.new_context().new_page()
    here.goto(f"{site_url}practice/?q=901")
    here.get_by_role("button", name="Start").click()
    grade(here, "4")
    here.get_by_role("button", name="Back to the cards").click()
    with here.expect_download() as saving:
        here.get_by_role("button", name="Save it as a file").click()
    there = browser.new_context().new_page()
    there.goto(f"{site_url}practice/")
    there.locator("input[type=file]").set_input_files(saving.value.path())
    expect(there.locator(".practice-tally")).to_contain_text("49")
    assert progress(there) == progress(here)
    here.context.close()
    there.context.close()


def test_another_file_is_refused(page: Page, site_url: str) -> None:
    """A file that holds no progress changes nothing and says so."""
    page.goto(f"{site_url}practice/")
    page.locator("input[type=file]").set_input_files(
        {"name": "other.json", "mimeType": "application/json", "buffer": b'{"cards": {}}'}
    )
    expect(page.get_by_text("This file holds no progress.")).to_be_visible()


def test_without_scripts_the_page_says_what_to_do(browser: Browser, site_url: str) -> None:
    """Without JavaScript there is a sentence with ways on, and no dead button."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}practice/")
    expect(page.locator("main")).to_contain_text("need JavaScript")
    assert page.locator("main button").count() == 0
    context.close()
