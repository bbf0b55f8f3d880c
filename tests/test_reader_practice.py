"""The flashcards of /practice/: choosing, grading, coming back, and taking progress along."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, served

pytestmark = pytest.mark.slow

DAY = 24 * 3600 * 1000


def kept(page: Page, kind: str) -> dict[str, Any]:
    """What the browser keeps of a kind, by number or name."""
    found: dict[str, str] = page.evaluate("({...localStorage})")
    pattern = re.compile(rf"study:[^:]*:{kind}/(.+)")
    return {match[1]: json.loads(value) for key, value in found.items() if (match := pattern.fullmatch(key))}


def start(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Start").click()


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
    expect(page.locator("#practice .dg > svg:visible")).to_have_count(1)
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
    cards = kept(page, "card")
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


def test_progress_goes_to_a_file_and_comes_back_the_same(browser: Browser, site_url: str, tmp_path: Path) -> None:
    """Exported, cleared and read in again, all is as before; a dialog says first what would change."""
    page = browser.new_context(service_workers="block").new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    start(page, f"{site_url}practice/?q=901")
    page.get_by_text("Your notes").click()
    page.get_by_label("Your notes on Q901").fill("mine")
    page.locator("h1").click()
    grade(page, "4")
    page.goto(f"{site_url}questions/905/")
    page.get_by_role("button", name="Bookmark").click()
    page.goto(f"{site_url}practice/")
    page.get_by_label("New cards a day").fill("5")
    page.get_by_label("New cards a day").blur()
    files = []
    for _ in range(2):
        with page.expect_download() as saving:
            page.get_by_role("button", name="Save it as a file").click()
        files.append(saving.value.path().read_text("utf-8"))
        if len(files) == 1:
            page.get_by_role("button", name="Forget it").click()
            expect(page.locator(".practice-tally")).to_contain_text("50 new")
            assert not kept(page, "card")
            page.locator("input[type=file]").set_input_files(saving.value.path())
            expect(page.get_by_role("dialog")).to_contain_text("1 card new here")
            page.get_by_role("button", name="Read it in").click()
            expect(page.locator(".practice-tally")).to_contain_text("1 resting")
    assert files[0] == files[1]
    file = json.loads(files[0])
    assert {name: list(file[name]) for name in ("cards", "notes", "bookmarks")} == {
        "cards": ["901"],
        "notes": ["901"],
        "bookmarks": ["905"],
    }
    schema = json.loads((ROOT / "docs/api/progress.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(file)
    page.context.close()


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


def test_a_sitting_goes_on_after_a_reload(page: Page, site_url: str) -> None:
    """Queue, grades, the open card and its open answer are there again, on a phone, in another tab and after Back."""
    page.set_viewport_size({"width": 390, "height": 700})
    start(page, f"{site_url}practice/")
    for _ in range(4):
        grade(page, "3")
    root = page.locator("#practice")
    expect(page.locator(".practice-place")).to_have_text("5 of 10")
    page.keyboard.press(" ")
    expect(page.locator(".grades")).to_be_visible()
    title = page.locator("h1").inner_text()
    page.reload()
    expect(root).to_have_attribute("data-left", "6")
    expect(root).to_have_attribute("data-total", "10")
    page.get_by_role("button", name="Continue: 6 left").click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".grades")).to_be_visible()
    page.get_by_role("link", name="Open its page").click()
    page.go_back()
    expect(root).to_have_attribute("data-left", "6")
    other = page.context.new_page()
    other.goto(f"{site_url}practice/")
    other.get_by_role("button", name="Continue: 6 left").click()
    for _ in range(6):
        grade(other, "3")
    expect(other.locator("h1")).to_have_text("That is all for now")
    assert len(kept(other, "card")) == 10


def test_two_tabs_never_overwrite_each_others_grades(page: Page, site_url: str) -> None:
    """The card that both have open is graded once; the other tab says so and goes on."""
    start(page, f"{site_url}practice/?q=901,905")
    number = page.locator(".practice-card").get_attribute("data-question") or ""
    other = page.context.new_page()
    other.goto(f"{site_url}practice/?q={number}")
    other.get_by_role("button", name="Start").click()
    grade(page, "4")
    expect(other.get_by_text(f"Q{number} was graded in another tab.").first).to_be_attached()
    expect(other.locator("h1")).to_have_text("That is all for now")
    card = kept(page, "card")[number]
    assert (card["reps"], [rating for _, rating in card["log"]]) == (1, [4])


def test_a_grade_can_be_taken_back(page: Page, site_url: str) -> None:
    start(page, f"{site_url}practice/?q=901,905")
    first = page.locator(".tag").inner_text()
    grade(page, "1")
    expect(page.locator(".tag")).not_to_have_text(first)
    page.keyboard.press("u")
    expect(page.locator(".tag")).to_have_text(first)
    assert not kept(page, "card")
    expect(page.locator("#practice")).to_have_attribute("data-left", "2")


def test_a_new_edition_leaves_out_what_is_gone(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    """A sitting goes on over an update of the bank: nothing is pushed in."""
    site = tmp_path / "site"
    shutil.copytree(built_site, site, ignore=shutil.ignore_patterns("downloads", "sw.js"))
    with served(site) as address:
        page = browser.new_context(service_workers="block").new_page()
        start(page, f"{address}practice/?q=901,902,903")
        grade(page, "4")
        numbers = json.loads((site / "assets/questions.json").read_text("utf-8"))
        gone = int(page.locator(".practice-card").get_attribute("data-question") or 0)
        numbers["questions"] = [*(each for each in numbers["questions"] if each[0] != gone), [999, "New", 0]]
        (site / "assets/questions.json").write_text(json.dumps(numbers), "utf-8")
        page.reload()
        page.get_by_role("button", name="Continue: 1 left").click()
        assert page.locator(".practice-card").get_attribute("data-question") not in {str(gone), "999"}
        grade(page, "4")
        expect(page.locator("h1")).to_have_text("That is all for now")
        page.context.close()


@pytest.mark.parametrize("broken", ["blocked", "full"])
def test_what_cannot_be_kept_is_said_before_the_first_grade(browser: Browser, site_url: str, broken: str) -> None:
    """Practice, bookmarks and a question by chance work all the same, and nothing is promised."""
    context = browser.new_context(service_workers="block")
    error = "SecurityError" if broken == "blocked" else "QuotaExceededError"
    context.add_init_script(f"Storage.prototype.setItem = () => {{ throw new DOMException('no', '{error}'); }};")
    page = context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda each: mistakes.append(str(each)))
    page.goto(f"{site_url}practice/?q=901")
    expect(page.get_by_role("alert")).to_contain_text("keeps nothing" if broken == "blocked" else "is full")
    assert "stays on this device" not in page.locator("#practice").inner_text()
    page.get_by_role("button", name="Start").click()
    grade(page, "4")
    expect(page.locator("#practice")).not_to_contain_text("comes back in")
    page.goto(f"{site_url}questions/905/")
    page.get_by_role("button", name="Note").click()
    page.get_by_label("Your notes on Q905").fill("a saga")
    expect(page.get_by_role("alert")).to_contain_text("lost with the page")
    page.get_by_role("link", name="Surprise me").click()
    expect(page).not_to_have_url(re.compile("905"))
    assert not mistakes
    context.close()


def test_what_rests_can_still_be_asked(page: Page, site_url: str) -> None:
    start(page, f"{site_url}practice/?q=901,902")
    grade(page, "4")
    grade(page, "4")
    page.get_by_role("button", name="Back to the cards").click()
    page.get_by_role("button", name="Quiz for tomorrow: 2 cards").wait_for()
    page.get_by_role("button", name="Ask them anyway").click()
    expect(page.locator(".practice-place")).to_have_text("1 of 2")


def test_one_key_means_one_thing_and_keys_can_be_switched_off(page: Page, site_url: str) -> None:
    start(page, f"{site_url}practice/?q=901,905")
    first = page.locator(".tag").inner_text()
    page.keyboard.press("s")
    expect(page.locator("#search-input")).to_be_focused()
    expect(page.locator(".tag")).to_have_text(first)
    page.locator("h1").click()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys do something").uncheck()
    page.keyboard.press("Escape")
    for key in ("x", "u", "s", "/", "?", "r"):
        page.keyboard.press(key)
    expect(page.locator(".tag")).to_have_text(first)
    expect(page.locator("#search-input")).not_to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".tag")).not_to_have_text(first)


def test_a_question_asks_itself_on_its_page(page: Page, site_url: str) -> None:
    """Answer and picture go, hints come one by one, then the answer, the grade, and when it comes back."""
    page.goto(f"{site_url}questions/905/")
    page.get_by_role("button", name="Ask me this one").click()
    expect(page.locator("#answer")).to_be_hidden()
    expect(page.locator("#diagram")).to_be_hidden()
    page.keyboard.press("h")
    page.keyboard.press("h")
    expect(page.locator(".hints li")).to_have_count(2)
    page.get_by_label("Your notes on Q905").fill("a saga")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator("#answer")).to_be_visible()
    expect(page.get_by_label("Your notes on Q905")).to_have_value("a saga")
    page.keyboard.press("3")
    expect(page.locator(".asking")).to_contain_text("it comes back in")
    page.get_by_role("button", name="Done").click()
    expect(page.locator(".recall")).to_contain_text("comes back")
    assert kept(page, "card")["905"]["log"][0][1] == 3


def test_notes_stand_on_the_page_of_their_question_and_beside_its_answer(page: Page, site_url: str) -> None:
    """A note can be written without being asked; a page shows that there is one, and beside which answer."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{site_url}questions/905/")
    page.get_by_role("button", name="Note").click()
    page.get_by_label("Your notes on Q905").fill("backwards")
    page.locator(".notes summary").click()
    expect(page.locator(".notes")).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="Your notes").click()
    expect(page.get_by_label("Your notes on Q905")).to_have_value("backwards")
    page.get_by_role("button", name="Ask me this one").click()
    page.get_by_role("button", name="Show the answer").click()
    field = page.get_by_label("Your notes on Q905")
    expect(field).to_have_value("backwards")
    notes, answer = field.bounding_box(), page.locator("#answer").bounding_box()
    assert notes
    assert answer
    assert answer["y"] - 40 < notes["y"] < answer["y"] + answer["height"]
