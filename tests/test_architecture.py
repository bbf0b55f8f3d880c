"""The shape of the code: imports run one way, rooms stay small, one module writes, one name is not hidden."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "generator").rglob("*.py"))

VALUES = {"problems", "model", "progress", "workers"}
PARTS = {"reading", "linking", "markup", "drawing", "pages", "search", "exports", "verifying", "checking"}
MAY_IMPORT = {
    "problems": set(),
    "cache": set(),
    "progress": set(),
    "workers": set(),
    "model": {"problems"},
    "markup": VALUES,
    "reading": VALUES,
    "linking": VALUES | {"markup"},
    "drawing": VALUES | {"cache", "markup"},
    "pages": VALUES | {"markup", "drawing"},
    "search": VALUES | {"markup", "drawing"},
    "exports": VALUES | {"markup", "drawing"},
    "verifying": VALUES | {"reading"},
    "checking": VALUES,
    "offline": VALUES | {"cache"},
    "rendering": VALUES | {"cache"},
    "writing": VALUES | {"cache"},
    "options": set(),
    "preparing": VALUES | PARTS | {"cache", "options"},
    "pipeline": VALUES | PARTS | {"cache", "options", "preparing", "rendering", "writing", "offline"},
    "authoring": VALUES | PARTS | {"options", "preparing", "writing"},
    "serving": VALUES | {"options", "pipeline"},
    "cli": VALUES | {"options", "pipeline", "authoring", "serving", "reading"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""Part of the generator -> the other parts it may know."""


def part_of(path: Path) -> str:
    """The room a module belongs to: the package's folder, or the module itself."""
    inside = path.relative_to(ROOT / "generator")
    return inside.parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """The rooms a module imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("generator.")}
    return found - {part_of(path)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    assert imported_parts(path) <= MAY_IMPORT[part_of(path)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rooms_stay_small(path: Path) -> None:
    """A module past 250 lines or a function past 40 asks for a better idea."""
    assert len(path.read_text("utf-8").splitlines()) <= 250
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is too long"


def test_the_librarys_name_is_not_hidden_by_our_folder() -> None:
    """diagrams/ is named like the library; with an __init__.py in it, `from diagrams import` would find ours."""
    assert not list((ROOT / "diagrams").rglob("__init__.py"))
    where = "import diagrams; print(diagrams.__file__)"
    done = subprocess.run([sys.executable, "-c", where], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "site-packages" in done.stdout


def test_no_lock_file_lacks_a_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            if "==" in line and not line.startswith((" ", "#")):
                assert "--hash=sha256:" in lines[number + 1], line
