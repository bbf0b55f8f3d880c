"""What the commands promise: exit statuses, messages, help, and that mistakes never cost the site that is there."""

import os
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, SERIES, generate

pytestmark = pytest.mark.slow

BANK = "## Caches (1-2)\n\n### Question 1: Design a cache.\n\n**Answer:**\n*   **Store:** `Redis`. (See Q2).\n\n"
SECOND = "### Question 2: Design an index.\n\n**Answer:**\n*   **Tree:** A B-tree.\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A small bank without a fault."""
    path = tmp_path / "bank.md"
    path.write_text(BANK + SECOND)
    return path


def test_check_is_content_with_a_good_bank(bank: Path) -> None:
    assert "no problems" in generate("check", "--bank", str(bank)).stdout


def test_check_names_file_and_line_and_ends_with_one(bank: Path) -> None:
    bank.write_text(BANK + SECOND.replace("Question 2", "Question 1"))
    done = generate("check", "--bank", str(bank), fails=True)
    assert done.returncode == 1
    assert f"{bank}:8: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_warning_is_shown_and_only_strict_makes_it_an_error(bank: Path) -> None:
    bank.write_text(BANK + SECOND.replace("A B-tree.", "A B-tree. (See Q77)."))
    done = generate("check", "--bank", str(bank))
    assert f"{bank}:11: warning: Q77 is not in this bank" in done.stderr
    assert generate("check", "--bank", str(bank), "--strict", fails=True).returncode == 1


@pytest.mark.parametrize("words", [("bake",), ("build", "--colour"), ("preview", "abc"), ("build", "--jobs", "-1")])
def test_a_wrong_call_ends_with_two(words: tuple[str, ...]) -> None:
    done = generate(*words, fails=True)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("out", [".", "..", "/", "", "docs/site", "generator/z", "tests/../bank/x", "BANK"])
def test_a_site_takes_no_place_of_what_it_is_made_from(out: str, bank: Path) -> None:
    """Neither the checkout nor the bank is written over; one line says so, and nothing is built."""
    folder = str(bank.parent) if out == "BANK" else out
    done = generate("build", "--bank", str(bank), "--out", folder, fails=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert [line.rpartition("; ")[2] for line in done.stderr.splitlines()] == ["choose a folder of its own with --out"]
    assert bank.is_file()


@pytest.mark.parametrize("folder", ["bank", "diagrams"])
def test_a_site_does_not_stand_inside_what_it_is_made_from(folder: str, bank: Path, tmp_path: Path) -> None:
    for name in ("bank", "diagrams"):
        (tmp_path / name).mkdir()
    bank.rename(tmp_path / "bank/bank.md")
    words = ("--bank", str(tmp_path / "bank"), "--diagrams", str(tmp_path / "diagrams"))
    done = generate("build", *words, "--out", str(tmp_path / folder / "deep/site"), fails=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"a site here would stand inside {tmp_path / folder}" in done.stderr
    assert not (tmp_path / folder / "deep").exists()


def test_a_folder_of_diagrams_that_is_not_there_is_a_wrong_call(bank: Path, tmp_path: Path) -> None:
    words = ("--bank", str(bank), "--diagrams", str(tmp_path / "nowhere"))
    for command in ("check", "build"):
        done = generate(command, *words, fails=True)
        assert done.returncode == 2
        assert "nowhere' does not exist" in done.stderr


def test_a_download_that_is_not_there_is_a_wrong_call(bank: Path, tmp_path: Path) -> None:
    done = generate("export", "nonsense", "--bank", str(bank), "--out", str(tmp_path / "site"), fails=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there are book, " in done.stderr


def test_a_build_counts_its_warnings(bank: Path, tmp_path: Path) -> None:
    words = ("build", "--bank", str(bank), "--out", str(tmp_path / "site"))
    assert "warning" not in generate(*words).stdout
    bank.write_text(BANK + SECOND.replace("A B-tree.", "A B-tree. (See Q77)."))
    assert " rendered), 1 warning: " in generate(*words).stdout


@pytest.mark.parametrize("command", ["build", "check", "new", "preview", "export", "serve"])
def test_help_tells_of_every_command(command: str) -> None:
    assert command in generate("--help").stdout
    assert "Usage" in generate(command, "--help").stdout


def test_a_bank_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    done = generate("check", "--bank", str(tmp_path / "nowhere.md"), fails=True)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_fix_repairs_the_bank_as_its_author_gave_it(tmp_path: Path) -> None:
    """The five headings in mojibake are the only lines that change, and the result is the bank we keep."""
    source = ROOT / "tests/data/question-bank-901-950.md"
    bank = tmp_path / "901-950.md"
    shutil.copy(source, bank)
    generate("check", "--fix", "--bank", str(bank))
    before, after = source.read_text("utf-8").splitlines(), bank.read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.split()[1] for _, new in changed] == ["🔸"] * 5
    assert bank.read_bytes() == (SERIES / "bank/901-950.md").read_bytes()


def test_the_gate_looks_at_every_page_also_at_those_taken_over(bank: Path, tmp_path: Path) -> None:
    words = ("build", "--bank", str(bank), "--out", str(tmp_path / "site"))
    generate(*words)
    for number, lost, shown in ((1, "<code>Redis</code>", "<code>Radis</code>"), (2, "A B-tree.", "A D-tree.")):
        page = tmp_path / f"site/questions/{number}/index.html"
        before, html = page.stat(), page.read_text("utf-8")
        assert lost in html
        page.write_text(html.replace(lost, shown), "utf-8")
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    done = generate(*words, "--verify", fails=True)
    assert done.returncode == 1
    assert [line.partition(" is not")[0] for line in done.stderr.splitlines()] == [
        f"{bank}:6: Q1: the page's text",
        f"{bank}:11: Q2: the page's text",
    ]


def test_a_new_question_is_next_in_number_and_last_in_its_topic(bank: Path) -> None:
    bank.write_text(BANK + "## Trees\n\n" + SECOND)
    place = generate("new", "question", "Design a queue.", "--topic", "caches", "--bank", str(bank)).stdout.strip()
    lines = bank.read_text().splitlines()
    assert lines[int(place.rsplit(":", 1)[1]) - 1] == "### Question 3: Design a queue."
    assert lines.index("### Question 3: Design a queue.") < lines.index("## Trees")
    generate("check", "--bank", str(bank))


def test_a_bank_keeps_its_line_ends_and_its_rights(bank: Path) -> None:
    bank.write_bytes((BANK + SECOND + "\u2028 cafÃ©\n").replace("\n", "\r\n").encode())
    bank.chmod(0o640)
    generate("new", "question", "Design a queue.", "--bank", str(bank))
    generate("check", "--fix", "--bank", str(bank))
    text = bank.read_bytes().decode()
    assert text.startswith((BANK + SECOND + "\u2028 café\n").replace("\n", "\r\n"))
    assert text.count("\n") == text.count("\r\n") == (BANK + SECOND).count("\n") + 6
    assert bank.stat().st_mode & 0o777 == 0o640


def test_a_new_question_in_a_topic_that_is_not_there_names_those_that_are(bank: Path) -> None:
    done = generate("new", "question", "Design a queue.", "--topic", "Quues", "--bank", str(bank), fails=True)
    assert done.returncode == 1
    assert "Caches" in done.stderr


@pytest.mark.slow
def test_a_new_diagram_is_a_draft_that_draws(bank: Path, tmp_path: Path) -> None:
    folder = tmp_path / "diagrams"
    words = ("--bank", str(bank), "--diagrams", str(folder))
    module = Path(generate("new", "diagram", "1", *words).stdout.strip())
    assert module == folder / "caches" / "q1.py"
    generate("preview", "1", *words, "--out", str(tmp_path / "look"))
    again = generate("new", "diagram", "1", *words, fails=True)
    assert again.returncode == 1
    assert "has its diagram" in again.stderr


def test_a_diagram_for_a_question_that_is_not_there_says_which_are(bank: Path) -> None:
    done = generate("new", "diagram", "9", "--bank", str(bank), fails=True)
    assert done.returncode == 1
    assert "the bank has 1 to 2" in done.stderr


def test_a_mistake_in_a_diagram_names_its_line_and_leaves_the_site(bank: Path, tmp_path: Path) -> None:
    module = tmp_path / "diagrams" / "q1.py"
    module.parent.mkdir()
    words = ("build", "--bank", str(bank), "--diagrams", str(module.parent), "--out", str(tmp_path / "site"))
    generate(*words)
    before = (tmp_path / "site/index.html").read_bytes()
    module.write_text('"""T.\n\nC.\n\n1. S.\n"""\nfrom diagrams import Diagram\n\nwith Diagram("T"):\n    Kafak("x")\n')
    done = generate(*words, fails=True)
    assert done.returncode == 1
    assert f"{module}:10: NameError" in done.stderr
    assert (tmp_path / "site/index.html").read_bytes() == before


@pytest.mark.parametrize("answer", ["", "## \n\n### \n", "* **:**\n* **.** b\n* **1.** c\n"])
def test_an_answer_without_words_or_names_has_no_draft(bank: Path, answer: str) -> None:
    bank.write_text(f"{BANK}### Question 2: Design an index.\n\n{answer}")
    assert generate("check", "--drafts", "--bank", str(bank)).returncode == 0


def test_without_diagrams_nothing_leads_to_pages_about_them(bank: Path, tmp_path: Path) -> None:
    """There are neither components nor a map, and no page links to them; with drafts the menu does."""
    words = ("build", "--bank", str(bank), "--out", str(tmp_path / "site"))
    generate(*words)
    leading = 'a[href$="components/"], a[href$="map/"]'
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 8
    assert [path for path in pages if LexborHTMLParser(path.read_text("utf-8")).css(leading)] == []
    assert not [path for path in pages if path.parent.name in ("components", "map")]
    bank.write_text(BANK + "*   **Function:** `Lambda` fills it.\n\n" + SECOND)
    generate(*words, "--drafts")
    assert len(LexborHTMLParser((tmp_path / "site/index.html").read_text("utf-8")).css(leading)) == 4


MODULE = 'from diagrams import Diagram, Node\nwith Diagram("x"):\n    Node("a"){}\n'


def drawn_bank(folder: Path) -> tuple[str, ...]:
    """The words for a bank of two questions, the diagram of the second of which is broken."""
    text = "# B\n\n## T\n\n### Question 1: A?\n\n**Answer:**\n\nx\n\n### Question 2: B?\n\n**Answer:**\n\ny\n"
    (folder / "bank.md").write_text(text)
    (folder / "diagrams").mkdir()
    (folder / "diagrams" / "q1.py").write_text(MODULE.format(""))
    (folder / "diagrams" / "q2.py").write_text(MODULE.format(" >> Nde('b')"))
    return ("--bank", str(folder / "bank.md"), "--diagrams", str(folder / "diagrams"))


def test_preview_speaks_of_one_diagram_only(tmp_path: Path) -> None:
    """Of one that fails as well, which is not the same as none."""
    words = drawn_bank(tmp_path)
    done = generate("preview", "1", *words, "--out", str(tmp_path / "out"))
    assert {line.partition(": ")[0] for line in done.stderr.splitlines()} <= {f"{tmp_path}/diagrams/q1.py:1"}
    assert (tmp_path / "out" / "q1.html").is_file()
    done = generate("preview", "2", *words, "--out", str(tmp_path / "out"), fails=True)
    assert done.returncode == 1
    assert "q2.py:3: NameError: name 'Nde' is not defined; did you mean 'Node'?" in done.stderr
    assert "no diagram" not in done.stderr
    assert "q1.py" not in done.stderr


def test_a_failing_build_ends_with_counts(tmp_path: Path) -> None:
    done = generate("build", *drawn_bank(tmp_path), "--out", str(tmp_path / "site"), fails=True)
    assert (done.returncode, done.stdout) == (1, "1 warning, 1 error\n")


def test_checking_lets_no_module_write(tmp_path: Path) -> None:
    words = drawn_bank(tmp_path)
    (tmp_path / "diagrams" / "q2.py").write_text(f"open({str(tmp_path / 'made')!r}, 'w').write('x')\n")
    done = generate("check", *words, fails=True)
    assert "q2.py:1: PermissionError" in done.stderr
    assert not (tmp_path / "made").exists()


def test_what_is_kept_is_shown_without_running_a_module(tmp_path: Path) -> None:
    words = drawn_bank(tmp_path)
    (tmp_path / "diagrams" / "q2.py").unlink()
    out = ("--out", str(tmp_path / "site"))
    assert "0 diagrams" in generate("build", *words, "--no-run", *out).stdout
    assert "1 diagram, " in generate("build", *words, *out).stdout
    assert "1 diagram, " in generate("build", *words, "--no-run", *out).stdout
