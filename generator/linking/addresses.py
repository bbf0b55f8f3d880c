"""Links and pictures whose addresses lead nowhere on the site, because only the bank's folder knows them.

[the sagas](#question-905-how-to-coordinate)  ->  a reference to 905
[notes](notes.md)                             ->  its words, and a warning
"""

import re
from dataclasses import replace

from generator.model import Element

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""Addresses that are whole in themselves."""
NUMBERED = re.compile(r"#(?:[\w-]*?-)?(?:question-?|q-?)([0-9]{1,9})\b|#([0-9]{1,9})-", re.IGNORECASE)
"""Anchors that GitHub makes for the headings of questions."""


def is_local(address: str) -> bool:
    """Whether an address only means something beside the bank's file."""
    return not ELSEWHERE.match(address)


def target(link: Element) -> int:
    """The number of the question that a local link leads to, or -1."""
    match = NUMBERED.search(str(link.get("href")))
    return int(match[1] or match[2]) if match else -1


def words(element: Element) -> tuple[Element, ...]:
    """What remains of a link or picture without its address."""
    if element.kind == "link":
        return whole(element.children)
    return (Element("text", element.caption, line=element.line),) if element.caption else ()


def whole(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Inlines with those links and pictures only that lead somewhere by themselves; words for the others."""
    kept: list[Element] = []
    for each in elements:
        if each.kind in ("link", "image") and is_local(str(each.get("href") or each.get("src"))):
            kept += words(each)
        else:
            kept.append(replace(each, children=whole(each.children)) if each.children else each)
    return tuple(kept)


def lost(element: Element) -> str:
    """What to say of a link or picture that lost its address."""
    if element.kind == "image":
        shown = "alternative text" if element.text.strip() else "name"
        return f"the picture {element.get('src')} is not on the site; its {shown} is shown"
    return f"the link to {element.get('href')} leads nowhere on the site; its words are shown"
