"""The gate of `build --verify`: a built page must show all that its source shows on GitHub.

Two independent ways from the file to what readers see are compared: source -> markdown-it's own HTML, and source ->
elements -> linked elements -> HTML -> page. Of both an `Outline` is taken: visible text, list items with their depth,
code blocks, tables, headings. A picture is seen by its words, or else by its name. What the page adds to the answer
carries `data-added` and does not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import Question, name_at
from generator.problems import Problem
from generator.reading.markdown.parser import markdown

INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "code",
        "del",
        "em",
        "i",
        "img",
        "input",
        "label",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
    )
)
"""Tags that put no space between words."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SHOWN = 40
"""Characters of a difference that a problem quotes."""


@dataclass
class Outline:
    """What readers see of an answer."""

    text: list[str] = field(default_factory=list)
    """Pieces of visible text; `words` joins them."""
    items: list[int] = field(default_factory=list)
    """The depth of each list item, from 1."""
    code: list[str] = field(default_factory=list)
    tables: list[list[str]] = field(default_factory=list)
    """The words of each cell, row by row; a slash ends a row. Rows without words do not count."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level and words."""

    @property
    def words(self) -> str:
        """All visible text, any run of white space one space."""
        return " ".join("".join(self.text).split())


def verify(question: Question, html: str) -> tuple[Problem, ...]:
    """What the built page of a question lost, or shows otherwise than its source."""
    answer = LexborHTMLParser(html).css_first("#answer")
    if answer is None:
        return (Problem(question.place, f'the page of {question.label} has no element with id="answer"'),)
    source = LexborHTMLParser(markdown().render(question.source))
    found = differences(outline(source.body), outline(answer))
    return tuple(Problem(question.answer_place, f"{question.label}: {what}") for what in found)


def differences(source: Outline, page: Outline) -> Iterator[str]:
    """What differs, in words; nothing where there is nothing to see in the source."""
    if not source.words:
        return
    if source.words != page.words:
        yield changed("the page's text", source.words, page.words)
    if source.items != page.items:
        yield f"list items of depth {source.items} became {page.items}"
    for name in ("code", "tables"):
        ours, theirs = getattr(source, name), getattr(page, name)
        if ours != theirs:
            yield changed(f"the page's {name}", *(" ".join(map(str, each)) for each in (ours, theirs)))
    if not same_headings(source.headings, page.headings):
        yield changed("the page's headings", *(str(each) for each in (source.headings, page.headings)))


def same_headings(source: list[tuple[int, str]], page: list[tuple[int, str]]) -> bool:
    """Whether the words are the same and no heading outranks one that it did not outrank before."""
    if [words for _, words in source] != [words for _, words in page]:
        return False
    levels = {(before, after) for (before, _), (after, _) in zip(source, page, strict=True)}
    return all((a - c) * (b - d) >= 0 for (a, b), (c, d) in combinations(levels, 2))


def changed(name: str, source: str, page: str) -> str:
    """The first place at which two texts differ."""
    pairs = zip(source, page, strict=False)
    place = next((place for place, (ours, theirs) in enumerate(pairs) if ours != theirs), min(len(source), len(page)))
    begin = max(0, place - SHOWN // 2)
    return f"{name} is not the source's: “{source[begin : place + SHOWN]}” became “{page[begin : place + SHOWN]}”"


def outline(root: LexborNode | None) -> Outline:
    """The outline of an HTML element."""
    found = Outline()
    if root is not None:
        collect(root, 0, found)
    return found


def collect(node: LexborNode, depth: int, found: Outline) -> None:
    """Add what stands inside a node; depth counts the list items round it."""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            found.text.append(child.text_content or "")
            continue
        attributes = child.attributes
        if "data-added" in attributes:
            continue
        if tag == "img":
            words = attributes.get("alt") or ""
            found.text.append(words if words.strip() else name_at(attributes.get("src") or ""))
        if tag == "li":
            found.items.append(depth + 1)
        element(child, tag, depth, found)


def element(node: LexborNode, tag: str, depth: int, found: Outline) -> None:
    """Add an element and what stands inside it."""
    edge = "" if tag in INLINE else " "
    found.text.append(edge)
    begin = len(found.text)
    if tag == "table":
        found.tables.append([])
    collect(node, depth + (tag == "li"), found)
    inner = "".join(found.text[begin:])
    if tag == "pre":
        found.code.append(code(inner))
    elif tag in HEADINGS:
        found.headings.append((int(tag[1]), " ".join(inner.split())))
    elif tag == "tr" and found.tables:
        cells = (child for child in node.iter() if child.tag in ("td", "th"))
        words = [" ".join(outline(cell).words.split()) for cell in cells]
        found.tables[-1] += [*words, "/"] if any(words) else []
    found.text.append(edge)


def code(text: str) -> str:
    """Code, as far as it can be seen: no white space at line ends or round it, tabs as wide as four columns."""
    return "\n".join(line.rstrip() for line in text.expandtabs(4).split("\n")).strip("\n")
