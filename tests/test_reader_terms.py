"""Which words of an answer the glossary explains."""

import pytest

from generator.model import Element, Term
from generator.pages.fields.terms import explained, indexed

GLOSSARY = (
    Term("ACID", "all or nothing", ("atomicity",)),
    Term("C", "a language"),
    Term("CDN", "copies near the readers", ("content delivery network", "edge cache")),
    Term("Saga", "steps that can be undone", ("saga pattern", "Saga Pattern")),
    Term("k8s", "", ("Kubernetes",)),
)


def text(words: str) -> Element:
    """A paragraph of these words."""
    return Element("paragraph", children=(Element("text", words),))


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("Push it through a CDN.", ["CDN"]),
        ("An acid test of ACID", ["ACID"]),
        ("Atomicity first", ["Atomicity"]),
        ("The Saga Pattern, and a Saga", ["Saga Pattern"]),
        ("An Edge Cache, then a CDN", ["Edge Cache"]),
        ("CDN-less, CDNs, my_CDN", []),
        ("C++, C# and C-3PO", []),
        ("k8s or Kubernetes", []),
    ],
)
def test_words_are_found_as_they_are_written(words: str, mentions: list[str]) -> None:
    """Each term once, by whichever of its names comes first; abbreviations only in their own capitals."""
    assert [mention for mention, _, _ in explained([text(words)], indexed(GLOSSARY))] == mentions


def test_code_and_links_are_left_alone() -> None:
    """A word in code is a word of the code, and a link explains itself."""
    answer = (
        Element("paragraph", children=(Element("code", "CDN"),)),
        Element("code_block", "CDN"),
        Element("paragraph", children=(Element("link", children=(Element("text", "CDN"),)),)),
    )
    assert explained(answer, indexed(GLOSSARY)) == []
