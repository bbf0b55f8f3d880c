"""The files that readers load are made from the modules that people edit, and from nothing older."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from generator.rendering import sheets

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "docs" / "assets"
MODULES = ASSETS / "javascripts"
SHEETS = ASSETS / "stylesheets"
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


def published() -> dict[str, bytes]:
    """The style sheets of docs/ as a site has them."""
    paths = {path.relative_to(ROOT / "docs").as_posix(): path for path in sorted(SHEETS.rglob("*.css"))}
    return dict(sheets.copied(paths))


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


def test_the_sheet_of_every_page_is_one_file() -> None:
    """It has the rules of all that it names, in that order, and those are not published beside it."""
    named = re.findall(r'@import "(.+)";', (SHEETS / "site.css").read_text("utf-8"))
    assert len(named) > 5
    site = published()
    whole = site["assets/stylesheets/site.css"].decode()
    assert "@import" not in whole
    assert "/*" not in whole
    rules = [re.sub(r"/\*.*?\*/", "", (SHEETS / name).read_text("utf-8"), flags=re.DOTALL) for name in named]
    places = [whole.index(max(text.splitlines(), key=len)) for text in rules]
    assert places == sorted(places)
    assert not {f"assets/stylesheets/{name}" for name in named} & set(site)


def test_a_sheet_keeps_what_is_no_comment_and_what_cannot_be_put_into_it(tmp_path: Path) -> None:
    text = '@import "gone.css";\n@import "b.css" print;\n/* a "word" */\np::after { content: "/* said */" }\n'
    (tmp_path / "site.css").write_text(text)
    (tmp_path / "b.css").write_text("b { top: 0 }")
    folder = "assets/stylesheets/"
    site = dict(sheets.copied({f"{folder}{name}": tmp_path / name for name in ("site.css", "b.css")}))
    assert site[f"{folder}site.css"].decode() == text.replace('/* a "word" */\n', "")
    assert site[f"{folder}b.css"] == b"b { top: 0 }"


def test_parts_of_a_sheet_name_no_file_by_a_path_of_their_own() -> None:
    """An address in a part in a folder would lead elsewhere once the part stands in the whole."""
    for path in (SHEETS / "pages").iterdir():
        assert "url(" not in path.read_text("utf-8"), path


def test_the_sheet_of_every_page_costs_little() -> None:
    assert len(gzip.compress(published()["assets/stylesheets/site.css"], 9)) < 7_700
