"""The shape as an author states it, by an example, in a file `shape.yml` beside the bank.

questions: "### What is a lock?"      headings of level 3, with or without a number
questions: "1. What is a lock?"       items of numbered lists
questions: "<summary>Why?</summary>"  hidden texts
questions: file                       each file is one question
"""

from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.problems import Failed, Place, Problem
from generator.reading.passages.chunks import file_passages
from generator.reading.shapes.openings import Kind, Mark, openings
from generator.reading.shapes.shape import ANY_LEVEL, Shape

NAME = "shape.yml"


def stated(paths: Sequence[Path]) -> Shape | None:
    """The shape that is stated beside some files or in a folder; None where none is. Raises Failed if it is unclear."""
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        if (path := folder / NAME).is_file():
            return shape_in(path)
    return None


def shape_in(path: Path) -> Shape:
    """The shape that a file states."""
    try:
        said = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise Failed([Problem(Place(str(path)), "cannot be read as YAML")]) from error
    example = str(said.get("questions", "")).strip() if isinstance(said, dict) else ""
    shape = Shape(Kind.FILE, frozenset(Mark)) if example == "file" else shape_of(example)
    if shape is None:
        hint = "write an example, as in “questions: '### What is a lock?'”"
        raise Failed([Problem(Place(str(path)), "it does not say what opens a question", hint)])
    return shape


def shape_of(example: str) -> Shape | None:
    """The shape of one line."""
    whole = f"<details>\n{example}\n</details>" if "<summary" in example else f"{example}\n\n    a"
    lines = whole.split("\n")
    found = openings(file_passages(whole)[0], lines)
    if not found:
        return None
    first = found[0]
    levels = frozenset((first.level,)) if first.kind is Kind.HEADING else ANY_LEVEL
    return Shape(first.kind, frozenset((first.mark, *OTHERS[first.mark])), levels)


OTHERS = {
    Mark.WORD: (Mark.NUMBER,),
    Mark.NUMBER: (Mark.WORD,),
    Mark.PARTS: (Mark.WORD,),
    Mark.LETTER: (Mark.WORD,),
    Mark.NONE: (Mark.WORD, Mark.NUMBER, Mark.LETTER),
}
"""What lines of a mark become when they get their numbers, or may have instead."""
