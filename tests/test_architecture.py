"""The shape of the code: imports run one way, rooms stay small, one module writes, one name is not hidden."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "generator"
SOURCES = sorted(GENERATOR.rglob("*.py"))
SCRIPTS = ROOT / "docs" / "assets" / "javascripts"

HOUSE = {
    "__main__": "cli",
    "assets": "model problems",
    "cli": "commands files options pipeline problems reading",
    "commands": "drawing exports exports.shared files git jobs linking model options paths pipeline preparing problems "
    "reading settings",
    "drawing": "drawing.drafts drawing.forms drawing.icons drawing.layout drawing.layout.judging drawing.modules "
    "drawing.painting drawing.scene files jobs model paths problems running stemming suggestions",
    "drawing.drafts": "drawing.icons model problems",
    "drawing.forms": "drawing.forms.asides drawing.forms.lanes drawing.forms.layers drawing.forms.scale "
    "drawing.forms.sequence drawing.forms.shared drawing.forms.states drawing.forms.table drawing.forms.tree "
    "drawing.scene model problems suggestions",
    "drawing.forms.asides": "drawing.forms.shared drawing.scene model",
    "drawing.forms.lanes": "drawing.forms.shared drawing.scene model",
    "drawing.forms.layers": "drawing.forms.shared drawing.scene model",
    "drawing.forms.scale": "drawing.forms.shared drawing.scene model",
    "drawing.forms.sequence": "drawing.forms.shared drawing.scene model",
    "drawing.forms.shared": "drawing.scene model",
    "drawing.forms.states": "drawing.forms.shared drawing.scene model",
    "drawing.forms.table": "drawing.forms.shared drawing.scene model",
    "drawing.forms.tree": "drawing.forms.shared drawing.scene model",
    "drawing.icons": "files model suggestions",
    "drawing.layout": "drawing.layout.judging drawing.layout.tidying drawing.scene model",
    "drawing.layout.judging": "drawing.layout.tidying drawing.scene problems",
    "drawing.layout.tidying": "drawing.scene",
    "drawing.modules": "drawing.icons model problems suggestions",
    "drawing.painting": "drawing.forms drawing.forms.shared drawing.icons drawing.scene files model",
    "drawing.scene": "model",
    "exports": "exports.book exports.shared files model problems suggestions",
    "exports.anki": "exports.shared markup model",
    "exports.book": "exports.shared files linking markup model problems",
    "exports.data": "exports.shared markup model",
    "exports.epub": "exports.book exports.shared markup model",
    "exports.shared": "markup model",
    "files": "problems",
    "guests": "files model problems rendering settings",
    "jobs": "problems",
    "languages": "model problems safe_yaml suggestions",
    "linking": "model problems suggestions",
    "markup": "model",
    "model": "problems",
    "options": "paths",
    "pages": "jobs markup model pages.beside pages.fields problems",
    "pages.beside": "markup model pages.fields",
    "pages.fields": "markup model",
    "pipeline": "drawing exports files guests jobs model options preparing problems settings site",
    "plugin": "commands files guests options pipeline problems",
    "preparing": "assets drawing files git jobs languages linking markup model options paths problems reading search "
    "settings",
    "publishing": "files model problems reading.markdown.html reading.markdown.phrasing reading.passages "
    "reading.sources",
    "reading": "files model problems reading.choosing reading.markdown.html reading.passages reading.questions "
    "reading.sources",
    "reading.choosing": "model problems reading.markdown.phrasing reading.passages reading.shapes safe_yaml",
    "reading.markdown": "model problems reading.markdown.html reading.markdown.phrasing reading.sources",
    "reading.markdown.html": "model reading.markdown.phrasing reading.sources",
    "reading.markdown.phrasing": "model",
    "reading.passages": "jobs model reading.markdown reading.markdown.phrasing reading.sources",
    "reading.questions": "model problems reading.choosing reading.markdown.phrasing reading.passages reading.sections "
    "reading.shapes reading.sources",
    "reading.sections": "model problems reading.markdown reading.markdown.html reading.markdown.phrasing "
    "reading.passages reading.shapes",
    "reading.shapes": "model reading.markdown.phrasing reading.passages reading.sources",
    "reading.sources": "problems",
    "rendering": "files jobs model paths problems safe_yaml settings",
    "search": "markup model problems safe_yaml stemming",
    "settings": "git problems safe_yaml suggestions",
    "site": "drawing exports files guests jobs languages model options pages paths problems publishing rendering "
    "search settings",
}
"""Room -> the rooms that it imports from, no more and no less. A room is a folder, or a module beside the folders."""

SCRIPT_ROOMS = {
    "diagram": "shared",
    "offline": "shared",
    "paper": "practice progress shared",
    "practice": "diagram progress shared",
    "progress": "shared",
    "reading": "shared",
    "search": "search/engine shared",
    "selection": "shared",
    "site.js": "diagram offline paper practice progress reading search selection shared",
}
"""The same for the scripts of the pages, which stand in rooms by what the reader does."""


def room_of(name: str) -> str:
    """The innermost folder that holds a module, by its dotted name inside the generator; or the module itself."""
    parts = name.split(".")
    folders = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((folder for folder in folders if (GENERATOR / folder.replace(".", "/")).is_dir()), parts[0])


def imported(path: Path) -> Iterator[str]:
    """Dotted names, inside the generator, of the modules and packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
            outer = (node.module or "").split(".")[1:]
            for alias in node.names:
                inner = GENERATOR.joinpath(*outer, alias.name)
                is_module = inner.is_dir() or inner.with_suffix(".py").exists()
                yield ".".join((*outer, alias.name) if is_module else outer)
        elif isinstance(node, ast.Import):
            yield from (name.name.partition(".")[2] for name in node.names if name.name.startswith("generator."))


def house() -> dict[str, set[str]]:
    """Room -> the rooms that its modules import from, as the code has it."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        room = room_of(".".join(path.relative_to(GENERATOR).with_suffix("").parts).removesuffix(".__init__"))
        found.setdefault(room, set()).update(set(map(room_of, imported(path))) - {room})
    return {room: others for room, others in found.items() if others}


def test_rooms_import_just_what_the_table_says() -> None:
    assert house() == {room: set(others.split()) for room, others in HOUSE.items()}


def test_imports_run_one_way() -> None:
    """Rooms can be put in an order in which each knows only those before it."""
    TopologicalSorter({room: set(others.split()) for room, others in HOUSE.items()}).prepare()


def test_main_rooms_know_each_other_one_way() -> None:
    """The folders at the top, each with all that is in it, and the modules beside them, can be put in an order too."""
    top: dict[str, set[str]] = {}
    for room, others in HOUSE.items():
        first = room.partition(".")[0]
        top.setdefault(first, set()).update({other.partition(".")[0] for other in others.split()} - {first})
    order = list(TopologicalSorter(top).static_order())
    assert order.index("files") < order.index("reading") < order.index("publishing")


def mapped() -> list[str]:
    """The names that the map at the door of the house has, from the top."""
    text = (GENERATOR / "__init__.py").read_text("utf-8")
    return re.findall(r"^ {8}(\w+) ", text, re.MULTILINE)


def test_the_map_at_the_door_names_everything_once() -> None:
    there = {path.relative_to(GENERATOR).parts[0].removesuffix(".py") for path in SOURCES} - {"__init__"}
    assert sorted(mapped()) == sorted(there)


def test_each_name_of_the_map_knows_only_those_below_it() -> None:
    height = {name: place for place, name in enumerate(mapped())}
    for room, others in HOUSE.items():
        first = room.partition(".")[0]
        known = {other.partition(".")[0] for other in others.split()} - {first}
        assert [other for other in known if height[other] < height[first]] == [], room


def script_rooms() -> dict[str, set[str]]:
    """Room of scripts -> the rooms that its modules import from, at once or later; a bundle counts as its room."""

    def script_room(path: Path) -> str:
        """The folder of a script, as in "search/engine"; the name of one that stands in none."""
        inside = path.relative_to(SCRIPTS)
        return inside.parent.as_posix() if inside.parent.name else inside.name

    found: dict[str, set[str]] = {}
    for path in SCRIPTS.rglob("*.js"):
        room = script_room(path)
        for name in re.findall(r'(?:from|import)\s*\(?"(\.{1,2}/[^"]+)"', path.read_text("utf-8")):
            target = (path.parent / name).resolve()
            assert target.is_file(), f"{path.name} imports {name}, which is not there"
            if target.is_relative_to(SCRIPTS):
                found.setdefault(room, set()).add(script_room(target))
            elif target.parent.name == "bundles":
                found.setdefault(room, set()).add(target.stem.partition("-")[0])
    return {room: others - {room} for room, others in found.items() if others - {room}}


def test_rooms_of_scripts_import_just_what_the_table_says() -> None:
    assert script_rooms() == {room: set(others.split()) for room, others in SCRIPT_ROOMS.items()}
    TopologicalSorter(script_rooms()).prepare()


def test_folders_hold_about_a_dozen_modules() -> None:
    """Beside its door, `__init__.py`; a folder past that asks for rooms."""
    held = Counter(path.parent for path in SOURCES if path.name != "__init__.py")
    assert {folder.relative_to(ROOT).as_posix(): count for folder, count in held.items() if count > 13} == {}


@pytest.mark.parametrize("path", sorted(SCRIPTS.rglob("*.js")), ids=lambda path: path.name)
def test_scripts_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 250


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
