"""The site as a package: what it holds, and that all of it works opened from the file system in a real browser."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.exports.sitezip import from_files, zip_site


@pytest.fixture(scope="module")
def unpacked(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our site's package, unpacked into a folder whose name needs escaping."""
    folder = tmp_path_factory.mktemp("my site #1")
    with zipfile.ZipFile(built_site / "downloads" / "site.zip") as package:
        package.extractall(folder)
    (root,) = folder.iterdir()
    return root


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page of a visitor who has no network; a mistake of a script fails the test."""
    mistakes: list[str] = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.on("console", lambda message: mistakes.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert mistakes == []


def open_file(tab: Page, path: Path, query: str = "") -> None:
    tab.goto(path.as_uri() + query)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../905/">', '<a href="../905/index.html">'),
        ('<a href="../905/#step-2">', '<a href="../905/index.html#step-2">'),
        ('<form action="../../search/">', '<form action="../../search/index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="#step-1">', '<a href="#step-1">'),
        ('<a href="diagram.svg">', '<a href="diagram.svg">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="mailto:a@b/">', '<a href="mailto:a@b/">'),
        ("<code>href=&quot;../&quot;</code>", "<code>href=&quot;../&quot;</code>"),
    ],
)
def test_links_to_folders_lead_to_their_pages(before: str, after: str) -> None:
    assert from_files(before) == after


def test_the_package_is_the_same_whatever_the_order_of_files() -> None:
    files = {"a.html": b"<a href='b/'>", "assets/x.js": b"export const a = 1;", "assets/d.json": b'{"a": 1}'}
    assert zip_site(files, 0) == zip_site(dict(reversed(files.items())), 0)


def test_data_stand_beside_themselves_as_scripts() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_site({"assets/d.json": b'{"a": "</script>"}'}, 0))) as package:
        assert (
            package.read("site/assets/d.json.js") == b'(window.__data ??= {})["assets/d.json"] = {"a":"</script>"};\n'
        )


def test_the_package_has_a_folder_of_its_own_and_none_of_the_other_downloads() -> None:
    files = {"index.html": b"", "downloads/book.pdf": b"%PDF", "downloads/index.html": b"", "api/bank.json": b"{}"}
    with zipfile.ZipFile(io.BytesIO(zip_site(files, 0, "my-site"))) as package:
        names = set(package.namelist())
    assert {name.partition("/")[0] for name in names} == {"my-site"}
    assert "my-site/downloads/book.pdf" not in names
    assert {"my-site/index.html", "my-site/downloads/index.html", "my-site/api/bank.json"} <= names


@pytest.mark.slow
def test_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    broken = []
    for page in sorted(unpacked.rglob("*.html")):
        for address in re.findall(r'(?:href|src)="([^"#?:]+)[^":]*"', page.read_text("utf-8")):
            if not address.startswith("/") and not (page.parent / address).is_file():
                broken.append(f"{page.relative_to(unpacked)}: {address}")
    assert broken == []


@pytest.mark.slow
def test_search_finds_a_question_and_opens_it(tab: Page, unpacked: Path) -> None:
    open_file(tab, unpacked / "search" / "index.html", "?q=cold+strat")
    first = tab.locator("[data-question]").first
    expect(first).to_have_attribute("data-question", "902")
    first.click()
    expect(tab.locator("h1")).to_contain_text("Cold Start")


@pytest.mark.slow
def test_practice_shows_cards(tab: Page, unpacked: Path) -> None:
    open_file(tab, unpacked / "practice" / "index.html")
    tab.get_by_role("button", name="Start").click()
    tab.get_by_role("button", name=re.compile("Show the answer")).click()
    expect(tab.locator("#practice")).to_contain_text("Good")


@pytest.mark.slow
def test_printing_gathers_questions(tab: Page, unpacked: Path) -> None:
    open_file(tab, unpacked / "print" / "index.html", "?q=901,905")
    expect(tab.locator(".print-item")).to_have_count(2)
    expect(tab.locator(".print-item svg").first).to_be_attached()


@pytest.mark.slow
def test_a_walk_from_the_first_page_to_a_question(tab: Page, unpacked: Path) -> None:
    open_file(tab, unpacked / "index.html")
    tab.locator("main a[href*='topics/serverless']").first.click()
    tab.locator(".entry__link").first.click()
    expect(tab.locator("h1")).to_contain_text("image resizing")
    tab.locator("a[rel~=next]").first.click()
    expect(tab).to_have_url(re.compile("questions/902/index.html"))
