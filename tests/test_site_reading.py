"""Reading the site in a real browser: from home to an answer, palettes, small screens, no scripts, paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

PAGES = (
    "",
    "topics/",
    "topics/serverless-event-driven-patterns/",
    "questions/905/",
    "components/",
    "components/lambda/",
    "map/",
    "glossary/",
    "unresolved/",
    "404.html",
)
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 22, 29)"}
PICTURES = ROOT / "artifacts"
"""Where CI finds the screenshots."""

ATTRIBUTE = "document.documentElement.dataset.mdColorScheme"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_the_way_from_home_to_an_answer(page: Page, site_url: str, palette: str) -> None:
    """Home leads to a topic, the topic to a question, the question to the next one, all in the reader's palette."""
    page.emulate_media(color_scheme=palette)
    page.goto(site_url)
    assert page.evaluate(BACKGROUND) == PAPER[palette]
    _picture(page, f"home-{palette}")
    page.get_by_role("link", name="Serverless & Event-Driven Patterns").first.click()
    expect(page).to_have_url(re.compile("/topics/serverless-event-driven-patterns/$"))
    expect(page.locator(".entry")).to_have_count(10)
    _picture(page, f"topic-{palette}")
    page.locator('.entry[data-question="905"] a').click()
    expect(page.locator("h1")).to_have_text("How to coordinate distributed transactions in serverless?")
    expect(page.locator("#answer li").first).to_contain_text("Saga Pattern:")
    expect(page.locator("#diagram .dg > svg:visible")).to_have_count(1)
    expect(page.locator('#references [data-unresolved="329"]')).to_contain_text("not in this bank")
    assert page.evaluate(BACKGROUND) == PAPER[palette]
    _picture(page, f"question-{palette}")
    page.locator('a[rel="next"]').click()
    expect(page).to_have_url(re.compile("/questions/906/$"))


def _picture(page: Page, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


def test_the_palette_button_goes_round_and_is_remembered(page: Page, site_url: str) -> None:
    """System, light, dark, and round again; the choice holds on the next page, before anything is painted."""
    page.goto(site_url)
    button = page.locator("button.palette")
    expect(button).to_have_accessible_name("Colours: as the system has them")
    button.click()
    button.click()
    expect(button).to_have_accessible_name("Colours: dark")
    page.goto(f"{site_url}questions/901/", wait_until="commit")
    assert page.evaluate(ATTRIBUTE) == "slate"
    assert page.evaluate(BACKGROUND) == PAPER["dark"]
    page.locator("button.palette").click()
    assert page.evaluate(BACKGROUND) == PAPER["light"]


@pytest.mark.parametrize("width", [360, 768, 1360])
def test_nothing_is_wider_than_the_screen(page: Page, site_url: str, width: int) -> None:
    """No page scrolls sideways, on a phone, a tablet or a desk."""
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(site_url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_site_is_usable_without_scripts(browser: Browser, site_url: str) -> None:
    """Answer, picture, walk and description can be read; the search field leads to the search page; no dead buttons."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{site_url}questions/901/")
    expect(tab.locator("#diagram .dg > svg:visible")).to_have_count(1)
    expect(tab.locator(".walk > li").first).to_be_visible()
    tab.locator(".words summary").click()
    expect(tab.locator(".words li").first).to_be_visible()
    expect(tab.locator("button:visible")).to_have_count(0)
    tab.locator("#search-input").fill("saga")
    tab.locator("#search-input").press("Enter")
    expect(tab).to_have_url(f"{site_url}search/?q=saga")
    context.close()


def test_search_is_loaded_when_it_is_asked_for(page: Page, site_url: str) -> None:
    """Nothing of the search is fetched before the reader goes to its field, by mouse or by one of its keys."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{site_url}questions/901/", wait_until="networkidle")
    assert not [url for url in fetched if "search" in url]
    with page.expect_request("**/search*.js"):
        page.keyboard.press("/")
    expect(page.locator("#search-input")).to_be_focused()


def test_the_keyboard_reaches_the_content_first(page: Page, site_url: str) -> None:
    """The first Tab shows a link that skips the header, and following it puts the focus into the page's content."""
    page.goto(f"{site_url}questions/901/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_page_as_markdown_can_be_copied(browser: Browser, site_url: str, built_site: Path) -> None:
    """The link to a page's Markdown copies the file; it stays a link for everything else."""
    context = browser.new_context(service_workers="block", permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{site_url}questions/901/")
    link = tab.get_by_role("link", name="This page as Markdown")
    link.click()
    expect(tab.locator('a[href="index.md"]').last).to_have_text("Copied")
    assert tab.evaluate("navigator.clipboard.readText()") == (built_site / "questions/901/index.md").read_text("utf-8")
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_shows_the_question_and_nothing_of_the_screen(
    page: Page, site_url: str, paper: str, tmp_path: Path
) -> None:
    """Printed from the dark palette: light colours, black heading, the picture without its words, no furniture."""
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(f"{site_url}questions/905/")
    assert page.evaluate(ATTRIBUTE) == "default"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    for furniture in (".header", ".footer", ".sidebar", ".turn", ".player"):
        assert not page.locator(furniture).is_visible(), furniture
    expect(page.locator("#diagram .dg > svg:visible")).to_have_count(1)
    assert not page.locator(".words").is_visible()
    assert page.locator(".walk li").first.is_visible()
    made = page.pdf(path=tmp_path / "page.pdf", format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b", made)) <= 2


def test_pages_are_light(built_site: Path) -> None:
    """Without its picture a page of the series is 14.5 KB at most, 2 KB of them for who shares or indexes it."""
    for path in sorted(built_site.glob("questions/*/index.html")):
        text = re.sub(r'<div class="dg".*?</div>\n<figcaption', "<figcaption", path.read_text("utf-8"), flags=re.S)
        assert len(text.encode()) <= 14_500, path


def test_the_first_view_is_light(page: Page, site_url: str) -> None:
    """What a reader's browser loads for a question, scripts and font included, is 300 KB at most uncompressed."""
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.setdefault(response.url, len(response.body())))
    page.goto(f"{site_url}questions/901/", wait_until="load")
    assert sum(sizes.values()) <= 300_000, sizes
