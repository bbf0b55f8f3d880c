"""Blocks as Markdown, for both dialects: what differs between them stands in `Dialect`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.markup.html import html
from generator.model import Element

Href = Callable[[int], str]
SIMPLE = frozenset(("paragraph", "list"))


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a flavour of Markdown wants its blocks."""

    inlines: Callable[[Sequence[Element], Href, bool], str]
    """Inline elements as one or more lines; the flag stands for "in a table"."""
    heading: Callable[[Element, str], str]
    """A heading from its element and its finished words."""
    wide: bool
    """Contents of list items are indented by four columns, and blocks in them stand apart."""
    language: re.Pattern[str]
    """Languages that may stand behind a fence."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes blocks in one dialect."""

    dialect: Dialect
    href: Href

    def blocks(self, elements: Sequence[Element], tight: bool = False) -> str:
        """A run of blocks."""
        written = [self.block(each, place, elements) for place, each in enumerate(elements)]
        out = "".join(text + self.gap(*pair, tight) for text, pair in zip(written, pairwise(elements), strict=False))
        return out + (written[-1] if written else "")

    def gap(self, above: Element, below: Element, tight: bool) -> str:
        """What stands between two blocks."""
        if self.dialect.wide and above.kind == below.kind and above.kind in ("list", "quote"):
            return f"\n\n{APART}\n\n"
        return "\n" if tight else "\n\n"

    def block(self, element: Element, place: int, siblings: Sequence[Element]) -> str:
        """One block."""
        match element.kind:
            case "list":
                return self.list(element, same_lists_above(place, siblings) % 2 == 1)
            case "quote":
                return prefixed(self.blocks(element.children), "> ")
            case "code_block":
                return self.code(element)
            case "table":
                return self.table(element)
            case "rule":
                return "___"
            case "details" | "division":
                return html((element,), self.href)
            case "heading":
                words = self.dialect.inlines(element.children, self.href, False)
                return self.dialect.heading(element, words.replace("\n", " "))
            case _:
                return self.dialect.inlines(element.children, self.href, False)

    def list(self, element: Element, other: bool) -> str:
        """A list; with other marks than the one right above it."""
        tight = is_simple(element) if self.dialect.wide else bool(element.get("tight")) and has_words(element)
        first = int(element.get("start", 1))
        items = []
        for number, item in enumerate(element.children, first):
            mark = (
                f"{number}{')' if other and not self.dialect.wide else '.'}" if element.get("ordered") else "*-"[other]
            )
            items.append(self.item(item, mark, tight))
        return ("\n" if tight else "\n\n").join(items)

    def item(self, item: Element, mark: str, tight: bool) -> str:
        """A list item."""
        width = 4 if self.dialect.wide else len(mark) + 1
        lead = mark.ljust(width) if len(mark) < width else mark + " "
        inner = self.blocks(item.children, tight)
        if self.dialect.wide and (not item.children or item.children[0].kind != "paragraph"):
            inner = APART + ("\n\n" if inner else "") + inner
        return lead + tick(item, self.dialect.wide) + indented(inner, width) if inner else lead.rstrip()

    def code(self, element: Element) -> str:
        """A fenced code block."""
        language = str(element.get("language"))
        known = language if self.dialect.language.fullmatch(language) else ""
        mark = "~" if "`" in known else "`"
        fence = mark * max(3, 1 + max((len(run) for run in re.findall(f"{mark}+", element.text)), default=0))
        text = element.text.expandtabs(4) if self.dialect.wide else element.text
        return f"{fence}{known}\n{text}\n{fence}" if text else f"{fence}{known}\n{fence}"

    def table(self, element: Element) -> str:
        """A table."""
        rows = [
            [self.dialect.inlines(cell.children, self.href, True) for cell in row.children] for row in element.children
        ]
        line = [ALIGN[each] for each in str(element.get("align")).split(",")]
        return "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], line, *rows[1:]])


APART = "<!-- -->"
"""Keeps neighbours apart in the dialect that would melt them into one."""
ALIGN = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def same_lists_above(place: int, siblings: Sequence[Element]) -> int:
    """How many lists of the same sort stand right above, without anything between."""
    count = 0
    while (
        place > count
        and siblings[place - count - 1].kind == "list"
        and (siblings[place - count - 1].get("ordered") == siblings[place].get("ordered"))
    ):
        count += 1
    return count


def has_words(element: Element) -> bool:
    """Whether a list holds paragraphs of its own; without any, nobody can see that it is tight."""
    return any(child.kind == "paragraph" for item in element.children for child in item.children)


def is_simple(element: Element) -> bool:
    """Whether a list is tight with all lists in it and holds nothing but paragraphs and lists."""
    return bool(element.get("tight")) and all(
        child.kind in SIMPLE and (child.kind != "list" or is_simple(child)) and (place or child.kind == "paragraph")
        for item in element.children
        for place, child in enumerate(item.children)
    )


def tick(item: Element, as_html: bool) -> str:
    """The box of a task, or nothing."""
    checked = item.get("checked", "")
    if checked == "":
        return ""
    if as_html:
        return f'<input type="checkbox" disabled{" checked" if checked else ""}> '
    return "[x] " if checked else "[ ] "


def prefixed(text: str, prefix: str) -> str:
    """The text with something before each line."""
    return "\n".join(prefix + line if line else prefix.rstrip() for line in text.split("\n"))


def indented(text: str, width: int) -> str:
    """The text with all lines but the first indented."""
    first, *rest = text.split("\n")
    return "\n".join([first, *((" " * width + line) if line else "" for line in rest)])
