"""What other authors write: endless words, letters from right to left, pictures that are none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import generate, served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("strange text")]

WORD = "Supercalifragilistic" * 8
BANK = f"""## Words as {WORD}

### Question 1: Short

**Answer:**
* **Lambda:** {WORD} is stored.
* **{WORD}:** S3, see `{WORD}`. (See Q2).

| One | {WORD} |
|---|---|
| several words of a cell | `{WORD}` |

### Question 2: {WORD}

**Answer:** (See Q1).

### Question 3: A title of ordinary words that is long enough to take more than one line of a card

```mermaid
graph nowhere -->> ((
```

## خبز

### Question 4: كيف تصنع الخبز؟

**Answer:**
* **المكونات:** دقيق، ماء، خميرة، ملح. انظر `Lambda` و S3.
* **الخطوات:** اعجن ثم اتركه ساعة. (See Q1)

### Question 5: S3 מה זה?

**Answer:**
S3 הוא שירות אחסון.
"""
ARABIC = "topics/topic-382f8a16/"
"""The topic whose name has no letter for an address."""
PAGES = (
    "",
    "topics/",
    "topics/words-as/",
    "questions/1/",
    "questions/2/",
    "questions/3/",
    "questions/4/",
    "map/",
    "components/lambda/",
    "search/?q=Lambda",
    "search/?q=supercalifragilistic",
    "practice/",
    "print/?q=1-5",
)


@pytest.fixture(scope="module")
def strange_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site of a strange bank with drafts."""
    folder = tmp_path_factory.mktemp("strange")
    (folder / "bank.md").write_text(BANK, "utf-8")
    generate("build", "--drafts", "--bank", str(folder / "bank.md"), "--out", str(folder / "site"))
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A phone's browser."""
    context = browser.new_context(service_workers="block", viewport={"width": 390, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_no_word_makes_a_page_wider_than_a_phone(tab: Page, strange_url: str, path: str) -> None:
    tab.goto(strange_url + path, wait_until="networkidle")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    for step in tab.get_by_role("button", name="Next step").all():
        step.click()
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_a_card_shows_its_titles_whole(tab: Page, strange_url: str) -> None:
    """One endless title takes none of the card's other titles beyond its edge."""
    tab.goto(strange_url)
    beyond = "card => [...card.querySelectorAll('a')].filter((link) => link.scrollWidth > card.clientWidth).length"
    for card in tab.locator(".tile").all():
        assert card.evaluate("card => card.scrollWidth <= card.clientWidth")
        assert card.evaluate(beyond) == 0


def test_a_picture_that_cannot_be_drawn_stays_text(tab: Page, strange_url: str) -> None:
    """The fence is shown as the code it is, and the library leaves nothing of its own in the page."""
    tab.goto(f"{strange_url}questions/3/", wait_until="networkidle")
    expect(tab.locator("#answer pre.mermaid")).to_be_visible()
    assert "graph nowhere" in tab.locator("#answer").inner_text()
    assert "Syntax error" not in tab.locator("body").inner_text()
    assert tab.locator("#answer .mermaid-picture").count() == 0


DIRECTION = "element => getComputedStyle(element).direction"
ALIGNED_RIGHT = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
  return Math.abs(box.right - text.right) < Math.abs(text.left - box.left);
}"""


@pytest.mark.parametrize("number", [4, 5])
def test_an_answer_runs_from_right_to_left_where_its_letters_do(tab: Page, strange_url: str, number: int) -> None:
    """Heading and answer, also where the first word is a product's name; the site round them stays as it is."""
    tab.goto(f"{strange_url}questions/{number}/")
    for part in ("h1", "#answer", "#answer > :first-child"):
        assert tab.locator(part).first.evaluate(DIRECTION) == "rtl", part
    assert tab.locator(".header").evaluate(DIRECTION) == "ltr"


def test_lists_and_their_marks_stand_at_the_right(tab: Page, strange_url: str) -> None:
    tab.set_viewport_size({"width": 1200, "height": 800})
    tab.goto(f"{strange_url}questions/4/")
    assert tab.locator("#answer li").first.evaluate(ALIGNED_RIGHT)
    assert tab.locator(".walk > li").first.evaluate(DIRECTION) == "rtl"
    tab.goto(f"{strange_url}questions/1/")
    assert tab.locator("#answer").evaluate(DIRECTION) == "ltr"


def test_lists_of_questions_keep_each_title_in_its_direction(tab: Page, strange_url: str) -> None:
    tab.goto(f"{strange_url}{ARABIC}")
    assert tab.locator('.entry[data-question="4"] .entry__link span').evaluate(DIRECTION) == "rtl"
    assert tab.locator('.entry[data-question="4"] > p').evaluate(DIRECTION) == "rtl"
    tab.goto(f"{strange_url}search/?q=Lambda", wait_until="networkidle")
    assert tab.locator('[data-question="4"] .found-title').evaluate(DIRECTION) == "rtl"
    assert tab.locator('[data-question="1"] .found-title').evaluate(DIRECTION) == "ltr"
    tab.goto(f"{strange_url}print/?q=4,1", wait_until="networkidle")
    assert tab.locator(".print-answer").evaluate_all(f"all => all.map({DIRECTION})") == ["rtl", "ltr"]
