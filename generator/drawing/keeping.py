"""Turns a drawing and its problems into bytes for the cache, and back."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any

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
            "edges": tuple(Edge(**edge | _paired(edge, "hints", "attributes")) for edge in graph["edges"]),
            "groups": tuple(Group(**group | _paired(group, "attributes")) for group in graph["groups"]),
            **_paired(graph, "hints", "attributes"),
            "place": Place(**graph["place"]),
        }
    )
    pictures = {
        name: Picture(**made[name] | {"packed": b64decode(made[name]["packed"])})
        for name in ("inline", "standalone", "narrow")
    }
    problems = tuple(
        Problem(**each | {"place": Place(**each["place"]), "severity": Severity(each["severity"])})
        for each in record["problems"]
    )
    return Drawing(diagram, **pictures, description=made["description"], icons=tuple(made["icons"])), problems


def _told(packed: bytes) -> str:
    return b64encode(packed).decode()


def _node(node: dict[str, Any]) -> Node:
    component = node["component"]
    made = {"component": Component(**component) if isinstance(component, dict) else None}
    return Node(**node | made | _paired(node, "attributes"))


def _paired(record: dict[str, Any], *names: str) -> dict[str, Any]:
    """The pairs of a record as tuples again."""
    return {name: tuple((one, other) for one, other in record[name]) for name in names}
