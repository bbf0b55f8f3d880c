"""The files that readers load are made from the modules that people edit, and from nothing older."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
MODULES = ASSETS / "javascripts"
ENTRIES: dict[str, str] = json.loads((ROOT / "tools" / "bundles.json").read_text("utf-8"))
APART = re.compile(r"/(bundles|diagram|shared)/|/vendor/signature_pad|/search/(in-page|page)\.js$")


def sources(path: Path, seen: frozenset[Path] = frozenset()) -> frozenset[Path]:
    """A module and all that it imports, as the bundler sees them; what is shared stays apart."""
    seen |= {path}
    for name in re.findall(r'(?:\bfrom|\bimport)\s*\(?"(\.{1,2}/[^"]+)"', path.read_text("utf-8")):
        target = (path.parent / name).resolve()
        if target not in seen and not APART.search(target.as_posix()):
            seen |= sources(target, seen)
    return seen


def packed(*paths: str) -> int:
    """Bytes that go over the wire."""
    return sum(len(gzip.compress((ASSETS / path).read_bytes(), 9)) for path in paths)


def test_bundles_stand_in_one_place_and_none_is_left_over() -> None:
    assert {path.stem for path in (ASSETS / "bundles").iterdir()} == set(ENTRIES)
    assert not list(MODULES.rglob("*.min.*"))


@pytest.mark.parametrize("name", ENTRIES)
def test_bundles_are_made_from_the_modules_as_they_are(name: str) -> None:
    paths = sorted(path.relative_to(ROOT).as_posix() for path in sources(MODULES / ENTRIES[name]))
    made_from = hashlib.sha256(b"".join((ROOT / path).read_bytes() for path in paths)).hexdigest()[:16]
    head = (ASSETS / "bundles" / f"{name}.js").read_text("utf-8")[:100]
    assert head.startswith(f"/* {made_from} "), "run `npm ci --ignore-scripts && npm run bundle`"


def test_the_first_result_costs_little() -> None:
    assert packed("bundles/search.js", "bundles/search-worker.js", "stylesheets/search/search.css") < 14_750


@pytest.mark.parametrize("name", ["practice", "practice-ask", "paper"])
def test_practice_costs_little(name: str) -> None:
    """With FSRS, which is 6.6 KB of it."""
    assert packed(f"bundles/{name}.js") < 15_500


def test_a_question_page_gains_little_from_practice() -> None:
    assert packed("bundles/practice-recall.js") < 840
