"""The files that readers load are made from the modules that people edit, and from nothing older."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
ENTRIES = {
    name.strip('"'): ASSETS / "javascripts" / entry
    for name, entry in re.findall(r'("[\w-]+"|\w+): "(\w+/[\w-]+\.js)"', (ROOT / "tools/bundle.mjs").read_text("utf-8"))
}
"""Bundle -> the module that it begins with."""


def sources(path: Path, seen: frozenset[Path] = frozenset()) -> frozenset[Path]:
    """A module and all that it imports at once, as the bundler sees them; what several parts share stays apart."""
    seen |= {path}
    for name in re.findall(r'^import[^"]*?"(\.{1,2}/[^"]+)"', path.read_text("utf-8"), re.MULTILINE):
        target = (path.parent / name).resolve()
        if target not in seen and target.parent.name != "shared":
            seen = sources(target, seen)
    return seen


def test_bundles_stand_in_one_place_and_are_all_known() -> None:
    assert {path.stem for path in (ASSETS / "bundles").iterdir()} == set(ENTRIES)
    assert not list((ASSETS / "javascripts").rglob("*.min.*"))


@pytest.mark.parametrize("name", ENTRIES)
def test_bundles_are_made_from_the_modules_as_they_are(name: str) -> None:
    paths = sorted(path.relative_to(ROOT).as_posix() for path in sources(ENTRIES[name]))
    made_from = hashlib.sha256(b"".join((ROOT / path).read_bytes() for path in paths)).hexdigest()[:16]
    head = (ASSETS / "bundles" / f"{name}.js").read_text("utf-8")[:100]
    assert head.startswith(f"/* {made_from} "), "run `npm ci --ignore-scripts && npm run bundle`"


def test_the_first_result_costs_little() -> None:
    loaded = ("bundles/search.js", "bundles/search-worker.js", "stylesheets/search/search.css")
    assert sum(len(gzip.compress((ASSETS / each).read_bytes(), 9)) for each in loaded) < 14_000
