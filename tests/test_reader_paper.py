"""/paper/: a paper against the clock, the same from its address anywhere, and the interviewer's view of it."""

import json
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


def numbers(page: Page) -> list[str]:
    """The questions of the paper, in their order."""
    page.locator(".paper-item").first.wait_for()
    found: list[str] = page.locator(".paper-item").evaluate_all("items => items.map((item) => item.dataset.question)")
    return found


def printed(page: Page, path: Path) -> str:
    page.pdf(path=path)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_an_address_opens_the_same_paper_everywhere(browser: Browser, page: Page, site_url: str) -> None:
    """Two visitors draw the same from a seed; then the address names the questions, for editions to come."""
    page.goto(f"{site_url}paper/?seed=k3f9&n=4&minutes=45")
    drawn = numbers(page)
    assert len(set(drawn)) == 4
    expect(page).to_have_url(re.compile(f"seed=k3f9&n=4&minutes=45&q={','.join(drawn)}$"))
    other = browser.new_context(service_workers="block").new_page()
    other.goto(f"{site_url}paper/?seed=k3f9&n=4&minutes=45")
    assert numbers(other) == drawn
    other.goto(page.url + ",99999")
    assert numbers(other) == drawn
    expect(other.get_by_text("Not in this bank any more: Q99999.")).to_be_visible()
    other.context.close()


def test_clock_notes_and_times_survive_a_reload(page: Page, site_url: str) -> None:
    page.clock.install()
    page.goto(f"{site_url}paper/?seed=k3f9&n=2&minutes=45")
    first, second = numbers(page)
    clock = page.get_by_role("timer")
    expect(clock).to_have_text("45:00")
    page.get_by_role("button", name="Start the clock").click()
    page.get_by_label(f"Your notes on Q{second}").fill("a queue in between")
    page.clock.run_for(90_000)
    expect(clock).to_have_text(re.compile(r"43:[12]\d|43:30"))
    page.reload()
    page.clock.fast_forward(600_000)
    expect(clock).to_have_text(re.compile(r"33:[012]\d|33:30"))
    expect(page.get_by_label(f"Your notes on Q{second}")).to_have_value("a queue in between")
    expect(page.locator(f"[data-question='{second}'] .paper-spent")).to_have_text(re.compile(r"1:\d\d"))
    page.get_by_role("button", name="Pause").click()
    stands = clock.inner_text()
    page.clock.run_for(60_000)
    expect(clock).to_have_text(stands)
    page.get_by_role("button", name="No clock").click()
    expect(clock).to_be_hidden()
    assert numbers(page) == [first, second]


def test_at_the_end_the_answers_stand_beside_ones_own_and_the_weak_go_into_practice(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}paper/?q=901,905&minutes=20")
    page.get_by_label("Your notes on Q901").fill("resize on upload")
    page.get_by_role("button", name="Sketch").first.click()
    sheet = page.locator("canvas").first
    sheet.hover(position={"x": 20, "y": 20})
    page.mouse.down()
    sheet.hover(position={"x": 200, "y": 120})
    page.mouse.up()
    assert page.get_by_role("region", name="Answer").count() == 0
    page.get_by_role("button", name="Finish and compare").click()
    expect(page.get_by_role("region", name="Answer").first).to_contain_text("ObjectCreated")
    page.locator("[data-question='901']").get_by_role("button", name="Again").click()
    page.locator("[data-question='905']").get_by_role("button", name="Easy").click()
    expect(page.locator(".paper-end")).to_contain_text("2 of 2 graded")
    page.reload()
    expect(page.get_by_label("Your notes on Q901")).to_have_value("resize on upload")
    expect(page.locator("canvas:visible")).to_have_count(1)
    page.get_by_role("link", name="Practise the 1 weak").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save it as a file").click()
    file = json.loads(saving.value.path().read_text("utf-8"))
    schema = json.loads((ROOT / "docs/api/progress.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(file)
    assert file["papers"]["901-905"]["grades"] == {"901": 1, "905": 4}
    assert file["papers"]["901-905"]["sketches"]["901"], "the strokes go along"
    expect(page).to_have_url(re.compile(r"practice/\?q=901$"))
    kept = page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':card/')).length")
    assert kept == 2


def test_question_and_answer_sheets_print_apart(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}paper/?q=901,905&minutes=20")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the questions").click()
    sheet = printed(page, tmp_path / "questions.pdf")
    assert "image resizing" in sheet
    assert "ObjectCreated" not in sheet
    assert "Start the clock" not in sheet
    page.get_by_role("button", name="Finish and compare").click()
    page.get_by_role("region", name="Answer").first.wait_for()
    page.get_by_role("button", name="Print with answers").click()
    assert "ObjectCreated" in printed(page, tmp_path / "answers.pdf")


def test_the_interviewer_sees_the_same_paper_with_answers_and_what_to_probe_for(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    page.goto(f"{site_url}paper/?seed=k3f9&n=2&minutes=45")
    drawn = numbers(page)
    page.get_by_role("link", name="Interviewer's view").click()
    expect(page).to_have_url(re.compile("view=interviewer"))
    expect(page.get_by_role("heading", name="What to probe for").first).to_be_visible()
    assert numbers(page) == drawn
    item = page.locator(f"[data-question='{drawn[0]}']")
    item.get_by_label("Well", exact=True).check()
    item.get_by_label(f"Notes on the answer to Q{drawn[0]}").fill("asked about retries")
    page.reload()
    expect(item.get_by_label("Well", exact=True)).to_be_checked()
    expect(item.get_by_label(f"Notes on the answer to Q{drawn[0]}")).to_have_value("asked about retries")
    expect(page.locator(".paper-end")).to_contain_text("1 of 2 graded: 1 well.")
    assert "asked about retries" in printed(page, tmp_path / "interviewer.pdf")


def test_a_paper_is_drawn_by_a_form(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}paper/")
    page.get_by_label("Questions", exact=True).fill("3")
    page.locator(".practice-topics input").first.check(force=True)
    page.get_by_role("button", name="Draw a paper").click()
    known = json.loads(page.request.get(f"{site_url}assets/questions.json").text())
    first = {str(number) for number, _, topic in known["questions"] if topic == 0}
    assert len(numbers(page)) == 3
    assert set(numbers(page)) <= first
