"""A text as GitHub shows it, read by GitHub's own parser: not the one that made the page, so each checks the other.

reading("a **b** <kbd>c</kbd> List<T>")  ->  <p>a <strong>b</strong> <kbd>c</kbd> List&lt;T&gt;</p>, parsed
"""

import re
from html import escape

from cmarkgfm import cmark
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.reading.markdown.html.tags import ALLOWED

_OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES | cmark.Options.CMARK_OPT_SOURCEPOS
_EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist")
_TAG = re.compile(r"<(?=[?!](?!--))|</?([a-zA-Z][a-zA-Z0-9-]*)")
"""The beginning of a tag, or of what is neither tag nor comment."""
_OWN = ALLOWED | {"input", "section"}
"""With the tags that the parser itself writes, for tasks and footnotes."""
_MADE_UP = re.compile(r"(?<!\\)(?<!\]\()(?<!\]: )<(?:(?=[?!](?!--))|(?=/?([a-zA-Z][a-zA-Z0-9-]*)[\s/>]))")
"""The same in a text, but where a link's address may stand."""
_FORMULA = re.compile(
    r"(?<![^\W_])(?<![$\\`])\$(?:`[^$\n`]+`|(?!\s)[^$\n`]*(?<![\s\\$]))\$(?![^\W_]|[$`])"
    r"|^[ \t>]*\$\$(?:(?!\n[ \t]*(?:\n|`{3}|~{3}))[^$])+\$\$[ \t]*$",
    re.MULTILINE,
)
"""A formula, whose characters are no Markdown to GitHub."""
_SIGNS = {ord(sign): 0xF700 + ord(sign) for sign in "!&*<>[\\]_`~#+-"}
"""Characters, and what stands for them while the parser is at work."""
_HIDDEN = re.compile(f"[{''.join(map(chr, _SIGNS.values()))}]")


def reading(text: str) -> LexborNode | None:
    """The body of the page that GitHub would make of a text; tags that this site shows as text are text."""
    kept = _FORMULA.sub(lambda match: match[0].translate(_SIGNS), _MADE_UP.sub(_kept, text))
    html = cmark.markdown_to_html_with_extensions(kept, _OPTIONS, _EXTENSIONS)
    return LexborHTMLParser(_HIDDEN.sub(_again, _TAG.sub(_shown, html))).body


def _kept(match: re.Match[str]) -> str:
    """A bracket that begins no tag of this site, and so no block of HTML either."""
    return match[0] if (match[1] or "").lower() in ALLOWED else match[0].translate(_SIGNS)


def _again(match: re.Match[str]) -> str:
    """A character that was hidden from the parser."""
    return escape(chr(ord(match[0]) - 0xF700))


def _shown(match: re.Match[str]) -> str:
    name = (match[1] or "").lower()
    return match[0] if name in _OWN else f"&lt;{match[0][1:]}"


def line_of(node: LexborNode) -> int:
    """The line of the text on which a node begins, as far as the parser tells; else 0."""
    place: LexborNode | None = node
    while place is not None:
        if position := place.attributes.get("data-sourcepos"):
            return int(position.partition(":")[0])
        place = place.parent
    return 0
