"""The Anki deck, proved with the real Anki: a later edition brings what is new and leaves what was learned."""

import dataclasses
import io
import json
import os
import re
import sqlite3
import subprocess
import time
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest
from msgspec.structs import replace
from PIL import Image

from generator import markup
from generator.exports.anki.covers import covers
from generator.exports.anki.deck import deck as deck_of
from generator.exports.anki.slots import slots
from generator.exports.shared import selections
from generator.exports.shared.pictures import small
from generator.model import Element, Study
from generator.options import Options
from generator.preparing import preparing
from generator.reading import identity
from tests.drawing import drawn
from tests.exporting import DAY, edition, made, real, real_study, squeezed, study_of

pytestmark = pytest.mark.xdist_group("exports")


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of the real Anki."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def bring(collection: Collection, data: bytes, folder: Path) -> tuple[int, int]:
    """Import a package as Anki does when asked for nothing special; gives the numbers of new and updated notes."""
    path = folder / "deck.apkg"
    path.write_bytes(data)
    options = ImportAnkiPackageOptions(with_scheduling=False)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
    assert not log.conflicting
    return len(log.new), len(log.updated)


def bring_text(collection: Collection, data: bytes, folder: Path) -> tuple[int, int]:
    """The same of a text, read as its own first lines tell."""
    path = folder / "update.txt"
    path.write_bytes(data)
    request = ImportCsvRequest(path=str(path), metadata=collection.get_csv_metadata(str(path), None))
    log = collection.import_csv(request).log
    assert not [*log.conflicting, *log.missing_notetype, *log.missing_deck, *log.empty_first_field]
    return len(log.new), len(log.updated)


def field(collection: Collection, number: int, name: str) -> str:
    (note,) = collection.find_notes(f"Number:Q{number}")
    return collection.get_note(note)[name]


def visible(html: str) -> str:
    return squeezed(unescape(re.sub(r"<[^>]+>", "", html)))


def learned(collection: Collection) -> list[tuple[object, ...]]:
    """All that Anki knows of what a learner did: the state of each card, and the review log."""
    cards = collection.db.all(
        "select id, nid, ord, type, queue, due, ivl, factor, reps, lapses, left, did from cards order by id"
    )
    reviews = collection.db.all("select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id")
    return [tuple(row) for row in (*cards, *reviews)]


def study_some(collection: Collection) -> None:
    """Answer a few cards, so that they have intervals and a history."""
    for deck in collection.decks.all_names_and_ids():
        collection.decks.select(deck.id)
        for _ in range(4):
            card = collection.sched.getCard()
            if card is None:
                break
            card.start_timer()
            collection.sched.answerCard(card, 4)


def test_importing_twice_adds_nothing(collection: Collection, tmp_path: Path) -> None:
    assert bring(collection, real("deck"), tmp_path) == (50, 0)
    assert bring(collection, real("deck"), tmp_path) == (0, 0)
    assert collection.note_count() == 50
    assert len(collection.find_cards("card:Question")) == len(collection.find_cards("card:Diagram")) == 50


def test_a_deck_of_a_topic_holds_the_same_notes(collection: Collection, tmp_path: Path) -> None:
    study = real_study()
    assert bring(collection, deck_of(study, selections.by_topic(study.bank)[0]), tmp_path) == (10, 0)
    assert bring(collection, real("deck"), tmp_path) == (40, 0)


def test_no_media_is_missing_or_left_over(collection: Collection, tmp_path: Path) -> None:
    bring(collection, real("deck"), tmp_path)
    media = collection.media.check()
    assert not media.missing
    assert not media.unused


def test_one_edit_reaches_one_note_and_takes_nothing_that_was_learned(collection: Collection, tmp_path: Path) -> None:
    """Own tags, marks, typed notes, the look of cards, intervals and reviews stay, of the edited note too.

    The package brings the edit to a note that is as it came, the text to one that its learner has touched.
    """
    first, second = _editions()
    bring(collection, made("deck", first), tmp_path)
    study_some(collection)
    _make_it_mine(collection, "-Number:Q901")
    before, mine = learned(collection), _mine(collection)
    assert any(row[6] for row in before), "nothing was learned"
    assert bring(collection, made("deck", second), tmp_path) == (1, 1)
    assert "edited" in field(collection, 901, "Answer")
    assert collection.find_notes("Number:Q1950")
    assert [row for row in learned(collection) if row in set(before)] == before
    assert {number: kept for number, kept in _mine(collection).items() if number != "Q1950"} == mine
    assert bring_text(collection, made("deck-update", second), tmp_path) == (0, 0)
    assert any(".mine-too" in model["css"] for model in collection.models.all())


def test_a_note_that_its_learner_touched_gets_an_edit_by_the_text_and_keeps_what_is_theirs(
    collection: Collection, tmp_path: Path
) -> None:
    """Of a package, Anki would take the edited note whole, or nothing of it."""
    first, second = _editions()
    bring(collection, made("deck", first), tmp_path)
    study_some(collection)
    _make_it_mine(collection)
    before, mine = learned(collection), _mine(collection)
    assert bring(collection, made("deck", second), tmp_path) == (1, 0)
    assert "edited" not in field(collection, 901, "Answer")
    assert bring_text(collection, made("deck-update", second), tmp_path) == (0, 1)
    assert "edited" in field(collection, 901, "Answer")
    assert {number: kept for number, kept in _mine(collection).items() if number != "Q1950"} == mine
    assert [row for row in learned(collection) if row in set(before)] == before
    assert not collection.media.check().missing, "the package brings pictures for notes that it leaves alone"


def test_a_committed_edit_reaches_one_note(collection: Collection, tmp_path: Path) -> None:
    """From files in a repository to a learner's collection, by the history alone: a new first question, one edited."""
    bank = tmp_path / "bank.md"
    entry = "### Question {0}: What is {0}?\n\n**Answer:**\n\n- **Label:** text {1}.\n\n"

    def committed(day: int, *answers: tuple[int, str]) -> bytes:
        bank.write_text("## A\n\n" + "".join(entry.format(*answer) for answer in answers))
        said = {"GIT_AUTHOR_DATE": f"{day} +0000", "GIT_COMMITTER_DATE": f"{day} +0000"}
        named = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        for words in (("init", "-q"), ("add", "bank.md"), (*named, "commit", "-q", "-m", "x")):
            subprocess.run(["git", "-C", tmp_path, *words], check=True, env={**os.environ, **said})
        return made("deck", preparing.prepare(Options((bank,), cache=tmp_path / "cache"))[0])

    first = committed(DAY, (1, "one"), (2, "two"), (3, "three"))
    second = committed(DAY + 60, (7, "seven"), (1, "one"), (2, "another"), (3, "three"))
    assert bring(collection, first, tmp_path) == (3, 0)
    assert bring(collection, second, tmp_path) == (1, 1)
    assert "another" in field(collection, 2, "Answer")


def _make_it_mine(collection: Collection, which: str = "") -> None:
    """What learners do to a deck: tags, the mark, words of their own, a look."""
    for number in collection.find_notes(which):
        note = collection.get_note(number)
        note["My notes"] = f"mine about {note['Number']}"
        note.tags += ["marked", "hard"]
        collection.update_note(note)
    (model,) = (each for each in collection.models.all() if each["name"].startswith("Interview"))
    model["css"] += ".mine-too {color: red}"
    collection.models.update_dict(model)


def _mine(collection: Collection) -> dict[str, tuple[list[str], str]]:
    """The tags and own words of each note."""
    notes = (collection.get_note(number) for number in collection.find_notes(""))
    return {note["Number"]: (note.tags, note["My notes"]) for note in notes}


def _editions() -> tuple[Study, Study]:
    """Our bank, and the same after a learner has worked on it: an answer and its picture edited, a question added."""
    tomorrow = int(time.time()) + 86400
    study = replace(real_study(), dates=dict.fromkeys(real_study().bank.by_number, DAY))
    questions = list(study.bank.questions)
    edited = replace(questions[0], answer=(*questions[0].answer, _paragraph("edited")))
    added = replace(questions[-1], number=1950)
    topics = (*study.bank.topics[:-1], replace(study.bank.topics[-1], numbers=(*study.bank.topics[-1].numbers, 1950)))
    bank = replace(study.bank, questions=(edited, *questions[1:], added), topics=topics)
    redrawn = dataclasses.replace(study.drawings[901], standalone=study.drawings[902].standalone)
    drawings = {**study.drawings, 901: redrawn, 1950: study.drawings[950]}
    dates = {**study.dates, 901: tomorrow, 1950: tomorrow}
    return study, replace(study, bank=bank, drawings=drawings, dates=dates, edition=edition(tomorrow))


def _paragraph(text: str) -> Element:
    return Element("paragraph", children=(Element("text", text),))


def test_a_retitled_topic_does_not_begin_its_questions_anew(collection: Collection, tmp_path: Path) -> None:
    bring(collection, made("deck", study_of("## Old\n\n### Question 1: A?\n\n**Answer:** x\n", tmp_path)), tmp_path)
    later = study_of("## New\n\n### Question 1: B?\n\n**Answer:** y\n", tmp_path, timestamp=DAY + 1)
    assert bring(collection, made("deck", later), tmp_path) == (0, 1)
    assert collection.note_count() == 1


def test_two_banks_with_the_same_numbers_do_not_meet(collection: Collection, tmp_path: Path) -> None:
    text = "## A\n\n### Question 1: A?\n\n**Answer:** x\n"
    bring(collection, made("deck", study_of(text, tmp_path, identity="one")), tmp_path)
    assert bring(collection, made("deck", study_of(text, tmp_path, identity="another")), tmp_path) == (1, 0)


def test_another_name_or_address_of_the_site_begins_nothing_anew(collection: Collection, tmp_path: Path) -> None:
    first = real_study()
    bring(collection, made("deck", first), tmp_path)
    study_some(collection)
    before = learned(collection)
    assert any(row[6] for row in before), "nothing was learned"
    renamed = edition(DAY + 86400, name="Another name", url="https://elsewhere.example/")
    new, _ = bring(collection, made("deck", replace(first, edition=renamed)), tmp_path)
    assert new == 0
    assert learned(collection) == before


def test_a_deck_has_the_same_id_whatever_the_site_is_called(tmp_path: Path) -> None:
    """Else each edition under another name would bring a second tree of decks."""
    found = []
    for name, url in (("One", "https://one.example/"), ("Two", "https://two.example/")):
        study = study_of("### Question 1: One\n\n**Answer:** a\n", tmp_path, name=name, url=url)
        (tmp_path / "c.db").write_bytes(zipfile.ZipFile(io.BytesIO(made("deck", study))).read("collection.anki2"))
        with closing(sqlite3.connect(tmp_path / "c.db")) as database:
            found.append(set(json.loads(database.execute("select decks from col").fetchone()[0])))
    assert found[0] == found[1]
    assert len(found[0]) > 1


def test_decks_from_before_identities_keep_what_was_learned(collection: Collection, tmp_path: Path) -> None:
    """A note was known by the site's name then; the identity is the name that it had."""
    old = replace(real_study(), edition=replace(edition(name="Old name"), identity=""))
    bring(collection, made("deck", old), tmp_path)
    study_some(collection)
    before = learned(collection)
    later = replace(old, edition=edition(DAY + 86400, name="New name", identity="Old name"))
    assert bring(collection, made("deck", later), tmp_path)[0] == 0
    assert learned(collection) == before


@pytest.mark.parametrize("said", ["mine", "'mine'", '"mine" # for ever'])
def test_a_bank_says_its_identity_or_goes_by_its_file_or_folder(said: str, tmp_path: Path) -> None:
    folder = tmp_path / "topics"
    folder.mkdir()
    text = "# {0}\n\n### Question 1: A?\n\nidentity: no\n"
    for title in ("One", "Another"):
        (folder / "b.md").write_text(text.format(title))
        assert identity([folder]) == "topics"
        assert identity([folder / "b.md"]) == "b"
    (folder / "README.md").write_bytes(f"---\r\ntitle: x\r\nidentity: {said}\r\n---\r\n".encode())
    assert identity([folder]) == "mine"
    (folder / "README.md").unlink()
    (folder / "b.md").write_text(f"---\nidentity: {said}\n---\n" + text)
    assert identity([folder]) == identity([folder / "b.md"]) == "mine"


def test_a_bank_is_known_by_what_its_introduction_says_before_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "some.bank"
    folder.mkdir()
    (folder / "a.md").write_bytes(b"---\r\nidentity: of-the-first\r\n---\r\n# A \xff\n")
    (folder / "b.md").write_text("---\nidentity: of-another\n---\n")
    assert identity([folder]) == "of-the-first"
    (folder / "README.md").write_text("---\nidentity: of-the-whole # never change\n---\n")
    assert identity([folder]) == "of-the-whole"
    (folder / "0.md").write_text("---\nidentity: of-the-first\n---\n")
    assert identity([folder]) == "of-the-whole"
    (folder / "0.md").unlink()
    (folder / "README.md").write_text("# Hello\n" + "-" * 5_000 + "\n---\nidentity: no\n---\n")
    (folder / "a.md").write_text("# A\n")
    assert identity([folder]) == "some.bank"
    (folder / "README.md").unlink()
    assert identity([folder]) == "some.bank"
    assert identity([folder / "b.md"]) == "of-another"
    assert identity([folder / "a.md"]) == "a"


def test_answers_show_the_same_words_as_the_page(collection: Collection, tmp_path: Path) -> None:
    bring(collection, real("deck"), tmp_path)
    for question in real_study().bank.questions:
        assert visible(field(collection, question.number, "Answer")) == squeezed(markup.text(question.answer))
        assert visible(field(collection, question.number, "Question")) == squeezed(question.title)


def test_cards_ask_the_question_and_its_diagram(collection: Collection, tmp_path: Path) -> None:
    bring(collection, real("deck"), tmp_path)
    asks, draws, *_ = (collection.get_card(card) for card in collection.find_cards("Number:Q905"))
    assert "Draw the architecture" in draws.question()
    assert "Draw the architecture" not in asks.question()
    assert "Compensate" not in asks.question()
    for card in (asks, draws):
        back = card.answer()
        assert "RefundInventory" in back
        assert back.count("<img") == 4
        assert "Changed 2026-11-18" in back
        assert "4b955bc123" not in back, "the edition's commit would make every note another one"


def test_bold_labels_ask_for_their_text_and_lists_for_an_item(collection: Collection, tmp_path: Path) -> None:
    answer = "- **Trigger:** S3 event.\n- **See:** (See Q9).\n- **Parts:**\n  - one\n  - two\n\n1. first\n2. second\n"
    study = study_of(f"## A\n\n### Question 1: A?\n\n**Answer:**\n\n{answer}", tmp_path)
    bring(collection, made("deck", study), tmp_path)
    cards = [collection.get_card(each) for each in collection.find_cards("deck:*Points*")]
    asked = {re.sub(r"<[^>]*>", "", _gap(card.question())).strip() for card in cards}
    assert asked == {"S3 event.", "one", "two", "first", "second"}
    assert all("visibility: hidden" in card.question() for card in cards)
    assert not [card for card in cards if "visibility: hidden" in card.answer()]


def _gap(html: str) -> str:
    """What a card hides."""
    (found,) = re.findall(r'class="gap">(.*?)</(?:span|li)>', html, re.DOTALL)
    return found


def test_a_point_keeps_its_card_when_another_comes_before_it() -> None:
    before, after = slots(("Trigger", "Layer", "Storage"), 10), slots(("New", "Layer", "Storage", "Trigger"), 10)
    assert len(set(before.values())) == 3
    assert len(set(after.values())) == 4
    assert {key: after[key] for key in ("Layer", "Storage")} == {key: before[key] for key in ("Layer", "Storage")}
    assert len(slots(map(str, range(99)), 10)) == 10


def test_a_diagram_asks_for_each_of_its_parts_where_the_part_stands(collection: Collection, tmp_path: Path) -> None:
    """Each cover lies on a box of the picture that it hides, in both layouts, and its name shows on the back only."""
    bring(collection, real("deck"), tmp_path)
    drawing = real_study().drawings[905]
    cards = [collection.get_card(each) for each in collection.find_cards("deck:*gap* Number:Q905")]
    assert len(cards) == len(drawing.diagram.nodes)
    for card in cards:
        for shape, picture in (("wide", drawing.standalone), ("narrow", drawing.narrow)):
            (style,) = re.findall(rf'class="cover {shape}" style="([^"]*)"', card.question())
            left, top = (float(number) / 100 for number in re.findall(r"(?:left|top):([\d.]+)%", style))
            corners = re.findall(r'<rect class="card[^"]*" x="([\d.]+)" y="([\d.]+)"', picture.svg)
            assert any(
                (float(x), float(y)) == pytest.approx((left * picture.width, top * picture.height), abs=1)
                for x, y in corners
            )
        assert ".gap { display: none }" in card.question()
        assert ".gap { display: none }" not in card.answer()


SAMPLES = """
with Diagram("d", graph_attr={"form": "table", "columns": "who | what"}):
    Node("Ann | hat")
    Node("… | …")
    [Node("Reader", side="left"), Node("17", side="left"), Node("Writer", side="right")]
"""


def test_no_card_asks_for_the_sample_data_of_a_picture() -> None:
    """Rows of a table and bare numbers show an idea; nobody has to know them."""
    picture, _ = drawn(SAMPLES)
    assert picture
    assert [cover.key for cover in covers(picture)] == ["Reader", "Writer"]


def test_icons_in_cards_are_as_large_as_a_screen_shows_them() -> None:
    """A thousand notes carry four pictures each; their icons cost most."""
    svg = real_study().drawings[905].standalone.svg
    made = small(svg)
    assert len(made) < len(svg)
    icons = [b64decode(each) for each in re.findall(r'base64,([^"]+)"', made)]
    assert icons
    for icon in icons:
        with Image.open(io.BytesIO(icon)) as image:
            assert max(image.size) <= 64
    assert re.sub(r'base64,[^"]+', "", made) == re.sub(r'base64,[^"]+', "", svg), "nothing else may change"


def test_a_question_without_a_diagram_has_one_card(collection: Collection, tmp_path: Path) -> None:
    bring(collection, made("deck", study_of("## A\n\n### Question 1: A?\n\n**Answer:** x\n", tmp_path)), tmp_path)
    assert collection.card_count() == 1


def test_decks_and_tags_follow_topics_and_components(collection: Collection, tmp_path: Path) -> None:
    bring(collection, real("deck"), tmp_path)
    names = {deck.name for deck in collection.decks.all_names_and_ids()}
    assert {f"System design::{topic.name}" for topic in real_study().bank.topics} <= names
    assert len(collection.find_notes("tag:system-design::topic::web3-decentralized-applications")) == 10
    assert collection.find_notes("tag:system-design::component::*")
    assert len(collection.find_notes("tag:system-design::kind::diagram")) == 50
    assert not [tag for tag in collection.tags.all() if not tag.startswith("system-design::")]
    for kind in ("Points one by one", "Diagrams with a gap"):
        assert f"System design::{kind}::Web3 & Decentralized Applications" in names


def test_text_cannot_become_markup_or_a_template(collection: Collection, tmp_path: Path) -> None:
    evil = "### Question 1: {{Answer}} <b>?\n\n**Answer:** <script>alert(1)</script> {{c1::x}} =1+1\n"
    bring(collection, made("deck", study_of(f"## A::B `<i>`\n\n{evil}", tmp_path)), tmp_path)
    (card,) = collection.find_cards("")
    html = collection.get_card(card).answer()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "{{Answer}}" in html
    assert "System design::A:B <i>" in json.dumps([deck.name for deck in collection.decks.all_names_and_ids()])
