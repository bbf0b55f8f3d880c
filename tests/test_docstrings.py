"""Examples in docstrings are executed: what a door promises is so."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT

SHOWN = [path for path in sorted((ROOT / "generator").rglob("*.py")) if "\n>>> " in path.read_text("utf-8")]
SHOWN += [path for path in sorted((ROOT / "generator").rglob("*.py")) if "\n    >>> " in path.read_text("utf-8")]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", SHOWN, ids=name_of)
def test_examples_are_true(path: Path) -> None:
    outcome = doctest.testmod(import_module(name_of(path)))
    assert outcome.attempted
    assert not outcome.failed


def test_the_doors_of_the_main_rooms_show_an_example() -> None:
    assert {"generator.reading", "generator.linking", "generator.markup", "generator.files.cache"} <= set(
        map(name_of, SHOWN)
    )
