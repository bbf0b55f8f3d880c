"""The books: what stands in them, what a screen reader and an archive need, and that no bank can break them."""

import dataclasses
import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from msgspec.structs import replace

from generator import exports, markup, pipeline
from generator.exports.book import figures, glyphs, measuring, printed, setting, typesetting
from generator.exports.shared import selections
from generator.model import IN_ENGLISH, Step, Study
from generator.options import Options
from generator.problems import Failed
from tests.drawing import drawn
from tests.exporting import made, real, real_study, squeezed, study_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("exports")]


def pages(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page in the order of the content."""
    path = folder / "book.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    straight = done.stdout.translate({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})
    return straight.split("\f")[:-1]


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every font that a page or a picture on it uses."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font":
            yield each


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    """Titles of all levels, in order."""

    def walk(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
        for item in items:
            yield item.title
            yield from walk(item.children)

    with pdf.open_outline() as outline:
        return list(walk(outline.root))


@pytest.mark.parametrize("name", ["book", "pocket", "phone"])
def test_books_say_that_they_are_tagged_and_archivable(name: str) -> None:
    """PDF/UA-1 and PDF/A-2a, with a language, a title and a tree of tags; typst refuses to write what breaks them."""
    with pikepdf.open(io.BytesIO(real(name))) as pdf:
        metadata = pdf.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert "/StructTreeRoot" in pdf.Root


@pytest.mark.parametrize("name", ["book", "pocket", "phone"])
def test_fonts_are_embedded_and_never_type_3(name: str) -> None:
    with pikepdf.open(io.BytesIO(real(name))) as pdf:
        found = list(fonts(pdf))
        assert found
        assert not [each for each in found if each.Subtype == "/Type3"]
        described = [each.FontDescriptor for each in found if "/FontDescriptor" in each]
        assert described
        assert all("/FontFile2" in each or "/FontFile3" in each for each in described)


def test_every_picture_has_words_for_those_who_cannot_see_it() -> None:
    with pikepdf.open(io.BytesIO(real("book"))) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        assert len(figures) == len(real_study().drawings)
        assert all(str(each.Alt) for each in figures)


@pytest.mark.parametrize("name", ["book", "pocket", "phone"])
def test_no_label_of_a_picture_is_smaller_than_eight_points(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: dict[int, figures.Placed] = {}

    def remember(
        template: str, study: Study, selection: selections.Selection, places: dict[int, figures.Placed]
    ) -> bytes:
        placed.update(places)
        return b""

    monkeypatch.setattr(printed, "_typeset", remember)
    getattr(printed, name)(real_study(), selections.whole(real_study().bank)[0])
    assert set(placed) == set(real_study().drawings)
    assert min(place.label for place in placed.values()) >= 8


@pytest.mark.parametrize("name", ["book", "pocket", "phone"])
def test_no_letter_of_a_file_is_smaller_than_eight_points(name: str, tmp_path: Path) -> None:
    """As poppler reads it, in pictures too: in thirds of a point, to the nearest."""
    notes = study_of("### Question 1: Who?\n\nH<sub>2</sub>O[^1] x<sup>2</sup>\n\n[^1]: Water.\n", tmp_path)
    for data, said in ((real(name), ">no trigger<"), (made(name, notes), "Water.")):
        (tmp_path / "book.pdf").write_bytes(data)
        command = ["pdftohtml", "-xml", "-i", "-zoom", "3", "-stdout", tmp_path / "book.pdf"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        sizes = [int(size) for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', told)]
        assert said in told, "the words of pictures are not read"
        assert min(sizes) >= 24


def test_a_picture_that_no_page_holds_goes_on_over_the_page_and_is_cut_where_nothing_stands() -> None:
    width, height = printed.PHONE
    placed = [figures.alone(each, width, height, height) for each in real_study().drawings.values()]
    cut = [place for place in placed if len(place.pieces) > 1]
    assert cut
    for place in cut:
        room = sorted((width, height), reverse=place.turned)
        size = [length / (0.75 * figures.POINT * place.scale) for length in room]
        assert all(piece.width <= size[0] + 1 and piece.height <= size[1] + 1 for piece in place.pieces)
        assert sum(piece.width * piece.height for piece in place.pieces) == pytest.approx(
            place.picture.width * place.picture.height
        )
        tops = [
            float(each) for each in re.findall(r'<rect class="card[^"]*" x="[\d.]+" y="([\d.]+)"', place.picture.svg)
        ]
        highs = [float(each) for each in re.findall(r'<rect class="card[^>]* height="([\d.]+)"', place.picture.svg)]
        edges = {piece.y for piece in place.pieces if piece.y}
        assert not [y for top, high in zip(tops, highs, strict=True) for y in edges if top - 3 < y < top + high + 3]


MESSAGES = """
with Diagram("Chat", graph_attr={{"form": "sequence"}}):
    ann, ben = Node("Ann"), Node("Ben")
    for step in range(1, {}):
        ann >> Edge(label=f"{{step}}. word") >> ben
"""


@pytest.mark.parametrize("messages", [20, 25, 30, 35])
def test_a_conversation_that_goes_on_names_who_speaks_and_parts_no_arrow_from_its_label(messages: int) -> None:
    drawing, _ = drawn(MESSAGES.format(messages + 1))
    assert drawing
    place = figures.alone(drawing, *printed.PHONE, printed.PHONE[1])
    svg = place.picture.svg
    names = max(float(y) for y in re.findall(r'<text class="word strong"[^>]* y="([\d.]+)"', svg))
    assert len(place.pieces) > 1
    assert place.pieces[0].head == 0
    assert all(names < piece.head < names + 60 for piece in place.pieces[1:])
    words = [float(y) for y in re.findall(r'<text class="word" [^>]*y="([\d.]+)"[^>]*>word<', svg)]
    arrows = [float(y) for y in re.findall(r'<path class="line" d="M[\d.]+ ([\d.]+)L', svg)]
    assert len(words) == len(arrows) == messages
    for piece in place.pieces[1:]:
        assert sum(y < piece.y for y in words) == sum(y < piece.y for y in arrows)
        assert min(abs(piece.y - y) for y in arrows) > 3


def test_bookmarks_name_topics_and_questions_in_order() -> None:
    bank = real_study().bank
    expected = [title for topic in bank.topics for title in (topic.name, *(_name(number) for number in topic.numbers))]
    with pikepdf.open(io.BytesIO(real("book"))) as pdf:
        found = [title for title in bookmarks(pdf) if title not in AROUND]
    assert found == expected


AROUND = {"About this book", "Components", "Subjects", "Glossary", "Not in this bank"}


def _name(number: int) -> str:
    return f"Q{number} {real_study().bank.by_number[number].title}"


def test_what_goes_on_in_the_pocket_edition_has_its_words_before_its_picture(tmp_path: Path) -> None:
    sheets = pages(real("pocket"), tmp_path)
    steps = real_study().drawings[910].diagram.steps
    assert len(steps) > 3
    (first,) = (sheet for sheet in sheets if "\nQ910\n" in sheet)
    assert all(squeezed(step.text) in squeezed(first) for step in steps)


def test_a_page_of_the_pocket_edition_begins_each_question_and_has_its_number(tmp_path: Path) -> None:
    """Most fit on one; what does not goes on, in letters of eight points at least."""
    sheets = pages(real("pocket"), tmp_path)
    bank = real_study().bank
    begun = [sheet for sheet in sheets if re.search(r"^Q\d+$", sheet, re.MULTILINE)]
    assert len(begun) == len(bank.questions)
    assert len(sheets) < 1.6 * len(bank.questions)
    assert all(sheet.strip().endswith(str(place)) for place, sheet in enumerate(sheets, 1))


@pytest.mark.parametrize("name", ["pocket", "phone"])
def test_small_editions_hold_all_words(name: str, tmp_path: Path) -> None:
    words = squeezed(" ".join(pages(real(name), tmp_path)))
    for question in real_study().bank.questions:
        for line in [question.title, *markup.text(question.answer).split("\n")]:
            assert squeezed(line) in words, question.label


def test_the_book_shows_every_answer_and_walk(tmp_path: Path) -> None:
    study = real_study()
    words = squeezed(" ".join(pages(real("book"), tmp_path)))
    for question in study.bank.questions:
        steps = [step.text for step in study.drawings[question.number].diagram.steps]
        for line in [question.title, *markup.text(question.answer).split("\n"), *steps]:
            assert squeezed(line) in words, question.label


def test_the_book_carries_edition_and_commit_on_its_cover_and_every_page(tmp_path: Path) -> None:
    assert all("Edition 2026-11-18 · 4b955bc123" in sheet for sheet in pages(real("book"), tmp_path))


def test_a_long_answer_goes_on_over_the_page_of_the_pocket_edition(tmp_path: Path) -> None:
    long = "\n".join(
        f"*   point {count} with some more words to fill the line and the one after it" for count in range(400)
    )
    study = study_of(
        f"## Long\n\n### Question 1: Long?\n\n**Answer:**\n{long}\n\n### Question 2: Short?\n\n**Answer:** Yes.\n",
        tmp_path,
    )
    sheets = pages(made("pocket", study), tmp_path)
    assert len(sheets) > 2
    assert "point 399" in " ".join(sheets)
    assert lines_outside(made("pocket", study), tmp_path) == []


def test_references_tell_the_page_of_their_target(tmp_path: Path) -> None:
    study = study_of(
        "## A\n\n### Question 1: One?\n\n**Answer:** (See Q2).\n\n### Question 2: Two?\n\n**Answer:** Yes.\n", tmp_path
    )
    text = " ".join(" ".join(pages(made("book", study), tmp_path)).split())
    assert "See also: Q2 Two?, p. 5" in text
    assert "Referred to by: Q1 One?, p. 5" in text


def test_links_lead_to_the_pages_that_they_name(tmp_path: Path) -> None:
    named = [re.findall(r"\bp\.\s(\d+)", sheet) for sheet in pages(real("book"), tmp_path)]
    with pikepdf.open(io.BytesIO(real("book"))) as pdf:
        numbers = {page.objgen: place for place, page in enumerate(pdf.pages, 1)}
        led = [
            [numbers[each.A.D[0].objgen] if "/A" in each else numbers[each.Dest[0].objgen] for each in _links(page)]
            for page in pdf.pages
        ]
    assert sum(map(len, named)) > 100
    for words, targets in zip(named, led, strict=True):
        assert Counter(map(int, words)) <= Counter(targets)


def _links(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The links within the document on a page."""
    found = list(page.get("/Annots", []))
    return [each for each in found if isinstance(each.get("/Dest") or each.get("/A", {}).get("/D"), pikepdf.Array)]


def test_the_phone_s_edition_begins_with_its_topics_and_their_pages(tmp_path: Path) -> None:
    """No address stands over a title: the number leads there."""
    sheets = pages(real("phone"), tmp_path)
    contents = squeezed(sheets[1])
    for topic in real_study().bank.topics:
        name = squeezed(topic.name)
        place = next(at for at, sheet in enumerate(sheets[2:], 3) if squeezed(sheet).startswith(name))
        assert f"{name}p.{place}" in contents
    assert "example.org/bank/questions" not in "".join(sheets)
    with pikepdf.open(io.BytesIO(real("phone"))) as pdf:
        addresses = {
            str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", []) if "/URI" in each.get("/A", {})
        }
    assert "https://example.org/bank/questions/901/" in addresses


def test_questions_follow_one_another_on_the_pages_of_a_phone(tmp_path: Path) -> None:
    """A page each would leave a third of the paper empty."""
    sheets = pages(real("phone"), tmp_path)
    bank = real_study().bank
    within = [sheet for sheet in sheets if re.search(r".+\nQ\d+\n", sheet)]
    assert len(within) > len(bank.questions) / 2
    assert len(sheets) < 2.6 * len(bank.questions)


def test_an_answer_of_a_few_lines_is_not_parted_on_a_phone(tmp_path: Path) -> None:
    """Where a picture follows that fills a page; between such questions stand others of some lines."""
    tall, _ = drawn(MESSAGES.format(12))
    assert tall
    answers = dict.fromkeys(range(2, 20, 2), "first, second, third, fourth, last")
    fillers = {number: ", ".join(["more"] * number) for number in range(1, 20, 2)}
    text = "".join(
        f"### Question {number}: Q?\n\n**Answer:**\n"
        + "".join(f"- {line} of {number}\n" for line in lines.split(", "))
        + "\n"
        for number, lines in sorted((answers | fillers).items())
    )
    study = replace(study_of(text, tmp_path), drawings=dict.fromkeys(answers, tall))
    sheets = pages(made("phone", study), tmp_path)
    for number in answers:
        (sheet,) = (sheet for sheet in sheets if f"first of {number}\n" in sheet)
        assert f"last of {number}\n" in sheet


def test_lists_at_the_end_share_a_page_where_they_are_short(tmp_path: Path) -> None:
    """And none leaves a page empty behind it."""
    study = real_study()
    for one in exports.wanted(study, names=["topic-book"]):
        last = pages(exports.EXPORTS[0].make(study, one.selection), tmp_path)[-1]
        assert "\nComponents\n" in last
        assert "\nSubjects\n" in last


def test_a_draft_that_says_its_answer_again_is_not_set_twice() -> None:
    """Its walk is the answer, in the same order; what it says in words of its own is set."""
    question, drawing = real_study().bank.by_number[901], real_study().drawings[901]
    again = (Step(1, "Trigger: S3 `ObjectCreated` event"), Step(2, "Compute - Lambda Function."))
    own = (*again, Step(3, "Lambda"), Step(4, "Sharpens"))
    for steps, draft, set_of in ((again, True, ()), (own, True, own), (again, False, again)):
        diagram = dataclasses.replace(drawing.diagram, steps=steps, draft=draft)
        assert measuring.steps_set(dataclasses.replace(drawing, diagram=diagram), question) == set_of


def test_titles_of_pictures_end_with_one_mark() -> None:
    ends = {
        "Resize images": "Resize images.",
        "Sign in.": "Sign in.",
        "How?": "How?",
        "設計してください。": "設計してください。",
    }
    assert {words: printed.sentence(words, IN_ENGLISH) for words in ends} == ends


def test_text_is_never_read_as_typst(tmp_path: Path) -> None:
    """What means something to the typesetter is shown as it stands, in titles, topics, text and code."""
    evil = '#panic("no") $x^2 $ *a* _b_ @q1 <q1> \\ `#read("/etc/passwd")` "quoted" // comment /* more */ #{ ] ['
    study = study_of(f"## {evil}\n\n### Question 1: {evil}\n\n**Answer:** {evil}\n", tmp_path)
    text = squeezed(" ".join(pages(made("book", study), tmp_path)))
    assert squeezed('#panic("no") $x^2 $') in text
    assert squeezed('#read("/etc/passwd")') in text
    assert "root:" not in text


def test_what_the_fonts_lack_is_boxed_and_reported(tmp_path: Path) -> None:
    """PDF/UA forbids missing glyphs: the book comes all the same, and its author learns which line is meant."""
    study = study_of("## A\n\n### Question 1: 𒀀𒁀 ✅ 🔸 → é ﷽?\n\n**Answer:** 𒀀𒁀 👩‍💻 e\u0301 q\u0303\n", tmp_path)
    text = " ".join(pages(made("book", study), tmp_path))
    assert "▯▯ ✅ 🔸 → é" in text
    (problem,) = exports.problems(study)
    assert "𒀀 (U+12000)" in problem.what
    assert problem.place.file.endswith("bank.md")
    assert problem.place.line


def test_every_kind_of_block_can_be_set(tmp_path: Path) -> None:
    """Tables, code, quotes, tasks, deep headings, lists, endless words and pictures without any come out whole."""
    answer = (
        "#### Deep\n\n###### Deeper\n\n> quote\n\n1. one\n\n   more\n2. two\n\n- [x] done\n- [ ] open\n\n"
        "| a | b |\n|---|--:|\n| c | d |\n\n"
        "```python\nprint('x')\n```\n\n---\n\n"
        + "w" * 900
        + " [out](https://example.org) ![alt](https://example.org/a.png) ~~old~~  \nnew line\n\n"
        + "![](ring.png) in a line, [![](ring.png)](https://example.org)\n\n- <img src=ring.png>\n\n![Ring](ring.png)\n"
    )
    shutil.copy("tests/data/banks/pictures/img/ring.png", tmp_path)
    study = study_of(f"## A\n\n### Question 1: All?\n\n**Answer:**\n\n{answer}", tmp_path)
    for name in ("book", "pocket"):
        words = squeezed(" ".join(pages(made(name, study), tmp_path)))
        for piece in ("Deeper", "quote", "2.two", "☑done", "☐open", "print('x')", "alt", "old", "newline"):
            assert piece in words, piece
        assert words.count("w") >= 900


def test_a_topic_can_be_had_as_a_book_of_its_own(tmp_path: Path) -> None:
    study = real_study()
    first = selections.by_topic(study.bank)[0]
    text = " ".join(pages(printed.book(study, first), tmp_path))
    assert all(f"Q{number}" in text for number in first.numbers)
    assert study.bank.by_number[950].title not in text


def test_a_bank_too_large_for_one_book_comes_in_volumes() -> None:
    """No question is lost or doubled, also where one topic fills several volumes."""
    bank = real_study().bank
    made_of = selections.volumes(bank, most=7)
    assert [number for part in made_of for number in part.numbers] == [each.number for each in bank.questions]
    assert all(len(part.numbers) <= 7 for part in made_of)
    assert (made_of[0].name, made_of[0].slug, made_of[1].slug) == ("Volume 1: Q901 to Q907", "", "-2")
    assert selections.volumes(bank) == selections.whole(bank)


def test_a_volume_is_a_book(tmp_path: Path) -> None:
    study = real_study()
    second = selections.volumes(study.bank, most=15)[1]
    text = " ".join(pages(printed.book(study, second), tmp_path))
    assert "Volume 2: Q916 to Q930" in text
    assert study.bank.by_number[916].title in text


@pytest.mark.parametrize(
    "odd", ["[\u0338x\u20dd", "`V\u0361`", "a\ufeffb", "\uf420", "\u0301", "👩‍💻🇩🇪1\ufe0f\u20e3", "שלום عليكم ไทย"]
)
def test_no_character_can_keep_a_book_from_being_made(odd: str, tmp_path: Path) -> None:
    """Accents whose letter is in another font, marks, private characters, joined emoji, other scripts."""
    study = study_of(f"## A\n\n### Question 1: x{odd}?\n\n**Answer:** before {odd} after\n", tmp_path)
    assert "after" in " ".join(pages(made("book", study), tmp_path))


def test_what_is_wrong_in_a_process_of_its_own_is_told_as_here(tmp_path: Path) -> None:
    (tmp_path / "main").write_text("#panic(1)")
    with pytest.raises(typst.TypstError, match="panicked with: 1"):
        typesetting.apart("book", tmp_path, (glyphs.FONTS,), 0)


def test_a_book_whose_process_is_killed_is_one_line_and_the_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bank.md").write_text("## A\n\n### Question 1: Why?\n\n**Answer:** Because.\n")
    options = Options((tmp_path / "bank.md",), out=tmp_path / "site", cache=tmp_path / "cache", downloads=True)
    pipeline.build(options)
    before = {path: path.read_bytes() for path in options.out.rglob("*") if path.is_file()}
    (tmp_path / "bank.md").write_text("## A\n\n### Question 1: Why?\n\n**Answer:** It is so.\n")
    monkeypatch.setattr(typesetting, "FEW", 0)
    started = subprocess.Popen

    def killed(words: Sequence[str], *rest: Any, **named: Any) -> subprocess.Popen[bytes]:
        process = started(words, *rest, **named)
        if setting.__file__ in words:
            process.kill()
        return process

    monkeypatch.setattr(subprocess, "Popen", killed)
    with pytest.raises(Failed) as failed:
        pipeline.build(options)
    (problem,) = failed.value.problems
    assert str(problem).startswith("book: the process that sets it was ended from outside (code -9)")
    assert {path: path.read_bytes() for path in options.out.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "title", ["Serve a feed to a hundred million readers at once", "Count the views of each video within five seconds"]
)
def test_lines_of_a_title_have_about_one_length(title: str) -> None:
    room = 20.0
    width = measuring.even(title, room)
    assert measuring.even(title, 3 * room) == 3 * room, "one line has all the room"
    assert room / 2 < width < 0.9 * room


def lines_outside(pdf: bytes, folder: Path) -> list[str]:
    """Words that lie outside their page, with its number."""
    path = folder / "book.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    outside, page, width, height = [], 0, 0.0, 0.0
    for line in done.stdout.splitlines():
        numbers = [float(number) for number in re.findall(r'="([\d.-]+)"', line)]
        if "<page " in line:
            page, (width, height) = page + 1, numbers
        elif "<word " in line:
            left, top, right, bottom = numbers
            if left < 0 or top < 0 or right > width or bottom > height:
                outside.append(f"{page}: {line.strip()}")
    return outside


def test_a_component_of_very_many_questions_is_listed_whole_and_on_the_paper(tmp_path: Path) -> None:
    count = 220
    text = "## A\n\n" + "".join(f"### Question {number}: {number}?\n\nx\n\n" for number in range(1, count + 1))
    study = study_of(text, tmp_path)
    drawing = next(iter(real_study().drawings.values()))
    drawings = {
        number: dataclasses.replace(drawing, diagram=dataclasses.replace(drawing.diagram, number=number))
        for number in range(1, count + 1)
    }
    study = replace(study, drawings=drawings)
    pdf = made("book", study)
    assert lines_outside(pdf, tmp_path) == []
    sheets = pages(pdf, tmp_path)
    listed = "".join(sheets[next(place for place, sheet in enumerate(sheets) if "\nComponents\n" in f"\n{sheet}") :])
    assert {f"Q{number}" for number in range(1, count + 1)} <= set(re.findall(r"Q\d+", listed))


def test_no_page_of_the_book_holds_an_address_alone(tmp_path: Path) -> None:
    for sheet in pages(real("book"), tmp_path)[1:]:
        words = [word for word in sheet.split() if "://" not in word]
        assert len(words) > 12, sheet


def test_a_small_bank_s_book_promises_no_lists_and_names_itself_once_on_a_page(tmp_path: Path) -> None:
    sheets = pages(
        made("book", study_of("# Locks\n\n### Question 1: Why?\n\n**Answer:** So.\n", tmp_path, name="Locks")), tmp_path
    )
    assert "lists of their own" not in "".join(sheets)
    assert sheets[-1].split("\n").count("Locks") == 1


@pytest.mark.parametrize("count", [36, 44])
def test_a_topic_of_some_forty_questions_is_listed_on_one_page(count: int, tmp_path: Path) -> None:
    text = "".join(f"### Question {number}: Why {number}?\n\n**Answer:** So.\n\n" for number in range(1, count + 1))
    sheets = pages(made("book", study_of(f"## A topic\n\n{text}", tmp_path)), tmp_path)
    (opener,) = (sheet for sheet in sheets if f"\n{count} questions" in f"\n{sheet}" and "Why 1?" in sheet)
    assert f"Why {count}?" in opener
