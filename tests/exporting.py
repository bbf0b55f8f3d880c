"""What the tests of exports share: the real bank as a study, small banks from text, and text without its layout."""

import functools
from pathlib import Path

from generator import drawing, exports, linking, reading
from generator.assets import carry
from generator.model import Edition, Study, Term
from tests.conftest import ROOT, SERIES, drawing_alone

BANK = ROOT / "tests" / "data" / "question-bank-901-950.md"
DAY = 1_795_000_000
"""2026-11-18."""


def edition(
    timestamp: int = DAY,
    name: str = "System design",
    url: str = "https://example.org/bank/",
    identity: str = "System design",
) -> Edition:
    return Edition(name, url, "https://example.org/source", "4b955bc123", timestamp, identity)


@functools.cache
def real_study() -> Study:
    """Our fifty questions with all their diagrams."""
    bank, _ = linking.link(reading.read([BANK])[0])
    with drawing_alone() as cache:
        drawings, _ = drawing.draw(SERIES / "diagrams", bank, cache=cache)
    glossary = (Term("CDN", "Servers near the readers.", ("edge cache",)), Term("k8s", "", ("kubernetes",)))
    return Study(bank, edition(), drawings, {}, glossary)


def study_of(markdown: str, folder: Path, **changes: object) -> Study:
    """The study of a bank of one file, without diagrams."""
    path = folder / "bank.md"
    path.write_text(markdown, "utf-8")
    bank, pictures, _ = carry(reading.read([path])[0], [path])
    return Study(linking.link(bank)[0], edition(**changes), assets=pictures)  # type: ignore[arg-type]


def made(name: str, study: Study) -> bytes:
    """The file of a format that makes one."""
    ((_, data),) = exports.export(study, exports.wanted(study, names=[name]))
    return data


@functools.cache
def real(name: str) -> bytes:
    """The same for our own bank, made once."""
    return made(name, real_study())


def squeezed(text: str) -> str:
    """The text without spaces, line ends and places to break."""
    return "".join(text.replace("\u200b", "").split())
