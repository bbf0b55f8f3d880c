"""Which files make a bank, and that their line ends do not matter."""

from pathlib import Path

import pytest

from generator.markup import text
from generator.problems import Problem
from generator.reading import assemble, read, read_file


def test_line_ends_do_not_matter() -> None:
    words = "## A\n\n### Q1: T\n\n- a\n\n  b\n"
    same = [read_file("a.md", words.replace("\n", end).encode()) for end in ("\n", "\r\n", "\r")]
    assert same[0] == same[1] == same[2]


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name, words in {
        "b/two.md": "### Q2: T\nx",
        "a.MD": "### Q3: T\nx",
        "README.md": "# The bank\n\nHello.\n\n## Use\n\nRead.",
        ".hidden/x.md": "### Q9: T\nx",
        "notes.txt": "### Q8: T\nx",
        "z.md": "Nothing.",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
    bank, problems = read([tmp_path, tmp_path / "a.MD"])
    assert [Path(question.place.file).name for question in bank.questions] == ["two.md", "a.MD"]
    assert (bank.title, text(bank.introduction)) == ("The bank", "Hello.\nUse\nRead.")
    assert [(Path(problem.place.file).name, problem.what.partition(",")[0]) for problem in problems] == [
        ("notes.txt", "this file looks like a part of the bank"),
        ("z.md", "there is no question in this file"),
    ]


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    _, problems = read([tmp_path / "gone.md"])
    assert isinstance(problems[0], Problem)
    assert "there is no such file or folder" in str(problems[0])


def test_a_bank_in_many_files_is_called_like_their_folder(tmp_path: Path) -> None:
    """Unless a file says what the whole is called."""
    folder = tmp_path / "java-interview"
    for number in (1, 2):
        (folder / f"part{number}").mkdir(parents=True)
        text = f"# Part {number}\n\n### Question {number}: A?\n\n**Answer:** x\n"
        (folder / f"part{number}/{number}.md").write_text(text)
    assert read([folder])[0].title == "Java interview"
    (folder / "README.md").write_text("# All about Java\n")
    assert read([folder])[0].title == "All about Java"


def test_each_gap_in_the_numbers_is_told_at_its_line_unless_there_are_very_many() -> None:
    def gaps(*numbers: int) -> list[str]:
        text = "".join(f"### Question {number}: a\n\nb\n" for number in numbers)
        return [str(problem) for problem in assemble([read_file("a.md", text.encode())[0]])[1]]

    assert gaps(1, 3, 4, 9) == [
        "a.md:4: warning: the numbers go from 1 to 3 without 2",
        "a.md:10: warning: the numbers go from 4 to 9 without 5-8",
    ]
    (whole,) = gaps(*range(1, 240, 2))
    assert whole.startswith("a.md:4: warning: the numbers go from 1 to 239 without 2, 4, ")
    assert whole.endswith("238; 119 missing in all")


@pytest.mark.parametrize(
    ("name", "front", "title"),
    [
        ("javascript-questions/README.md", "", "Javascript questions"),
        ("one/README.md", "---\ntitle: 'Linux: a start'\ntags: [x]\n---\n", "Linux: a start"),
        ("one/linux.md", "---\ntitle: Linux\n---\n# Heading\n\n", "Heading"),
        ("one/linux.md", '+++\ntitle = "Linux: a start"\ntags = ["x"]\n+++\n', "Linux: a start"),
    ],
)
def test_a_bank_is_called_by_its_heading_its_front_matter_or_its_folder(
    name: str, front: str, title: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text(front + "### Question 1: A?\n\n**Answer:** x\n")
    bank, _ = read([path])
    assert (bank.title, bank.topics[0].name) == (title, title)
