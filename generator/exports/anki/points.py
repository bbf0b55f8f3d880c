"""The points of an answer, each as a sentence with a gap: what its bold label asks, or one item of a list.

    - **Trigger:** S3 event.    ->  Point("Trigger", '<b>Trigger:</b> <span class="gap">S3 event.</span>')
    - eggs
    - milk                      ->  Point("eggs", '<ul><li><span class="gap">eggs</span></li><li>milk</li></ul>'), …

A point is known by its words, so that it stays the same one when others come before it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import markup
from generator.model import Element

Html = Callable[[Sequence[Element]], str]

_MOST = 8
"""Items of a list that one can be asked to complete."""
_LONGEST = 240
"""Characters of an item that one can be asked for."""
_REFERENCES = ("reference", "unresolved")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know."""

    key: str
    """The words that it is known by."""
    html: str
    """The sentence or list, with what is asked for in an element of class `gap`."""


def points(answer: Sequence[Element], html: Html) -> tuple[Point, ...]:
    """All points of an answer, in its order, those of one key once."""
    found = {point.key: point for point in reversed(tuple(_points(answer, html)))}
    return tuple(reversed(found.values()))


def _points(blocks: Iterable[Element], html: Html) -> Iterator[Point]:
    for block in blocks:
        if block.kind == "paragraph":
            yield from _labelled(block.children, (), html)
        elif block.kind == "list":
            yield from _listed(block, html)
        elif block.kind == "quote":
            yield from _points(block.children, html)


def _listed(block: Element, html: Html) -> Iterator[Point]:
    """The labelled items of a list, each by itself; of a list without labels, each item among the others."""
    items = [item.children for item in block.children if item.children and item.children[0].kind == "paragraph"]
    if not any(_label(first.children)[0] for first, *_ in items):
        yield from _completed("", block, html)
        return
    for first, *rest in items:
        yield from _labelled(first.children, rest, html)


def _labelled(words: Sequence[Element], rest: Sequence[Element], html: Html) -> Iterator[Point]:
    """What a label asks: the words and blocks behind it; a list behind it item by item."""
    label, told = _label(words)
    if not label:
        return
    key = markup.text(label).strip(" :\n")
    if len(rest) == 1 and rest[0].kind == "list" and len(rest[0].children) > 1:
        yield from _completed(f"<p>{html(words)}</p>", rest[0], html, key)
    elif _says_something((*told, *rest)):
        inner = f'<span class="gap">{html(told)}</span>' if told else ""
        below = f'<div class="gap">{html(rest)}</div>' if rest else ""
        yield Point(key, f"<p>{html(label)} {inner}</p>{below}")


def _completed(before: str, block: Element, html: Html, key: str = "") -> Iterator[Point]:
    """A list of short items, once for each of them with that item missing."""
    texts = [markup.text((item,)).strip() for item in block.children]
    if not 2 <= len(texts) <= _MOST or max(map(len, texts)) > _LONGEST:
        return
    for place, text in enumerate(texts):
        if _says_something((block.children[place],)):
            items = [html((block.but(children=(item,)),)) for item in block.children]
            items[place] = items[place].replace("<li>", '<li class="gap">', 1)
            yield Point(f"{key} {text}".strip(), before + _joined(items))


def _joined(lists: Sequence[str]) -> str:
    """Lists of one item each, as the one list that they come from."""
    opening, closing = lists[0].partition("<li")[0], lists[0].rpartition(">")[0].rpartition("<")[2]
    bodies = (each[each.index("<li") : each.rindex("</li>") + 5] for each in lists)
    return f"{opening}{''.join(bodies)}<{closing}>"


def _label(words: Sequence[Element]) -> tuple[Sequence[Element], Sequence[Element]]:
    """A bold beginning that ends with a colon, or has one behind it, and what comes then; else nothing."""
    if not words or words[0].kind != "strong":
        return (), words
    label, *told = words
    if markup.text((label,)).rstrip().endswith(":"):
        return (label,), _stripped(told)
    if told and told[0].kind == "text" and told[0].text.lstrip().startswith((":", "–", "—")):
        first = told[0].but(text=told[0].text.lstrip(" :–—"))
        return (label, Element("text", ":")), _stripped((first, *told[1:]))
    return (), words


def _stripped(words: Sequence[Element]) -> Sequence[Element]:
    if words and words[0].kind == "text":
        first = words[0].but(text=words[0].text.lstrip())
        return (first, *words[1:]) if first.text else tuple(words[1:])
    return tuple(words)


def _says_something(elements: Iterable[Element]) -> bool:
    """Whether there is more than a pointer to another question."""
    return sum(map(str.isalnum, markup.text(tuple(_without_references(elements))))) > 2


def _without_references(elements: Iterable[Element]) -> Iterator[Element]:
    for element in elements:
        if element.kind not in _REFERENCES:
            yield element.but(children=tuple(_without_references(element.children)))
