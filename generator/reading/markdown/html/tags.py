"""Which HTML a bank may hold: what GitHub shows of it. Everything else between angle brackets is text.

<kbd>Ctrl</kbd>   HTML
List<T>           text
<script>          text
<!-- … -->        nothing at all
"""

import re
from collections.abc import Iterable, Mapping

from generator.model import Element

_IN_LINE = """
a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark picture q rp rt ruby s samp small source span
strike strong sub sup time tt u var wbr
"""
_BLOCKS = """
blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary
table tbody td tfoot th thead tr ul
"""
INLINE = frozenset(_IN_LINE.split())
"""Elements that stand in a line."""
BLOCK = frozenset(_BLOCKS.split())
ALLOWED = INLINE | BLOCK
VOID = frozenset(("br", "col", "hr", "img", "source", "wbr"))
"""Elements that have no end."""
_ENDING = VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "rp", "rt"}
"""Elements that need not be ended."""
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset(("href",)),
    "img": frozenset(("src", "alt", "width", "height", "align")),
    "ol": frozenset(("start",)),
    "pre": frozenset(("lang",)),
    "details": frozenset(("open",)),
    "td": frozenset(("align", "colspan", "rowspan")),
    "th": frozenset(("align", "colspan", "rowspan")),
    **{name: frozenset(("align",)) for name in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table")},
}
"""What may stand in their tags and means something to us: no style, no script, no names."""
SCHEMES = frozenset(("http", "https", "mailto", "ftp", "xmpp", "irc", "tel"))

PLACE, LINE = "data-markdown-place", "data-markdown-line"
"""What we write into tags on the way; nothing of an author's may have such a name."""
_OURS = re.compile("data-markdown-", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
"""The beginning of a tag."""
_COMMENT = re.compile(r"<!---?>|<!--.*?(?:--!?>|\Z)", re.DOTALL)
"""A comment as browsers read it; `<!-->` is a whole one."""


def is_markup(text: str, place: int) -> bool:
    """Whether the bracket at a place begins a tag that is allowed, or a comment."""
    if text.startswith("<!--", place):
        return True
    tag = _TAG.match(text, place)
    return tag is not None and tag[2].lower() in ALLOWED


def cleared(raw: str, line: int) -> str:
    """A stretch of HTML without comments, those brackets escaped that begin no tag of ours, its line on each tag."""
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), _OURS.sub("data-", raw))

    def sign(match: re.Match[str]) -> str:
        tag = _TAG.match(text, match.start())
        if not tag or tag[2].lower() not in ALLOWED:
            return f"&lt;{match[0][1:]}"
        at = line + text.count("\n", 0, match.start())
        return match[0] if tag[1] else f'{match[0]} {LINE}="{at}" '

    return re.sub(r"</?(?:[a-zA-Z][a-zA-Z0-9-]*)?", sign, text)


def is_balanced(elements: Iterable[Element]) -> bool:
    """Whether all HTML among some inlines ends where it begins, and needs nothing of what stands around."""
    stack: list[str] = []
    for each in elements:
        tag = _TAG.match(each.text) if each.kind == "html" else None
        name = tag[2].lower() if tag else ""
        if each.children and not is_balanced(each.children):
            return False
        if not tag or name in VOID or (not tag[1] and each.text.endswith("/>")):
            continue
        if name not in INLINE or (tag[1] and (not stack or stack.pop() != name)):
            return False
        if not tag[1]:
            stack.append(name)
    return not stack


def nesting(raw: str) -> int:
    """By how many levels a stretch of HTML goes down; those are not counted that end by themselves."""
    tags = [match for match in _TAG.finditer(_COMMENT.sub("", raw)) if match[2].lower() in ALLOWED - _ENDING]
    return sum(-1 if tag[1] else 1 for tag in tags)
