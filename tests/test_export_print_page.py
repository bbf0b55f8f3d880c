"""/print/: gathers a choice of questions onto one page, and prints it well on A4 and Letter."""

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow


def gathered(page: Page, site_url: str, query: str) -> None:
    page.goto(f"{site_url}print/{query}")
    page.wait_for_selector("#print[data-ready]")


def printed(page: Page, paper: str, folder: Path) -> list[str]:
    """The text of each page on paper."""
    path = folder / "printed.pdf"
    page.pdf(path=path, format=paper)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def test_ranges_lists_and_doubles_are_understood(page: Page, site_url: str) -> None:
    gathered(page, site_url, "?q=905,Q901-903,902")
    numbers = page.locator(".print-item").evaluate_all("items => items.map((item) => item.dataset.question)")
    assert numbers == ["905", "901", "902", "903"]


def test_one_question_is_one_question(page: Page, site_url: str) -> None:
    gathered(page, site_url, "?q=905")
    expect(page.get_by_role("status")).to_have_text("1 question is ready.")


def test_an_address_with_two_slashes_leads_to_the_page_as_well(page: Page, site_url: str) -> None:
    """Servers show it, though browsers take its path alone for another host."""
    gathered(page, f"{site_url}/", "?q=901,905")
    expect(page.locator(".print-item .dg > svg[data-print]")).to_have_count(2)
    page.get_by_label("Answers only").check()
    expect(page).to_have_url(re.compile(r"//print/\?q=901,905&mode=answers$"))
    page.goto(f"{site_url}/practice/")
    page.locator(".practice-topics label").first.click()
    expect(page).to_have_url(re.compile(r"//practice/\?topic=[-\w]+$"))
    page.goto(f"{site_url}/search/")
    page.locator("#search-page input[name=q]").fill("saga")
    expect(page).to_have_url(re.compile(r"//search/\?q=saga$"))


def test_a_topic_is_gathered_whole(page: Page, site_url: str) -> None:
    gathered(page, site_url, "?topic=web3-decentralized-applications")
    expect(page.locator(".print-item")).to_have_count(10)
    topic = page.get_by_role("combobox", name="Topic")
    expect(topic).to_have_value("941-950")
    topic.select_option("Serverless & Event-Driven Patterns")
    expect(page.get_by_label("Questions", exact=True)).to_have_value("901-910")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"\?q=901-910"))
    expect(page.locator(".print-item")).to_have_count(10)
    page.get_by_label("Questions", exact=True).fill("901")
    expect(topic).to_have_value("")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_one_question_a_page(page: Page, site_url: str, paper: str, tmp_path: Path) -> None:
    gathered(page, site_url, "?q=901,905,906&mode=pages")
    sheets = printed(page, paper, tmp_path)
    assert len(sheets) == 3
    for number, sheet in zip((901, 905, 906), sheets, strict=True):
        assert f"Q{number}" in sheet
    assert "Name some questions" not in sheets[0]
    assert "Show" not in sheets[0], "the form is not for paper"


def test_a_question_s_own_page_has_one_sheet(page: Page, site_url: str, tmp_path: Path) -> None:
    """With its steps and all that it leads to; a picture as high as the paper may have a second."""
    twice = 0
    for number in range(901, 911):
        page.goto(f"{site_url}questions/{number}/")
        sheets = printed(page, "A4", tmp_path)
        twice += len(sheets) > 1
        assert "Read next:" in "".join(sheets)
    assert twice < 5


def test_questions_and_answers_apart(page: Page, site_url: str, tmp_path: Path) -> None:
    gathered(page, site_url, "?q=901,905&mode=questions")
    (questions,) = printed(page, "A4", tmp_path)
    assert "image resizing" in questions
    assert "ObjectCreated" not in questions
    assert "Questions only" in questions, "the running head says what is printed"
    page.get_by_label("Answers only").check()
    expect(page).to_have_url(re.compile(r"print/\?q=901,905&mode=answers$"))
    page.reload()
    expect(page.get_by_label("Answers only")).to_be_checked()
    page.wait_for_selector("#print[data-ready]")
    answers = " ".join(printed(page, "A4", tmp_path))
    assert "ObjectCreated" in answers
    assert "Design a serverless backend" not in answers


def test_everything_is_printed_under_the_banks_name_with_what_was_left_out(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    gathered(page, site_url, "?q=901,abc,905,9999")
    expect(page.get_by_role("status")).to_contain_text("Left out, not in this bank: abc, 9999.")
    expect(page.get_by_label("Questions", exact=True)).to_have_value("901,abc,905,9999")
    sheets = printed(page, "A4", tmp_path)
    bank = page.locator("meta[property='og:site_name']").get_attribute("content")
    assert all(bank in sheet.strip().split("\n")[0] for sheet in sheets)
    assert all("print/?q=901,905,abc,9999" in sheet.strip().split("\n")[-1] for sheet in sheets)
    assert "Left out, not in this bank: abc, 9999." in sheets[-1]
    text = " ".join(" ".join(sheets).split())
    titles = page.locator(".print-item .diagram__title").all_inner_texts()
    assert len(titles) == 2
    assert all(title in text for title in titles)
    assert text.count("Read next: ") == 2


def test_pictures_are_as_large_as_their_words_leave_room_for(page: Page, site_url: str, tmp_path: Path) -> None:
    """One form of each, never on a page of its own, and larger where it has a page than where pages are shared."""
    gathered(page, site_url, "?topic=serverless-event-driven-patterns&mode=pages")
    assert len(printed(page, "Letter", tmp_path)) == page.locator(".print-item").count() == 10
    page.emulate_media(media="print")
    height = "svgs => svgs.map((svg) => svg.getBoundingClientRect().height).filter(Boolean)"
    alone = page.locator(".dg > svg").evaluate_all(height)
    page.get_by_label("Everything").evaluate("radio => radio.click()")
    shared = page.locator(".dg > svg").evaluate_all(height)
    assert len(alone) == len(shared) == 10
    assert sum(alone) > sum(shared)


def test_pictures_are_printed_light_even_from_a_dark_screen(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    gathered(page, site_url, "?q=901&mode=pages")
    with pikepdf.open(io.BytesIO(page.pdf(print_background=True))) as pdf:
        assert len(pdf.pages) == 1
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_ticked_questions_of_several_lists_are_printed(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}topics/ar-vr-spatial-computing/")
    page.get_by_label("Select Q922").check()
    page.goto(f"{site_url}topics/serverless-event-driven-patterns/")
    page.get_by_label("Select Q901").check()
    page.get_by_role("region", name="Selected questions").get_by_role("link", name="Print").click()
    expect(page.locator(".print-item")).to_have_count(2)
    assert page.url.endswith("print/?q=901,922")


def test_without_a_choice_the_page_says_what_to_do(page: Page, site_url: str) -> None:
    gathered(page, site_url, "")
    expect(page.get_by_role("status")).to_contain_text("Name some questions")


def test_no_term_of_the_glossary_is_parted_from_its_meaning(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}glossary/")
    terms = page.locator(".terms > div").evaluate_all(
        "divs => divs.map((div) => [...div.children].map((each) => each.textContent.split(/[-\\s]+/).join('')))"
    )
    page.pdf(path=tmp_path / "glossary.pdf", width="7in", height="3.7in")
    done = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "glossary.pdf", "-"], capture_output=True, text=True, check=True
    )
    sheets = ["".join(re.split(r"[-\s]+", sheet)) for sheet in done.stdout.split("\f")]
    assert len(sheets) > 3
    for name, meaning in terms:
        assert [name in sheet for sheet in sheets if meaning in sheet] == [True]
