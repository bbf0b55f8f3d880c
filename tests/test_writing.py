"""The published site is whole at every moment: built beside, swapped in, taken over where nothing changed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from generator import pipeline
from generator.files import swapping
from generator.files.ledger import JOURNAL, LIST
from generator.files.writing import add_file, staged, write_file
from generator.options import Options
from generator.problems import Failed
from tests.conftest import ROOT


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def publish(out: Path, **files: str) -> None:
    with staged(out, out.parent / "memory.json") as stage:
        for path, text in files.items():
            stage.put(path, text.encode())


def names(folder: Path) -> set[str]:
    """What stands in a folder, but for the list of what a build wrote."""
    return {path.name for path in folder.iterdir()} - {LIST}


def test_a_finished_build_takes_the_place_of_the_old_site(out: Path) -> None:
    publish(out, a="1", b="2")
    publish(out, a="3")
    assert names(out) == {"a"}
    assert (out / "a").read_text() == "3"


def test_a_failed_build_leaves_the_old_site_and_no_litter(out: Path) -> None:
    publish(out, a="1")
    with pytest.raises(ZeroDivisionError), staged(out, out.parent / "memory.json") as stage:
        stage.put("a", b"2")
        _ = 1 / 0
    assert (out / "a").read_text() == "1"
    assert names(out.parent) == {"site", "memory.json", "memory.lock"}


@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_lock_that_is_no_file_of_ours_is_left_alone(kind: str, out: Path) -> None:
    """Who opened it would wait for the other end, or empty the file that it leads to."""
    lock, mine = out.parent / "memory.lock", make(out.parent / "mine.txt")
    os.mkfifo(lock) if kind == "pipe" else lock.symlink_to(mine)
    publish(out, a="1")
    assert names(out) == {"a"}
    assert mine.read_text() == "mine"


def test_an_unchanged_file_is_taken_over_not_written_again(out: Path) -> None:
    publish(out, a="1", b="2")
    before = (out / "a").stat().st_ino
    publish(out, a="1", b="3")
    assert (out / "a").stat().st_ino == before


def test_a_file_that_was_only_touched_is_still_ours(out: Path) -> None:
    publish(out, a="1")
    os.utime(out / "a", (1, 1))
    publish(out, a="2")
    assert (out / "a").read_text() == "2"


def test_an_emptied_file_is_made_again(out: Path) -> None:
    """As a power cut leaves it: it holds nothing that somebody could miss."""
    publish(out, a="1")
    (out / "a").write_text("")
    publish(out, a="1")
    assert (out / "a").read_text() == "1"


def make(path: Path, text: str = "mine") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize("remembered", ["by both", "by its list", "by the memory", "by nobody"])
@pytest.mark.parametrize("name", ["thesis.txt", "a", "questions/note.md", "notes/", "link", "notes/.hidden"])
def test_what_no_build_wrote_stays_and_is_named(out: Path, name: str, remembered: str) -> None:
    """In a site of ours: a file, a page changed by hand, a file among ours, an empty folder, a link."""
    publish(out, a="1", **{"questions/1.html": "1"})
    if remembered in ("by the memory", "by nobody"):
        (out / LIST).unlink()
    if remembered in ("by its list", "by nobody"):
        (out.parent / "memory.json").unlink()
    if name == "link":
        (out / name).symlink_to(out.parent)
    elif name.endswith("/"):
        (out / name).mkdir()
    else:
        make(out / name)
    before = {path: path.lstat()[:7] for path in out.rglob("*")}
    top = name.partition("/")[0]
    with pytest.raises(Failed, match=f"{out}/{top}(/note.md)?: no build wrote"):
        publish(out, a="2")
    assert {path: path.lstat()[:7] for path in out.rglob("*")} == before


def test_a_folder_made_anew_where_a_site_was_is_a_strangers(out: Path) -> None:
    publish(out, a="1")
    shutil.rmtree(out)
    make(out / "thesis.txt")
    with pytest.raises(Failed, match=r"thesis\.txt: no build wrote this"):
        publish(out, a="1")
    assert (out / "thesis.txt").read_text() == "mine"


def test_a_folder_of_strangers_is_not_told_line_by_line(out: Path) -> None:
    for number in range(99):
        make(out / f"{number}.txt")
    with pytest.raises(Failed) as failed:
        publish(out, a="1")
    assert len(failed.value.problems) == 5


def test_a_site_knows_its_files_without_the_memory(out: Path) -> None:
    """After the cache was deleted, and in a folder that was moved."""
    publish(out, a="1", b="2")
    (out.parent / "memory.json").unlink()
    moved = out.rename(out.with_name("moved"))
    publish(moved, a="3")
    assert names(moved) == {"a"}


def test_what_belongs_to_the_publishing_is_carried_over(out: Path) -> None:
    publish(out, a="1", b="1")
    for name in (".git/objects/1", "CNAME", ".nojekyll", ".well-known/security.txt"):
        make(out / name)
    publish(out, a="2")
    assert (out / "a").read_text() == "2"
    assert names(out) == {"a", ".git", "CNAME", ".nojekyll", ".well-known"}
    assert (out / ".git/objects/1").read_text() == "mine"
    assert names(out.parent) == {"site", "memory.json", "memory.lock"}


def test_a_site_may_have_files_of_such_names_itself(out: Path) -> None:
    publish(out, CNAME="a", **{".well-known/x": "a"})
    publish(out, CNAME="b", **{".well-known/x": "b"})
    assert (out / "CNAME").read_text() == (out / ".well-known/x").read_text() == "b"


def test_a_carried_file_is_not_replaced_by_one_of_the_sites(out: Path) -> None:
    publish(out, a="1")
    make(out / "CNAME")
    with pytest.raises(Failed, match="CNAME: the site has a file of this name"):
        publish(out, a="1", CNAME="ours")
    assert (out / "CNAME").read_text() == "mine"
    assert names(out.parent) == {"site", "memory.json", "memory.lock"}


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
@pytest.mark.parametrize("published", [True, False], ids=["published", "first"])
def test_a_neighbour_of_that_name_is_left_alone(out: Path, name: str, published: bool) -> None:
    if published:
        publish(out, a="1")
    make(out.with_name(name) / "letter")
    with suppress(Failed):
        publish(out, a="2")
    assert (out.with_name(name) / "letter").read_text() == "mine"


def test_a_file_that_comes_while_the_site_is_built_is_kept(out: Path) -> None:
    publish(out, a="1")
    with (
        pytest.raises(Failed, match=r"\.site\.new/late: no build wrote"),
        staged(out, out.parent / "memory.json") as stage,
    ):
        stage.put("a", b"2")
        make(out / "late")
    assert (out / "a").read_text() == "2"
    assert (out.with_name(".site.new") / "late").read_text() == "mine"


def test_a_list_that_names_others_files_deletes_none_of_them(out: Path) -> None:
    """A site may come from anywhere, and its list with it."""
    victim = make(out.parent / "victim")
    digest = sha256(b"mine").hexdigest()
    publish(out, a="1")
    (out / "folder").symlink_to(out.parent)
    with (out / LIST).open("a") as file:
        file.write(f"{digest}  ../victim\n{digest}  folder/victim\n")
    out.rename(out.with_name(".site.old"))
    with suppress(Failed):
        publish(out, a="2")
    assert victim.read_text() == "mine"


@pytest.mark.parametrize("moment", ["journal", "files", "exchanged", "carried"])
def test_what_a_killed_build_left_is_ended_by_the_next(out: Path, moment: str) -> None:
    publish(out, a="1", b="1")
    make(out / "CNAME")
    new = out.with_name(".site.new")
    if moment in ("journal", "files"):
        make(new / JOURNAL, "a\nb/c\n" if moment == "files" else "")
        if moment == "files":
            make(new / "b/c", "half")
    else:
        shutil.copytree(out, new)
        (out if moment == "exchanged" else new).joinpath("CNAME").unlink()
    publish(out, a="2")
    assert names(out) == {"a", "CNAME"}
    assert names(out.parent) == {"site", "memory.json", "memory.lock"}


def test_both_sites_change_places_in_one_step(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At no moment is there no site: it is never renamed away."""
    publish(out, a="1")
    moved: list[str] = []
    rename = Path.rename
    monkeypatch.setattr(Path, "rename", lambda self, to: (moved.append(self.name), rename(self, to))[1])
    publish(out, a="2")
    assert moved == []


def test_without_such_a_step_two_renames_do(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(out, a="1")
    make(out / "CNAME")
    monkeypatch.setattr(swapping.ctypes, "CDLL", lambda *_, **__: object())
    publish(out, a="2")
    assert (out / "a").read_text() == "2"
    assert names(out) == {"a", "CNAME"}
    assert names(out.parent) == {"site", "memory.json", "memory.lock"}


def test_a_file_added_to_a_site_is_ours(out: Path) -> None:
    """As `export` does it between two builds."""
    publish(out, a="1")
    add_file(out, "downloads/book.pdf", b"1")
    add_file(out, "downloads/book.pdf", b"2")
    publish(out, a="2")
    assert names(out) == {"a"}


def test_a_file_is_not_added_over_somebodys(out: Path) -> None:
    make(out / "downloads/book.pdf")
    with pytest.raises(Failed, match=r"book\.pdf: no build wrote"):
        add_file(out, "downloads/book.pdf", b"1")
    assert (out / "downloads/book.pdf").read_text() == "mine"


def test_a_replaced_file_keeps_its_rights_and_a_link_stays_one(tmp_path: Path) -> None:
    bank = make(tmp_path / "bank.md")
    bank.chmod(0o640)
    (tmp_path / "link.md").symlink_to(bank)
    write_file(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (bank.read_bytes(), bank.stat().st_mode & 0o777) == (b"new", 0o640)
    assert names(tmp_path) == {"bank.md", "link.md"}


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path: Path) -> None:
    """No file may grow past a thousand bytes, as if the disk were full just then."""
    bank = make(tmp_path / "bank.md")
    script = (
        "import resource, sys; from pathlib import Path; from generator.files.writing import write_file;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); write_file(Path(sys.argv[1]), b'x' * 5000)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(bank)], cwd=ROOT, capture_output=True, text=True)
    assert "cannot be written: File too large" in done.stderr
    assert bank.read_text() == "mine"
    assert names(tmp_path) == {"bank.md"}


@pytest.mark.parametrize("path", ["../outside", "/tmp/outside", "a/../../outside"])
def test_no_path_leaves_the_site(out: Path, path: str) -> None:
    with pytest.raises(Failed, match="leave the site's folder"):
        publish(out, **{path: "x"})


def test_two_pages_at_one_path_are_an_error(out: Path) -> None:
    with pytest.raises(Failed, match="two pages"), staged(out, out.parent / "memory.json") as stage:
        stage.put("a", b"1")
        stage.put("a", b"2")


def test_a_target_that_is_a_link_is_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failed, match="not a folder"):
        publish(out, a="1")


def test_a_place_where_something_is_mounted_is_told_before_anything_is_made(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out.mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == out)
    with pytest.raises(Failed) as refused:
        publish(out, a="1")
    what = "is where something is mounted, and no other folder can take its place; name a folder in it with --out"
    assert str(refused.value) == f"{out}: {what}"
    assert not out.with_name(".site.new").exists()


@pytest.mark.parametrize("place", ["pages/site", "pages", "look/a/b"])
def test_no_site_stands_inside_what_it_is_made_from(place: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("### Question 1: One\n\n**Answer:** a\n")
    (tmp_path / "mkdocs.yml").write_text("docs_dir: pages\ntheme: {custom_dir: look}\n")
    (tmp_path / "pages").mkdir()
    options = Options(banks=(tmp_path / "a.md",), out=tmp_path / place, home=tmp_path, cache=tmp_path / "cache")
    with pytest.raises(Failed, match=r"would stand inside .*, which is no place for built files"):
        pipeline.build(options)
    assert options.covered(tmp_path / ".cache/site").startswith("a site here would stand inside")
    assert not replace(options, out=tmp_path / "site").covered(tmp_path / "md")
    for markdown in ("site", "site/md", "."):
        both = replace(options, out=tmp_path / "site", markdown=tmp_path / markdown)
        assert both.covered(both.out) == "a site here would stand in the way of the other one"


def test_a_place_that_cannot_be_written_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Failed, match="cannot be written"):
        publish(tmp_path / "file" / "site", a="1")


def test_a_site_put_aside_by_a_killed_build_comes_back(out: Path) -> None:
    """Where the system cannot exchange two folders, a kill may fall between two renames."""
    publish(out, a="1")
    out.rename(out.with_name(".site.old"))
    with pytest.raises(ZeroDivisionError), staged(out, out.parent / "memory.json"):
        _ = 1 / 0
    assert (out / "a").read_text() == "1"


WRITER = """
import sys
from pathlib import Path
from generator.files.writing import staged
out, n = Path(sys.argv[1]), 0
while True:
    n += 1
    with staged(out, out.parent / "memory.json") as stage:
        for name in range(60):
            stage.put(f"{name}.html", str(n).encode())
"""


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_one_whole_edition(out: Path) -> None:
    """Sixty files of one edition are never mixed with those of another, however often the writer is killed."""
    publish(out, **{f"{name}.html": "0" for name in range(60)})
    for attempt in range(20):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(out)], cwd=ROOT)
        time.sleep(0.08 + attempt * 0.013)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        editions = {path.read_text() for path in out.iterdir() if path.name != LIST}
        assert len(editions) == 1
        assert len(names(out)) == 60


def test_a_second_build_waits_for_the_first(out: Path) -> None:
    second = Thread(target=publish, args=(out,), kwargs={"a": "2"})
    with staged(out, out.parent / "memory.json") as stage:
        stage.put("a", b"1")
        second.start()
        second.join(0.2)
        assert second.is_alive()
    second.join()
    assert (out / "a").read_text() == "2"


@pytest.mark.slow
def test_two_builds_at_once_both_end_well(out: Path) -> None:
    once = WRITER.replace("while True:", "while n < 5:")
    writers = [subprocess.Popen([sys.executable, "-c", once, str(out)], cwd=ROOT) for _ in "12"]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len({path.read_text() for path in out.iterdir() if path.name != LIST}) == 1
