r"""Turns what a module told the library, and its docstring, into a Diagram with its problems.

The label of an edge carries the step: "2. ObjectCreated" is step 2 with the text "ObjectCreated". The label of a node
carries the detail: "resizer\\nSharp in a layer".
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from generator.drawing.modules import cards, walk
from generator.drawing.modules.arrows import arrows
from generator.drawing.modules.docstring import read_docstring
from generator.model import DRAFT_MARK, Diagram
from generator.problems import Place, Problem, Severity

_NUMBER = re.compile(r"(\d+)")
_WARN = Severity.WARNING

Record = dict[str, Any]


def number_in(name: str) -> int:
    """The question's number in a file name such as "q917.py"; 0 where there is none."""
    found = _NUMBER.search(name)
    return int(found[1]) if found else 0


def diagram(name: str, code: str, answer: Record, number: int) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """The diagram of a module: its first, or the one that it calls by its own name; None, and an error, without one."""
    records = answer["diagrams"]
    if not records:
        return None, (Problem(Place(name), "the module draws no Diagram", "begin with `with Diagram(…):`"),)
    record = _chosen(records, PurePath(name).stem)
    made, problems = _made(name, code, record, answer.get("pictures", {}), number)
    problems += tuple(_others(name, record, records))
    if not made.nodes:
        return None, (*problems, Problem(made.place, "the Diagram has no nodes"))
    return made, problems


def _chosen(records: list[Record], stem: str) -> Record:
    full = [each for each in records if each["nodes"]] or records
    return next((each for each in full if PurePath(each["file"]).name == stem), full[0])


def _others(name: str, shown: Record, records: list[Record]) -> Iterator[Problem]:
    for each in records:
        if each is not shown:
            hint = f'only the first is, or the one with `filename="{PurePath(name).stem}"`'
            yield Problem(Place(name, each["line"]), "a second Diagram in this module is not shown", hint, _WARN)


def _made(
    name: str, code: str, record: Record, pictures: Mapping[str, str], number: int
) -> tuple[Diagram, tuple[Problem, ...]]:
    words = read_docstring(code)
    groups, homes, named = cards.groups(record)
    parts = cards.cards(name, record, homes, pictures)
    wires = arrows(name, record, (node.id for node in parts.nodes), named, bool(words.steps))
    made = Diagram(
        number=number,
        title=words.title or " ".join(record["name"].split()) or f"Q{number}",
        caption=words.caption,
        steps=words.steps,
        nodes=parts.nodes,
        edges=wires.edges,
        groups=groups,
        direction=record["direction"],
        place=Place(name, record["line"]),
        code=code,
        hints=wires.hints,
        draft=code.startswith(DRAFT_MARK),
        form=record["attributes"].get("form", ""),
        attributes=cards.said(record["attributes"]),
        own=parts.own,
    )
    return made, (*parts.problems, *wires.problems, *walk.check(made, words, wires.lines))
