"""What an author nearly wrote is named at its own line, with what to do; what is right is left in peace."""

from pathlib import Path

import pytest

from generator import reading
from generator.files.cache import NOTHING
from generator.preparing import mermaid

SLIPS = {
    "###4. What is four?": "2: warning: “###4. What is four?” looks like a heading and lacks a space behind ###",
    "    ### 3. What is three?": "2: warning: “### 3. What is three?” looks like a heading and is indented",
    "One.\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> theirs": "3: the marks of a merge",
    "See [more](https://example.org/open and on.": "2: warning: this link is never closed",
    "![x](img/none.png)": "2: warning: the picture img/none.png is not there",
}
FINE = (
    "```diff\n<<<<<<< HEAD\n=======\n>>>>>>> main\n```",
    "```python\n    ###4. a comment?\n```",
    "`[more](https://example.org/open` is no link.",
    r"\[more\](https://example.org/open is none either.",
    "A #hashtag and ## 3.",
)


def problems(folder: Path, answer: str) -> list[str]:
    (folder / "a.md").write_text(f"### 1. What is one?\n{answer}\n\n### 2. What is two?\n\nTwo.\n")
    return [str(each).rpartition("a.md:")[2] for each in reading.read([folder / "a.md"])[1]]


@pytest.mark.parametrize("answer", SLIPS)
def test_a_slip_is_named_at_its_line(answer: str, tmp_path: Path) -> None:
    from generator.assets import carry

    (tmp_path / "a.md").write_text(f"### 1. What is one?\n{answer}\n\n### 2. What is two?\n\nTwo.\n")
    bank, found = reading.read([tmp_path / "a.md"])
    told = [str(each).rpartition("a.md:")[2] for each in (*found, *carry(bank, [tmp_path / "a.md"])[2])]
    assert [each for each in told if each.startswith(SLIPS[answer])], told


@pytest.mark.parametrize("answer", FINE)
def test_what_is_meant_so_is_no_slip(answer: str, tmp_path: Path) -> None:
    assert problems(tmp_path, answer) == []


def test_a_bank_file_with_another_ending_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("### 1. What is one?\n\nOne.\n")
    (tmp_path / "b.txt").write_text("### 2. What is two?\n\nTwo.\n")
    (tmp_path / "requirements.txt").write_text("diagrams==0.25.1\n")
    (found,) = reading.read([tmp_path])[1]
    assert (Path(found.place.file).name, found.hint) == ("b.txt", "call it b.md")


@pytest.mark.slow
def test_a_mistake_in_mermaid_is_named_as_mermaid_sees_it(tmp_path: Path) -> None:
    """Of each picture that cannot be drawn, the line at which the library's own parser stops; of others nothing."""
    pictures = (
        "graph LR\n  A --> B",
        "sequenceDiagrm\n  A->>B: hi",
        "graph LR\n  A --> B\n  B -->> C[",
        'pie\n "a" : 3',
    )
    answer = "\n\n".join(f"```mermaid\n{picture}\n```" for picture in pictures)
    (tmp_path / "a.md").write_text(f"### 1. What is one?\n\n{answer}\n")
    bank, _ = reading.read([tmp_path / "a.md"])
    assert [each.place.line for each in mermaid.problems(bank, NOTHING)] == [9, 16]
