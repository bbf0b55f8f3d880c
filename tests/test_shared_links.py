"""What others see of the site: search engines, feed readers, language models, and whoever is sent a link."""

import io
import json
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from generator import exports, linking, pages, reading
from generator.files.cache import Cache
from generator.model import Study
from generator.preparing import history
from generator.rendering import Engine
from tests.exporting import edition
from tests.small_site import engine, html, study

DAYS = {1: 1_780_000_000, 2: 1_785_000_000, 5: 1_788_000_000}
BANK = "## A\n\n### Question 1: One?\n\n**Answer:** One.\n\n### Question 2: Two?\n\n**Answer:** Two.\n"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def dated(found: Mapping[int, int]) -> Mapping[str, bytes]:
    """The files beside the pages, of the small bank with a history."""
    return dict(pages.attachments(replace(study(), dates=found)))


def test_every_question_and_the_site_have_a_card_that_others_show(tmp_path: Path) -> None:
    """PNGs of the size that is asked for everywhere, none too large; one edit draws one card anew."""
    cache = Cache(tmp_path)
    made = dict(exports.cards(study(), cache))
    assert set(made) == {"card.png", *(f"questions/{number}/card.png" for number in study().bank.by_number)}
    for data in made.values():
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
            colours = image.convert("RGB").getcolors(1 << 16)
            assert colours
            assert max(colours)[1] == (255, 255, 255)
            assert len(colours) > 4, "an empty card"
        assert len(data) <= 60_000
    kept = {path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    *others, last = study().bank.questions
    edited = replace(study(), bank=replace(study().bank, questions=(*others, replace(last, title="New?"))))
    again = dict(exports.cards(edited, cache))
    assert {path for path in made if made[path] != again[path]} == {"questions/5/card.png"}
    assert len({path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} - kept) == 1


@pytest.mark.parametrize("title", ["Design a spatial audio engine for VR.", "Build a distributed crawler for the web."])
def test_no_word_of_a_card_s_title_stands_alone_on_its_last_line(title: str, tmp_path: Path) -> None:
    first, *_ = study().bank.questions
    one = replace(study(), bank=replace(study().bank, questions=(replace(first, title=title),)), drawings={})
    made = dict(exports.cards(one, Cache(tmp_path)))
    with Image.open(io.BytesIO(made[f"questions/{first.number}/card.png"])) as image:
        words = image.convert("L").crop((0, 100, 1200, 400)).point(lambda grey: 255 * (grey < 100))
    lines, above = [], False
    for y in range(words.height):
        box = words.crop((0, y, words.width, y + 1)).getbbox()
        if box and not above:
            lines.append(box)
        elif box:
            left, _, right, _ = lines[-1]
            lines[-1] = (min(left, box[0]), 0, max(right, box[2]), 1)
        above = bool(box)
    widths = [right - left for left, _, right, _ in lines]
    assert len(widths) > 1
    assert widths[-1] > max(widths) / 2, widths


def meta(page: str) -> dict[str, str]:
    """What the head of a page says, by property or name."""
    found = {}
    for node in LexborHTMLParser(page).css("meta[property], meta[name]"):
        found[str(node.attributes.get("property") or node.attributes["name"])] = str(node.attributes["content"])
    return found


def test_a_page_names_its_card_where_the_build_makes_cards(tmp_path: Path) -> None:
    plain = engine()
    carded = Engine(
        {**plain.settings, "extra": {**plain.settings["extra"], "cards": True}}, plain._folders, Cache(tmp_path)
    )
    page = next(page for page in pages.pages(study()) if page.path == "questions/2.md")
    said = meta(carded.html(page))
    assert said["og:image"] == said["twitter:image"] == "https://example.org/small/questions/2/card.png"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["twitter:card"] == "summary_large_image"
    home = next(page for page in pages.pages(study()) if page.path == "index.md")
    assert meta(carded.html(home))["og:image"] == "https://example.org/small/card.png"
    without = meta(plain.html(page))
    assert "og:image" not in without
    assert without["twitter:card"] == "summary"
    assert without["twitter:title"] == without["og:title"] == "Q2: Same title"


def linked(page: str) -> dict[str, object] | None:
    node = LexborHTMLParser(page).css_first('script[type="application/ld+json"]')
    return json.loads(node.text()) if node else None  # type: ignore[no-any-return]


def test_a_question_is_a_learning_resource_with_question_and_answer() -> None:
    """Title and answer are whole, whatever signs are in them; no script of the page can be ended by them."""
    data = linked(html("questions/1.md"))
    question = study().bank.by_number[1]
    assert data
    assert data["@type"] == "LearningResource"
    assert data["url"] == "https://example.org/small/questions/1/"
    asked = data["mainEntity"]
    assert isinstance(asked, dict)
    assert asked["name"] == question.title == 'Why List<Order> & "quotes" don\'t break a page?'
    assert '"escaped" <order> once.' in asked["acceptedAnswer"]["text"]
    assert linked(html("questions/4.md")) is None, "a question without an answer"


def test_sitemap_and_feed_tell_the_days_of_the_history() -> None:
    data = dated(DAYS)
    listed = ElementTree.fromstring(data["sitemap.xml"])  # noqa: S314 - we wrote it
    days = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in listed}
    root = "https://example.org/small/"
    day = {number: datetime.fromtimestamp(second, UTC).date().isoformat() for number, second in DAYS.items()}
    assert days[f"{root}questions/2/"] == day[2]
    assert days[f"{root}questions/3/"] is None
    assert days[root] == days[f"{root}topics/messaging/"] == day[5]
    assert days[f"{root}topics/storage-caching-hot/"] == day[2]
    channel = ElementTree.fromstring(data["feed.xml"]).find("channel")  # noqa: S314 - we wrote it
    assert channel is not None
    assert [item.findtext("pubDate") for item in channel.findall("item")][:4] == [
        *(f"{datetime.fromtimestamp(DAYS[number], UTC):%a, %d %b %Y %H:%M:%S} GMT" for number in (5, 2, 1)),
        None,
    ]
    itself = channel.find("{http://www.w3.org/2005/Atom}link")
    assert itself is not None
    assert (itself.get("rel"), itself.get("href")) == ("self", f"{root}feed.xml")


def test_llms_txt_is_as_its_convention_wants_it() -> None:
    """A name, what it is, then sections of links with notes and nothing else, the optional ones last."""
    text = dated({})["llms.txt"].decode()
    head, *sections = text.split("\n## ")
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n", head)
    for section in sections:
        name, _, links = section.partition("\n\n")
        assert "\n" not in name
        assert all(
            re.fullmatch(r"- \[[^\[\]]+\]\(https?://[^()\s]+\)(: .+)?", line) for line in links.split("\n") if line
        )
    assert sections[-1].startswith("Optional\n")
    assert "questions/5/index.md): Client sends to a queue." in text


def git(folder: Path, *words: str, day: int = 0) -> None:
    moment = f"@{day} +0000"
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": moment}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_COMMITTER_DATE": moment}
    subprocess.run(
        ["git", "-C", str(folder), *words], check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **who}
    )


def committed(folder: Path, text: str, day: int) -> None:
    (folder / "bank.md").write_text(text, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "change", day=day)


def known(folder: Path, day: int = 9_000) -> Mapping[int, int]:
    bank, _ = linking.link(reading.read([folder / "bank.md"])[0])
    return history.dates(Study(bank, edition(timestamp=day)), [folder / "bank.md"])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    committed(tmp_path, BANK, 1_000)
    return tmp_path


def test_the_day_of_a_question_is_that_of_the_last_commit_that_changed_it(repository: Path) -> None:
    """Lines that are put above it move it and change nothing; what is said below its answer's last line, neither."""
    committed(repository, BANK.replace("Two.", "Two, really."), 2_000)
    committed(
        repository, BANK.replace("Two.", "Two, really.").replace("## A\n", "## A\n\nAn\n\nintroduction.\n"), 3_000
    )
    assert known(repository) == {1: 1_000, 2: 2_000}


def test_what_is_added_taken_away_and_not_yet_committed_is_told_apart(repository: Path) -> None:
    longer = BANK.replace("One.\n", "One.\n\nMore.\n\nAnd more.\n") + "\n### Question 3: Three?\n\n-- no\n++ hunk\n"
    committed(repository, longer, 2_000)
    committed(repository, longer.replace("More.\n\n", ""), 3_000)
    assert known(repository) == {1: 3_000, 2: 1_000, 3: 2_000}
    (repository / "bank.md").write_text(
        "\n\n" + longer.replace("More.\n\n", "").replace("Two?", "Two or three?"), "utf-8"
    )
    assert known(repository) == {1: 3_000, 2: 9_000, 3: 2_000}


def test_a_bank_outside_any_repository_has_no_days(tmp_path: Path) -> None:
    (tmp_path / "bank.md").write_text(BANK, "utf-8")
    assert known(tmp_path) == {}
