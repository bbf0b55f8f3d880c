"""What holds for all exports: chosen by name, the same bytes everywhere, listed on one page."""

import io
import json
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from generator import exports
from generator.exports import keeping
from generator.exports.shared import selections
from generator.exports.shared.leads import leads
from generator.files.cache import NOTHING, Cache
from generator.model import Related
from generator.options import Options
from generator.preparing import prepare
from generator.problems import Failed
from tests.exporting import DAY, ROOT, made, real, real_study, study_of
from tests.small_site import engine

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("exports")]

HASHES = """
import hashlib, json
from generator import exports
from tests.exporting import real_study
study = real_study()
made = exports.export(study, exports.wanted(study))
print(json.dumps({path: hashlib.sha256(data).hexdigest() for path, data in made}))
"""


def hashes(folder: Path, **surroundings: str) -> dict[str, str]:
    """The hash of every export of our bank, made in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    done = subprocess.run([sys.executable, "-c", HASHES], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_all_exports_are_the_same_in_another_place_time_zone_and_locale(tmp_path: Path) -> None:
    study = real_study()
    here = {path: sha256(data).hexdigest() for path, data in exports.export(study, exports.wanted(study))}
    there = hashes(tmp_path, PYTHONHASHSEED="2", TZ="Asia/Kathmandu", LC_ALL="C.UTF-8")
    assert here == there
    assert len(here) == len(exports.wanted(real_study()))


def test_an_edit_makes_only_what_holds_the_edited_question(tmp_path: Path) -> None:
    """Files of the other topics are taken from the cache, in a later edition too; nothing edited makes nothing anew."""
    text = "## A\n\n### Question 1: A?\n\n**Answer:** {}\n\n## B\n\n### Question 2: B?\n\n**Answer:** y\n"
    cache = Cache(tmp_path / "cache")

    def files(answer: str, day: int) -> dict[str, str]:
        """The keys that were asked for, by file."""
        study = study_of(text.format(answer), tmp_path, timestamp=day)
        study = replace(study, dates={1: day, 2: DAY})
        asked = [
            (one.path, keeping.key(one.kind.name, keeping.dated(study, one.selection), one.selection))
            for one in exports.wanted(study, names=["deck", "topic-deck", "topic-book"])
        ]
        made = dict(exports.export(study, exports.wanted(study, names=["deck", "topic-deck"]), cache))
        assert made == dict(exports.export(study, exports.wanted(study, names=["deck", "topic-deck"])))
        return dict(asked)

    first, same, edited = files("x", DAY), files("x", DAY), files("z", DAY + 60)
    assert first == same
    assert {path for path in first if first[path] != edited[path]} == {
        "downloads/deck.apkg",
        "downloads/a.apkg",
        "downloads/a.pdf",
    }


def test_outside_a_repository_an_edit_makes_only_the_topics_of_its_file_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is kept is, byte for byte, what would be made now."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    bank = tmp_path / "bank"
    bank.mkdir()
    for number, word in ((1, "apples"), (2, "bridges")):
        file = bank / f"{number}.md"
        file.write_text(f"## T{number}\n\n### Question {number}: Why {word}?\n\n**Answer:** {word}.\n")
        os.utime(file, (DAY, DAY))
    options, cache = Options((bank,), home=tmp_path, cache=tmp_path / "cache"), Cache(tmp_path / "exports")

    def files(cache: Cache = NOTHING) -> dict[str, bytes]:
        study, _ = prepare(options)
        return dict(exports.export(study, exports.wanted(study, names=["topic-book", "topic-deck"]), cache))

    before = files(cache)
    (bank / "2.md").write_text("## T2\n\n### Question 2: Why bridges?\n\n**Answer:** Another.\n")
    kept = files(cache)
    assert {path for path in before if before[path] != kept[path]} == {"downloads/t2.pdf", "downloads/t2.apkg"}
    assert kept == files()


def test_a_book_of_a_topic_is_made_anew_when_an_edit_elsewhere_changes_its_index(tmp_path: Path) -> None:
    text = "## A\n\n### Question 1: KAFKA?\n\n**Answer:** x\n\n## B\n\n### Question 2: {}?\n\n**Answer:** y\n"
    cache = Cache(tmp_path / "cache")

    def made(title: str, cache: Cache = NOTHING) -> dict[str, bytes]:
        study = replace(study_of(text.format(title), tmp_path), dates={1: DAY, 2: DAY})
        return dict(exports.export(study, exports.wanted(study, names=["topic-book", "topic-deck"]), cache))

    shared, alone = made("KAFKA", cache), made("Redis", cache)
    assert shared["downloads/a.pdf"] != alone["downloads/a.pdf"] == made("Redis")["downloads/a.pdf"]
    assert shared["downloads/a.apkg"] == alone["downloads/a.apkg"], "cards show no index"


def test_what_paper_does_not_name_makes_no_file_of_a_topic_anew() -> None:
    study = real_study()
    number = next(each.number for each in study.bank.questions if leads(study, each)[:2] == ((), ()))
    others = [each for each in study.bank.by_number if each != number]

    def keys(count: int) -> tuple[str, str]:
        """Of the book of a topic, and of the e-book, when so many questions are to be read next."""
        near = tuple(Related(each, "the same subject") for each in others[:count])
        told = replace(study, related={number: near})
        topic = next(each for each in selections.by_topic(study.bank) if number in each.numbers)
        return keeping.key("topic-book", told, topic), keeping.key("epub", told, selections.whole(study.bank)[0])

    assert keys(3)[0] == keys(4)[0] != keys(2)[0]
    assert keys(3)[1] != keys(4)[1], "the e-book names them all"


def test_what_is_kept_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study, cache = study_of("## A\n\n### Question 1: A?\n\n**Answer:** x\n", tmp_path), Cache(tmp_path / "cache")
    wanted = exports.wanted(study, names=["table"])
    ((_, first),) = exports.export(study, wanted, cache)
    gone = [replace(one, kind=replace(one.kind, maker="nowhere.made_again")) for one in wanted]
    assert dict(exports.export(study, gone, cache)) == {"downloads/bank.csv": first}


def test_a_wrong_name_is_told_with_the_right_one() -> None:
    with pytest.raises(Failed) as failed:
        exports.wanted(real_study(), names=["bok"])
    assert "did you mean 'book'?" in str(failed.value)


def test_a_quick_build_makes_the_data_only() -> None:
    paths = [one.path for one in exports.wanted(real_study(), whole=False)]
    assert paths == ["api/bank.json", "api/bank.schema.json"]


def test_a_topic_called_like_an_export_takes_no_path_from_it(tmp_path: Path) -> None:
    study = study_of("## Book\n\n### Question 1: A?\n\n**Answer:** x\n", tmp_path)
    paths = [one.path for one in exports.wanted(study)]
    assert len(paths) == len(set(paths))
    assert "downloads/topic-book.pdf" in paths


def test_the_downloads_page_lists_what_was_made_with_its_size() -> None:
    study = real_study()
    sizes = {"downloads/book.pdf": len(real("book")), "downloads/web3-decentralized-applications.apkg": 209_915}
    fields = exports.downloads_page(study, {**sizes, exports.SITE: 8_335_356}).fields
    book, site = fields["files"]
    assert (book["name"], book["kind"], book["path"]) == ("The book", "PDF", "downloads/book.pdf")
    assert (site["name"], site["kind"], site["size"]) == ("This site", "ZIP", "8.3\N{NO-BREAK SPACE}MB")
    assert [(topic["name"], topic["files"][0]["kind"]) for topic in fields["topics"]] == [
        ("Web3 & Decentralized Applications", "Anki")
    ]
    assert fields["edition"] == "2026-11-18, commit 4b955bc123"


def test_a_topic_cannot_break_the_table_of_downloads(tmp_path: Path) -> None:
    study = study_of("## A | [B](javascript:x) <T>\n\n### Question 1: A?\n\n**Answer:** x\n", tmp_path)
    ((path, size),) = ((one.path, 1) for one in exports.wanted(study, names=["topic-book"]))
    shown = LexborHTMLParser(engine().html(exports.downloads_page(study, {path: size})))
    assert shown.css_first("td").text() == "A | [B](javascript:x) <T>"
    assert not shown.css("td b, td a[href^=java]")
    assert [link.attributes["href"] for link in shown.css("td a")] == [f"../{path}"]


def test_a_question_without_an_answer_says_so(tmp_path: Path) -> None:
    study = study_of("## A\n\n### Question 1: A?\n\n**Answer:**\n\n### Question 2: B?\n\n**Answer:** x\n", tmp_path)
    with zipfile.ZipFile(io.BytesIO(made("epub", study))) as book:
        assert "There is no answer yet." in book.read("EPUB/q1.xhtml").decode()
        assert "There is no answer yet." not in book.read("EPUB/q2.xhtml").decode()


@pytest.mark.parametrize("name", ["book", "pocket", "epub", "deck", "table", "data"])
def test_a_site_without_an_address_and_a_link_without_one_can_be_exported(name: str, tmp_path: Path) -> None:
    study = study_of("### Question 1: A?\n\n**Answer:** x [empty]() y\n", tmp_path, url="")
    assert made(name, study)
