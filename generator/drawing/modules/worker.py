"""Runs diagram modules in a process of its own and prints the graphs that they make, one JSON object a line.

The parent writes the path of a module and a line end to standard input and reads an answer from standard output:

    {"diagrams": [{"name": "Chat", "direction": "LR", "line": 9, "groups": […], "nodes": […], "edges": […]}]}
    {"error": {"kind": "NameError", "text": "name 'Kafak' is not defined", "line": 12, "names": ["Kafka", …]}}

The file is started by its path and imports only the standard library and `diagrams`, so that a module sees what it
would see when run by hand. Of the library, only what makes random names, draws or writes is replaced.
"""

import ast
import importlib
import io
import json
import os
import pathlib
import pkgutil
import re
import sys
import tempfile
import traceback
from collections.abc import Iterable
from types import FrameType, TracebackType
from typing import Any

import diagrams as _diagrams

diagrams: Any = _diagrams  # the library has no types

Record = dict[str, Any]


class Recorder:
    """Notes what a module says to the library, with the module's own lines."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Record] = []
        self.ids: dict[str, str] = {}

    def line(self) -> int:
        """The line of the module that is running now."""
        frame: FrameType | None = sys._getframe(1)
        while frame and frame.f_code.co_filename != self.path:
            frame = frame.f_back
        return frame.f_lineno if frame else 0

    def diagram(self, diagram: Any) -> None:
        """Begin a diagram."""
        direction = str(diagram.dot.graph_attr.get("rankdir", "LR")).upper()
        record = {"name": str(diagram.name), "direction": direction, "line": self.line()}
        record |= {"attributes": said(diagram)}
        self.found.append(record | {"groups": [], "nodes": [], "edges": []})
        self.ids = {}
        diagram.record = self.found[-1]

    def cluster(self, cluster: Any) -> None:
        """Add a group to the diagram it was made in."""
        groups = cluster._diagram.record["groups"]
        cluster.group = f"g{len(groups) + 1}"
        parent = cluster._parent.group if cluster._parent else ""
        label = str(cluster.dot.graph_attr.get("label", cluster.label))
        style = str(cluster.dot.graph_attr.get("style", ""))
        record = {"id": cluster.group, "label": label, "parent": parent, "style": style, "attributes": said(cluster)}
        groups.append(record | {"line": self.line()})

    def node(self, node: Any) -> None:
        """Add a node to the diagram it was made in."""
        nodes = node._diagram.record["nodes"]
        node.number = f"n{len(nodes) + 1}"
        kind = type(node)
        nodes.append(
            {
                "id": node.number,
                "label": str(node.label or ""),
                "module": kind.__module__,
                "name": kind.__name__,
                "icon": str(node._icon or ""),
                "folder": str(node._icon_dir or ""),
                "shape": str(node._attrs.get("shape", "")),
                "attributes": {name: str(value) for name, value in node._attrs.items()},
                "group": node._cluster.group if node._cluster else "",
                "line": self.line(),
            }
        )

    def edge(self, diagram: Any, source: Any, target: Any, edge: Any) -> None:
        """Add an edge in the order of the code."""
        attributes = {name: str(value) for name, value in edge.attrs.items() if not name.startswith("font")}
        record = {"source": source.number, "target": target.number, "attributes": attributes, "line": self.line()}
        diagram.record["edges"].append(record)


def said(owner: Any) -> dict[str, str]:
    """The graph's or cluster's attributes that the module gave it, without the library's own."""
    usual = owner._default_graph_attrs
    return {name: str(value) for name, value in owner.dot.graph_attr.items() if usual.get(name) != value}


current = Recorder("")


def intercept() -> None:
    """Make the library tell the recorder instead of drawing."""

    def after(owner: Any, tell: str) -> None:
        original = owner.__init__

        def init(self: Any, *arguments: Any, **named: Any) -> None:
            original(self, *arguments, **named)
            getattr(current, tell)(self)

        owner.__init__ = init

    after(diagrams.Diagram, "diagram")
    after(diagrams.Cluster, "cluster")
    after(diagrams.Node, "node")
    counter = iter(range(1, sys.maxsize))
    diagrams.Node._rand_id = staticmethod(lambda: f"node{next(counter)}")
    diagrams.Diagram.connect = lambda self, source, target, edge: current.edge(self, source, target, edge)
    diagrams.Diagram.render = lambda self: None
    diagrams.Diagram._repr_png_ = lambda self: b""
    diagrams.Diagram.__exit__ = leave


def leave(self: Any, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
    """End a diagram without drawing or deleting a file."""
    diagrams.setdiagram(None)


def run(path: str) -> Record:
    """Execute one module and return its graphs, or the mistake in it."""
    global current
    current = Recorder(path)
    diagrams.setdiagram(None)
    diagrams.setcluster(None)
    names: dict[str, Any] = {"__name__": "__main__", "__file__": path, "__builtins__": __builtins__}
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        exec(code, names)  # noqa: S102 (running the author's own module is what this process is for)
    except BaseException as error:  # an author's module may even call sys.exit
        return {"error": mistake(error, path, names)}
    return {"diagrams": current.found}


def mistake(error: BaseException, path: str, names: Record) -> Record:
    """What went wrong, at which line of the module, and which names would have been there."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return {"kind": type(error).__name__, "text": error.msg, "line": error.lineno or 0, "names": []}
    lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    line = lines[-1] if lines else 0
    wrong = str(getattr(error, "name", "") or "")
    record: Record = {"kind": type(error).__name__, "text": str(error), "line": line, "wrong": wrong, "names": []}
    if isinstance(error, ModuleNotFoundError):
        return record | {"names": modules(), "elsewhere": elsewhere(imported(path, line), wrong)}
    if isinstance(error, ImportError):
        return record | not_there(error)
    if isinstance(error, NameError):
        return record | {"names": public(names), "elsewhere": elsewhere(wrong, "")}
    if isinstance(error, AttributeError):
        return record | {"names": public(dir(error.obj))}
    return record


def not_there(error: ImportError) -> Record:
    """For a name that a module of the library does not have: the names that it has, and where the name is."""
    wrong = getattr(error, "name_from", None) or str(error).partition("cannot import name '")[2].partition("'")[0]
    text = re.sub(r" \((/|[A-Z]:).*\)$| \(unknown location\)$", "", str(error))
    home = error.name or ""
    try:
        names = public(vars(importlib.import_module(home)))
    except Exception:
        names = []
    return {"names": names, "wrong": wrong, "text": text, "elsewhere": elsewhere(wrong, home)}


def public(names: Iterable[str]) -> list[str]:
    """The names that are meant for others, sorted."""
    return sorted(name for name in names if not name.startswith("_"))


def modules() -> list[str]:
    """All modules of the library."""
    return ["diagrams", *sorted(module.name for module in pkgutil.walk_packages(diagrams.__path__, "diagrams."))]


def imported(path: str, line: int) -> str:
    """The first name of the `from … import` that stands on a line of a module, or nothing."""
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.lineno == line)
    return next((node.names[0].name for node in found), "")


def elsewhere(wrong: str, home: str) -> list[str]:
    """Where the library has a class of this name, whatever its capitals; first at the provider that was asked for."""
    pattern = re.compile(rf"^(?:class (?={re.escape(wrong)}\()|(?={re.escape(wrong)} = ))(\w+)", re.M | re.I)
    root = pathlib.Path(diagrams.__file__).parent
    found = set()
    for file in root.rglob("*.py") if wrong else ():
        name = ".".join(file.relative_to(root.parent).with_suffix("").parts).removesuffix(".__init__")
        found |= {f"{name}.{each}" for each in pattern.findall(file.read_text("utf-8"))}
    provider = f"{'.'.join(home.split('.')[:2])}."
    return sorted(found, key=lambda each: (not each.startswith(provider), not each.endswith(f".{wrong}"), each))


def main() -> None:
    """Answer each path that comes in until there are no more; each module runs in an empty folder of its own."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    paths = io.TextIOWrapper(os.fdopen(os.dup(0), "rb"), encoding="utf-8")
    os.dup2(silence, 0)
    intercept()
    home = os.getcwd()
    for path in iter(paths.readline, ""):
        with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as empty:
            os.chdir(empty)
            answer = run(path.rstrip("\n"))
            os.chdir(home)
        channel.write(json.dumps(answer) + "\n")
        channel.flush()


if __name__ == "__main__":
    main()
