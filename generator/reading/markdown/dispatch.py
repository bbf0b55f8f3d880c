"""Which of the parser's rules are asked at each place: those that may begin at the character there, and no others.

Left to itself, markdown-it asks all rules at each line and wherever it stops in one: reading a thousand questions takes
0.49 s of it, with fewer rules than ours, instead of 0.37 s.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

RULES = {
    "\n": "newline", "\\": "escape", "`": "backticks", "~": "strikethrough", "*": "emphasis", "_": "emphasis",
    "[": "bracket", "$": "dollar", "!": "image", "<": "angle", "&": "entity",
    "w": "gfm_autolink_www", ":": "gfm_autolink_protocol", "@": "gfm_autolink_email",
}  # fmt: skip
"""The one rule that may begin at each character."""
_FIRST_SIGNS = {
    "math_block": "$", "fence": "`~", "blockquote": ">", "hr": "*-_", "list": "*-+0123456789", "footnote_def": "[",
    "reference": "[", "html_block": "<", "heading": "#",
}  # fmt: skip
"""What a line begins with, behind its indentation, for a rule to work."""
STOP = re.compile(r"[\n\\`~*_\[\]!<&:@$]|w(?=ww\.)")

Rule = Callable[[StateInline, bool], bool]
BlockRule = Callable[[StateBlock, int, int, bool], bool]


class Chains(Ruler[Any]):
    """The rules for blocks; of those that need a character at a line's beginning, a line is shown only to its own."""

    def __init__(self, ruler: Ruler[Any]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        rules = [rule for rule in ruler.__rules__ if rule.enabled]
        names = {"", *(name for rule in rules for name in rule.alt)}
        self._chains = {
            name: list(_by_first_sign([(rule.name, rule.fn) for rule in rules if not name or name in rule.alt]))
            for name in names
        }

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - markdown-it calls them so
        """The rules that may end a block of some kind, or all."""
        return self._chains.get(chainName, [])


def _by_first_sign(rules: Iterable[tuple[str, BlockRule]]) -> Iterator[BlockRule]:
    """The rules in their order, neighbours that each need a character as one."""
    for need_sign, run in groupby(rules, lambda rule: rule[0] in _FIRST_SIGNS):
        if need_sign:
            some = list(run)
            signs = {sign for name, _ in some for sign in _FIRST_SIGNS[name]}
            yield partial(_at_sign, {sign: [fn for name, fn in some if sign in _FIRST_SIGNS[name]] for sign in signs})
        else:
            yield from (fn for _, fn in run)


def _at_sign(rules: Mapping[str, Sequence[BlockRule]], state: StateBlock, begin: int, end: int, silent: bool) -> bool:
    """Let the rules work that belong to the first character of a line."""
    place = state.bMarks[begin] + state.tShift[begin]
    for rule in rules.get(state.src[place : place + 1], ()):  # noqa: SIM110 - ten times for each line of a bank
        if rule(state, begin, end, silent):
            return True
    return False


def by_sign(rules: Mapping[str, Rule], state: StateInline, silent: bool) -> bool:
    """Let the rule work that belongs to the character at hand."""
    rule = rules.get(state.src[state.pos])
    return rule is not None and rule(state, silent)
