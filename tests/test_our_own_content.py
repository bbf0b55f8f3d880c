"""What `bank/` and `diagrams/` hold today is sound; whatever they hold tomorrow, the tests of the tool stay green."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import reading
from generator.drawing import draw
from generator.problems import errors
from tests.conftest import ROOT, SERIES, copy_checkout, drawing_alone, generate

FOREIGN = """# Rivers

## Europe

### 1. Where does the Danube end?

In the Black Sea. See Q2.

### 2. Which river flows through Paris?

The Seine, 777 km long.
"""
MODULE = '''"""Danube.

Ten countries.

1. It ends in the Black Sea.
"""

from diagrams import Diagram, Edge, Node

with Diagram("Danube", show=False):
    Node("Danube") >> Edge(label="1. ends") >> Node("Black Sea")
'''


LIVING = ("tests/test_our_own_content.py", "tests/test_documents.py")
"""What looks at the living content, and at the documents that speak of it."""


@pytest.mark.slow
def test_our_bank_and_our_diagrams_have_no_error() -> None:
    with drawing_alone():
        generate("check")


def test_each_of_our_modules_belongs_to_a_question_and_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    bank, problems = reading.read([ROOT / "bank"])
    with drawing_alone() as cache:
        drawings, found = draw(Path("diagrams"), bank, cache=cache)
    assert errors((*problems, *found)) == ()
    modules = {path.stem for path in (ROOT / "diagrams").rglob("q*.py")}
    assert {f"q{number}" for number in drawings} == modules
    assert set(drawings) <= set(bank.by_number)


def pytest_in(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run tests of a copy of the checkout, a repository of its own."""
    subprocess.run(["git", "init", "-q", checkout], check=True)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-x", *words]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True)


@pytest.mark.slow
def test_who_does_what_the_guide_says_has_a_sound_bank_and_green_tests(tmp_path: Path) -> None:
    """The guide's own commands, in a copy; then the check, and the tests that counted today's content before."""
    copy_checkout(tmp_path)
    shutil.copytree(ROOT / ".cache" / "drawings", tmp_path / ".cache" / "drawings", dirs_exist_ok=True)
    guide = (tmp_path / "CONTRIBUTING.md").read_text("utf-8")
    new = re.findall(r'generator new question "([^"]+)" --topic "([^"]+)"', guide)[0]
    assert "generator new diagram 951" in guide
    place = generate("new", "question", new[0], "--topic", new[1], folder=tmp_path).stdout.strip()
    file, _, line = place.rpartition(":")
    lines = (tmp_path / file).read_text("utf-8").splitlines()
    assert new[0] in lines[int(line) - 1]
    number = re.findall(r"\d+", lines[int(line) - 1])[0]
    answer = "**Answer:**\n* **Store:** Redis, one shard per region.\n* **Eviction:** LRU after 1 h.\n"
    whole = "\n".join(lines)
    before, heading, after = whole.partition(lines[int(line) - 1])
    rest = re.sub(r"\A\s*\*\*Answer:?\*\*:?[^\n]*\n?", "", after)
    (tmp_path / file).write_text(f"{before}{heading}\n\n{answer}\n{rest.lstrip()}\n", "utf-8")
    generate("new", "diagram", number, folder=tmp_path)
    generate("check", folder=tmp_path)
    done = pytest_in(
        tmp_path, "-m", "not slow", *LIVING, "tests/test_command_line.py", "tests/test_linking_mentions.py"
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.slow
@pytest.mark.parametrize("diagrams", [True, False], ids=["a foreign bank", "a bank of one question without diagrams"])
def test_the_tests_pass_whatever_stands_in_bank_and_diagrams(tmp_path: Path, diagrams: bool) -> None:
    """Only this file and the documents' tests look at the living content: a test below holds that."""
    copy_checkout(tmp_path)
    for name in ("bank", "diagrams"):
        shutil.rmtree(tmp_path / name)
        (tmp_path / name).mkdir()
    (tmp_path / "bank" / "rivers.md").write_text(FOREIGN if diagrams else FOREIGN.partition("See Q2")[0], "utf-8")
    if diagrams:
        (tmp_path / "diagrams" / "q1.py").write_text(MODULE, "utf-8")
    done = pytest_in(tmp_path, "-m", "not slow", *LIVING)
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_other_test_looks_at_the_living_content() -> None:
    """Counts and lines are asserted of tests/data; paths of the living folders stand in this file alone."""
    living = re.compile(r"""ROOT ?/ ?f?["'](?:bank|diagrams)|(?:Path|open)\(["']bank/""")
    allowed = {Path(__file__).name, "test_architecture.py"}
    for path in sorted((ROOT / "tests").glob("*.py")):
        if path.name not in allowed:
            assert not living.findall(path.read_text("utf-8")), path.name


def test_what_is_frozen_is_a_whole_bank_with_its_diagrams() -> None:
    """The series that counts and lines are asserted of stays readable by the tool of today."""
    bank, problems = reading.read([SERIES / "bank"])
    assert errors(problems) == ()
    assert len(bank.questions) == 50
    assert len(list((SERIES / "diagrams").rglob("q*.py"))) == 50


def test_a_diagram_run_by_hand_shows_its_icons_and_leaves_nothing_for_git() -> None:
    """All paths stand, and all names of output are ignored, from the folder in which git works."""
    names: list[str] = []
    for module in sorted((ROOT / "diagrams").rglob("q*.py")):
        code = module.read_text("utf-8")
        for path in re.findall(r"""Custom\([^,]+, ["']([^"']+)["']""", code):
            assert (ROOT / path).is_file(), f"{module.name} shows {path}: python -m generator icons"
        names += ["_".join(title.split()).lower() + ".png" for title in re.findall(r'with Diagram\("([^"]*)"', code)]
    command = ["git", "check-ignore", "--stdin"]
    ignored = subprocess.run(command, cwd=ROOT, input="\n".join(names), capture_output=True, text=True)
    assert len(ignored.stdout.splitlines()) == len(names)
