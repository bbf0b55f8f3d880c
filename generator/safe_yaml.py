"""Reads the plain part of YAML: texts, lists and mappings, each with its line; bounded in depth and size.

    - term: CDN      ->  Node(1, (Node(1, {"term": Node(1, "CDN"), "also": Node(2, (…,))}),))
      also: [edge cache]

A text is what is written: no number, date or truth is made of it. What YAML could do besides, tags and aliases, is
refused in one line, so that nothing is run, repeated without end or nested without end.

`whole` reads all of YAML, for settings that other tools read as well; it is bounded, too.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

DEEPEST = 6
LARGEST = 1_000_000
"""Characters."""
_NOTHING = ("", "~", "null")
_DEEPEST_WHOLE = 30
_MOST = 100_000
"""Values of all of a text, those that an alias repeats counted each time."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, ten times as quick, where PyYAML has it; only its parser is used."""


class Unreadable(Exception):
    """A text is no plain YAML; carries a line, from 1, and what is wrong there."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


class Node(Struct, frozen=True):
    """A value and the line on which it begins, from 1."""

    line: int
    value: "str | tuple[Node, ...] | dict[str, Node]"


def load(text: str) -> Node | None:
    """The value of a text, or None for an empty one. Raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable(0, f"has {len(text):,} characters, {LARGEST:,} at most")
    try:
        return _document(yaml.parse(text, _LOADER))
    except yaml.YAMLError as error:
        raise _as_problem(error, text) from error


def whole(text: str, loader: Any = _LOADER) -> Any:
    """The values of a text as a safe loader makes them, in bounded time. Raises Unreadable."""
    tree(text, loader)
    try:
        return yaml.load(text, loader)  # noqa: S506 - whoever calls gives a safe one
    except yaml.YAMLError as error:
        raise _as_problem(error, text) from error
    except (ValueError, TypeError, OverflowError, AttributeError) as error:  # PyYAML's own, of dates that are none
        raise Unreadable(_unmade(text, loader), f"a value is not what it looks like: {error}") from error


def tree(text: str, loader: Any = _LOADER) -> yaml.Node | None:
    """The values of a text with their lines, before anything is made of them. Raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable(0, f"has {len(text):,} characters, {LARGEST:,} at most")
    try:
        _measure(yaml.parse(text, loader))
        found: yaml.Node | None = yaml.compose(text, loader)
        return found
    except yaml.YAMLError as error:
        raise _as_problem(error, text) from error


def _as_problem(error: Any, text: str) -> Unreadable:
    """A mistake with its line."""
    if isinstance(error, yaml.reader.ReaderError):
        return Unreadable(text[: error.position].count("\n") + 1, str(error.reason))
    return Unreadable(error.problem_mark.line + 1, str(error.problem))


def _measure(events: Iterator[yaml.Event]) -> None:
    """Raise Unreadable for what nests too deep, repeats itself, or is too much once aliases are written out."""
    counts, total, known = [0], 0, {}
    names: list[str | None] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            inside, name = counts.pop(), names.pop()
            counts[-1] += inside
            known[name] = inside
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor in names:
                raise Unreadable(_line(event), f"*{event.anchor} repeats itself")
            counts[-1] += known.get(event.anchor, 1)
        elif isinstance(event, yaml.NodeEvent):
            counts[-1] += 1
            if isinstance(event, yaml.CollectionStartEvent):
                counts.append(0)
                names.append(event.anchor)
            if len(counts) > _DEEPEST_WHOLE:
                raise Unreadable(_line(event), f"lists are nested more than {_DEEPEST_WHOLE} deep")
        total = max(total, sum(counts))
        if total > _MOST:
            raise Unreadable(_line(event), f"says more than {_MOST:,} things, aliases written out")


def _unmade(text: str, loader: Any) -> int:
    """The line of the first value that cannot be made; 0 where each can."""
    made = loader(text)
    try:
        nodes = [made.get_single_node()]
        for node in nodes:
            if isinstance(node, yaml.ScalarNode):
                try:
                    made.construct_object(node)
                except (ValueError, TypeError, OverflowError, AttributeError):
                    return int(node.start_mark.line) + 1
            elif node is not None:
                pairs = isinstance(node, yaml.MappingNode)
                nodes += [each for pair in node.value for each in (pair if pairs else [pair])]
    finally:
        made.dispose()
    return 0


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
        return Node(line, "" if event.implicit[0] and event.value in _NOTHING else event.value)
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
