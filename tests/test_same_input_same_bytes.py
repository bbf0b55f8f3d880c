"""The same input gives the same bytes: elsewhere, on another day, in another locale, from scratch or in steps."""

import os
import random
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from bench.banks import HEADINGS, write_bank
from generator import pipeline
from generator.options import Options
from tests.conftest import copy_checkout

pytestmark = pytest.mark.slow

DAY = "1760000000"
WORLDS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242", "LANGUAGE": "tr"},
)


def files_of(site: Path) -> dict[str, str]:
    """The hash of each file by its path."""
    found = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


def run(folder: Path, *words: str, **world: str) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": DAY, **world}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_two_worlds_build_the_same_site(tmp_path: Path) -> None:
    """Other folder, time zone, locale, hash seed, number of processes: every file of the site and its downloads.

    Of a small bank with all that is hard: that each export is the same of fifty questions, their own tests say.
    """
    sites = []
    copy_checkout(tmp_path / "once")
    bank = ("--bank", "tests/data/pages/bank.md", "--diagrams", "tests/data/pages/diagrams")
    for number, world in enumerate(WORLDS, 1):
        folder = tmp_path / f"some where {number}"
        shutil.copytree(tmp_path / "once", folder)
        run(folder, "build", *bank, "--downloads", "--jobs", str(number), **world)
        sites.append(files_of(folder / "site"))
    differing = [path for path in sites[0].keys() | sites[1].keys() if sites[0].get(path) != sites[1].get(path)]
    assert not differing


def edits(draw: random.Random, files: list[Path], diagrams: Path) -> str:
    """Change one thing in the bank or its diagrams at random; returns what."""
    file = draw.choice(files)
    text = file.read_text("utf-8")
    heads = [line for line in text.splitlines() if line.startswith("### Question ")]
    head = draw.choice(heads)
    number = head.split(":")[0].rsplit(" ", 1)[1]
    other = draw.randint(1, len(heads) * len(files))
    body = text.partition(head)[2].partition("\n---\n")[0]
    changes = {
        "answer": lambda: text.replace(body, body.replace("**", "**Edited ", 1), 1),
        "line": lambda: text.replace(body, f"{body}\n- One more line.\n", 1),
        "title": lambda: text.replace(head, f"{head} Again?", 1),
        "number": lambda: text.replace(head, head.replace(number, str(int(number) + 5000)), 1),
        "topic": lambda: text.replace("\n## ", "\n## New ", 1),
        "reference": lambda: text.replace(body, f"{body}\n(See Q{other}).\n", 1),
        "no reference": lambda: text.replace("(See Q", "(Not Q", 1),
        "deletion": lambda: text.replace(head + body + "\n---\n", "", 1),
    }
    kind = draw.choice([*changes, "diagram"])
    if kind == "diagram":
        module = diagrams / f"q{draw.choice(['1', '2', '3'])}.py"
        module.write_text(module.read_text("utf-8").replace('Node("', 'Node("new ', 1), "utf-8")
    else:
        file.write_text(changes[kind](), "utf-8")
    return kind


MODULE = '''"""A cache.

What to see.

1. The client asks.
"""

from diagrams import Diagram, Edge, Node

with Diagram("cache", show=False):
    Node("client") >> Edge(label="1. ask") >> Node("cache")
'''


def test_fifty_edits_one_after_the_other_end_in_the_site_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each edit the increment is byte for byte what a build from nothing, in a process of its own, gives."""
    bank, diagrams, out, checkout = (tmp_path / name for name in ("bank", "diagrams", "step", "checkout"))
    copy_checkout(checkout)
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    write_bank(bank, 60, headings=HEADINGS[:1])
    diagrams.mkdir()
    for number in "123":
        (diagrams / f"q{number}.py").write_text(MODULE, "utf-8")
    words = ("build", "--fewer", "--bank", str(bank), "--diagrams", str(diagrams))
    draw = random.Random(7)  # noqa: S311 - the same edits each time
    for step in range(50):
        files = sorted(bank.iterdir())
        done = edits(draw, files, diagrams)
        pipeline.build(Options((bank,), diagrams, out, fewer=True))
        if step % 10 == 9:
            clean = tmp_path / f"clean-{step}"
            run(checkout, *words, "--out", str(clean))
            assert files_of(out) == files_of(clean), f"after edit {step}: {done}"
