"""What is kept between builds is made again when code changes that makes it: each key names all of that code."""

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.drawing.drawings import MADE_WITH as OF_DRAWINGS
from generator.drawing.icons.iconset import MADE_WITH as OF_ICONS
from generator.exports.book.cards import MADE_WITH as OF_CARDS
from generator.exports.keeping import MADE_WITH as OF_EXPORTS
from generator.files import hashing
from generator.preparing.preparing import WORDED_WITH as OF_WORDS
from generator.reading.reading import MADE_WITH as OF_CHUNKS
from tests.test_architecture import GENERATOR, imported

KEYS = {
    "drawings": ("drawing", OF_DRAWINGS),
    "small icons": ("drawing/icons/iconset.py", OF_ICONS),
    "chunks": ("reading", OF_CHUNKS),
    "words": ("markup", OF_WORDS),
    "exports": ("exports", OF_EXPORTS),
    "cards": ("exports/book/cards.py", OF_CARDS),
}
"""What is kept -> the room or the module that makes it, and the code that its key names."""
AROUND = ("files", "jobs")
"""What keeps, names and hurries work, whatever the work is."""
NAMES = {"fontTools": "fonttools"}
"""Packages that keys name by their distribution, where the two differ."""


def file_of(name: str) -> Path:
    """The file of a module or the door of a room, by its dotted name inside the generator."""
    inner = GENERATOR.joinpath(*name.split("."))
    return inner / "__init__.py" if inner.is_dir() else inner.with_suffix(".py")


def behind(start: str) -> Iterator[Path]:
    """The files of a room or a module, and of all that they import, at once or later."""
    top = GENERATOR / start
    waiting = sorted(top.rglob("*.py")) if top.is_dir() else [top]
    seen = set(waiting)
    while waiting:
        path = waiting.pop()
        yield path
        names = (name for name in imported(path) if name and name.split(".")[0] not in AROUND)
        new = {file_of(name) for name in names} - seen
        seen |= new
        waiting += new


def dotted(path: Path) -> str:
    """The name of a file's module, as code imports it."""
    return ".".join(("generator", *path.relative_to(GENERATOR).with_suffix("").parts)).removesuffix(".__init__")


def libraries(path: Path) -> Iterator[str]:
    """Names, as keys have them, of the packages of others that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for top in {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - {"generator"}:
            yield NAMES.get(top, top)


@pytest.mark.parametrize(("start", "made_with"), KEYS.values(), ids=KEYS)
def test_a_key_names_just_the_code_of_ours_that_makes_what_it_names(start: str, made_with: tuple[str, ...]) -> None:
    made_by = {dotted(path) for path in behind(start)}
    assert made_by
    ours = [name for name in made_with if name.startswith("generator")]
    holds: Callable[[str, str], bool] = lambda room, name: f"{name}.".startswith(f"{room}.")  # noqa: E731
    assert [name for name in sorted(made_by) if not any(holds(room, name) for room in ours)] == []
    assert [room for room in ours if not any(holds(room, name) for name in made_by)] == []


@pytest.mark.parametrize(("start", "made_with"), KEYS.values(), ids=KEYS)
def test_a_key_names_every_library_that_is_used(start: str, made_with: tuple[str, ...]) -> None:
    """Somebody who takes a new library into a room adds it to what its keys hold."""
    used = {name for path in behind(start) for name in libraries(path)}
    assert used <= {name.removesuffix("==") for name in made_with}


@pytest.mark.parametrize("name", sorted({name for _, made_with in KEYS.values() for name in made_with} | {"jinja2"}))
def test_a_key_knows_the_code_that_it_names(name: str) -> None:
    """A name that leads nowhere would hold nothing of the library."""
    assert any(hashing._code(name))
