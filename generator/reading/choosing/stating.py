"""The shape as an author states it, by examples, in a file `shape.yml` beside the bank or in a file's front matter.

questions: "### What is a lock?"      headings of level 3, with or without a number
questions: "1. What is a lock?"       items of numbered lists
questions: "<summary>Why?</summary>"  hidden texts
questions: file                       each file is one question
topics: "## Storage"                  headings of level 2 begin topics, no others do; "none": nothing does
answers: "**Megoldás:**"              what begins with this word is the answer, what stands above it the question's own
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from generator import safe_yaml
from generator.problems import Failed, Place, Problem
from generator.reading.passages.chunks import file_passages
from generator.reading.shapes.folds import bare
from generator.reading.shapes.openings import Mark, OpeningKind, openings
from generator.reading.shapes.shape import ANY_LEVEL, Shape

_NAME = "shape.yml"
_HASHES = re.compile(r"(#{1,6})(?:[ \t]|$)")
_SIGNS = re.compile(r"^[\s#*_>-]+|[\s*_:：]+$")
"""What stands round the word for an answer."""


def stated(paths: Sequence[Path], fronts: Iterable[tuple[str, str]]) -> Shape | None:
    """The shape that is stated beside some files or in the front matter of one of them; None where none is.

    Raises Failed where it is unclear.
    """
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        if (path := folder / _NAME).is_file():
            return shape_in(str(path), path.read_bytes().decode("utf-8", "replace"))
    for file, front in fronts:
        if re.search(r"^questions:", front, re.MULTILINE):
            return shape_in(file, front)
    return None


def shape_in(name: str, text: str) -> Shape:
    """The shape that a file states."""
    try:
        root = safe_yaml.load(text)
    except safe_yaml.Unreadable as error:
        raise Failed([Problem(Place(name, error.line), f"is no YAML: {error.what}")]) from error
    said = root.value if root and isinstance(root.value, dict) else {}
    example = _words(said.get("questions")).strip()
    shape = Shape(OpeningKind.FILE, frozenset(Mark)) if example == "file" else _shape_of(example)
    if shape is None:
        hint = "write an example, as in “questions: '### What is a lock?'”"
        raise Failed([Problem(_place(name, said.get("questions")), "it does not say what opens a question", hint)])
    return replace(
        shape, is_stated=True, topics=_topics(name, said.get("topics")), answers=_answers(said.get("answers"))
    )


def _words(node: safe_yaml.Node | None) -> str:
    """The text of a value; empty for another one."""
    return node.value if node and isinstance(node.value, str) else ""


def _topics(name: str, said: safe_yaml.Node | None) -> frozenset[int] | None:
    """The levels of the headings that begin topics; None where that is not said."""
    if said is None:
        return None
    examples = map(_words, said.value) if isinstance(said.value, tuple) else [_words(said)]
    levels = [_HASHES.match(each) for each in examples if each not in ("none", "None")]
    if None in levels:
        hint = "write headings as examples, as in “topics: '## Storage'”, or “none”"
        raise Failed([Problem(_place(name, said), "it does not say what opens a topic", hint)])
    return frozenset(len(match[1]) for match in levels if match)


def _answers(said: safe_yaml.Node | None) -> str:
    """The word that answers begin with, without punctuation round it; empty where that is not said."""
    example = _words(said).split("…")[0]
    return _SIGNS.sub("", bare(example) if "<" in example else example).casefold()


def _place(name: str, node: safe_yaml.Node | None) -> Place:
    return Place(name, node.line if node else 0)


def _shape_of(example: str) -> Shape | None:
    """The shape of one line."""
    whole = f"<details>\n{example}\n</details>" if "<summary" in example else f"{example}\n\n    a"
    lines = whole.split("\n")
    found = openings(file_passages(whole)[0], lines)
    if not found:
        return None
    first = found[0]
    levels = frozenset((first.level,)) if first.kind is OpeningKind.HEADING else ANY_LEVEL
    return Shape(first.kind, frozenset((first.mark, *_OTHERS[first.mark])), levels)


_OTHERS = {
    Mark.WORD: (Mark.NUMBER,),
    Mark.NUMBER: (Mark.WORD,),
    Mark.PARTS: (Mark.WORD,),
    Mark.LETTER: (Mark.WORD,),
    Mark.NONE: (Mark.WORD, Mark.NUMBER, Mark.LETTER),
}
"""What lines of a mark become when they get their numbers, or may have instead."""
