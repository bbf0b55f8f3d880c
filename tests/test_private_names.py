"""One rule of privacy in all rooms: a leading underscore where no other file uses a name, and nowhere else."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

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


def used(path: Path) -> Iterator[str]:
    """Dotted names that a file uses: what it imports, and each attribute in it of what may be one."""
    nodes = list(ast.walk(tree_of(path)))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)} | texts
    for text in texts:  # as tests patch a name, and doors load what is wanted late
        yield from (text.replace(":", "."), f"{module_of(path.parent)}.{text}")
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            modules = {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            modules = {alias.name for alias in node.names}
        else:
            modules = set()
        yield from modules
        yield from (f"{module}.{name}" for module in modules for name in attributes)


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


@pytest.fixture(scope="module")
def uses() -> dict[str, set[Path]]:
    """Dotted name -> the files that use it."""
    found: dict[str, set[Path]] = {}
    for path in USERS:
        for name in used(path):
            found.setdefault(name, set()).add(path)
    return found


def handed_over(path: Path) -> set[str]:
    """Names that others find without importing them: commands by their decorators, plugins by their entry points."""
    decorated = {
        name for name, node in defined(tree_of(path)) if isinstance(node, ast.FunctionDef) and node.decorator_list
    }
    entries = re.findall(rf"\b{module_of(path)}:(\w+)", (ROOT / "pyproject.toml").read_text("utf-8"))
    return {*decorated, *entries}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_module_keeps_to_itself_has_an_underscore(path: Path, uses: dict[str, set[Path]]) -> None:
    names = list(defined(tree_of(path)))
    open_to_all = {name for name, _ in names if uses.get(f"{module_of(path)}.{name}", set()) - {path}} | handed_over(
        path
    )
    while more := {word for name, node in names if name in open_to_all for word in shown(node)} - open_to_all:
        open_to_all |= more
    assert {name for name, _ in names if not name.startswith("_")} - open_to_all == set()


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
