"""Makes the library tell what a module says to it, with the module's own lines, instead of drawing.

Of the library, only what makes random names, draws or writes is replaced.
"""

import os
import sys
from types import FrameType, TracebackType
from typing import Any

import diagrams as _diagrams

from generator.running.files import leave_output

_library: Any = _diagrams  # it has no types

_Record = dict[str, Any]

_HOME = os.path.dirname(os.path.dirname(_diagrams.__file__))


class Recorder:
    """Notes what a module says to the library."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[_Record] = []
        self.unfetched: list[_Record] = []

    def line(self) -> int:
        """The line of the module that is running now."""
        frame: FrameType | None = sys._getframe(1)
        while frame and frame.f_code.co_filename != self.path:
            frame = frame.f_back
        return frame.f_lineno if frame else 0

    def diagram(self, diagram: Any) -> None:
        """Begin a diagram."""
        direction = str(diagram.dot.graph_attr.get("rankdir", "LR")).upper()
        record = {"name": str(diagram.name), "file": str(diagram.filename), "direction": direction, "whole": False}
        record |= {"attributes": _said(diagram.dot.graph_attr, diagram._default_graph_attrs), "line": self.line()}
        diagram._record = record | {"groups": [], "nodes": [], "edges": [], "strays": []}
        self.found.append(diagram._record)

    def cluster(self, cluster: Any) -> None:
        """Add a group to the diagram it was made in."""
        groups = cluster._diagram._record["groups"]
        cluster._recorded = f"g{len(groups) + 1}"
        record = {"id": cluster._recorded, "label": str(cluster.dot.graph_attr.get("label", cluster.label))}
        record |= {"parent": cluster._parent._recorded if cluster._parent else "", "name": str(cluster.name)}
        usual = cluster._default_graph_attrs | {"bgcolor": _own_background(cluster)}
        groups.append(record | {"attributes": _said(cluster.dot.graph_attr, usual), "line": self.line()})

    def node(self, node: Any) -> None:
        """Add a node to the diagram it was made in."""
        nodes = node._diagram._record["nodes"]
        node._recorded = f"n{len(nodes) + 1}"
        kind = next(each for each in type(node).__mro__ if each.__module__.partition(".")[0] == "diagrams")
        icon, image = _pictured(node)
        record = {"id": node._recorded, "label": str(node.label or ""), "module": kind.__module__}
        record |= {"name": kind.__name__, "icon": icon, "image": image, "line": self.line()}
        given = {name: value for name, value in node._attrs.items() if name not in ("image", "height")}
        if node._icon and given.get("shape") == "none":
            del given["shape"]
        defaults = _said(node._diagram.dot.node_attr, node._diagram._default_node_attrs)
        attributes = defaults | {name: str(value) for name, value in given.items()}
        nodes.append(record | {"attributes": attributes, "group": node._cluster._recorded if node._cluster else ""})

    def edge(self, diagram: Any, source: Any, target: Any, edge: Any) -> None:
        """Add an edge in the order of the code."""
        if target._diagram is not diagram:
            diagram._record["strays"].append(self.line())
            return
        attributes = _said(diagram.dot.edge_attr, diagram._default_edge_attrs)
        attributes |= {name: str(value) for name, value in edge.attrs.items() if not name.startswith("font")}
        record = {"source": source._recorded, "target": target._recorded, "line": self.line()}
        diagram._record["edges"].append(record | {"attributes": attributes})

    def fetch(self, url: Any, filename: Any = None, *_: Any, **__: Any) -> tuple[str, None]:
        """Stands for `urlretrieve`: the file is not there, and the module goes on without it."""
        self.unfetched.append({"url": str(url), "line": self.line()})
        return str(filename or ""), None


_current = Recorder("")


def begin(path: str) -> Recorder:
    """A recorder for one module, to which the library speaks from now on."""
    global _current
    _current = Recorder(path)
    _library.setdiagram(None)
    _library.setcluster(None)
    return _current


def _said(attributes: Any, usual: Any) -> dict[str, str]:
    """The attributes that the module gave, without those that the library gives everything."""
    return {name: str(value) for name, value in attributes.items() if usual.get(name) != value}


def _own_background(cluster: Any) -> str:
    """The colour that the library itself gives to a cluster of this depth."""
    colours = cluster._Cluster__bgcolors
    return str(colours[cluster.depth % len(colours)])


def _pictured(node: Any) -> tuple[str, str]:
    """The picture of a node: as a path below the library's resources, or as a file of the author's."""
    image = str(node._attrs.get("image") or "")
    inside = os.path.relpath(image, os.path.join(_HOME, "resources")) if os.path.isabs(image) else ".."
    if inside.startswith(".."):
        return "", image
    if os.path.isfile(image) or type(node).__module__.startswith("diagrams."):
        return inside, ""
    return "", os.path.join(str(node._icon_dir or ""), str(node._icon))


def intercept() -> None:
    """Make the library tell the recorder instead of drawing."""

    def after(owner: Any, tell: str) -> None:
        original = owner.__init__

        def init(self: Any, *arguments: Any, **named: Any) -> None:
            original(self, *arguments, **named)
            getattr(_current, tell)(self)

        owner.__init__ = init

    after(_library.Diagram, "diagram")
    after(_library.Cluster, "cluster")
    after(_library.Node, "node")
    counter = iter(range(1, sys.maxsize))
    _library.Node._rand_id = staticmethod(lambda: f"node{next(counter)}")
    connect = _library.Diagram.connect

    def connected(self: Any, source: Any, target: Any, edge: Any) -> None:
        connect(self, source, target, edge)
        _current.edge(self, source, target, edge)

    _library.Diagram.connect = connected
    _library.Diagram.render = _render
    _library.Diagram._repr_png_ = lambda self: b""
    _library.Diagram.__exit__ = _leave


def _render(self: Any) -> None:
    """End a diagram: what looks at the file finds one."""
    self._record["whole"] = True
    leave_output(self.filename, self.outformat)


def _leave(self: Any, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
    """End a diagram without drawing."""
    if kind is None:
        self.render()
    _library.setdiagram(None)
