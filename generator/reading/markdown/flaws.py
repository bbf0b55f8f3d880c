"""What can be wrong inside a piece of Markdown, found on its tokens: fences, harmful links, boundless nesting."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from generator.problems import Place, Problem, Severity
from generator.reading.markdown.html.tags import nesting
from generator.reading.markdown.parser import MAX_NESTING, line_ends
from generator.reading.markdown.phrasing.formulas import mathml, tex
from generator.reading.sources.decoding import BIDI, CONTROL, named, turning

_DEEPEST = MAX_NESTING - 10
"""Levels of blocks or emphasis; a list in a list takes two."""

_HARMFUL = re.compile(
    r"(?:\]\(|\]:)\s*(?:<\s*)?(?P<scheme>javascript|vbscript|file|data)\s*:|<(?P<bare>javascript|vbscript):",
    re.IGNORECASE,
)
"""Text that would be a link if its address were harmless; the parser leaves it as text."""
_OPEN = re.compile(r"\]\((?:$|<?(?:https?://|[\w./-]+\.(?:md|png|jpe?g|gif|svg|webp)\b))")
"""Text that is no link though it begins like one; an address with its scheme is a link of its own."""
_BRACKET = re.compile(r"[\[\]]")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_HARMFUL_HTML = re.compile(r"\b(?:href|src)\s*=\s*[\"']?\s*(javascript|vbscript|file|data)\s*:", re.IGNORECASE)
_DEEPEST_HTML = 100
_FLATTEN = "nest it less deeply"


class Flaw(Struct, frozen=True):
    """A problem whose file is not known yet."""

    line: int
    """Counted from 0 at the beginning of the text."""
    what: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def below(self, line: int) -> "Flaw":
        """The same flaw in a text that holds this one from a line on."""
        return replace(self, line=self.line + line)

    def problem(self, file: str) -> Problem:
        """The problem in a file."""
        return Problem(Place(file, self.line + 1), self.what, self.hint, self.severity)


def flaws(stream: Sequence[Token], lines: Sequence[str]) -> Iterator[Flaw]:
    """What is wrong in some tokens; too deep emphasis is made plain text, so that nobody trips over it later."""
    if any("<" in line for line in lines):
        yield from _html_flaws(stream)
    for token in stream:
        line = token.map[0] if token.map else 0
        if token.type == "fence" and not is_closed(token, lines):
            yield Flaw(line, "this code fence is never closed", f"close it with {token.markup} on a line of its own")
        is_formula = token.type == "math_block" or (token.type == "fence" and token.info.split()[:1] == ["math"])
        if is_formula and not mathml(tex(token.content), True):
            yield _unset(line)
        if token.level >= _DEEPEST and token.nesting > 0:
            yield Flaw(line, f"lists or quotes are nested more than {_DEEPEST // 2} deep", _FLATTEN)
            return
        if token.children:
            yield from _inline_flaws(token, line)


def _unset(line: int) -> Flaw:
    """The warning about a formula that is shown as it was written."""
    what = "this formula cannot be set and is shown as it is written"
    return Flaw(line, what, "say it in plainer TeX, or put the dollar signs in backticks", Severity.WARNING)


def is_closed(fence: Token, lines: Sequence[str]) -> bool:
    """Whether the last line of a fence is its closing line."""
    begin, end = fence.map or (0, 0)
    last = lines[end - 1].lstrip(" \t>").rstrip()
    return end - begin > 1 and len(last) >= len(fence.markup) and not last.strip(fence.markup[0])


def _inline_flaws(token: Token, line: int) -> Iterator[Flaw]:
    """What is wrong in the words of one block."""
    children = token.children or []
    if max(child.level for child in children) > _DEEPEST:
        token.children = [Token("text", "", 0, content=token.content.replace("\n", " "))]
        yield Flaw(line, f"emphasis or links are nested more than {_DEEPEST} deep", _FLATTEN)
        return
    turned = _wrongly_turned(children) if "&" in token.content else ""
    for child in children:
        if child.type.startswith("math_") and not mathml(tex(child.content), child.type != "math_inline"):
            yield _unset(line)
        words = child.content if child.type == "text" else ""
        if ":" in words and (match := _HARMFUL.search(words)) and _is_meant(token.content):
            scheme = (match["scheme"] or match["bare"]).lower()
            what = f"a link to {scheme}: is harmful and is shown as text"
            yield Flaw(line, what, "link to a web page or take the link away")
        if "&" in token.content:
            yield from _entity_flaws(child, line, turned)
        if "](" in words and _OPEN.search(words) and "](" in _ESCAPED.sub("", token.content):
            yield Flaw(line, "this link is never closed", "end its address with )", Severity.WARNING)
        line += line_ends(child)


def _is_meant(source: str) -> bool:
    """Whether a harmful link is written in some text, and not a link that is escaped and so no link."""
    text = unescape(_ESCAPED.sub("", source))
    return any(match["bare"] or _is_open(text[: match.start()]) for match in _HARMFUL.finditer(text))


def _is_open(text: str) -> bool:
    """Whether a bracket is open at the end of some text."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
    return depth > 0


def _wrongly_turned(children: Sequence[Token]) -> str:
    """The characters among some inlines that turn text round or are not closed."""
    text = "".join(each.content for child in children for each in (child, *(child.children or ())))
    return "".join(text[offset] for offset, _ in turning(text)) if BIDI.search(text) else ""


def _entity_flaws(token: Token, line: int, turned: str) -> Iterator[Flaw]:
    """Characters that a file may not hold, written as entities and so not seen before."""
    for each in (token, *(token.children or ())):
        signs = CONTROL.findall(each.content) or [sign for sign in turned if sign in each.content]
        if each.type == "text" and signs:
            yield Flaw(line, f"the entity of invisible {named(signs[0])}", "delete it")


def _html_flaws(stream: Sequence[Token]) -> Iterator[Flaw]:
    """What is wrong with the HTML among some tokens."""
    deep = 0
    for token in stream:
        line = token.map[0] if token.map else 0
        for each in (token, *(token.children or ())):
            if each.type not in ("html_block", "html_inline"):
                line += line_ends(each)
                continue
            if each.content.lstrip().startswith("<!--") and "-->" not in each.content:
                yield Flaw(line, "this comment is never closed and hides what follows", "close it with -->")
            if match := _HARMFUL_HTML.search(unescape(each.content)):
                what = f"a link to {match[1].lower()}: is harmful and is left out"
                yield Flaw(line, what, "link to a web page or take the link away", Severity.WARNING)
            deep += nesting(each.content)
            if deep > _DEEPEST_HTML:
                yield Flaw(line, f"HTML is nested more than {_DEEPEST_HTML} deep", _FLATTEN)
                return
