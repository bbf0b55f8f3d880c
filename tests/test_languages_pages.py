"""No page of a site in another language says a word of English that its author did not write."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.languages import tables
from tests.conftest import ROOT, generate

pytestmark = pytest.mark.slow

SETTINGS = """\
site_name: "1"
site_description: "1"
copyright: "1"
theme: {name: material}
"""
NAMED = ("aria-label", "aria-description", "title", "alt", "placeholder", "data-copy")
"""What readers hear or see of a tag itself."""
SIGNS = {"JSON", "KB", "PNG", "SVG", "September"}


def said(page: str) -> str:
    """All that a page says, scripts and code aside."""
    found = LexborHTMLParser(page)
    for node in found.css("script, style, code, pre"):
        node.decompose()

    def of(node: LexborNode) -> str:
        names = (node.attributes.get(name) or "" for name in NAMED)
        is_told = node.tag == "meta" and node.attributes.get("name") == "description"
        return " ".join((*names, (node.attributes.get("content") or "") if is_told else ""))

    body = found.root.text(separator=" ") if found.root else ""
    return " ".join((body, *map(of, found.css("*"))))


@pytest.mark.parametrize("language", ["de", "ja"])
def test_no_page_of_a_site_in_another_language_speaks_english(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Japanese any word in Latin letters would be seen, in German those that are in no German wording."""
    bank = Path(f"tests/data/languages/{language}.md").absolute()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    generate("build", "--bank", str(bank), "--out", "site", "--drafts", "--lang", language, folder=tmp_path)
    known = " ".join(said for forms in tables._flat(language).values() for said in tables.wordings(forms))
    own = set(re.findall(r"[A-Za-z]{2,}", f"{bank.read_text('utf-8')} {known}")) | SIGNS
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        english = [word for word in re.findall(r"[A-Za-z]{2,}", said(page.read_text("utf-8"))) if word not in own]
        assert english == [], page.name
