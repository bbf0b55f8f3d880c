"""Whatever happens to a build, the site that readers see is one edition, whole; and the next build succeeds."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from bench.banks import write_bank
from tests.conftest import copy_checkout, generate

pytestmark = pytest.mark.slow


def edition(site: Path) -> str:
    """One hash of all paths and contents."""
    seen = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        seen.update(f"{path.relative_to(site)} ".encode() + path.read_bytes())
    return seen.hexdigest()


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """A build of a bank of sixty questions that has been published once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
    copy_checkout(tmp_path / "checkout")
    write_bank(tmp_path / "bank", 60)
    call = ("build", "--bank", str(tmp_path / "bank"), "--out", str(tmp_path / "site"))
    generate(*call, folder=tmp_path / "checkout")
    return call


def edit(folder: Path, times: int) -> None:
    """Change every answer of the bank."""
    for file in folder.iterdir():
        file.write_text(
            file.read_text("utf-8").replace("**", f"**{times}", 1).replace(" -> ", f" -{times}-> "), "utf-8"
        )


def test_a_build_killed_at_any_moment_leaves_one_edition(words: tuple[str, ...], tmp_path: Path) -> None:
    draw = random.Random(3)  # noqa: S311 - the same moments each time
    whole = {edition(tmp_path / "site")}
    for attempt in range(20):
        edit(tmp_path / "bank", attempt)
        build = subprocess.Popen(
            [sys.executable, "-m", "generator", *words],
            cwd=tmp_path / "checkout",
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(draw.uniform(0.2, 1.8))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        left = edition(tmp_path / "site")
        if left not in whole:
            generate(*words, folder=tmp_path / "checkout")
            assert edition(tmp_path / "site") == left, "neither the old edition nor the new one"
        whole.add(left)
    generate(*words, folder=tmp_path / "checkout")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".site")]


def test_no_worker_outlives_a_killed_build(tmp_path: Path) -> None:
    """Workers, which draw, wait for work that never comes."""
    copy_checkout(tmp_path / "checkout")
    write_bank(tmp_path / "bank", 150)
    call = ("build", "--bank", str(tmp_path / "bank"), "--out", str(tmp_path / "site"), "--jobs", "2", "--drafts")
    build = subprocess.Popen([sys.executable, "-m", "generator", *call], cwd=tmp_path / "checkout")
    while len(workers := children(build.pid)) < 2:
        assert build.poll() is None, "the build ended before it could be killed"
        time.sleep(0.01)
    build.kill()
    build.wait()
    end = time.monotonic() + 10
    while left := [worker for worker in workers if is_alive(worker)]:
        assert time.monotonic() < end, f"still there: {left}"
        time.sleep(0.05)


def children(parent: int) -> list[int]:
    """The processes that a process has started and that are still running."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and state(int(name))[1:2] == [str(parent)]]


def is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    return state(process)[:1] not in ([], ["Z"], ["X"])


def state(process: int) -> list[str]:
    """What Linux tells of a process, from its state and its parent on; nothing if it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def test_a_full_disk_is_a_problem_and_leaves_the_site(words: tuple[str, ...], tmp_path: Path) -> None:
    """No file may grow past 16 KB, as if the disk were full just then."""
    before = edition(tmp_path / "site")
    edit(tmp_path / "bank", 1)
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=tmp_path / "checkout",
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (16_000, 16_000)),
    )
    assert done.returncode == 1
    assert "the old site is untouched" in done.stderr
    assert "Traceback" not in done.stderr
    assert edition(tmp_path / "site") == before


def test_two_builds_at_once_end_in_one_edition(words: tuple[str, ...], tmp_path: Path) -> None:
    edit(tmp_path / "bank", 1)
    builds = [
        subprocess.Popen([sys.executable, "-m", "generator", *words], cwd=tmp_path / "checkout") for _ in range(2)
    ]
    assert [build.wait() for build in builds] == [0, 0]
    left = edition(tmp_path / "site")
    generate(*words, folder=tmp_path / "checkout")
    assert edition(tmp_path / "site") == left


def test_the_page_of_a_removed_question_is_gone_when_its_author_says_so(words: tuple[str, ...], tmp_path: Path) -> None:
    (last,) = (file for file in (tmp_path / "bank").iterdir() if file.name.endswith("00060.md"))
    last.unlink()
    refused = generate(*words, folder=tmp_path / "checkout", fails=True)
    assert refused.returncode == 1
    assert "of the site's 60 questions would be gone: Q51, Q52, Q53, Q54, Q55 …; see whether" in refused.stderr
    assert (tmp_path / "site/questions/60").exists()
    generate(*words, "--fewer", folder=tmp_path / "checkout")
    assert not (tmp_path / "site/questions/60").exists()
    assert (tmp_path / "site/questions/50/index.html").exists()
    shutil.rmtree(tmp_path / "site")
    (left,) = (tmp_path / "bank").iterdir()
    left.write_text(left.read_text().rpartition("\n### ")[0])
    generate(*words, folder=tmp_path / "checkout")  # of a site that is no more, nothing can be gone
