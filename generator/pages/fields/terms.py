"""Which words of an answer the glossary explains, so that its page can explain them on hover.

"Push: POST … through a CDN."  ->  [["CDN", "CDN", "Servers near the readers that keep copies …"]]

The words themselves are left as the author wrote them: the page carries this list, and
docs/assets/javascripts/reading/terms.js marks the first mention of each.
"""

import re
from collections.abc import Iterable, Mapping

from generator.model import Element, Term

_WORD = re.compile(r"(?<![\w-])\w+")
_GOES_ON = re.compile(r"[\w+#-]")
Index = Mapping[str, list[tuple[str, Term]]]
_UNMARKED = frozenset(("code", "code_block", "link", "reference", "unresolved"))
"""Elements whose words say something else, or lead somewhere already."""


def explained(answer: Iterable[Element], index: Index) -> list[list[str]]:
    """Words as the answer has them, name and meaning of each term that occurs, in the order of the text."""
    if not index:
        return []
    found: dict[str, list[str]] = {}
    text = "\n".join(_texts(answer))
    if index.keys().isdisjoint(map(str.lower, _WORD.findall(text))):
        return []
    for word in _WORD.finditer(text):
        for name, term in index.get(word[0].lower(), ()):
            end = word.start() + len(name)
            mention = text[word.start() : end]
            if _is(mention, name) and not _GOES_ON.match(text, end):
                found.setdefault(term.name, [mention, term.name, term.meaning])
                break
    return list(found.values())


def indexed(glossary: tuple[Term, ...]) -> Index:
    """For the first word of each name, in small letters, the names and their terms, longest first."""
    index: dict[str, list[tuple[str, Term]]] = {}
    for term in glossary:
        for name in (term.name, *term.aliases) if term.meaning else ():
            first = _WORD.match(name)
            if first:
                index.setdefault(first[0].lower(), []).append((name, term))
    for names in index.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return index


def _texts(elements: Iterable[Element]) -> list[str]:
    found = []
    for element in elements:
        if element.kind == "text":
            found.append(element.text)
        elif element.children and element.kind not in _UNMARKED:
            found += _texts(element.children)
    return found


def _is(mention: str, name: str) -> bool:
    """Whether the words are this name: with capitals they are an abbreviation, and "acid" is not ACID."""
    return mention == name if name != name.lower() else mention.lower() == name
