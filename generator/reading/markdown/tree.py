"""From markdown-it's flat tokens to trees of elements.

paragraph_open, inline[text "Use ", code_inline "tmp"], paragraph_close
-> Element("paragraph", children=(Element("text", "Use "), Element("code", "tmp")))
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.model import Element
from generator.reading.markdown.html.html import has_html, nested_inlines
from generator.reading.markdown.html.tags import is_balanced
from generator.reading.markdown.parser import line_ends
from generator.reading.markdown.phrasing.emoji import with_emoji
from generator.reading.markdown.phrasing.formulas import mathml, tex
from generator.reading.markdown.phrasing.inlines import BREAKS, merged, trimmed

_Attributes = tuple[tuple[str, str | int | bool], ...]


@dataclass
class _OpenElement:
    """An element that is still open while its tokens go by."""

    kind: str
    attributes: _Attributes = ()
    line: int = 0
    children: list[Element] = field(default_factory=list)

    def close(self) -> Element:
        """The finished element."""
        return Element(self.kind, "", tuple(_signed(self.children)), self.attributes, self.line)


def _listed(token: Token) -> _Attributes:
    """Whether a list counts, and from where; a paragraph that is seen in it makes it loose."""
    return (("ordered", token.tag == "ol"), ("start", int(token.attrs.get("start", 1))), ("tight", True))


_OPENING: dict[str, tuple[str, Callable[[Token], _Attributes]]] = {
    "paragraph_open": ("paragraph", lambda token: ()),
    "heading_open": ("heading", lambda token: (("level", int(token.tag[1])),)),
    "bullet_list_open": ("list", _listed),
    "ordered_list_open": ("list", _listed),
    "list_item_open": ("item", lambda token: (("checked", token.meta["checked"]),) if "checked" in token.meta else ()),
    "blockquote_open": ("quote", lambda token: ()),
    "table_open": ("table", lambda token: ()),
    "tr_open": ("row", lambda token: ()),
    "th_open": ("cell", lambda token: (("align", str(token.attrs.get("style", "")).removeprefix("text-align:")),)),
    "td_open": ("cell", lambda token: ()),
    "em_open": ("emphasis", lambda token: ()),
    "strong_open": ("strong", lambda token: ()),
    "s_open": ("strike", lambda token: ()),
    "link_open": ("link", lambda token: (("href", str(token.attrs["href"])),)),
    "footnote_reference_open": ("footnote", lambda token: (("label", token.meta["label"]),)),
}
"""Tokens that hold others, and what becomes of them; thead and tbody leave their rows to the table.

`_finished` moves the alignment of the head's cells to the table.
"""

_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\] *", re.IGNORECASE)
_WORDS = ("math", "code")
"""Leaves that stand in a line; one that is a block of its own becomes a paragraph."""

_LEAVES: dict[str, Callable[[Token, int], Element]] = {
    "text": lambda token, line: Element("text", token.content, line=line),
    "code_inline": lambda token, line: Element("code", token.content, line=line),
    "softbreak": lambda token, line: Element("soft_break", line=line),
    "hardbreak": lambda token, line: Element("line_break", line=line),
    "image": lambda token, line: Element("image", _alternative(token), (), (("src", str(token.attrs["src"])),), line),
    "fence": lambda token, line: _code_block(token, line),
    "code_block": lambda token, line: _code_block(token, line),
    "hr": lambda token, line: Element("rule", line=line),
    "html_block": lambda token, line: Element("html", token.content, line=line),
    "math_block": lambda token, line: _math(token.content, True, line),
    "math_inline": lambda token, line: _math(token.content, False, line),
    "math_inline_double": lambda token, line: _math(token.content, True, line),
    "footnote_ref": lambda token, line: Element("footnote_reference", "", (), (("label", token.meta["label"]),), line),
    "html_inline": lambda token, line: Element("html", token.content, line=line),
}
"""Tokens that hold no others."""


def elements(tokens: Iterable[Token], first_line: int = 0) -> tuple[Element, ...]:
    """The block elements of a run of tokens; lines are counted from `first_line` of the parsed text.

    Tabs in code inside lists and quotes become spaces: how wide they are depends on what stands before them.
    """
    stack = [_OpenElement("root")]
    for token in tokens:
        line = (token.map[0] if token.map else stack[-1].line + first_line) - first_line
        if token.type in _OPENING:
            kind, attributes = _OPENING[token.type]
            stack.append(_OpenElement(kind, attributes(token), line))
        elif token.type == "inline":
            words = inlines(token.children or (), line)
            stack[-1].children.extend(one_line(words) if stack[-1].kind == "heading" else words)
        elif token.type in _LEAVES:
            leaf = _LEAVES[token.type](token, line)
            leaf = leaf if len(stack) == 1 else leaf.but(text=leaf.text.expandtabs(4))
            stack[-1].children.append(leaf if leaf.kind not in _WORDS else Element("paragraph", "", (leaf,), (), line))
        elif token.nesting < 0 and token.type.replace("_close", "_open") in _OPENING:
            stack[-2].children.append(_finished(stack.pop()))
        if token.type == "paragraph_open" and not token.hidden and len(stack) > 2 and stack[-2].kind == "item":
            stack[-3].attributes = (*stack[-3].attributes[:2], ("tight", False))
    return tuple(stack[0].children)


def inlines(tokens: Iterable[Token], line: int) -> tuple[Element, ...]:
    """The inline elements of a paragraph that begins on a line."""
    stack, has_tags = [_OpenElement("root", (), line)], False
    for token in tokens:
        if token.type in _OPENING:
            kind, attributes = _OPENING[token.type]
            stack.append(_OpenElement(kind, attributes(token), line))
        elif token.type in _LEAVES:
            leaf = _LEAVES[token.type](token, line)
            has_tags = has_tags or leaf.kind == "html"
            before = stack[-1].children
            if leaf.kind in BREAKS and before and before[-1].kind == "text" and before[-1].text.endswith(" "):
                before[-1] = before[-1].but(text=before[-1].text.rstrip(" "))  # the parser keeps one behind a backslash
            before.append(leaf)
        else:
            stack[-2].children.append(stack.pop().close())
        line += line_ends(token)
    words = tuple(_signed(stack[0].children))
    return trimmed(nested_inlines(words)) if has_tags and is_balanced(words) else words


def one_line(elements: Iterable[Element]) -> tuple[Element, ...]:
    """The words of a heading, which may be underlined and so have several lines, in one."""
    elements = tuple(elements)
    if any(each.kind == "footnote_reference" for each in elements):
        elements = trimmed(tuple(each for each in elements if each.kind != "footnote_reference"))
    if has_html(elements):
        elements = trimmed(nested_inlines(elements))
    joined = (
        each.but(kind="text", text=" ") if each.kind in BREAKS else each.but(children=one_line(each.children))
        for each in elements
    )
    return tuple(merged(joined))


def _finished(frame: _OpenElement) -> Element:
    """The element, with the attributes that are known only at its end."""
    if frame.kind == "quote":
        return _alert(frame.close())
    if frame.kind == "table":
        head, *rows = frame.children
        frame.attributes = (("align", ",".join(str(cell.get("align")) for cell in head.children)),)
        frame.children = [head.but(children=tuple(cell.but(attributes=()) for cell in head.children)), *rows]
    return frame.close()


def _alert(quote: Element) -> Element:
    """A quotation, or the alert that GitHub makes of one whose first line says so."""
    first = quote.children[0] if quote.children else quote
    words = first.children if first.kind == "paragraph" else ()
    mark = _ALERT.fullmatch(words[0].text) if words and words[0].kind == "text" else None
    if not mark or (len(words) > 1 and words[1].kind not in BREAKS) or len(words) + len(quote.children) == 2:
        return quote
    rest = (first.but(children=words[2:]),) if len(words) > 2 else ()
    return quote.but(kind="alert", children=(*rest, *quote.children[1:]), attributes=(("sort", mark[1].lower()),))


def _signed(children: Iterable[Element]) -> Iterable[Element]:
    """Neighbouring texts as one, with emoji for their names."""
    return (
        each.but(text=with_emoji(each.text)) if each.kind == "text" and ":" in each.text else each
        for each in merged(children)
    )


def _math(source: str, display: bool, line: int) -> Element:
    """A formula; where it cannot be set, of which `flaws` tells, code with its dollars."""
    if made := mathml(tex(source), display):
        return Element("math", tex(source), (), (("display", display), ("mathml", made)), line)
    return Element("code", f"{'$' * (1 + display)}{source.strip()}{'$' * (1 + display)}", line=line)


def _code_block(token: Token, line: int) -> Element:
    """Code without the line end that closes its last line, or a formula in a fence."""
    language = (token.info.split() or [""])[0]
    if language == "math":
        return _math(token.content, True, line)
    return Element("code_block", token.content.removesuffix("\n"), (), (("language", language),), line)


def _alternative(token: Token) -> str:
    """The words of an image's alternative text, its marks dropped."""
    said, inner = {"softbreak": " ", "hardbreak": " "}, token.children or ()
    return "".join(_alternative(each) if each.type == "image" else said.get(each.type, each.content) for each in inner)
