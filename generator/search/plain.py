"""Reads the plain part of YAML: texts, lists and mappings, each with its line; bounded in depth and size.

    - term: CDN      ->  Node(1, (Node(1, {"term": Node(1, "CDN"), "also": Node(2, (…,))}),))
      also: [edge cache]

A text is what is written: no number, date or truth is made of it. What YAML could do besides, tags and aliases, is
refused in one line, so that nothing is run, repeated without end or nested without end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

DEEPEST = 6
LARGEST = 1_000_000
"""Characters."""
NOTHING = ("", "~", "null")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, ten times as quick, where PyYAML has it; only its parser is used."""


class Unreadable(Exception):
    """A text is no plain YAML; carries a line, from 1, and what is wrong there."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the line on which it begins, from 1."""

    line: int
    value: "str | tuple[Node, ...] | dict[str, Node]"


def load(text: str) -> Node | None:
    """The value of a text, or None for an empty one. Raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable(0, f"has {len(text):,} characters, {LARGEST:,} at most")
    try:
        return _document(yaml.parse(text, _LOADER))
    except yaml.MarkedYAMLError as error:
        raise Unreadable(error.problem_mark.line + 1 if error.problem_mark else 0, str(error.problem)) from error
    except yaml.reader.ReaderError as error:
        raise Unreadable(text.count("\n", 0, error.position) + 1, str(error.reason)) from error


def _document(events: Iterator[yaml.Event]) -> Node | None:
    found = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and found:
            raise Unreadable(_line(event), "a second document begins here")
        if isinstance(event, yaml.NodeEvent):
            found = _node(event, events, 1)
    return found


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent):
        raise Unreadable(line, f"*{event.anchor} repeats what stands elsewhere; write it out")
    if tag := getattr(event, "tag", None):
        raise Unreadable(line, f"the tag {tag} is not read; take it away")
    if depth > DEEPEST:
        raise Unreadable(line, f"lists are nested more than {DEEPEST} deep")
    if isinstance(event, yaml.ScalarEvent):
        return Node(line, "" if event.implicit[0] and event.value in NOTHING else event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(line, tuple(_items(events, depth)))
    return Node(line, dict(_pairs(events, depth)))


def _items(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        yield _node(event, events, depth + 1)


def _pairs(events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[str, Node]]:
    seen = set()
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        key = _node(event, events, depth + 1)
        if not isinstance(key.value, str):
            raise Unreadable(key.line, "the name before a colon is no text")
        if key.value in seen:
            raise Unreadable(key.line, f"`{key.value}` is there already")
        seen.add(key.value)
        yield key.value, _node(next(events), events, depth + 1)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
