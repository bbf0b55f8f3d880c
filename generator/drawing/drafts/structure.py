"""Finds the structure of an answer that a first draft of a diagram can be made from.

    *   **Store:** `ConnectionID` -> `UserID` in DynamoDB.   ->   Subject("Store", "ConnectionID -> …", chain of two)

Parts are the labelled items of the answer, in order; where it has none, its labelled paragraphs or its headings.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Element, Question

_MOST = 12
"""Parts that a picture can bear."""
_ARROW = re.compile(r"\s*(?:-{1,2}>|→|=>|⟶)\s*")
_LONGEST = 30
_LABEL = 44
_NAMED = re.compile(r"\s*[:：]\s+|\s+[–—-]{1,2}\s+|,\s+")
"""Between the name of a part and what is said of it."""
_ABOUT_THE_ANSWER = re.compile(
    r"(?:the\s+|correct\s+|right\s+|short\s+)*(?:answers?|solution|explanation|respuesta|solución|resposta|réponse|antwort|"
    r"lösung|ответ|解答|答案|解析|正解|정답|해설|الإجابة|الاجابة)(?=[\s:：)(]|$)|\(?[A-H][).](?=\s|$)|option\s+[A-H]\b",
    re.IGNORECASE,
)
"""Labels that speak about the answer, or that only count its options: a draft made of them would tell what is right."""
_ASIDE = re.compile(
    r"(?:details?|sources?|references?|hints?|notes?|examples?|difficulty|tags?|see also)$", re.IGNORECASE
)
"""Labels of whole paragraphs that stand beside the subject; in a list, a source may be where data comes from."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that an answer speaks of."""

    label: str
    text: str
    chain: tuple[str, ...] = ()
    """What stands between arrows in its text."""
    said: str = ""
    """All of it in one sentence, where label and text are not."""

    @property
    def sentence(self) -> str:
        """What it says, with a mark at its end."""
        text = self.said or (f"{self.label}: {self.text}" if self.text else self.label)
        return text if text[-1] in ".!?…。！？؟।" else f"{text}."


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of an answer."""

    parts: tuple[Subject, ...]
    ordered: bool
    """Whether one follows the other, as in a numbered list."""


def structure(question: Question, cut: bool = False) -> Structure | None:
    """The structure of an answer; None where it has too little to draw, or only says which option is right.

    Items of plain lists are parts if each is short enough for a card, or if they may be cut; so is their number.
    """
    if question.solution:
        return None
    found = _found(question, cut)
    if found and len(found.parts) > _MOST:
        return Structure(found.parts[:_MOST], found.ordered) if cut else None
    return found


def _found(question: Question, cut: bool) -> Structure | None:
    chain = next((chain for block in question.answer for chain in [arrows(text_of(block))] if chain), ())
    for found in (_from_lists(question), _from_paragraphs(question), _from_headings(question)):
        if found and len(found.parts) > 1:
            return Structure(found.parts, found.ordered or tuple(part.label for part in found.parts) == chain)
    if len(chain) > 2:
        return Structure(tuple(Subject(name, "") for name in chain), True)
    return _from_items(question, cut)


def _from_lists(question: Question) -> Structure | None:
    lists = [block for block in question.answer if block.kind == "list"]
    parts = [part for each in lists for item in each.children if (part := _part(item))]
    ordered = bool(lists) and all(each.get("ordered", False) for each in lists)
    return Structure(tuple(parts), ordered) if parts else None


def parts_of(found: Element) -> tuple[Subject, ...]:
    """The parts that the items of one list name."""
    return tuple(part for item in found.children if (part := _part(item)))


def _from_items(question: Question, cut: bool) -> Structure | None:
    """The items of the first list that has several, each with a name or short itself."""
    for block in question.answer:
        if block.kind == "list" and len(block.children) > 1:
            ordered = bool(block.get("ordered", False))
            parts = [part for item in block.children if (part := _plain(item, ordered, cut))]
            if len(parts) == len(block.children):
                return Structure(tuple(parts), ordered)
    return None


def _plain(item: Element, ordered: bool, cut: bool) -> Subject | None:
    """An item without a label: a step is a sentence, a part has its name before a colon, a dash or a comma."""
    text = " ".join(text_of(item.children[0]).split()) if item.children else ""
    name, _, rest = (text, "", "") if ordered else _NAMED.sub("\n", text, count=1).partition("\n")
    label = name.strip().rstrip(":.;,：。").strip()
    if not label or _ABOUT_THE_ANSWER.match(label) or (len(label) > _LABEL and not cut):
        return None
    shown = label if len(label) <= _LABEL else f"{label[:_LABEL].rsplit(' ', 1)[0]} …"
    return Subject(shown, "" if ordered else _sentence(rest), arrows(text), _sentence(text))


def _from_paragraphs(question: Question) -> Structure | None:
    parts = [part for block in question.answer if block.kind == "paragraph" and (part := _part(block))]
    return Structure(tuple(parts), False) if parts else None


def _from_headings(question: Question) -> Structure | None:
    parts: list[Subject] = []
    for block, after in pairwise((*question.answer, Element("rule"))):
        if block.kind == "heading" and (label := _label(text_of(block))):
            text = text_of(after) if after.kind in ("paragraph", "list") else ""
            parts.append(Subject(label, _sentence(text), arrows(text)))
    return Structure(tuple(parts), False) if parts else None


def _part(block: Element) -> Subject | None:
    """The part that an item or a paragraph names in bold (or code) at its beginning."""
    head = block.children[0] if block.kind == "item" and block.children else block
    inlines = [inline for inline in head.children if inline.kind != "text" or inline.text.strip()]
    if not inlines or inlines[0].kind not in ("strong", "code"):
        return None
    label = _label(text_of(inlines[0]))
    if block.kind == "paragraph" and _ASIDE.match(label):
        return None
    rest = "".join(text_of(inline) for inline in inlines[1:])
    under = [each for child in block.children[1:] for each in _items(child)] if block.kind == "item" else []
    below = ", ".join(text_of(each) for each in under)
    text = _sentence(re.sub(r"^[\s:–—-]+(?!>)", "", f"{rest} {below}"))
    begun = label if _ARROW.match(rest) else ""
    return Subject(label, text, arrows(begun + rest) or arrows("; ".join(map(text_of, under)))) if label else None


def _items(block: Element) -> tuple[Element, ...]:
    """The items of a list; any other block as it is."""
    return block.children if block.kind == "list" else (block,)


def _label(text: str) -> str:
    """A label without its number and colon, short enough for a card; empty where it names no part of anything."""
    text = re.sub(r"^(?:step\s+)?\d+[.):]\s*", "", " ".join(text.split()), flags=re.IGNORECASE)
    if _ABOUT_THE_ANSWER.match(text.strip()):
        return ""
    text = text.strip().rstrip(":.：").strip()
    return text if len(text) <= _LABEL else text[:_LABEL].rsplit(" ", 1)[0]


def _sentence(text: str) -> str:
    """The beginning of a text, whole sentences where it can be."""
    text = " ".join(text.split())
    if len(text) <= 180:
        return text
    end = max(text.rfind(mark, 0, 180) for mark in (". ", "; "))
    return text[: end + 1] if end > 40 else text[:180].rsplit(" ", 1)[0] + " …"


def arrows(text: str) -> tuple[str, ...]:
    """The first things that arrows join in a text, if they are short enough for cards."""
    for clause in re.split(r"[.;!?](?:\s|$)|:\s|\n", re.sub(r"\s*\([^()]*\)", "", text)):
        pieces = [piece.strip(" `\"'.,;:()") for piece in _ARROW.split(clause)]
        if len(pieces) > 1 and all(0 < len(piece) <= _LONGEST for piece in pieces):
            return tuple(pieces)
    return ()


def text_of(element: Element) -> str:
    """Visible text; blocks and line breaks are parted by a space."""
    if element.kind in ("soft_break", "line_break"):
        return " "
    if element.text:
        return element.text
    joint = " " if element.kind in ("item", "list", "quote", "table", "row") else ""
    return joint.join(_texts(element.children))


def _texts(children: Iterable[Element]) -> Iterator[str]:
    return (text_of(child) for child in children)
