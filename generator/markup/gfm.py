"""Elements as portable GitHub Markdown; reading it again gives the same elements."""

import re
from collections.abc import Callable, Mapping, Sequence

from generator.markup.blocks import Dialect, Writer
from generator.model import Element

Href = Callable[[int], str]
SPANS = ("emphasis", "strong")
SIGNS = re.compile(r"\\|`|\*|\[|\]|<|~(?=~)|~(?<=~~)|&(?=#?\w+;)|_(?<![^\W_]_)|_(?![^\W_])")
"""What would mean something. Each choice begins with its sign, not with a look back: so a search skips all others."""
CLOSING = re.compile(r"(?<=\s)#(?=#*\s*$)")
"""The first sign of what would be taken for a heading's closing mark."""
FIRST = re.compile(
    r"^( *)(?:([>|]|#(?=#{0,5}(?:\s|$))|[+-](?=[\s:|+-]|$)|=(?==*\s*$)|:(?=-))|(\d+)(?=[.)]))", re.MULTILINE
)
ADDRESS = re.compile(
    r":(?<=\bhttp:)|:(?<=\bhttps:)|:(?<=\bftp:)|:(?<=\bmailto:)|:(?<=\bxmpp:)|\.(?<=\bwww\.)|@(?<=\w@)(?=\w)"
)
"""The sign that makes an address of the words round it."""


def gfm(elements: Sequence[Element], href: Href) -> str:
    """Markdown as one would write it for GitHub."""
    dialect = Dialect(inlines, heading, False, re.compile(r"\S*"))
    return Writer(dialect, href).blocks(elements)


def heading(element: Element, words: str) -> str:
    """A heading at the level of its source."""
    words = CLOSING.sub(r"\#", words)
    return f"{'#' * int(element.get('level', 3))} {words}"


def inlines(elements: Sequence[Element], href: Href, in_table: bool) -> str:
    """Inline elements; one line in a table."""
    words = contents(elements, href, False)
    words = FIRST.sub(lambda match: match[1] + (f"\\{match[2]}" if match[2] else f"{match[3]}\\"), words)
    return words.replace("|", "\\|") if in_table else words


def contents(elements: Sequence[Element], href: Href, odd: bool, linked: bool = False) -> str:
    """Inline elements, without care for the beginnings of lines; emphasis inside or beside another takes its mark."""
    return "".join(
        RENDER[each.kind](each, href, takes_other(elements, place, odd), linked) for place, each in enumerate(elements)
    )


def takes_other(elements: Sequence[Element], place: int, odd: bool) -> bool:
    """Whether emphasis takes the underscore: inside emphasis with the star, or next to it, never beside a word."""
    if elements[place].kind not in SPANS:
        return odd
    if touches_word(elements, place):
        return False
    first = last = place
    while first and elements[first - 1].kind in SPANS:
        first -= 1
    while last + 1 < len(elements) and elements[last + 1].kind in SPANS:
        last += 1
    steps = last - place if touches_word(elements, last) else place - first
    return odd ^ (steps % 2 == 1)


def touches_word(elements: Sequence[Element], place: int) -> bool:
    """Whether an element stands right beside a letter or digit, where an underscore is no mark."""
    before, after = elements[:place][-1:], elements[place + 1 :][:1]
    return any(each.text[-1:].isalnum() for each in before) or any(each.text[:1].isalnum() for each in after)


def escaped(sign: re.Match[str]) -> str:
    """A sign without its meaning; as a function, for a template is taken apart anew in each text."""
    return "\\" + sign[0]


def text(element: Element, href: Href, odd: bool, linked: bool) -> str:
    """Text, with the signs escaped that would mean something."""
    words = SIGNS.sub(escaped, element.text)
    return words if linked else ADDRESS.sub(escaped, words)


def code(element: Element, href: Href, odd: bool, linked: bool) -> str:
    """Code in a line, within as many backticks as it needs."""
    words = element.text
    runs = {len(run) for run in re.findall(r"`+", words)}
    marks = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    edges = words.startswith("`") or words.endswith("`") or (words[:1] == words[-1:] == " " and words.strip())
    space = " " if edges else ""
    return f"{marks}{space}{words}{space}{marks}"


def span(marks: str) -> Callable[[Element, Href, bool, bool], str]:
    """Emphasis; the second mark is for emphasis inside emphasis."""

    def render(element: Element, href: Href, odd: bool, linked: bool) -> str:
        mark = marks[len(marks) // 2 :] if odd else marks[: len(marks) // 2]
        return f"{mark}{contents(element.children, href, not odd, linked)}{mark}"

    return render


def link(element: Element, href: Href, odd: bool, linked: bool) -> str:
    """A link; an address that is its own text stands in angle brackets."""
    address = str(element.get("href"))
    if (
        len(element.children) == 1
        and element.children[0].text == address
        and re.match(r"[a-z][\w+.-]+:[^\s<>]*$", address, re.I)
    ):
        return f"<{address}>"
    return f"[{contents(element.children, href, odd, True)}]({target(address)})"


def target(address: str) -> str:
    """An address as it stands in brackets."""
    return f"<{address}>" if not address or re.search(r"[\s()]", address) else address


def image(element: Element, href: Href, odd: bool, linked: bool) -> str:
    """An image."""
    words = SIGNS.sub(escaped, element.text)
    return f"![{words}]({target(str(element.get('src')))})"


def reference(element: Element, href: Href, odd: bool, linked: bool) -> str:
    """A link to another question."""
    address = href(int(element.get("number", 0)))
    inner = contents(element.children, href, odd, bool(address))
    return f"[{inner}]({target(address)})" if address else inner


RENDER: Mapping[str, Callable[[Element, Href, bool, bool], str]] = {
    "text": text,
    "code": code,
    "emphasis": span("*_"),
    "strong": span("**__"),
    "strike": span("~~~~"),
    "link": link,
    "image": image,
    "reference": reference,
    "unresolved": lambda element, href, odd, linked: contents(element.children, href, odd, linked),
    "line_break": lambda element, href, odd, linked: "\\\n",
    "soft_break": lambda element, href, odd, linked: "\n",
}
"""Each kind of inline element; an address of "" leaves a reference as plain words."""
