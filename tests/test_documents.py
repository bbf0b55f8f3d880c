"""What the documents say is so: their commands exist, and their examples build."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, generate

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "tests/README.md")
PAGES = ("CHANGELOG.md", "guide/make-it-yours.md", "guide/publishing.md")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of one language in a document."""
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_of_a_document_is_in_the_makefile(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    mentioned = set(re.findall(r"\bmake ([a-z-]+)(?=[`\s])", (ROOT / name).read_text("utf-8")))
    assert mentioned <= targets | {"sure"}
    assert mentioned


@pytest.mark.parametrize("name", [*DOCUMENTS, *PAGES])
def test_every_link_of_a_document_leads_to_a_file(name: str) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", (ROOT / name).read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / name).parent / target).exists(), target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_part_of_the_code_that_a_document_names_is_there(name: str) -> None:
    for path in re.findall(r"`((?:generator|overrides|tests|tools)/[\w./-]+)`", (ROOT / name).read_text("utf-8")):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", [*DOCUMENTS, *PAGES])
def test_no_document_holds_the_marks_of_a_merge(name: str) -> None:
    assert not re.search(r"^(<{7}|={7}$|>{7})", (ROOT / name).read_text("utf-8"), re.MULTILINE)


def test_every_command_is_in_the_readme_or_the_guide() -> None:
    told = "".join((ROOT / name).read_text("utf-8") for name in DOCUMENTS)
    listed = generate("--help").stdout.partition("Commands:")[2]
    for command in re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE):
        assert re.search(rf"-m generator {command}\b|`{command}\b|make {command}\b", told), command


@pytest.mark.slow
def test_the_example_question_and_diagram_of_the_guide_build(tmp_path: Path) -> None:
    question = blocks("CONTRIBUTING.md", "markdown")[0]
    module = blocks("CONTRIBUTING.md", "python")[0]
    (tmp_path / "bank.md").write_text(f"## Caches\n\n### Question 910: Another.\n\n**Answer:** x\n\n{question}")
    (tmp_path / "q951.py").write_text(module)
    words = ("--bank", str(tmp_path / "bank.md"), "--diagrams", str(tmp_path))
    done = generate("check", *words)
    assert "q951.py" not in done.stderr, done.stderr
    generate("preview", "951", *words, "--out", str(tmp_path / "look"))
