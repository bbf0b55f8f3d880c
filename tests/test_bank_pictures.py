"""Pictures that lie beside a bank are carried along, clean; those that are not there, or not to be had, are told."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator.assets import carry
from generator.model import Bank, Element
from generator.problems import Problem, Severity
from generator.reading import read

BANK = Path("tests/data/banks/pictures")


def carried(folder: Path) -> tuple[Bank, dict[str, bytes], tuple[Problem, ...]]:
    bank, problems = read([folder])
    bank, assets, more = carry(bank, [folder])
    return bank, {name: asset.data for name, asset in assets.items()}, (*problems, *more)


def pictures(elements: tuple[Element, ...]) -> list[Element]:
    return [each for element in elements for each in element.walk() if each.kind == "picture"]


def test_pictures_are_carried_under_names_that_tell_what_is_in_them() -> None:
    bank, files, _ = carried(BANK)
    ring, small = (pictures(part)[0] for part in (bank.questions[0].body, bank.questions[0].answer))
    assert ring.text == "The ring"
    assert files[str(ring.get("file"))] == (BANK / "img/ring.png").read_bytes()
    assert (ring.get("width"), ring.get("height")) == (240, 120)
    assert (small.get("file"), small.get("width"), small.get("height")) == (ring.get("file"), 60, 30)
    assert [len(pictures(part)) for part in (bank.introduction, bank.topics[-1].introduction)] == [1, 1]
    assert len(files) == 2


def test_what_cannot_be_shown_is_told_with_its_line() -> None:
    bank, _, problems = carried(BANK)
    told = {str(each).removeprefix("tests/data/banks/pictures/"): each.severity for each in problems}
    assert told == {
        "bank.md:19: warning: the picture img/gone.png is not there; its words are shown; "
        "correct the name, or put the file there": Severity.WARNING,
        "bank.md:21: the picture ../outside.png lies outside of tests/data/banks/pictures; "
        "put it into that folder": Severity.ERROR,
        "bank.md:23: warning: the picture https://example.org/far.png is on another site and is shown as a link; "
        "put the file beside the bank to show it": Severity.WARNING,
    }
    assert "Gone" in repr(bank.questions[1].answer)


def test_a_badge_is_no_picture_to_put_beside_the_bank(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text("# A ![b](https://img.shields.io/b.svg)\n\n![b](https://e.org/badge/b)\n\n### Q1. a?\n\nb\n")
    assert carried(path)[2] == ()


def test_svg_is_cleaned_of_all_that_runs_or_loads() -> None:
    _, files, _ = carried(BANK)
    (svg,) = (data.decode() for name, data in files.items() if name.endswith(".svg"))
    assert "<rect" in svg
    assert "plan</text>" in svg
    assert 'width="200" height="100"' in svg
    for word in ("alert", "script", "onload", "onclick", "e.org", "foreign", "iframe", "animate", "import"):
        assert word not in svg


@pytest.mark.parametrize("link", ["link.png", "img"])
def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path, link: str) -> None:
    (tmp_path / "out").mkdir()
    shutil.copy(BANK / "img/ring.png", tmp_path / "out/ring.png")
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / link).symlink_to(tmp_path / "out" / ("" if link == "img" else "ring.png"))
    source = "img/ring.png" if link == "img" else link
    (folder / "a.md").write_text(f"### Question 1: T\n\nA ![x]({source})\n")
    _, files, problems = carried(folder)
    assert files == {}
    assert [each.severity for each in problems if "lies outside" in each.what] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", b"no picture"),
        ("x.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g>"),
        ("x.svg", b"<!DOCTYPE svg [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>"),
        ("x.svg", b"<svg>" + b"<g>" * 3000 + b"</g>" * 3000 + b"</svg>"),
        ("x.png", b""),
    ],
)
def test_a_file_that_is_no_picture_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.md").write_text(f"### Question 1: T\n\nA ![x]({name})\n")
    _, files, problems = carried(tmp_path)
    assert files == {}
    assert [each.place.line for each in problems if "is no picture" in each.what] == [3]


def test_kinds_that_browsers_do_not_know_become_png(tmp_path: Path) -> None:
    Image.new("RGB", (3, 2)).save(tmp_path / "x y.bmp")
    (tmp_path / "a.md").write_text("### Question 1: T\n\n![x](x%20y.bmp?raw=true)\n")
    _, files, problems = carried(tmp_path)
    assert problems == ()
    ((name, data),) = files.items()
    assert name.endswith(".png")
    assert Image.open(io.BytesIO(data)).size == (3, 2)


def test_a_picture_without_file_and_words_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('### Question 1: T\n\nA <img src="data:image/png;base64,AA">\n')
    bank, _, problems = carried(tmp_path)
    assert [each.what for each in problems if "picture" in each.what] == ["a picture has no file"]
    assert not any(each.kind == "image" for block in bank.questions[0].answer for each in block.walk())
