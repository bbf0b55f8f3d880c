"""YAML at the beginning of a file speaks to other tools: all its lines but its title are read as empty ones.

---                              (empty)
title: What is a lock?           # What is a lock?        unless the file has a heading of level 1
---                              (empty)

Hugo's front matter stands between "+++" and says `title = "What is a lock?"`.
"""

import re
from collections.abc import Iterable, Iterator

from generator.problems import Place, Problem, Severity
from generator.reading.sources.fences import outside_fences
from generator.reading.sources.files import Source

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?:[ \t]*[\w-]+:.*\n|[ \t]*-[ \t].*\n|[ \t]*#.*\n|[ \t]*\n)+---[ \t]*(?:\n|\Z)"
    r"|\A\+{3}[ \t]*\n(?:.*\n)*?\+{3}[ \t]*(?:\n|\Z)"
)
_TITLE = re.compile(r"^title(?::|[ \t]*=)[ \t]*(['\"]?)(.+?)\1[ \t]*$", re.MULTILINE)
_NO_TEXT = ("[", "{", "!", "&", "*", "|", ">", "@", "`", "%")
"""What begins something else in YAML than a text."""
_LONGEST = 4_000
"""Bytes of a front matter that are looked at for more than its title."""
_TOP = re.compile(r"#[ \t]+\S|=+[ \t]*$|<h1\b", re.IGNORECASE)


def without_front_matter(name: str, text: str) -> tuple[str, str, tuple[Problem, ...]]:
    """A file's text without its front matter, the title in it, and a warning where what stands there is none."""
    front = _FRONT_MATTER.match(text)
    if not front:
        return text, "", ()
    rest, lines = text[front.end() :], [""] * front[0].count("\n")
    found = _TITLE.search(front[0])
    line = front[0].count("\n", 0, found.start()) if found else 0
    if found and found[2].startswith(_NO_TEXT) and not found[1]:
        problem = Problem(Place(name, line + 1), "this title is no text", "quote it", Severity.WARNING)
        return "\n".join((*lines, rest)), "", (problem,)
    if found and not any(_TOP.match(each) for _, each in outside_fences(rest.split("\n"))):
        lines[line] = f"# {found[2]}"
    return "\n".join((*lines, rest)), found[2] if found else "", ()


def fronts(files: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """The front matter of those files that have some, with their names."""
    for file in files:
        with file.path.open("rb") as opened:
            begin = opened.read(3)
            text = begin + opened.read(_LONGEST) if begin == b"---" else b""
        if found := _FRONT_MATTER.match(text.decode("utf-8", "replace").replace("\r\n", "\n")):
            yield file.name, found[0].strip().strip("-")
