"""Why a bank is refused, each in one sentence that says what was seen and what helps.

416 headings like “What is a box?” ask something and have no number; run `python -m generator number --write`
3 items of a list like “What is a lock?” may be questions; none has an answer below it
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from generator.problems import Place, Problem
from generator.reading.choosing.proposals import Proposal
from generator.reading.choosing.scores import begins_again
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.asking import asks, has_mark, most_ask
from generator.reading.passages.forms import BOLD_LEVEL
from generator.reading.passages.passages import Passage
from generator.reading.passages.text import Text
from generator.reading.shapes.openings import Kind, Mark, Opening, heading, paragraph

BEGIN = "begin each question with a heading like “### Question 12: title”"
GLUED = re.compile(r"#{2,6}(?![#!\s])")
"""A line that GitHub used to take for a heading."""
MOST_MISSED = 0.3
"""The share of questions without a number, among those that have one, which is no oversight."""
MANY = 5
"""How many lines that ask something make an answer suspicious."""
LONGEST = 60
"""Characters of a line that is quoted."""


def example(files: Sequence[Text], proposal: Proposal) -> tuple[Place, str]:
    """The first line that a proposal opens, and its place."""
    for file, chosen in zip(files, proposal.files, strict=True):
        if chosen:
            return Place(file.name, chosen[0].line + 1), file.lines[chosen[0].line].strip()[:LONGEST]
    raise ValueError(proposal)


def unclear(files: Sequence[Text], best: Proposal, rival: Proposal) -> list[Problem]:
    """The error of a bank that can be read in two ways."""
    place, line = example(files, best)
    _, second = example(files, rival)
    what = f"the questions may be {counted(best)} like “{line}” or {counted(rival)} like “{second}”"
    hint = f"say which in shape.yml beside the bank, as in “questions: '{line}'”"
    return [Problem(place, what, hint, is_whole=True)]


def counted(proposal: Proposal) -> str:
    """How many lines a proposal opens, in words."""
    count = len(proposal.openings)
    return f"1 {proposal.shape.kind.value}" if count == 1 else f"{count} {proposal.shape.words}"


def unanswered(files: Sequence[Text], best: Proposal) -> list[Problem]:
    """The error of a list most of whose items have no answer, and no number that says that they are questions."""
    bare = sum(not each.size for each in best.openings)
    if best.shape.kind is not Kind.ITEM or 2 * bare <= len(best.openings) or all(each.start for each in best.openings):
        return []
    place, _ = example(files, best)
    first = best.openings[0].title[:LONGEST]
    count = some(len(best.openings), "item")
    what = f"{count} of a list like “{first}” may be questions; {bare} of them have no answer below"
    return [Problem(place, what, BEGIN, is_whole=True)]


def unnumbered(files: Sequence[Text], best: Proposal, command: str) -> list[Problem]:
    """The error of a bank whose questions have no numbers that they can be found by."""
    missing = [each for each in best.openings if each.number is None]
    place, line = example(files, best)
    count, words = len(best.openings), best.shape.words if len(best.openings) > 1 else best.shape.kind.value
    if missing and all(each.mark is Mark.PARTS for each in missing):
        what = f"{count} {words} like “{line}” have a number in parts and need a whole one"
    elif missing:
        first = next(each for file in best.files for each in file if each.number is None)
        place, line = next(
            (Place(file.name, first.line + 1), file.lines[first.line].strip()[:LONGEST])
            for file, chosen in zip(files, best.files, strict=True)
            if first in chosen
        )
        one = len(missing) == 1
        asking = (
            ("asks something and " if one else "ask something and ") if most_ask(each.title for each in missing) else ""
        )
        words = best.shape.kind.value if one else best.shape.words
        what = f"{len(missing)} {words} like “{first.title[:LONGEST]}” {asking}{'has' if one else 'have'} no number"
    elif repeats(best.numbers):
        where = "in each file" if len([file for file in best.files if file]) > 1 else "in each topic"
        what = f"the numbers begin again {where}: {count} questions, {len(set(best.numbers))} numbers"
    else:
        return []
    return [Problem(place, what, f"run `{command}`", is_whole=True)]


def missed(files: Sequence[Text], best: Proposal, found: Sequence[Sequence[Opening]], command: str) -> list[Problem]:
    """The error of a bank many of whose questions have a number, and others, as high as they are, have none."""
    if best.shape.kind is not Kind.HEADING:
        return []
    left = []
    for file, chosen, every in zip(files, best.files, found, strict=True):
        lines, levels = {each.line for each in chosen}, {each.level for each in chosen}
        left += [
            (file, each)
            for each in every
            if each.kind is Kind.HEADING and each.level in levels and each.line not in lines
            if each.number is None and has_mark(each.title)
        ]
    if len(left) < 2 or MOST_MISSED * len(best.openings) > len(left):
        return []
    file, first = left[0]
    what = f"{len(left)} headings like “{first.title[:LONGEST]}” ask something and have no number, as the others have"
    return [Problem(Place(file.name, first.line + 1), what, f"run `{command}`", is_whole=True)]


def repeats(numbers: Sequence[int]) -> bool:
    """Whether numbers begin again: more than one comes twice, or the last ones count up from the first."""
    if not begins_again(numbers):
        return False
    place = len(numbers) - 1 - list(reversed(numbers)).index(min(numbers))
    tail = [number - min(numbers) for number in numbers[place:]]
    return len(numbers) - len(set(numbers)) > 1 or (place > 1 and tail == list(range(len(tail))))


def swallowed(files: Sequence[Text], best: Proposal) -> list[Problem]:
    """The error of a bank in which one answer holds as many lines that ask something as there are questions."""
    fewest = max(MANY, len(best.openings))
    for file, chosen in zip(files, best.files, strict=True):
        for question, following in zip_longest(chosen, chosen[1:]):
            end = following.place if following else len(file.passages)
            inner = {
                each.title: each
                for each in asking(file.passages[question.place : end], question)
                if has_mark(each.title)
            }
            if len(inner) >= fewest:
                return [doubt(file, question, list(inner.values()))]
    return []


def asking(passages: Sequence[Passage], question: Opening) -> Iterator[Opening]:
    """Headings and bold lines in an answer that ask something, as a question would."""
    for count, passage in enumerate(passages):
        if count and question.level < passage.level < BOLD_LEVEL and not passage.start:
            yield heading(passage, question.place)
        for block in passage.blocks:
            if block.kind == "paragraph" and block.children[:1] and block.children[0].kind == "strong":
                yield from paragraph(block, passage.base, question.place)


def doubt(file: Text, question: Opening, inner: Sequence[Opening]) -> Problem:
    """The error of lines that are probably questions themselves."""
    words = "bold lines" if inner[0].kind is Kind.BOLD else "headings"
    said = file.lines[question.line].strip()[:LONGEST]
    what = f"{len(inner)} {words} like “{inner[0].title[:LONGEST]}” stand in the answer of line {question.line + 1}"
    hint = f"write them as the other questions, or say in shape.yml what those are: “questions: '{said}'”"
    return Problem(Place(file.name, inner[0].line + 1), what, hint, is_whole=True)


def nothing(texts: Sequence[Text], found: Sequence[Collection[Opening]]) -> list[Problem]:
    """What to say of a bank in which nothing opens a question."""
    if glued := list(unspaced(texts)):
        file, line, words = glued[0]
        which = "is no heading" if len(glued) == 1 else "are no headings"
        what = f"{some(len(glued), 'line')} like “{words[:LONGEST]}” {which}"
        return [Problem(Place(file.name, line + 1), what, "put a space behind the #", is_whole=True)]
    for kind, word, where in (
        (Kind.ITEM, "item", " of a list"),
        (Kind.BOLD, "bold line", ""),
        (Kind.HEADING, "heading", ""),
    ):
        seen = [(file, each) for file, every in zip(texts, found, strict=True) for each in every if each.kind is kind]
        asking = [(file, each) for file, each in seen if asks(each.title) or each.mark is Mark.NUMBER]
        if asking and (kind is not Kind.HEADING or most_ask(each.title for _, each in asking)):
            file, first = asking[0]
            doubts = ", or steps of an answer" if kind is Kind.BOLD else "; none has an answer below it"
            what = f"{some(len(asking), word)}{where} like “{first.title[:LONGEST]}” may be questions{doubts}"
            return [Problem(Place(file.name, first.line + 1), what, BEGIN, is_whole=True)]
    if rows := list(asking_rows(texts)):
        file, line, words = rows[0]
        what = f"{some(len(rows), 'row')} of a table like “{words[:LONGEST]}” may be questions; a table is text here"
        return [Problem(Place(file.name, line + 1), what, BEGIN, is_whole=True)]
    if linked := list(links_only(texts)):
        file, line, words = linked[0]
        what = (
            f"{some(len(linked), 'item')} of a list like “{words[:LONGEST]}” only link to pages; no answer stands here"
        )
        return [Problem(Place(file.name, line + 1), what, BEGIN, is_whole=True)]
    names = [file for file in texts if file.lines and not file.speaks_of_folder]
    if len(names) > 1 and not any(passage.level for file in names for passage in file.passages):
        what = f"{len(names)} files have no heading that asks something"
        hint = "if each is an answer, write its question above it, as in “# What is a lock?”"
        return [Problem(Place(names[0].name), what, hint, is_whole=True)]
    return []


def unspaced(texts: Sequence[Text]) -> Iterator[tuple[Text, int, str]]:
    """Lines at the beginning of paragraphs that would be headings with a space, with their files."""
    for text in texts:
        for passage in text.passages:
            for block in passage.blocks:
                line = passage.base + block.line
                if block.kind == "paragraph" and GLUED.match(text.lines[line]):
                    yield text, line, text.lines[line].strip()


def links_only(texts: Sequence[Text]) -> Iterator[tuple[Text, int, str]]:
    """Items of lists that begin with a link, with their files."""
    for text in texts:
        for passage in text.passages:
            for item in (item for block in passage.blocks if block.kind == "list" for item in block.children):
                words = item.children[0].children if item.children else ()
                if words and words[0].kind == "link":
                    yield text, passage.base + item.line, visible(words[:1])


def asking_rows(texts: Sequence[Text]) -> Iterator[tuple[Text, int, str]]:
    """Rows of tables with a cell that asks something, with their files."""
    for text in texts:
        for passage in text.passages:
            for row in (row for block in passage.blocks if block.kind == "table" for row in block.children[1:]):
                if words := next((words for cell in row.children if has_mark(words := visible(cell.children))), ""):
                    yield text, passage.base + row.line, words


def some(count: int, name: str) -> str:
    """A number of things in words."""
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
