"""Thousands of drawings fit into the memory of a small computer."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.drawing.drafts.drafting import drafted
from generator.drawing.making import Drawn, make
from generator.files.cache import NOTHING, Cache, Shelf
from generator.model import IN_ENGLISH, Diagram
from generator.reading import assemble, read_file

ANSWER = """### Question {0}: Part {0}

* **API:** Lambda -> DynamoDB; keeps hot keys for {0} minutes.
* **Stream:** Kafka -> Flink; {0} partitions.
* **Cache:** Redis -> PostgreSQL; a lease of {0} seconds.
"""


@pytest.fixture
def diagrams() -> list[Diagram]:
    """First drafts."""
    file, _ = read_file("bank.md", "\n".join(map(ANSWER.format, range(1, 5))).encode())
    return [made for question in assemble([file])[0].questions if (made := drafted(question))]


@pytest.fixture
def _no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collector")
def test_drawing_leaves_no_cycles(diagrams: list[Diagram]) -> None:
    """A build looks for none: what is not freed at once stays to its end."""
    make(diagrams[0], NOTHING, IN_ENGLISH)  # fills what is worked out once
    gc.collect()
    for diagram in diagrams[1:]:
        make(diagram, NOTHING, IN_ENGLISH)
    assert gc.collect() == 0


def test_a_drawing_is_held_in_two_thirds_of_its_size(diagrams: list[Diagram]) -> None:
    made, _ = make(diagrams[0], NOTHING, IN_ENGLISH)
    pictures = (made.inline, made.standalone, made.narrow)
    held = sum(len(each.packed) for each in pictures)
    assert held < sum(len(each.svg) for each in pictures) * 2 / 3


def test_a_kept_drawing_is_the_drawing(diagrams: list[Diagram], tmp_path: Path) -> None:
    drawn = make(diagrams[0], NOTHING, IN_ENGLISH)
    shelf: Shelf[Drawn] = Shelf(Cache(tmp_path), Drawn)
    shelf.put("key", drawn)
    assert shelf.find("key") == drawn
