"""YAML is read as its author means it, as large and as deep as it may be, and refused with its line."""

import pytest
import yaml

from generator import safe_yaml


def test_a_plain_text_of_the_largest_size_is_read_and_none_larger() -> None:
    largest = "a" * safe_yaml.LARGEST
    assert safe_yaml.load(largest) == safe_yaml.Node(1, largest)
    with pytest.raises(safe_yaml.Unreadable, match=r"^has 1,000,001 characters, 1,000,000 at most$") as refused:
        safe_yaml.load(largest + "a")
    assert refused.value.line == 0


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_values_nest_as_deep_as_they_may_and_no_deeper(opening: str, closing: str) -> None:
    depth = safe_yaml.DEEPEST - 1
    assert safe_yaml.load(opening * depth + "x" + closing * depth)
    with pytest.raises(safe_yaml.Unreadable, match=f"^lists are nested more than {safe_yaml.DEEPEST} deep$"):
        safe_yaml.load(opening * (depth + 1) + "x" + closing * (depth + 1))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: [\n", 3, "did not find expected node content"),
        ("\n\nb: '\x07'\n", 3, "control characters are not allowed"),
        ("\n\x07", 2, "control characters are not allowed"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here"),
        ("a: 1\na: 2\n", 2, "`a` is there already"),
        ("? [a]\n: b\n", 1, "the name before a colon is no text"),
        ("a: &x 1\nb: *x\n", 2, "*x repeats what stands elsewhere; write it out"),
        ("a:\n  !!int 1\n", 2, "the tag tag:yaml.org,2002:int is not read; take it away"),
    ],
)
def test_what_is_no_plain_yaml_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(safe_yaml.Unreadable) as refused:
        safe_yaml.load(text)
    assert (refused.value.line, refused.value.what, str(refused.value)) == (line, what, what)


def test_all_of_yaml_is_read_within_its_bounds() -> None:
    assert safe_yaml.whole("a: &x 1\nb: *x\nc: [no, 2.5]\n") == {"a": 1, "b": 1, "c": [False, 2.5]}
    assert safe_yaml.whole("a" * safe_yaml.LARGEST) == "a" * safe_yaml.LARGEST
    assert safe_yaml.whole("[" * 29 + "]" * 29)
    assert isinstance(safe_yaml.tree("a: b"), yaml.MappingNode)
    for text, line, what in (
        ("a: 1\nb: !mine x\n", 2, "could not determine a constructor"),
        ("a" * (safe_yaml.LARGEST + 1), 0, "has 1,000,001 characters"),
        ("[" * 30 + "]" * 30, 1, "lists are nested more than 30 deep"),
    ):
        with pytest.raises(safe_yaml.Unreadable, match=what) as refused:
            safe_yaml.whole(text)
        assert refused.value.line == line


@pytest.mark.parametrize("text", ["", "\n", "# only said\n"])
def test_an_empty_text_has_no_value(text: str) -> None:
    assert safe_yaml.load(text) is None
