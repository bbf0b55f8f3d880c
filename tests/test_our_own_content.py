"""What `bank/` and `diagrams/` hold today is sound; whatever they hold tomorrow, the tests of the tool stay green."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import reading, settings
from generator.drawing import draw
from generator.model import Study
from generator.options import Options
from generator.preparing import preparing
from generator.problems import errors
from tests.conftest import ROOT, SERIES, copy_checkout, drawing_alone, generate
from tests.exporting import edition
from tests.test_export_data import assert_redrawn_as_described

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


AT_LIVING = re.compile(r"""ROOT ?/ ?f?["'](?:bank|diagrams)\b|(?:Path|open)\(["']bank/""")
"""What a line has that looks at the living content."""


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
    assert_redrawn_as_described(Study(bank, edition(), drawings))


def test_our_own_bank_keeps_the_identity_of_its_first_decks() -> None:
    """Whatever mkdocs.yml calls the site, and whether the bank is named or taken as it is."""
    files = sorted((ROOT / "bank").glob("*.md"))
    for options in (Options(), Options((ROOT / "bank",), title="Another name"), Options((files[0],))):
        bank, _ = reading.read(options.bank_paths)
        named = settings.read(options.home / "mkdocs.yml")
        assert preparing.edition(options, bank, named).identity == "System design, illustrated"


def assert_quick_tests_pass(checkout: Path) -> None:
    """Run them in a copy of the checkout, a repository of its own, with what is drawn already."""
    shutil.copytree(ROOT / ".cache" / "drawings", checkout / ".cache" / "drawings", dirs_exist_ok=True)
    subprocess.run(["git", "init", "-q", checkout], check=True)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "not slow"]
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, cwd=checkout, env=alone, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.slow
def test_who_does_what_the_guide_says_has_a_sound_bank_and_green_tests(tmp_path: Path) -> None:
    """The guide's own commands, in a copy; then the check, and all that `make quick` runs."""
    copy_checkout(tmp_path)
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
    assert_quick_tests_pass(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("diagrams", [True, False], ids=["a foreign bank", "a bank of one question without diagrams"])
def test_the_tests_pass_whatever_stands_in_bank_and_diagrams(tmp_path: Path, diagrams: bool) -> None:
    """All that `make quick` runs. Of the slow tests only those of this file look there: one below holds that."""
    copy_checkout(tmp_path)
    for name in ("bank", "diagrams"):
        shutil.rmtree(tmp_path / name)
        (tmp_path / name).mkdir()
    (tmp_path / "bank" / "rivers.md").write_text(FOREIGN if diagrams else FOREIGN.partition("See Q2")[0], "utf-8")
    if diagrams:
        (tmp_path / "diagrams" / "q1.py").write_text(MODULE, "utf-8")
    assert_quick_tests_pass(tmp_path)


def test_no_other_test_looks_at_the_living_content() -> None:
    """Counts and lines are asserted of tests/data; paths of the living folders stand in this file alone."""
    looking = {path.name for path in (ROOT / "tests").glob("*.py") if AT_LIVING.search(path.read_text("utf-8"))}
    assert looking == {Path(__file__).name, "test_architecture.py"}


@pytest.mark.parametrize(
    "line",
    ["ROOT / 'bank'", 'ROOT / "bank/901.md"', 'ROOT/"diagrams"', 'ROOT / f"diagrams/{name}"', 'open("bank/a.md")'],
)
def test_a_line_that_looks_at_the_living_content_is_seen(line: str) -> None:
    assert AT_LIVING.search(line)
    assert not AT_LIVING.search(line.replace("bank", "banks").replace("diagrams", "diagrams_of_others"))


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
