"""The libraries that readers load are those that package.json names, at its versions, from this site."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = json.loads((ROOT / "package.json").read_text("utf-8"))
VENDOR = ROOT / "docs" / "assets" / "vendor"


def test_every_library_is_there_at_its_exact_version() -> None:
    """One file a library, with the version in its name and its licence above its text, and no other file."""
    expected = {f"{name.split('/')[-1]}-{PACKAGE['dependencies'][name]}.js": name for name in PACKAGE["vendored"]}
    assert {path.name for path in VENDOR.iterdir()} == {*expected, "NOTICES.txt"}
    for file, name in expected.items():
        head = (VENDOR / file).read_text("utf-8")[:3000]
        assert head.startswith(f"/*!\n{name} {PACKAGE['dependencies'][name]}\n")
        assert re.search(r"permission is hereby granted|apache license|redistribution", head, re.IGNORECASE), name


def test_versions_are_exact_and_locked() -> None:
    """No range, and the lock file says the same."""
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    for name, version in PACKAGE["dependencies"].items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
        assert lock["packages"][f"node_modules/{name}"]["version"] == version


def test_scripts_load_libraries_that_are_there() -> None:
    """An upgrade that forgets the line that loads the library is noticed here."""
    named = set()
    for script in (ROOT / "docs" / "assets" / "javascripts").rglob("*.js"):
        named |= set(re.findall(r"vendor/([\w.-]+\.js)", script.read_text("utf-8")))
    assert named
    assert named <= {path.name for path in VENDOR.iterdir()}
