"""Links and pictures whose addresses only mean something in the bank's folder: where they lead on the site, if at all.

[the sagas](#question-905-how-to-coordinate)  ->  a reference to 905
[next](02-advanced.md), [basics](#basics)     ->  a link to the first question of that file or topic
[notes](notes.md)                             ->  its words, and a warning
"""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from msgspec import Struct

from generator.model import Bank, Element, is_elsewhere

_NUMBERED = re.compile(r"#(?:[\w-]*?-)?(?:question-?|q-?)([0-9]{1,9})\b|#([0-9]{1,9})-", re.IGNORECASE)
"""Anchors that GitHub makes for the headings of questions."""
_BACK = re.compile(r"#(?:top|toc|(?:table-of-)?contents?|index|back-to-top|readme|home|menu)?", re.IGNORECASE)
"""Anchors that authors use for the top of a file or its list of contents."""
_FRONT = re.compile(r"(?:^|/)(?:readme|index)\.md(?:#.*)?$", re.IGNORECASE)
"""Files that speak about the others."""
_SPAN = re.compile(r"-\(?(?:questions?|q)-[0-9]+.*")
"""The range at the end of a topic's anchor."""


class Beginnings(Struct, frozen=True):
    """The first question of each file and of each topic."""

    files: Mapping[str, int]
    """By the path, from where the author gave it."""
    topics: Mapping[str, int]
    """By the letters and digits of the slug."""
    titles: Mapping[tuple[str, str], int]
    """By the path and by the letters and digits of the title, or of another name of a place in the question."""

    headings: frozenset[str]
    """The letters and digits of the bank's title and of headings above the questions, to which authors lead back."""

    def leads_back(self, address: str) -> bool:
        """Whether a link leads to the top of the bank or to its contents, which no page needs."""
        if _FRONT.search(address):
            return True
        return address.startswith("#") and (_spelt(unquote(address)) in self.headings or bool(_BACK.fullmatch(address)))

    def titled(self, address: str, file: str) -> int | None:
        """The number of the question whose title a link's anchor spells."""
        path, _, anchor = address.partition("#")
        beside = posixpath.join(posixpath.dirname(file), unquote(path)) if path else file
        return self.titles.get((posixpath.normpath(beside), _spelt(unquote(anchor)))) if anchor else None

    def at(self, address: str, file: str) -> int | None:
        """The number of the question to which a link in a file leads."""
        path, _, anchor = address.partition("#")
        topic = self.topics.get(_bare(_SPAN.sub("", anchor)))
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))
        return self.files.get(beside) if topic is None and path else topic


def beginnings(bank: Bank) -> Beginnings:
    """Where the files and topics of a bank begin."""
    files: dict[str, int] = {}
    titles: dict[tuple[str, str], int] = {}
    for question in bank.questions:
        file = posixpath.normpath(question.place.file)
        files.setdefault(file, question.number)
        titles.setdefault((file, _spelt(question.title)), question.number)
    for question in bank.questions:
        for name in question.anchors:
            titles.setdefault((posixpath.normpath(question.place.file), _spelt(name)), question.number)
    topics = {_bare(topic.slug): topic.numbers[0] for topic in bank.topics}
    above = (*bank.introduction, *(block for topic in bank.topics for block in topic.introduction))
    headings = (_spelt("".join(each.text for each in block.walk())) for block in above if block.kind == "heading")
    return Beginnings(files, topics, titles, frozenset((_spelt(bank.title), *headings)))


def _spelt(title: str) -> str:
    """The letters and digits of a title in any language."""
    return re.sub(r"[\W_]", "", title.casefold())


def _bare(name: str) -> str:
    """The letters and digits of a slug, which is all that ours and GitHub's have in common."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def target(address: str) -> int | None:
    """The number of the question whose heading a local link names."""
    match = _NUMBERED.search(address)
    return int(match[1] or match[2]) if match else None


def words(element: Element) -> tuple[Element, ...]:
    """What remains of a link or picture without its address."""
    if element.kind == "link":
        return whole(element.children)
    return (Element("text", element.caption, line=element.line),) if element.caption else ()


def whole(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Inlines with those links and pictures only that lead somewhere by themselves; words for the others."""
    kept: list[Element] = []
    for each in elements:
        if each.kind in ("link", "image") and not is_elsewhere(str(each.get("href") or each.get("src"))):
            kept += words(each)
        else:
            kept.append(each.but(children=whole(each.children)) if each.children else each)
    return tuple(kept)


def dead_end(element: Element) -> str:
    """What to say of a link or picture that leads nowhere."""
    if element.kind == "image":
        shown = "alternative text" if element.text.strip() else "name"
        return f"the picture {element.get('src')} is not on the site; its {shown} is shown"
    return f"the link to {element.get('href')} leads nowhere on the site; its words are shown"
