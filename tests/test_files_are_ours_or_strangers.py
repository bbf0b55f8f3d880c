"""Files of a site are written whole, and none that no build wrote is touched: small parts by themselves."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.files import ledger, swapping, writing
from generator.files.ledger import LIST, Ledger
from generator.files.memory import recall
from generator.problems import Failed


def said(act: Callable[[], object]) -> str:
    """What an act is refused with."""
    with pytest.raises(Failed) as refused:
        act()
    return "\n".join(map(str, refused.value.problems))


def site(folder: Path, **files: str) -> Ledger:
    """A folder that holds these files, all of them a build's."""
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    hashes = {name.replace("__", "/"): sha256(text.encode()).hexdigest() for name, text in files.items()}
    (folder / LIST).write_bytes(ledger.written(hashes))
    return Ledger(folder, hashes)


def test_no_file_of_a_site_is_a_stranger_however_deep(tmp_path: Path) -> None:
    ours = site(tmp_path, a__b__c="1", a__b__d__e="2", a__b__f="3", g="4")
    assert list(ours.strangers()) == []
    (tmp_path / "a/b/own").write_text("x")
    (tmp_path / "a/b/d/own").mkdir()
    (tmp_path / "a/b/c").write_text("changed")
    assert list(ours.strangers()) == ["a/b/c", "a/b/d/own/", "a/b/own"]


def test_only_a_file_that_is_listed_and_as_it_was_is_ours(tmp_path: Path) -> None:
    ours = site(tmp_path, a="1", b="2", c="3")
    (tmp_path / "own").write_text("1")
    (tmp_path / "b").unlink()
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").unlink()
    (tmp_path / "c").mkdir()
    assert [ours.is_ours(name) for name in ("a", "own", "b", "c")] == [True, False, False, False]


def test_a_link_in_a_site_is_a_stranger_whatever_it_leads_to(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    site(elsewhere, b="1")
    ours = site(tmp_path / "site", a__b="1", c="2")
    (tmp_path / "site/a/b").unlink()
    (tmp_path / "site/a").rmdir()
    (tmp_path / "site/a").symlink_to(elsewhere)
    (tmp_path / "site/d").symlink_to(elsewhere)
    assert list(ours.strangers()) == ["a", "d"]


def test_a_sites_own_hidden_file_is_watched_like_any_other(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "CNAME").write_text("a.example")
    ours = site(tmp_path, **{".nojekyll": "x", ".well-known__a": "1"})
    assert list(ours.strangers()) == []
    (tmp_path / ".nojekyll").write_text("y")
    (tmp_path / ".well-known/a").write_text("2")
    assert list(ours.strangers()) == [".nojekyll", ".well-known/a"]


def test_a_file_is_read_once_as_long_as_it_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = site(tmp_path, a="1")
    read: list[object] = []
    digest = ledger.hashlib.file_digest
    monkeypatch.setattr(ledger.hashlib, "file_digest", lambda *asked: read.append(asked) or digest(*asked))
    assert [ours.is_ours("a") for _ in range(3)] == [True] * 3
    assert len(read) == 1


def test_what_no_build_wrote_is_told_with_what_to_do(tmp_path: Path) -> None:
    ours = site(tmp_path, a="1")
    (tmp_path / "own").write_text("x")
    told = f"{tmp_path}/own: no build wrote this as it is, so none replaces it; "
    assert said(lambda: swapping.refuse_strangers(ours)) == f"{told}move it away, or name another folder with --out"
    assert said(lambda: writing.add_file(tmp_path, "own", b"")) == f"{told}move it away"
    other = Ledger(tmp_path / "a", {})
    assert said(lambda: swapping.refuse_strangers(other)) == f"{tmp_path}/a: is not a folder; name another with --out"


def test_what_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file/under"
    assert said(lambda: writing.write_file(path, b"x")) == f"{path}: cannot be written: File exists"


def test_two_sites_change_places_in_one_step_also_by_relative_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site(Path(".s.new"), a="new")
    ours = site(Path("s"), a="old")
    steps: list[object] = []
    monkeypatch.setattr(Path, "rename", lambda *step: steps.append(step))
    assert swapping.swap(Path(".s.new"), ours) == ()
    assert (steps, Path("s/a").read_text()) == ([], "new")


def test_what_both_sites_have_is_not_carried_over_the_new_one(tmp_path: Path) -> None:
    """As after a kill: the old site waits beside the new one, and both have a file that goes along."""
    out = tmp_path / "site"
    site(out, a="new")
    (out / "CNAME").write_text("new.example")
    old = swapping.aside(out)
    site(old, a="old")
    (old / "CNAME").write_text("old.example")
    told = said(lambda: swapping.recover(out))
    assert (out / "CNAME").read_text() == "new.example"
    assert (old / "CNAME").read_text() == "old.example"
    assert told == f"{old}: cannot be cleared away; look into it"


def test_of_many_strangers_only_the_first_are_told(tmp_path: Path) -> None:
    out, old = tmp_path / "site", tmp_path / ".site.old"
    site(out, a="new")
    site(old, a="old")
    for number in range(9):
        (old / f"own{number}").write_text("x")
    assert len(said(lambda: swapping.recover(out)).splitlines()) == ledger.SHOWN


def test_a_written_file_may_be_changed_before_the_site_is_whole(tmp_path: Path) -> None:
    with writing.staged(tmp_path / "site", tmp_path / "memory.json") as stage:
        stage.put("a/b", b"1", facts=("# old",))
        stage.change("a/b", b"2", ("# new",))
    assert (tmp_path / "site/a/b").read_bytes() == b"2"
    assert recall(tmp_path / "memory.json")["a/b"].facts == ("# new",)


def test_what_stands_where_a_site_is_built_is_told(tmp_path: Path) -> None:
    new = swapping.beside(tmp_path / "site")
    new.mkdir()
    (new / "letter").write_text("mine")
    what = f"{new}: stands where the site is built, and no build made it; move it away"
    assert said(lambda: swapping.recover(tmp_path / "site")) == what
    old = site(tmp_path / "site", a="1")
    for each in (old.folder, tmp_path):
        (each / "CNAME").write_text("a.example")
    what = f"{old.folder}/CNAME: the site has a file of this name, and this one is not the build's"
    assert said(lambda: swapping.refuse_conflicts(old, tmp_path)) == f"{what}; take one of them away"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("../a", "this path would leave the site's folder"),
        ("a/../../b", "this path would leave the site's folder"),
        ("/a", "this path would leave the site's folder"),
        ("a", "two pages would be written to this path"),
        (LIST, "two pages would be written to this path"),
    ],
)
def test_a_path_that_no_page_may_have_is_told(path: str, what: str, tmp_path: Path) -> None:
    def write() -> None:
        with writing.staged(tmp_path / "site", tmp_path / "memory.json") as stage:
            stage.put("a", b"1")
            stage.put(path, b"2")

    assert said(write) == f"{path}: {what}"


def test_a_folder_may_come_before_or_after_those_in_it(tmp_path: Path) -> None:
    with writing.staged(tmp_path / "site", tmp_path / "memory.json") as stage:
        for path in ("a/b/c", "a/d", "e/f", "e/g/h"):
            stage.put(path, b"1")
    assert (tmp_path / "site/a/d").read_bytes() == b"1"


def test_what_was_left_beside_a_site_whose_list_does_not_name_it_is_told(tmp_path: Path) -> None:
    beside = swapping.beside(tmp_path / "site")
    site(beside, a="1")
    (beside / "letter").write_text("mine")
    assert said(lambda: swapping.recover(tmp_path / "site")).startswith(f"{beside}/letter: no build wrote this")
    assert (beside / "letter").read_text() == "mine"


def test_a_file_that_cannot_even_be_begun_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(OSError, match="No space left"):
        writing.replace_file(tmp_path / "a", b"1")


def test_a_list_with_strange_names_is_read_back(tmp_path: Path) -> None:
    hashes = {"a  b": "0f", "é/ c": "1e", " d": "2d"}
    (tmp_path / LIST).write_bytes(ledger.written(hashes) + b"no line of ours\n")
    assert ledger.listed(tmp_path) == hashes
    assert ledger.listed(tmp_path / "nowhere") == {}


def test_what_a_stage_was_given_stands_in_it_and_is_remembered(tmp_path: Path) -> None:
    out, memory = tmp_path / "site", tmp_path / "memory.json"
    with writing.staged(out, memory) as stage:
        stage.put("b/c", b"1", facts=("> a",))
        stage.put("b/d", b"3")
        stage.put("a", b"2")
        assert (list(stage), len(stage), stage["b/c"], stage.fault) == (["a", "b/c", "b/d"], 3, b"1", None)
        with pytest.raises(KeyError, match="nowhere"):
            stage["nowhere"]
    with writing.staged(out, memory) as stage:
        before = stage.before("b/c")
        assert before
        assert (before.facts, stage.before("nowhere")) == (("> a",), None)


def test_a_failed_write_leaves_nothing_and_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(writing.os, "fsync", fail)
        what = f"{tmp_path}/link: cannot be written: No space left on device"
        assert said(lambda: writing.write_file(tmp_path / "link", b"new")) == what
        writing.replace_file(tmp_path / "b", b"not durable", durable=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "link"]
    assert (tmp_path / "a").read_text() == "old"
