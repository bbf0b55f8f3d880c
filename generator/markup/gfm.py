"""Elements as portable GitHub Markdown; reading it again gives the same elements."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.markup.html import html
from generator.markup.inlines import inlines
from generator.model import Element

Href = Callable[[int], str]
_CLOSING = re.compile(r"(?<=\s)#(?=#*\s*$)")
"""The first character of what would be taken for a heading's closing mark."""
_LANGUAGE = re.compile(r"\S*")
"""Languages that may stand behind a fence."""
_ALIGN = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def gfm(elements: Sequence[Element], href: Href) -> str:
    """Markdown as one would write it for GitHub."""
    return _GfmWriter(href).blocks(elements)


@dataclass(frozen=True, slots=True)
class _GfmWriter:
    """Writes blocks; references lead to `href(number)`."""

    href: Href

    def blocks(self, elements: Sequence[Element], tight: bool = False) -> str:
        """A run of blocks."""
        gap = "\n" if tight else "\n\n"
        return gap.join(self.block(each, place, elements) for place, each in enumerate(elements))

    def block(self, element: Element, place: int, siblings: Sequence[Element]) -> str:
        """One block."""
        match element.kind:
            case "list":
                return self.list(element, _same_lists_above(place, siblings) % 2 == 1)
            case "quote":
                return _prefixed(self.blocks(element.children), "> ")
            case "code_block":
                return self.code(element)
            case "table":
                return self.table(element)
            case "rule":
                return "___"
            case "details" | "division":
                return self.enclosed(element)
            case "alert":
                return _prefixed(f"[!{str(element.get('sort')).upper()}]\n{self.blocks(element.children)}", "> ")
            case "footnotes":
                notes = ((note.get("number"), self.blocks(note.children)) for note in element.children)
                return "\n\n".join(f"[^{number}]: {_indented(blocks, 4)}" for number, blocks in notes)
            case "heading":
                return self.heading(element)
            case _:
                return inlines(element.children, self.href, False)

    def enclosed(self, element: Element) -> str:
        """Blocks between tags of HTML."""
        if element.kind == "division":
            return f'<div align="{element.get("align")}">\n\n{self.blocks(element.children)}\n\n</div>'
        title, *inner = element.children
        opening = "<details open>" if element.get("open") else "<details>"
        return f"{opening}\n{html((title,), self.href)}\n\n{self.blocks(inner)}\n\n</details>"

    def heading(self, element: Element) -> str:
        """A heading at the level of its source."""
        words = _CLOSING.sub(r"\#", inlines(element.children, self.href, False).replace("\n", " "))
        return f"{'#' * int(element.get('level', 3))} {words}"

    def list(self, element: Element, other: bool) -> str:
        """A list; with other marks than the one right above it."""
        has_words = any(child.kind == "paragraph" for item in element.children for child in item.children)
        tight = bool(element.get("tight")) and has_words  # without any, nobody can see that it is
        first = int(element.get("start", 1))
        items = []
        for number, item in enumerate(element.children, first):
            mark = f"{number}{')' if other else '.'}" if element.get("ordered") else "*-"[other]
            items.append(self.item(item, mark, tight))
        return ("\n" if tight else "\n\n").join(items)

    def item(self, item: Element, mark: str, tight: bool) -> str:
        """A list item."""
        inner = self.blocks(item.children, tight)
        return f"{mark} {_tick(item)}{_indented(inner, len(mark) + 1)}" if inner else mark

    def code(self, element: Element) -> str:
        """A fenced code block."""
        language = str(element.get("language"))
        known = language if _LANGUAGE.fullmatch(language) else ""
        mark = "~" if "`" in known else "`"
        fence = mark * max(3, 1 + max((len(run) for run in re.findall(f"{mark}+", element.text)), default=0))
        return f"{fence}{known}\n{element.text}\n{fence}" if element.text else f"{fence}{known}\n{fence}"

    def table(self, element: Element) -> str:
        """A table; in HTML where it is more than Markdown can say."""
        if not _is_plain(element):
            return html((element,), self.href)
        rows = [[inlines(cell.children, self.href, True) for cell in row.children] for row in element.children]
        line = [_ALIGN[each] for each in str(element.get("align")).split(",")]
        return "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], line, *rows[1:]])


_BLOCKS = frozenset(("paragraph", "heading", "list", "quote", "code_block", "table", "rule", "details", "division"))


def _is_plain(table: Element) -> bool:
    """Whether each row of a table has as many cells, all of them words in line, below a head."""
    cells = [cell for row in table.children for cell in row.children]
    blocks = any(child.kind in _BLOCKS for cell in cells for child in cell.children)
    is_even = len({len(row.children) for row in table.children}) == 1
    return bool(table.get("head", True)) and is_even and not blocks and not any(cell.attributes for cell in cells)


def _same_lists_above(place: int, siblings: Sequence[Element]) -> int:
    """How many lists of the same sort stand right above, without anything between."""
    ordered = siblings[place].get("ordered")
    above = takewhile(lambda each: each.kind == "list" and each.get("ordered") == ordered, siblings[:place][::-1])
    return sum(1 for _ in above)


def _tick(item: Element) -> str:
    """The box of a task, or nothing."""
    checked = item.get("checked", "")
    return "" if checked == "" else "[x] " if checked else "[ ] "


def _prefixed(text: str, prefix: str) -> str:
    """The text with something before each line."""
    return "\n".join(prefix + line if line else prefix.rstrip() for line in text.split("\n"))


def _indented(text: str, width: int) -> str:
    """The text with all lines but the first indented."""
    first, *rest = text.split("\n")
    return "\n".join([first, *((" " * width + line) if line else "" for line in rest)])
