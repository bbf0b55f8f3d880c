"""Books and cards in the language and the script of the bank, or a word on the font that is missing."""

import contextlib
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator import exports, languages, linking, reading
from generator.exports.book import faces, glyphs
from generator.model import Edition, Study
from generator.problems import Severity
from tests.conftest import ROOT

BANKS = Path("tests/data/languages")


def study_in(language: str) -> Study:
    """A small bank in a language, with the words of the interface that it is recognised to need."""
    with contextlib.chdir(ROOT):
        bank, problems = reading.read([BANKS / f"{language}.md"])
    assert problems == ()
    wording, _ = languages.load(languages.recognised(bank), None)
    return Study(linking.link(bank)[0], Edition("Bank", "", "", "", 1_790_000_000), wording=wording)


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without fonts of its own."""
    monkeypatch.setattr(faces, "_installed", dict)
    glyphs.lacking.cache_clear()
    glyphs._beyond.cache_clear()


@pytest.mark.usefixtures("no_fonts")
@pytest.mark.parametrize(
    ("language", "package"), [("zh", "fonts-noto-cjk"), ("ko", "fonts-noto-cjk"), ("hi", "fonts-noto-core")]
)
def test_without_a_font_no_book_is_made_and_its_package_is_named(language: str, package: str) -> None:
    study = study_in(language)
    files = exports.wanted(study)
    assert {one.kind.name for one in files} - {one.kind.name for one in exports.printable(study, files)} == {
        "book", "pocket", "phone", "topic-book",
    }  # fmt: skip
    (problem,) = exports.refused(study, files)
    assert package in problem.hint
    assert problem.severity is Severity.ERROR
    assert problem.place.line
    assert package in " ".join(each.hint for each in exports.problems(study))


@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_our_own_fonts_set_european_languages(language: str) -> None:
    assert exports.problems(study_in(language)) == ()


def test_no_font_of_ours_has_letters_that_it_cannot_join() -> None:
    """A picture's words would be set in them, one letter beside another, before the font that can."""
    names = [
        unicodedata.name(chr(code), "")
        for path in glyphs.FONTS.glob("*.ttf")
        for code in TTFont(path, lazy=True).getBestCmap()
    ]
    assert not [name for name in names if name.startswith("ARABIC")]


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "hi", "ja", "ko", "pt", "ru", "zh"])
def test_languages_are_recognised_and_their_answers_read(language: str) -> None:
    """The words for question and answer are known in each, and belong to neither."""
    study = study_in(language)
    assert study.wording.language == language
    assert [question.number for question in study.bank.questions] == [1, 2]
    assert all(question.answer for question in study.bank.questions)
