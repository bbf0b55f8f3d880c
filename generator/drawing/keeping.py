"""Turns a drawing and its problems into bytes for the cache, and back."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict

from generator.model import Component, Diagram, Drawing, Edge, Group, Node, Picture, Step
from generator.problems import Place, Problem, Severity


def tell(drawing: Drawing, problems: tuple[Problem, ...]) -> bytes:
    """A drawing as JSON."""
    record = {"drawing": asdict(drawing), "problems": [asdict(problem) for problem in problems]}
    return json.dumps(record, default=_told, ensure_ascii=False, sort_keys=True).encode()


def revive(data: bytes) -> tuple[Drawing, tuple[Problem, ...]]:
    """The drawing that `tell` has told."""
    record = json.loads(data)
    made = record["drawing"]
    graph = made["diagram"]
    diagram = Diagram(
        **graph
        | {
            "steps": tuple(Step(**step) for step in graph["steps"]),
            "nodes": tuple(_node(node) for node in graph["nodes"]),
            "edges": tuple(Edge(**edge | {"hints": _pairs(edge["hints"])}) for edge in graph["edges"]),
            "groups": tuple(Group(**group) for group in graph["groups"]),
            "hints": _pairs(graph["hints"]),
            "place": Place(**graph["place"]),
        }
    )
    pictures = {
        name: Picture(**made[name] | {"packed": b64decode(made[name]["packed"])})
        for name in ("inline", "standalone", "medium", "narrow")
    }
    problems = tuple(
        Problem(**each | {"place": Place(**each["place"]), "severity": Severity(each["severity"])})
        for each in record["problems"]
    )
    key = tuple((kind, words) for kind, words in made["key"])
    return Drawing(diagram, **pictures, description=made["description"], icons=tuple(made["icons"]), key=key), problems


def _told(packed: bytes) -> str:
    return b64encode(packed).decode()


def _node(node: dict[str, object]) -> Node:
    component = node["component"]
    return Node(**node | {"component": Component(**component) if isinstance(component, dict) else None})  # type: ignore[arg-type]


def _pairs(pairs: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, other in pairs)
