"""One rule of privacy in all rooms: a leading underscore where no other file uses a name, and nowhere else."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "generator").rglob("*.py"))
USERS = [*SOURCES, *(path for folder in ("bench", "tests", "tools") for path in (ROOT / folder).rglob("*.py"))]
Node = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


class Uses(NamedTuple):
    """What a file uses of others."""

    imported: set[str]
    """Dotted names: modules, and names in them."""
    names: set[str]
    """Attributes, of what may be a module."""
    texts: set[str]
    """Dotted names in quotes: tests patch what they say, and doors load what is wanted late."""


def uses_of(path: Path) -> Uses:
    nodes = list(ast.walk(tree_of(path)))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    imported = {
        f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    imported |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    room = module_of(path.parent)
    return Uses(
        imported, attributes | texts, {text.replace(":", ".") for text in texts} | {f"{room}.{t}" for t in texts}
    )


def elsewhere(path: Path, every: Mapping[Path, Uses]) -> set[str]:
    """The names of a module that other files use."""
    module = module_of(path)
    names = {name for name, _ in defined(tree_of(path))}
    found = set()
    for other, uses in every.items():
        if other != path:
            found |= names & uses.names if module in uses.imported else set()
            found |= {name for name in names if f"{module}.{name}" in uses.imported or f"{module}.{name}" in uses.texts}
    return found


def defined(tree: ast.Module) -> Iterator[tuple[str, Node]]:
    """The names at a module's top level."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (
                (each.id, node) for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)
            )


def shown(node: Node) -> set[str]:
    """Names in a signature: of parameters, results, fields, bases, and of an alias of a type."""
    if isinstance(node, ast.FunctionDef):
        arguments = [each.annotation for each in ast.walk(node.args) if isinstance(each, ast.arg)]
        kept: list[ast.AST | None] = [node.returns, *arguments]
    elif isinstance(node, ast.ClassDef):
        inner = [each for each in node.body if isinstance(each, Node)]
        return set().union(words(node.bases), *map(shown, inner))
    else:
        kept = [node.annotation if isinstance(node, ast.AnnAssign) else node.value]
    return words(kept)


def words(nodes: list[ast.AST | None] | list[ast.expr]) -> set[str]:
    inner = [each for node in nodes if node for each in ast.walk(node)]
    names = {each.id for each in inner if isinstance(each, ast.Name)}
    quoted = [each.value for each in inner if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return names | {word for text in quoted for word in re.findall(r"\w+", text)}


def handed_over(path: Path) -> set[str]:
    """Names that others find without importing them: commands by their decorators, plugins by their entry points."""
    decorated = {
        name for name, node in defined(tree_of(path)) if isinstance(node, ast.FunctionDef) and node.decorator_list
    }
    entries = re.findall(rf"\b{module_of(path)}:(\w+)", (ROOT / "pyproject.toml").read_text("utf-8"))
    return {*decorated, *entries}


def kept_open(path: Path, every: Mapping[Path, Uses]) -> set[str]:
    """Names without an underscore that no other file uses and no signature shows."""
    names = list(defined(tree_of(path)))
    wanted = elsewhere(path, every) | handed_over(path)
    while more := {word for name, node in names if name in wanted for word in shown(node)} - wanted:
        wanted |= more
    return {name for name, _ in names if not name.startswith("_")} - wanted


@pytest.mark.slow
def test_what_a_module_keeps_to_itself_has_an_underscore() -> None:
    every = {path: uses_of(path) for path in USERS}
    found = {path.relative_to(ROOT).as_posix(): kept_open(path, every) for path in SOURCES}
    assert {path: names for path, names in found.items() if names} == {}


def test_no_module_takes_what_another_keeps_to_itself() -> None:
    taken = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {alias.name}"
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name.startswith("_")
    ]
    assert taken == []
