"""The published site is whole at every moment: built beside, swapped in, taken over where nothing changed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.problems import Failed
from generator.publishing.writing import staged


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def publish(out: Path, **files: str) -> None:
    with staged(out, out.parent / "memory.json") as stage:
        for path, text in files.items():
            stage.put(path, text.encode())


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


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


def test_an_unchanged_file_is_taken_over_not_written_again(out: Path) -> None:
    publish(out, a="1", b="2")
    before = (out / "a").stat().st_ino
    publish(out, a="1", b="3")
    assert (out / "a").stat().st_ino == before


def test_a_file_touched_by_hand_is_made_again(out: Path) -> None:
    publish(out, a="1")
    (out / "a").write_text("x")
    publish(out, a="1")
    assert (out / "a").read_text() == "1"


@pytest.mark.parametrize("path", ["../outside", "/tmp/outside", "a/../../outside"])
def test_no_path_leaves_the_site(out: Path, path: str) -> None:
    with pytest.raises(Failed, match="leave the site's folder"):
        publish(out, **{path: "x"})


def test_two_pages_at_one_path_are_an_error(out: Path) -> None:
    with pytest.raises(Failed, match="two pages"), staged(out, out.parent / "memory.json") as stage:
        stage.put("a", b"1")
        stage.put("a", b"2")


def test_a_folder_that_no_build_made_is_never_replaced(out: Path) -> None:
    out.mkdir()
    (out / "letters").write_text("mine")
    with pytest.raises(Failed, match="no site of ours"):
        publish(out, a="1")
    assert (out / "letters").read_text() == "mine"


def test_a_target_that_is_a_link_is_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failed, match="not a folder"):
        publish(out, a="1")


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
from generator.publishing.writing import staged
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
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(out)], cwd=Path(__file__).parent.parent)
        time.sleep(0.08 + attempt * 0.013)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        editions = {path.read_text() for path in out.iterdir()}
        assert len(editions) == 1
        assert len(names(out)) == 60


def test_two_builds_at_once_both_end_well(out: Path) -> None:
    once = WRITER.replace("while True:", "while n < 5:")
    writers = [subprocess.Popen([sys.executable, "-c", once, str(out)], cwd=Path(__file__).parent.parent) for _ in "12"]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len({path.read_text() for path in out.iterdir()}) == 1
