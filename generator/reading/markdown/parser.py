"""The one Markdown parser of the project: text, as GitHub reads it, into markdown-it's tokens.

CommonMark with GitHub's tables, task lists, strikethrough and bare addresses. Of HTML only what GitHub shows is read as
such (tags.py): `<script>` and `List<Order>` alike are text that readers see and no browser runs.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath.index import math_block_dollar, math_inline_dollar
from mdit_py_plugins.footnote.index import footnote_def
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from generator.reading.markdown.dispatch import RULES, STOP, BlockRule, Chains, Rule, by_sign
from generator.reading.markdown.html.tags import is_markup
from generator.reading.markdown.phrasing.formulas import formula

MAX_NESTING = 50
"""markdown-it drops blocks that lie deeper; `flaws` reports what comes near."""
_PROTOCOLS = ("http", "https", "mailto", "xmpp")
_NOTE = re.compile(r"\[\^([^\s\[\]^]+)\](?!\()")
"""A reference to a footnote."""

_TAG_ALONE = re.compile(rf"{HTML_OPEN_CLOSE_TAG_STR}\s*$")


def tokens(text: str, references: Mapping[str, Any] | None = None) -> tuple[list[Token], dict[str, Any]]:
    """The tokens of a text, and the link definitions found in it.

    Definitions passed in (as this function returned them for other parts of the file) come first, as on GitHub.
    """
    environment: dict[str, Any] = {"references": dict(references or {})}
    return markdown().parse(text, environment), environment["references"]


@cache
def markdown() -> MarkdownIt:
    """The parser, made once a process."""
    options = {"html": True, "tasklists": True, "maxNesting": MAX_NESTING, "strikethrough_single_tilde": True}
    parser = MarkdownIt("commonmark", options)
    parser.enable(["table", "strikethrough"]).use(gfm_autolink_plugin)
    blocks = {rule.name: rule for rule in parser.block.ruler.__rules__}
    parser.block.ruler.at("reference", partial(_without_notes, blocks["reference"].fn), {"alt": []})
    html_block = blocks["html_block"]
    parser.block.ruler.at("html_block", partial(_allowed, html_block.fn), {"alt": html_block.alt})
    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    formulas = partial(_formula_block, math_block_dollar(allow_labels=False))
    parser.block.ruler.before(
        "fence", "math_block", formulas, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    rules = {rule.name: rule.fn for rule in parser.inline.ruler.__rules__}
    rules |= {name: partial(_counting, rules[name]) for name in ("backticks", "link", "image", "html_inline")}
    dollar = math_inline_dollar(allow_space=False, allow_digits=True, allow_double=True)  # digits: see `formula`
    rules |= {"dollar": partial(_counting, partial(formula, dollar)), "bracket": partial(_bracket, rules["link"])}
    rules["angle"] = partial(_angle, rules["autolink"], rules["html_inline"])
    rules |= {name: partial(_among_letters, rules[name]) for name in ("emphasis", "strikethrough")}
    rules["gfm_autolink_protocol"] = partial(_guarded, rules["gfm_autolink_protocol"])
    parser.inline.ruler.push("by_sign", partial(by_sign, {sign: rules[name] for sign, name in RULES.items()}))
    parser.inline.ruler.enableOnly(["text", "by_sign"])
    parser.inline.terminator_re = STOP
    parser.block.ruler = Chains(parser.block.ruler)
    return parser


def _without_notes(rule: BlockRule, state: StateBlock, begin: int, end: int, silent: bool) -> bool:
    """Let the rule for link definitions pass over footnotes, "[^1]: words", whose words would be lost."""
    return not state.src.startswith("[^", state.bMarks[begin] + state.tShift[begin]) and rule(state, begin, end, silent)


def _allowed(rule: BlockRule, state: StateBlock, begin: int, end: int, silent: bool) -> bool:
    """Let the rule for blocks of HTML work only on what may be shown; anything else is a paragraph.

    A line that is one tag, whichever it is, ends a table, as on GitHub, though not a paragraph.
    """
    place = state.bMarks[begin] + state.tShift[begin]
    if silent and state.parentType == "table" and state.src.startswith("<", place):
        line = state.src[place : state.eMarks[begin]]
        if _TAG_ALONE.match(line):
            return True
    return is_markup(state.src, place) and rule(state, begin, end, silent)


def _formula_block(rule: BlockRule, state: StateBlock, begin: int, end: int, silent: bool) -> bool:
    """Let the rule for formulas also say whether it would end a paragraph, which it does not know how to."""
    count, line = len(state.tokens), state.line
    found = state.src.startswith("$$", state.bMarks[begin] + state.tShift[begin]) and rule(state, begin, end, silent)
    if silent:
        del state.tokens[count:]
        state.line = line
    return found


def _angle(autolink: Rule, html: Rule, state: StateInline, silent: bool) -> bool:
    """What begins with an angle bracket: an address, or HTML that may be shown."""
    return autolink(state, silent) or (is_markup(state.src, state.pos) and html(state, silent))


def _bracket(link: Rule, state: StateInline, silent: bool) -> bool:
    """What begins with a square bracket: a link, or a reference to a footnote, wherever that is."""
    note = _NOTE.match(state.src, state.pos, state.posMax)
    if not note:
        return link(state, silent)
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": note[1]}
    state.pos = note.end()
    return True


def _among_letters(rule: Rule, state: StateInline, silent: bool) -> bool:
    """Let a rule for marks take symbols round them, such as emoji, for letters, as GitHub does."""
    source, begin, end = state.src, state.pos, state.pos + 1
    while source.startswith(source[begin], end):
        end += 1
    for place in (begin - 1, end):
        if place >= 0 and source[place : place + 1] > "\x7f" and unicodedata.category(source[place])[0] == "S":
            state.src = f"{state.src[:place]}a{state.src[place + 1 :]}"
    found = rule(state, silent)
    state.src = source
    return found


def _guarded(rule: Rule, state: StateInline, silent: bool) -> bool:
    """Let the rule for bare addresses work only where one may be, and show it no more of the line than it needs.

    Left to itself, it looks through all the text before each colon.
    """
    name = next((each for each in _PROTOCOLS if state.pending.endswith(each)), "")
    if silent or not name:
        return False
    if before := state.pending.removesuffix(name):
        state.pending = before
        state.pushPending()
        state.pending = name
    return rule(state, silent)


def _counting(rule: Rule, state: StateInline, silent: bool) -> bool:
    """Let a rule work and note, in its last token, line ends that it consumed without leaving a break token.

    Code spans, addresses and alternative texts may run over a line end; without the count, the lines of everything
    after them in the paragraph would be wrong.
    """
    before, start = len(state.tokens), state.pos
    if not rule(state, silent):
        return False
    if not silent and "\n" in state.src[start : state.pos]:
        seen = sum(line_ends(token) for token in state.tokens[before:])
        state.tokens[-1].meta = {"lines": state.src.count("\n", start, state.pos) - seen}
    return True


def line_ends(token: Token) -> int:
    """How many line ends of the source an inline token stands for."""
    breaks = int(token.type in ("softbreak", "hardbreak"))
    return breaks + int(token.meta.get("lines", 0)) if token.meta else breaks
