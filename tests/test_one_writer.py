"""Only one module writes files: whole or not at all, and nothing that no build wrote is replaced or deleted."""

import ast
from collections.abc import Iterator

from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
METHODS = frozenset(
    ("write_bytes", "write_text", "unlink", "rename", "rmdir", "mkdir", "touch", "symlink_to", "hardlink_to", "chmod")
)
"""Methods of paths that change what is on the disk; `replace` with one argument is another."""
MODULES = frozenset(("os", "shutil", "tempfile"))
CHANGING = METHODS | frozenset(
    ("remove", "removedirs", "renames", "replace", "makedirs", "link", "symlink", "truncate", "rmtree", "copy", "copy2",
     "copyfile", "copytree", "move", "mkstemp", "mkdtemp", "TemporaryDirectory", "NamedTemporaryFile", "TemporaryFile")
)  # fmt: skip
"""Functions of those modules that do."""

EXCEPTIONS = {
    "files/writing.py": "the one writer",
    "files/swapping.py": "its other half: changes places with the old site and clears it away",
    "files/cache.py": "forgets entries that were made long ago",
    "drawing/modules/loading.py": "lends the process that runs authors' modules a folder that goes with it",
    "exports/book/typesetting.py": "lends the typesetter a folder that goes with it",
    "running/": "runs in that process, within bounds of its own, and imports nothing of ours",
}


def is_change(call: ast.Call) -> bool:
    """Whether a call opens a file to write, or changes one in another way."""
    function = call.func
    if isinstance(function, ast.Name):
        return function.id == "open" and writes(call.args[1:2], call)
    if not isinstance(function, ast.Attribute):
        return False
    if isinstance(function.value, ast.Name) and function.value.id in MODULES:
        if function.attr in ("open", "fdopen"):
            return "O_CREAT" in ast.unparse(call) or "O_RDWR" in ast.unparse(call) or writes(call.args[1:2], call)
        return function.attr in CHANGING
    if function.attr == "open":
        return writes(call.args[:1], call)
    return function.attr in METHODS or (function.attr == "replace" and is_one(call))


def is_one(call: ast.Call) -> bool:
    """Whether a call has a single argument, as the `replace` of a path has, and that of a text has not."""
    return len(call.args) == 1 and not call.keywords and not isinstance(call.args[0], ast.Starred)


def writes(given: list[ast.expr], call: ast.Call) -> bool:
    """Whether the mode of an opened file, in its place or by its name, is one for writing."""
    modes = [ast.unparse(each) for each in (*given, *(word.value for word in call.keywords if word.arg == "mode"))]
    return any(not set("wax+").isdisjoint(mode.strip("'")) for mode in modes if mode.startswith("'"))


def changes(source: str) -> Iterator[int]:
    """The lines of a module on which something on the disk is changed."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and is_change(node):
            yield node.lineno


def test_only_the_writer_writes() -> None:
    found = {
        f"{path.relative_to(GENERATOR).as_posix()}:{line}"
        for path in GENERATOR.rglob("*.py")
        if "starter" not in path.parts
        for line in changes(path.read_text("utf-8"))
    }
    assert sorted(each for each in found if not each.startswith(tuple(EXCEPTIONS))) == []
    assert all(any(each.startswith(name) for each in found) for name in EXCEPTIONS), "an exception that nobody needs"


def test_each_way_to_write_is_seen() -> None:
    lines = (
        'open("a", "w")', 'path.open("ab")', 'open("a", mode="x")', 'os.fdopen(1, "r+")', 'path.write_text("")',
        "path.replace(other)", "os.unlink(path)", "shutil.rmtree(path)", "path.mkdir()",
    )  # fmt: skip
    assert list(changes("\n".join(lines))) == list(range(1, len(lines) + 1))
    assert not list(changes('open("w")\nopen("a", "rb")\ntext.replace("a", "b")\nreplace(element, text="")'))
