"""Says what went wrong in a module: at which line, in which words, and which names would have been there."""

import ast
import importlib
import os
import pathlib
import pkgutil
import re
import traceback
from collections.abc import Iterable
from typing import Any

import diagrams

_LIBRARY: Any = diagrams  # which has no types

Record = dict[str, Any]
_LONGEST = 500
"""Characters of a message; an author's own may hold a whole document."""


def mistake(error: BaseException, path: str, names: Record) -> Record:
    """What went wrong, at which line of the module, and which names would have been there."""
    wrong = str(getattr(error, "name", "") or "")
    line = _line_of(error, path)
    record: Record = {"kind": type(error).__name__, "text": _text(error, path), "line": line, "wrong": wrong}
    record |= {"names": []}
    if isinstance(error, SyntaxError):
        return record
    if isinstance(error, ModuleNotFoundError):
        return record | {"names": _modules(), "elsewhere": _elsewhere(_imported(path, line), wrong)}
    if isinstance(error, ImportError):
        return record | _not_there(error)
    if isinstance(error, NameError):
        return record | {"names": _public(names), "elsewhere": _elsewhere(wrong, "")}
    if isinstance(error, AttributeError):
        return record | {"names": _public(dir(error.obj))}
    return record


def _line_of(error: BaseException, path: str) -> int:
    """The line of the module at which an error came up, or 0."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or 0
    lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    return lines[-1] if lines else 0


def _text(error: BaseException, path: str) -> str:
    """The message, cut, with the helper's name and line where it comes from one beside the module."""
    text = error.msg if isinstance(error, SyntaxError) and error.filename == path else _cut(_said(error))
    last = traceback.extract_tb(error.__traceback__)[-1:]
    if last and last[0].filename != path and os.path.dirname(last[0].filename) == os.path.dirname(path):
        return f"{text} ({os.path.basename(last[0].filename)}:{last[0].lineno})"
    return text


def _said(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "an error that cannot be told"


def _cut(text: str) -> str:
    """A text, not too long for a line on a screen."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _not_there(error: ImportError) -> Record:
    """For a name that a module of the library does not have: the names that it has, and where the name is."""
    wrong = getattr(error, "name_from", None) or str(error).partition("cannot import name '")[2].partition("'")[0]
    text = re.sub(r" \((/|[A-Z]:).*\)$| \(unknown location\)$", "", _cut(str(error)))
    home = error.name or ""
    try:
        names = _public(vars(importlib.import_module(home)))
    except Exception:
        names = []
    return {"names": names, "wrong": wrong, "text": text, "elsewhere": _elsewhere(wrong, home)}


def _public(names: Iterable[str]) -> list[str]:
    """The names that are meant for others, sorted."""
    return sorted(name for name in names if not name.startswith("_"))


def _modules() -> list[str]:
    """All modules of the library."""
    return ["diagrams", *sorted(module.name for module in pkgutil.walk_packages(_LIBRARY.__path__, "diagrams."))]


def _imported(path: str, line: int) -> str:
    """The first name of the `from … import` that stands on a line of a module, or nothing."""
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.lineno == line)
    return next((node.names[0].name for node in found), "")


def _elsewhere(wrong: str, home: str) -> list[str]:
    """Where the library has a class of this name, whatever its capitals; first at the provider that was asked for."""
    pattern = re.compile(rf"^(?:class (?={re.escape(wrong)}\()|(?={re.escape(wrong)} = ))(\w+)", re.M | re.I)
    root = pathlib.Path(_LIBRARY.__file__).parent
    found = set()
    for file in root.rglob("*.py") if wrong else ():
        name = ".".join(file.relative_to(root.parent).with_suffix("").parts).removesuffix(".__init__")
        found |= {f"{name}.{each}" for each in pattern.findall(file.read_text("utf-8"))}
    provider = f"{'.'.join(home.split('.')[:2])}."
    return sorted(found, key=lambda each: (not each.startswith(provider), not each.endswith(f".{wrong}"), each))
