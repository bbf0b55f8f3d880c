"""What an author meets who builds from bad input: exit status, one line a problem, and the site of before as it was.

The wording of the problems of a bank stands in the table of test_bad_input.py; here each of its rows goes through the
commands, and the rows that need a folder, a diagram or a target stand here. Kills, a full disk and two builds at once
are in test_published_site_stays_whole.py.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from generator.cli import main
from tests.conftest import generate
from tests.test_bad_input import CASES, ONE, TWO, Case, described

pytestmark = pytest.mark.slow

GOOD = "## Caches\n\n" + ONE + TWO
ERRORS = [case for case in CASES if case.problem and "warning: " not in case.problem]
WARNINGS = [case for case in CASES if "warning: " in case.problem]
FINE = [case for case in CASES if not case.problem]


def run(*words: str | Path) -> Result:
    """Call the generator; it may end by an exit status only."""
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert "Traceback" not in done.output
    return done


def lines(done: Result, folder: Path) -> list[str]:
    """The lines of standard error without the folder, each of which begins with a place."""
    found = done.stderr.splitlines()
    assert all(line.startswith((f"{folder}/", f"{folder}:")) for line in found), found
    return [line.replace(f"{folder}/", "") for line in found]


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "bank.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that readers see before bad input comes."""
    folder = tmp_path_factory.mktemp("published")
    assert run("build", "--bank", write(folder, GOOD), "--out", folder / "site").exit_code == 0
    return folder / "site"


@pytest.fixture
def site(published: Path) -> Iterator[Path]:
    """The published site, which must be as it was after the test: the same files, none of them written again."""
    before = state(published)
    yield published
    assert state(published) == before
    assert [path.name for path in published.parent.iterdir() if path.name.startswith(".site")] == []


def state(site: Path) -> dict[Path, tuple[int, int, int]]:
    found = {path: path.lstat() for path in site.rglob("*")}
    return {path: (stat.st_ino, stat.st_size, stat.st_mtime_ns) for path, stat in found.items()}


@pytest.mark.parametrize("case", ERRORS, ids=described)
def test_an_error_in_the_bank_publishes_nothing(case: Case, site: Path, tmp_path: Path) -> None:
    done = run("build", "--bank", write(tmp_path, case.text), "--out", site)
    assert done.exit_code == 1
    assert any(case.problem in line for line in lines(done, tmp_path))
    assert re.fullmatch(r"(\d+ warnings?, )?\d+ errors?\n", done.stdout)
    told = [int(number) for number in re.findall(r"\d+", done.stdout)]
    assert sum(told) == len(done.stderr.splitlines())


@pytest.mark.parametrize("case", WARNINGS, ids=described)
def test_a_warning_is_shown_and_is_an_error_when_strict(case: Case, site: Path, tmp_path: Path) -> None:
    bank = write(tmp_path, case.text)
    done = run("check", "--bank", bank)
    assert done.exit_code == 0
    assert any(case.problem in line for line in lines(done, tmp_path))
    assert f"{len(done.stderr.splitlines())} warning" in done.stdout
    strict = run("build", "--strict", "--bank", bank, "--out", site)
    assert strict.exit_code == 1
    assert lines(strict, tmp_path) == lines(done, tmp_path)


@pytest.mark.parametrize("case", FINE, ids=described)
def test_nothing_is_said_about_what_only_looks_bad(case: Case, tmp_path: Path) -> None:
    done = run("check", "--strict", "--bank", write(tmp_path, case.text))
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("case", WARNINGS + FINE, ids=described)
def test_what_is_no_error_is_published_whole(case: Case, tmp_path: Path) -> None:
    """The gate compares each page with its source; nothing is written outside the site."""
    bank = write(tmp_path, case.text)
    done = run("build", "--verify", "--bank", bank, "--out", tmp_path / "site")
    assert done.exit_code == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"bank.md", "site"}


@dataclass(frozen=True)
class Module:
    """A diagram module and what comes of it."""

    number: int
    name: str
    body: str
    problem: str = ""
    """A problem as it is printed, without the folder; empty where the diagram is drawn."""


HEAD = '"""T.\n\nC.\n\n1. S.\n"""\nfrom diagrams import Diagram, Edge\nfrom diagrams.onprem.inmemory import Redis\n\n'
DRAWN = 'with Diagram("T"):\n    Redis("a") >> Edge(label="1. x") >> Redis("b")\n'

MODULES = (
    Module(34, "raises", "1 / 0\n" + DRAWN, "q1.py:10: ZeroDivisionError: division by zero"),
    Module(34, "raises two lines", 'raise ValueError("a\\nb\\x1b[31m")\n' + DRAWN, "q1.py:10: ValueError: a b [31m"),
    Module(34, "missing class", "from diagrams.aws.compute import Lamda\n", "q1.py:10: ImportError: cannot import"),
    Module(34, "missing module", "import nowhere_to_be_found\n", "q1.py:10: ModuleNotFoundError: No module named"),
    Module(34, "no Python", 'with Diagram("T")\n', "q1.py:10: SyntaxError: expected ':'"),
    Module(34, "exits", "import sys\nsys.exit(0)\n", "q1.py:11: SystemExit"),
    Module(34, "kills itself", "import os\nos._exit(0)\n", "q1.py: the module ended the process"),
    Module(34, "asks", "input('name? ')\n", "q1.py:10: EOFError"),
    Module(34, "draws nothing", "", "q1.py: the module draws no Diagram"),
    Module(36, "writes files", 'open("left.txt", "w").write("x")\n' + DRAWN),
    Module(36, "raises afterwards", DRAWN + "1 / 0\n"),
    Module(36, "reads the environment", 'import os\nassert "TOKEN_OF_MINE" not in os.environ\n' + DRAWN),
    Module(37, "prints", 'import os, sys\nprint("HELLO")\nsys.stderr.write("HELLO")\nos.write(1, b"HELLO")\n' + DRAWN),
)


def drawn(folder: Path, body: str) -> tuple[str, ...]:
    """The words of a call that takes a good bank with one diagram module."""
    module = folder / "diagrams" / "q1.py"
    module.parent.mkdir()
    module.write_text(HEAD + body, "utf-8")
    return ("--bank", str(write(folder, GOOD)), "--diagrams", str(module.parent))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: f"{module.number}-{module.name.replace(' ', '-')}")
def test_a_diagram_harms_nobody(module: Module, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN_OF_MINE", "secret")
    words = drawn(tmp_path, module.body)
    done = run("build", *words, "--out", site) if module.problem else run("check", *words)
    assert done.exit_code == (1 if module.problem else 0), done.stderr
    assert any(module.problem in line for line in lines(done, tmp_path)) or not module.problem
    assert "HELLO" not in done.output
    assert not [*tmp_path.rglob("left.txt"), *Path.cwd().glob("left.txt")]


def test_a_diagram_that_never_ends_is_ended_with_its_children(site: Path, tmp_path: Path) -> None:
    """Case 35; the child would write its file after the limit."""
    child = f'import subprocess\nsubprocess.run(["sh", "-c", "sleep 11; touch {tmp_path}/alive"])\n'
    done = run("build", *drawn(tmp_path, child + DRAWN), "--out", site)
    assert done.exit_code == 1
    assert lines(done, tmp_path) == ["diagrams/q1.py: the module was still running after 10 seconds"]
    subprocess.run(["sleep", "2"], check=True)
    assert not (tmp_path / "alive").exists()


def test_a_huge_file_is_an_error_at_once(site: Path, tmp_path: Path) -> None:
    """Case 31: 100 MB."""
    bank = write(tmp_path, GOOD)
    with bank.open("r+b") as file:
        file.truncate(100_000_000)
    done = run("build", "--bank", bank, "--out", site)
    assert done.exit_code == 1
    assert lines(done, tmp_path) == ["bank.md: the file has 100 MB, 50 MB at most; divide it into several files"]


@pytest.mark.parametrize("name", ["nowhere.md", "empty", "notes"])
def test_a_bank_without_questions_is_an_error(name: str, site: Path, tmp_path: Path) -> None:
    """Case 30: no such file, an empty folder, a folder of other files."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/notes.txt").write_text(GOOD)
    done = run("build", "--bank", tmp_path / name, "--out", site)
    assert done.exit_code == 1
    assert [line.partition(":")[0] for line in lines(done, tmp_path)] == (
        [name, "notes/notes.txt"] if name == "notes" else [name]
    )


@pytest.mark.parametrize("target", ["file", "file/site", "link", "strangers"])
def test_a_target_that_is_no_site_is_left_alone(target: str, tmp_path: Path) -> None:
    """Cases 39 and 42: a file, a folder that cannot be made, a link, and files that no build made."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "strangers").mkdir()
    (tmp_path / "strangers/letter.txt").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "strangers")
    done = run("build", "--bank", write(tmp_path, GOOD), "--out", tmp_path / target)
    assert done.exit_code == 1
    assert len(lines(done, tmp_path)) == 1
    assert (tmp_path / "file").read_text() == "mine"
    assert [path.name for path in (tmp_path / "strangers").iterdir()] == ["letter.txt"]
    assert {path.name for path in tmp_path.iterdir()} == {"bank.md", "file", "strangers", "link"}


def test_every_problem_of_a_run_is_shown_the_worst_first(site: Path, tmp_path: Path) -> None:
    """Of the bank, of its references and of its diagrams."""
    words = drawn(tmp_path, "1 / 0\n")
    write(tmp_path, GOOD + "See Q9.\n\n" + ONE.replace("1", "3") + "a\0")
    done = run("build", *words, "--out", site)
    assert [line.partition(": ")[0] for line in lines(done, tmp_path)] == [
        "diagrams/q1.py:10",
        "bank.md:12",
        "bank.md:19",
    ]


def test_a_terminal_sees_the_same() -> None:
    """Once as a program of its own: status, both streams, and nothing else."""
    done = generate("build", "--bank", "tests/data/nowhere.md", "--out", "/nowhere/site", fails=True)
    assert (done.returncode, done.stdout) == (1, "1 error\n")
    assert done.stderr == "tests/data/nowhere.md: there is no such file or folder\n"


def test_a_title_without_spaces_is_no_wider_than_a_phone(browser: Browser, tmp_path: Path) -> None:
    """Case 15: 300 signs on the question's page, its neighbour's, and its topic's."""
    bank = write(tmp_path, "## T\n\n" + ONE.replace("One", "A" * 300) + TWO)
    assert run("build", "--bank", bank, "--out", tmp_path / "site").exit_code == 0
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    for path in ("questions/1", "questions/2", "topics/t"):
        tab.goto((tmp_path / "site" / path / "index.html").as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") == 360, path
    tab.close()
