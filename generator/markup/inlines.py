"""Inline elements as portable GitHub Markdown."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Element

Href = Callable[[int], str]
SPANS = frozenset(("emphasis", "strong"))
SIGNS = re.compile(r"\\|`|\*|\[|\]|<|~|&(?=#?\w+;)|_(?<![^\W_]_)|_(?![^\W_])")
"""What would mean something. Each choice begins with its character, not with a look back: so a search skips others."""
DOLLAR = re.compile(r"(?<![\w$])\$(?=\$|[^\s$](?:[^$]*[^\s$])?\$(?!\w))")
"""What would begin a formula."""
FIRST = re.compile(r"( *)(?:([>|]|#(?=#{0,5}(?:\s|$))|[+-](?=[\s:|+-]|$)|=(?==*\s*$)|:(?=-))|(\d+)(?=[.)]))")
ADDRESS = re.compile(
    r":(?<=\bhttp:)|:(?<=\bhttps:)|:(?<=\bftp:)|:(?<=\bmailto:)|:(?<=\bxmpp:)|\.(?<=\bwww\.)|@(?<=\w@)(?=\w)"
)
"""The character that makes an address of the words round it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an inline element stands in."""

    odd: bool = False
    """Whether emphasis takes the underscore."""
    linked: bool = False
    """Whether it is a link, where nothing else becomes one."""
    edges: tuple[bool, bool] = (False, False)
    """Whether it is emphasis with a letter or digit right before it, and right behind it."""


def inlines(elements: Sequence[Element], href: Href, in_table: bool) -> str:
    """Inline elements; one line in a table."""
    words = contents(elements, href, Around())
    words = "\n".join(map(begun, words.split("\n")))
    return words.replace("|", "\\|").replace("\\\n", "<br>") if in_table else words


def begun(line: str) -> str:
    """A line, at whose beginning nothing means anything."""
    sign = FIRST.match(line)
    if not sign:
        return line
    return sign[1] + (f"\\{sign[2]}" if sign[2] else f"{sign[3]}\\") + line[sign.end() :]


def contents(elements: Sequence[Element], href: Href, around: Around) -> str:
    """Inline elements, without care for the beginnings of lines; emphasis inside or beside another takes its mark."""
    if SPANS.isdisjoint([each.kind for each in elements]):
        return "".join([RENDER[each.kind](each, href, around) for each in elements])
    inside = surroundings(elements, around)
    return "".join([RENDER[each.kind](each, href, here) for each, here in zip(elements, inside, strict=True)])


def surroundings(elements: Sequence[Element], around: Around) -> Iterator[Around]:
    """For each element, what it stands in; the kinds of emphasis that stand side by side are looked at together."""
    for are_spans, places in groupby(range(len(elements)), lambda place: elements[place].kind in SPANS):
        if not are_spans:
            yield from (around for _ in places)
            continue
        run = [(place, touches(elements, place)) for place in places]
        begin = len(run) - 1 if any(run[-1][1]) else 0
        for step, (place, edges) in enumerate(run):
            odd = around.odd ^ ((step - begin) % 2 == 1)
            if (place == 0 and around.edges[0]) or (place == len(elements) - 1 and around.edges[1]):
                odd = not around.odd  # beside a word, this mark and the outer one count only as one run
            yield Around(odd and not any(edges), around.linked, edges)


def touches(elements: Sequence[Element], place: int) -> tuple[bool, bool]:
    """Whether right before and right behind an element stands a letter or digit, where an underscore is no mark."""
    before = elements[place - 1].text if place else ""
    after = elements[place + 1].text if place + 1 < len(elements) else ""
    return before[-1:].isalnum(), after[:1].isalnum()


def escaped(sign: re.Match[str]) -> str:
    """A character without its meaning; as a function, for a template is taken apart anew in each text."""
    return "\\" + sign[0]


def text(element: Element, href: Href, around: Around) -> str:
    """Text, with the characters escaped that would mean something."""
    words = SIGNS.sub(escaped, element.text)
    words = DOLLAR.sub(escaped, words) if "$" in words else words
    return words if around.linked else ADDRESS.sub(escaped, words)


def code(element: Element, href: Href, around: Around) -> str:
    """Code in a line, within as many backticks as it needs."""
    words = element.text
    runs = {len(run) for run in re.findall(r"`+", words)}
    marks = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    edges = words.startswith("`") or words.endswith("`") or (words[:1] == words[-1:] == " " and words.strip())
    space = " " if edges else ""
    return f"{marks}{space}{words}{space}{marks}"


def span(marks: str) -> Callable[[Element, Href, Around], str]:
    """Emphasis; the second mark is for emphasis inside emphasis."""

    def render(element: Element, href: Href, around: Around) -> str:
        mark = marks[len(marks) // 2 :] if around.odd else marks[: len(marks) // 2]
        return f"{mark}{contents(element.children, href, Around(not around.odd, around.linked, around.edges))}{mark}"

    return render


def link(element: Element, href: Href, around: Around) -> str:
    """A link; an address that is its own text stands in angle brackets."""
    address = str(element.get("href"))
    if (
        len(element.children) == 1
        and element.children[0].text == address
        and re.match(r"[a-z][\w+.-]+:[^\s<>]*$", address, re.I)
    ):
        return f"<{address}>"
    return f"[{contents(element.children, href, Around(around.odd, True))}]({target(address)})"


def target(address: str) -> str:
    """An address as it stands in brackets."""
    return f"<{address}>" if not address or re.search(r"[\s()]", address) else address


def image(element: Element, href: Href, around: Around) -> str:
    """An image."""
    words = SIGNS.sub(escaped, element.text)
    return f"![{words}]({target(str(element.get('src')))})"


def tagged(element: Element, href: Href, around: Around) -> str:
    """Words in a tag of HTML's own."""
    return f"<{element.get('tag')}>{contents(element.children, href, around)}</{element.get('tag')}>"


def math(element: Element, href: Href, around: Around) -> str:
    """A formula; backticks within the dollars keep all else from having a meaning in it."""
    if element.get("display") or "`" in element.text:
        return f"$${element.text}$$"
    return f"$`{element.text}`$"


def reference(element: Element, href: Href, around: Around) -> str:
    """A link to another question."""
    address = href(int(element.get("number", 0)))
    return f"[{contents(element.children, href, Around(around.odd, True))}]({target(address)})"


RENDER: Mapping[str, Callable[[Element, Href, Around], str]] = {
    "text": text,
    "code": code,
    "emphasis": span("*_"),
    "strong": span("**__"),
    "strike": span("~~~~"),
    "span": tagged,
    "math": math,
    "picture": image,
    "footnote_reference": lambda element, href, around: f"[^{element.text}]",
    "link": link,
    "image": image,
    "reference": reference,
    "unresolved": lambda element, href, around: contents(element.children, href, around),
    "line_break": lambda element, href, around: "\\\n",
    "soft_break": lambda element, href, around: "\n",
}
"""Each kind of inline element; an address of "" leaves a reference as plain words."""
