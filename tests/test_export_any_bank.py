"""Every bank can be taken along: random banks of all forms become books, decks and data with the page's words."""

import io
import re
import sqlite3
import tempfile
import zipfile
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from generator import markup
from generator.exports.epub import ebook
from generator.exports.shared.trees import answer_of
from generator.problems import Failed
from tests.banks import SNIPPETS, banks
from tests.exporting import made, squeezed, study_of

ANSWER = ".//{http://www.w3.org/1999/xhtml}div[@id='answer']"
BOXES = str.maketrans("", "", "☑☐")
"""Ticks of tasks, which are a picture on the page."""


def in_ebook(data: bytes, number: int) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        page = ElementTree.fromstring(book.read(f"EPUB/q{number}.xhtml"))  # noqa: S314 - our own file
    found = page.find(ANSWER)
    assert found is not None
    return "".join(found.itertext())


def in_deck(data: bytes) -> dict[str, str]:
    """The answer on each note, by the question's label."""
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        database.deserialize(package.read("collection.anki2"))
    notes = [row[0].split("\x1f") for row in database.execute("select flds from notes")]
    return {fields[0]: unescape(re.sub(r"<[^>]+>", "", fields[2])) for fields in notes}


@pytest.fixture
def cut_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """E-books with fonts of all that the random banks are made of: to cut them takes most of an e-book's time."""
    found = ebook.fonts(SNIPPETS)
    monkeypatch.setattr(ebook, "fonts", lambda texts: found)


@pytest.mark.slow
@pytest.mark.usefixtures("cut_once")
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(banks())
def test_random_banks_lose_no_word(bank: tuple[str, list[int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            study = study_of(bank[0], Path(folder))
        except Failed:
            return  # not a bank; what is said then is another test's matter
    if not study.bank.questions:
        return
    assert made("book", study).startswith(b"%PDF")
    assert made("pocket", study).count(b"%%EOF") == 1
    ebook, notes = made("epub", study), in_deck(made("deck", study))
    for question in study.bank.questions:
        expected = squeezed(markup.text(answer_of(question)))
        assert squeezed(in_ebook(ebook, question.number)).translate(BOXES) == expected.translate(BOXES)
        assert squeezed(notes[question.label]).translate(BOXES) == expected.translate(BOXES)


@pytest.mark.slow
def test_headings_without_words_are_left_out_of_books(tmp_path: Path) -> None:
    """PDF/UA forbids empty ones."""
    study = study_of("### Question 1: T\n\n#\n\na\n\n> #### &nbsp;\n\n### Question 2: U\n\n####", tmp_path)
    assert made("book", study).startswith(b"%PDF")
    assert in_ebook(made("epub", study), 1).split() == ["a"]
