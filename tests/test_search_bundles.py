"""The files that readers load are made from the modules that people edit, and from nothing older."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "docs" / "assets" / "javascripts"
APART = {"data.js", "dom.js", "search-in-page.js", "search-page.js", "search-shards.min.js"}


def sources(path: Path, seen: frozenset[Path] = frozenset()) -> frozenset[Path]:
    """A module and all that it imports at once, as the bundler sees them."""
    seen |= {path}
    for name in re.findall(r'^import[^"\n]*"(\./[^"]+|\.\./[^"]+)"', path.read_text("utf-8"), re.MULTILINE):
        target = (path.parent / name).resolve()
        if target not in seen and target.name not in APART:
            seen = sources(target, seen)
    return seen


@pytest.mark.parametrize("name", ["search", "search-worker", "search-shards"])
def test_bundles_are_made_from_the_modules_as_they_are(name: str):
    root = SCRIPTS.parents[2]
    paths = sorted(path.relative_to(root).as_posix() for path in sources(SCRIPTS / f"{name}.js"))
    made_from = hashlib.sha256(b"".join((root / path).read_bytes() for path in paths)).hexdigest()[:16]
    head = (SCRIPTS / f"{name}.min.js").read_text("utf-8")[:100]
    assert head.startswith(f"/* {made_from} "), "run `npm ci --ignore-scripts && npm run bundle`"


def test_the_first_result_costs_little():
    loaded = ("javascripts/search.min.js", "javascripts/search-worker.min.js", "stylesheets/search.css")
    assert sum(len(gzip.compress((SCRIPTS.parent / each).read_bytes(), 9)) for each in loaded) < 14_000
