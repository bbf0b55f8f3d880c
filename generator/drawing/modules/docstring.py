"""Reads the docstring of a diagram module: title, caption, and the numbered walk.

Resize images on upload.                     title: the first paragraph, without its full stop

The upload itself starts the resizing.       caption: paragraphs up to the walk

1. A client puts the original.               the walk: a sentence per arrow, over several
2. S3 sends `ObjectCreated` to the           lines where needed; backticks mark code
   resizer.                                  for readers of the module and are not shown
"""

import ast
import re
from dataclasses import dataclass

from generator.model import Step

_ITEM = re.compile(r"^(\s*)(\d+)[.)]\s+(.*)$")


@dataclass(frozen=True, slots=True)
class Docstring:
    """What a docstring says."""

    title: str = ""
    caption: str = ""
    steps: tuple[Step, ...] = ()
    lines: tuple[int, ...] = ()
    """Of the module, for each step."""
    line: int = 0
    """Of the docstring's first line; 0 where there is none."""


def read_docstring(code: str) -> Docstring:
    """The parts of a module's docstring; empty where it has none or does not parse."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return Docstring()
    text = ast.get_docstring(tree, clean=False)
    if not text or not text.strip():
        return Docstring()
    first = tree.body[0].lineno
    steps, lines, prose = _split(text.replace("`", "").splitlines(), first)
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", "\n".join(prose)) if part.strip()]
    title = paragraphs[0].removesuffix(".") if paragraphs else ""
    return Docstring(title, " ".join(paragraphs[1:]), steps, lines, first)


def _split(text: list[str], first: int) -> tuple[tuple[Step, ...], tuple[int, ...], list[str]]:
    """Steps, their lines, and the lines of prose before (and after) them."""
    found: list[tuple[int, int, list[str]]] = []
    prose: list[str] = []
    inside = False
    indent: int | None = None
    for offset, line in enumerate(text):
        item = _ITEM.match(line) if offset else None  # the first line is the title, whatever it begins with
        if item and indent is not None and len(item[1]) > indent:
            item = None  # a number in the middle of a sentence
        if item:
            indent = len(item[1])
            found.append((int(item[2]), first + offset, [item[3]]))
        elif inside and line.strip():
            found[-1][2].append(line)
        else:
            prose.append(line)
        inside = bool(item) or (inside and bool(line.strip()))
    steps = tuple(Step(number, " ".join(" ".join(words).split())) for number, _, words in found)
    return steps, tuple(line for _, line, _ in found), prose
