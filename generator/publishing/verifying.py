"""The gate of `build --verify`: the site must show all that its sources show on GitHub.

Two independent ways from the file to what readers see are compared: GitHub's own parser, cmark-gfm, and ours with all
that follows from it, up to the built page. Of each answer `Seen` is taken: visible text, list items with their
depth, code blocks, tables, headings. Of each file, every visible word must be on its pages (`lost`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.model import Bank, Question
from generator.problems import Problem
from generator.publishing.github import reading
from generator.publishing.seen import Seen, seen
from generator.publishing.words import as_shown, lost, tokens
from generator.reading.passages.labels import JOINER
from generator.reading.sources.decoding import decode
from generator.reading.sources.files import sources

_SHOWN = 40
"""Characters of a difference that a problem quotes."""


def verify(question: Question, html: str) -> tuple[Problem, ...]:
    """What the built page of a question lost, or shows otherwise than its source."""
    answer = LexborHTMLParser(html).css_first("#answer")
    if answer is None:
        return (Problem(question.place, f'the page of {question.label} has no element with id="answer"'),)
    if "[^" in question.source:  # its footnotes may stand anywhere in the file, all of which `lost` looks at
        return ()
    found = differences(seen(reading(as_shown(question.source))), seen(answer))
    return tuple(Problem(question.answer_place, f"{question.label}: {what}") for what in found)


def differences(source: Seen, page: Seen) -> Iterator[str]:
    """What differs, in words; nothing where there is nothing to see in the source."""
    if not source.words:
        return
    if not _same(_unboxed(source.words), _unboxed(page.words), page):
        yield _changed("the page's text", source.words, page.words)
    if source.items != page.items:
        yield f"list items of depth {source.items} became {page.items}"
    for name in ("code", "tables"):
        ours, theirs = (" ".join(map(str, getattr(each, name))) for each in (source, page))
        if not _same(ours, theirs, page):
            yield _changed(f"the page's {name}", ours, theirs)
    if not _same_headings(source.headings, page.headings, page):
        yield _changed("the page's headings", *(str(each) for each in (source.headings, page.headings)))


def _same(source: str, shown: str, page: Seen) -> bool:
    """Whether two texts are the same, of a page with formulas but for what divides those from words."""
    return source == shown or (page.formulas > 0 and tokens(source) == tokens(shown))


def _unboxed(words: str) -> str:
    """Words without the boxes of tasks, which the parser leaves as text in quotations, and what nobody sees."""
    return re.sub(rf"\[[ xX]\] |{JOINER} ?", "", words)


def _same_headings(source: list[tuple[int, str]], shown: list[tuple[int, str]], page: Seen) -> bool:
    """Whether the words are the same and no heading outranks one that it did not outrank before."""
    if len(source) != len(shown) or not all(_same(a, b, page) for (_, a), (_, b) in zip(source, shown, strict=True)):
        return False
    levels = {(before, after) for (before, _), (after, _) in zip(source, shown, strict=True)}
    return all((a - c) * (b - d) >= 0 for (a, b), (c, d) in combinations(levels, 2))


def _changed(name: str, source: str, page: str) -> str:
    """The first place at which two texts differ."""
    pairs = zip(source, page, strict=False)
    place = next((place for place, (ours, theirs) in enumerate(pairs) if ours != theirs), min(len(source), len(page)))
    begin = max(0, place - _SHOWN // 2)
    return f"{name} is not the source's: “{source[begin : place + _SHOWN]}” became “{page[begin : place + _SHOWN]}”"


def lost_words(bank: Bank, files: Sequence[Path], page: Callable[[str], str]) -> Iterator[Problem]:
    """The words of each file of a bank that none of its pages shows; `page` gives a page of the site by its path."""
    shared = "".join(_main(page("topics/index.html")))
    own: dict[str, list[Question]] = {}
    for question in bank.questions:
        own.setdefault(question.place.file, []).append(question)
    for file in (source.name for source in sources(files)[0]):
        if file in bank.left_out:
            continue
        questions = own.get(file, [])
        topics = dict.fromkeys(question.topic for question in questions)
        paths = (
            *(f"topics/{slug}/index.html" for slug in topics),
            *(f"questions/{q.number}/index.html" for q in questions),
        )
        text, _ = decode(file, Path(file).read_bytes())
        yield from lost(file, text, (shared, *(_main(page(path)) for path in paths)))


def _main(page: str) -> str:
    """What a page says itself: of a question, its title, itself and the answer; of another one, all but its frame."""
    found = LexborHTMLParser(page)
    own = found.css(".question h1, #body, #answer") or found.css("main")
    return "".join(node.html or "" for node in own)
