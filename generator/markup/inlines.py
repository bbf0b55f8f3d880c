"""Inline elements as portable GitHub Markdown."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Element

Href = Callable[[int], str]
_SPANS = frozenset(("emphasis", "strong"))
_SIGNS = re.compile(r"\\|`|\*|\[|\]|<|~|&(?=#?\w+;)|_(?<![^\W_]_)|_(?![^\W_])")
"""What would mean something. Each choice begins with its character, not with a look back: so a search skips others."""
_DOLLAR = re.compile(r"(?<![\w$])\$(?=\$|[^\s$](?:[^$]*[^\s$])?\$(?!\w))")
"""What would begin a formula."""
_FIRST = re.compile(r"( *)(?:([>|]|#(?=#{0,5}(?:\s|$))|[+-](?=[\s:|+-]|$)|=(?==*\s*$)|:(?=-))|(\d+)(?=[.)]))")
_ADDRESS = re.compile(
    r":(?<=\bhttp:)|:(?<=\bhttps:)|:(?<=\bftp:)|:(?<=\bmailto:)|:(?<=\bxmpp:)|\.(?<=\bwww\.)|@(?<=\w@)(?=\w)"
)
"""The character that makes an address of the words round it."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What an inline element stands in."""

    odd: bool = False
    """Whether emphasis takes the underscore."""
    linked: bool = False
    """Whether it is a link, where nothing else becomes one."""
    edges: tuple[bool, bool] = (False, False)
    """Whether it is emphasis with a letter or digit right before it, and right behind it."""


def inlines(elements: Sequence[Element], href: Href, in_table: bool) -> str:
    """Inline elements; one line in a table."""
    words = _contents(elements, href, _Around())
    words = "\n".join(map(_begun, words.split("\n")))
    return words.replace("|", "\\|").replace("\\\n", "<br>") if in_table else words


def _begun(line: str) -> str:
    """A line, at whose beginning nothing means anything."""
    sign = _FIRST.match(line)
    if not sign:
        return line
    return sign[1] + (f"\\{sign[2]}" if sign[2] else f"{sign[3]}\\") + line[sign.end() :]


def _contents(elements: Sequence[Element], href: Href, around: _Around) -> str:
    """Inline elements, without care for the beginnings of lines; emphasis inside or beside another takes its mark."""
    if _SPANS.isdisjoint([each.kind for each in elements]):
        return "".join([_RENDER[each.kind](each, href, around) for each in elements])
    inside = _surroundings(elements, around)
    return "".join([_RENDER[each.kind](each, href, here) for each, here in zip(elements, inside, strict=True)])


def _surroundings(elements: Sequence[Element], around: _Around) -> Iterator[_Around]:
    """For each element, what it stands in; the kinds of emphasis that stand side by side are looked at together."""
    for are_spans, places in groupby(range(len(elements)), lambda place: elements[place].kind in _SPANS):
        if not are_spans:
            yield from (around for _ in places)
            continue
        run = [(place, _touches(elements, place)) for place in places]
        begin = len(run) - 1 if any(run[-1][1]) else 0
        for step, (place, edges) in enumerate(run):
            odd = around.odd ^ ((step - begin) % 2 == 1)
            if (place == 0 and around.edges[0]) or (place == len(elements) - 1 and around.edges[1]):
                odd = not around.odd  # beside a word, this mark and the outer one count only as one run
            yield _Around(odd and not any(edges), around.linked, edges)


def _touches(elements: Sequence[Element], place: int) -> tuple[bool, bool]:
    """Whether right before and right behind an element stands a letter or digit, where an underscore is no mark."""
    before = elements[place - 1].text if place else ""
    after = elements[place + 1].text if place + 1 < len(elements) else ""
    return before[-1:].isalnum(), after[:1].isalnum()


def _escaped(sign: re.Match[str]) -> str:
    """A character without its meaning; as a function, for a template is taken apart anew in each text."""
    return "\\" + sign[0]


def _text(element: Element, href: Href, around: _Around) -> str:
    """Text, with the characters escaped that would mean something."""
    words = _SIGNS.sub(_escaped, element.text)
    words = _DOLLAR.sub(_escaped, words) if "$" in words else words
    return words if around.linked else _ADDRESS.sub(_escaped, words)


def _code(element: Element, href: Href, around: _Around) -> str:
    """Code in a line, within as many backticks as it needs."""
    words = element.text
    runs = {len(run) for run in re.findall(r"`+", words)}
    marks = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    edges = words.startswith("`") or words.endswith("`") or (words[:1] == words[-1:] == " " and words.strip())
    space = " " if edges else ""
    return f"{marks}{space}{words}{space}{marks}"


def _span(marks: str) -> Callable[[Element, Href, _Around], str]:
    """Emphasis; the second mark is for emphasis inside emphasis."""

    def render(element: Element, href: Href, around: _Around) -> str:
        mark = marks[len(marks) // 2 :] if around.odd else marks[: len(marks) // 2]
        return f"{mark}{_contents(element.children, href, _Around(not around.odd, around.linked, around.edges))}{mark}"

    return render


def _link(element: Element, href: Href, around: _Around) -> str:
    """A link; an address that is its own text stands in angle brackets."""
    address = str(element.get("href"))
    if (
        len(element.children) == 1
        and element.children[0].text == address
        and re.match(r"[a-z][\w+.-]+:[^\s<>]*$", address, re.I)
    ):
        return f"<{address}>"
    return f"[{_contents(element.children, href, _Around(around.odd, True))}]({_target(address)})"


def _target(address: str) -> str:
    """An address as it stands in brackets."""
    return f"<{address}>" if not address or re.search(r"[\s()]", address) else address


def _image(element: Element, href: Href, around: _Around) -> str:
    """An image."""
    words = _SIGNS.sub(_escaped, element.text)
    return f"![{words}]({_target(str(element.get('src')))})"


def _tagged(element: Element, href: Href, around: _Around) -> str:
    """Words in a tag of HTML's own."""
    return f"<{element.get('tag')}>{_contents(element.children, href, around)}</{element.get('tag')}>"


def _math(element: Element, href: Href, around: _Around) -> str:
    """A formula; backticks within the dollars keep all else from having a meaning in it."""
    if element.get("display") or "`" in element.text:
        return f"$${element.text}$$"
    return f"$`{element.text}`$"


def _reference(element: Element, href: Href, around: _Around) -> str:
    """A link to another question."""
    address = href(int(element.get("number", 0)))
    return f"[{_contents(element.children, href, _Around(around.odd, True))}]({_target(address)})"


_RENDER: Mapping[str, Callable[[Element, Href, _Around], str]] = {
    "text": _text,
    "code": _code,
    "emphasis": _span("*_"),
    "strong": _span("**__"),
    "strike": _span("~~~~"),
    "span": _tagged,
    "math": _math,
    "picture": _image,
    "footnote_reference": lambda element, href, around: f"[^{element.text}]",
    "link": _link,
    "image": _image,
    "reference": _reference,
    "unresolved": lambda element, href, around: _contents(element.children, href, around),
    "line_break": lambda element, href, around: "\\\n",
    "soft_break": lambda element, href, around: "\n",
}
"""Each kind of inline element; an address of "" leaves a reference as plain words."""
