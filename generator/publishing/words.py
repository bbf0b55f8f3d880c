"""Every visible word of a file of the bank must be on the site; what is left out on purpose has a name here.

front matter            speaks to other tools
the first title         the site may have a name of its own
files left out          a licence, how to contribute: the build names each
comment                 speaks to nobody
contents list           the site has its own
number, label           "Question 12:", "(Questions 1-10)", "Answer:" are said by the page in its own way
"""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import Element, is_elsewhere
from generator.problems import Place, Problem
from generator.publishing.github import line_of, reading
from generator.publishing.seen import HEADINGS, seen
from generator.reading.markdown.phrasing.emoji import with_emoji
from generator.reading.passages.patterns import LABEL, PLAIN_LEVEL, SHORT, question_start

_FRONT_MATTER = re.compile(r"\A(-{3}|\+{3})[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_ALERT = re.compile(
    r"^([ \t]*(?:>[ \t]*)+)\[!(?:note|tip|important|warning|caution)\][ \t]*$", re.IGNORECASE | re.MULTILINE
)
_FORMULA = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*math[ \t]*\n(.*?)\n\1\2[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_SAID = re.compile(r"questions?|q|q[0-9]+|[0-9]+", re.IGNORECASE)
"""Words of headings that a page says in its own way."""
_LABELS = 2
"""Words at the beginning of a block that may be its number."""
_BLOCKS = ("p", "li", "td", "th", "pre", "summary", "dt", "dd", "caption", "div", *sorted(HEADINGS))
_NAMED = 5
"""So many lost words are named."""


def tokens(text: str) -> list[str]:
    """The words of a text; punctuation does not count."""
    return _WORD.findall(text.casefold())


def as_shown(text: str) -> str:
    """A text as GitHub sees it past its parser: formulas of fences between dollars, alerts without their mark."""
    return _FORMULA.sub(r"\1$$\n\3\n\1$$", _ALERT.sub(r"\1", text))


def lost(file: str, text: str, pages: Iterable[str]) -> Iterator[Problem]:
    """The words of a file that none of its pages shows; pages are the HTML of what belongs to the file."""
    there = set(tokens(" ".join(seen(LexborHTMLParser(page).body).words for page in pages)))
    body = reading(as_shown(_FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), text)))
    title = body.css_first("h1") if body else None
    for node in _leaves(body) if body else ():
        if title is not None and node.mem_id == title.mem_id:
            continue
        shown = with_emoji(_own_words(node)).strip()
        begin = _label_words(node, shown)
        missing = [
            word
            for place, word in enumerate(tokens(shown))
            if word not in there and place >= begin and not _is_said(node, word, place)
        ]
        if missing:
            named = " ".join(missing[:_NAMED])
            yield Problem(Place(file, line_of(node)), f"these words are not on the site: {named}")


def _label_words(node: LexborNode, text: str) -> int:
    """How many words at the beginning of a block are the number of its question or the label of an answer."""
    lead = node.css_first("strong, b, em")
    bold = tokens(lead.text()) if lead is not None else []
    words = (Element("text", text),)
    start = question_start(words, 1) or question_start(words, PLAIN_LEVEL)
    label = LABEL.match(text) or SHORT.match(text)
    lengths = (start.length if start else 0, label.end() if label else 0)
    return max(len(bold) if tokens(text)[: len(bold)] == bold else 0, *(len(tokens(text[:end])) for end in lengths))


def _is_said(node: LexborNode, word: str, place: int) -> bool:
    """Whether a word is one that the page says in its own way."""
    return (node.tag in HEADINGS or place < _LABELS) and bool(_SAID.fullmatch(word))


def _leaves(node: LexborNode) -> Iterator[LexborNode]:
    """The innermost blocks below a node, without contents lists and what a parser adds to footnotes."""
    for child in node.iter():
        classes = child.attributes.get("class") or ""
        if _is_contents(child) or "footnote-backref" in classes:
            continue
        if child.tag in _BLOCKS:
            yield child
        yield from _leaves(child)


def _own_words(node: LexborNode) -> str:
    """The words of a block without those of blocks in it."""
    out = ""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            out += child.text_content or ""
        elif child.tag == "img":
            out += f" {child.attributes.get('alt') or ''} "
        elif child.tag in ("br", "rt"):
            out += f" {_own_words(child)} "
        elif child.tag not in (*_BLOCKS, "ul", "ol", "table", "section") and "footnote" not in (
            child.attributes.get("class") or ""
        ):
            out += _own_words(child)
    return out


def _is_contents(node: LexborNode) -> bool:
    """Whether a list is a list of what stands further down or in other files of the bank."""
    if node.tag not in ("ul", "ol"):
        return False
    items = [child for child in node.iter() if child.tag == "li"]
    links = [link for item in items if (link := item.css_first("a"))]
    inner = [link for link in links if not is_elsewhere(link.attributes.get("href") or "")]
    return len(items) > 1 and len(items) == len(links) == len(inner)
