"""Why a bank is refused, each in one sentence that says what was seen and what helps.

416 headings like “What is a box?” ask something and have no number; run `python -m generator number --write`
3 items of a list like “What is a lock?” may be questions; none has an answer below it
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from generator.model import Element
from generator.problems import Place, Problem
from generator.reading.choosing.proposals import Proposal
from generator.reading.choosing.scores import begins_again
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.asking import has_question_mark, is_question_or_task, mostly_questions
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.passages import Passage
from generator.reading.passages.patterns import BOLD_LEVEL
from generator.reading.shapes.openings import Mark, Opening, OpeningKind, heading, paragraph

BEGIN = "begin each question with a heading like “### Question 12: title”"
_GLUED = re.compile(r"#{2,6}(?![#!\s])")
"""A line that GitHub used to take for a heading."""
_MOST_MISSED = 0.3
"""The share of questions without a number, among those that have one, which is no oversight."""
_MANY = 5
"""How many lines that ask something make an answer suspicious."""
_LONGEST = 60
"""Characters of a line that is quoted."""


_Found = tuple[ParsedFile, int, str]
"""A file, a line of it, from 0, and words that stand there."""


def _refusal(file: ParsedFile, line: int, what: str, hint: str = BEGIN) -> list[Problem]:
    """The one error of a bank, at a line, from 0."""
    return [Problem(Place(file.name, line + 1), what, hint, is_whole=True)]


def _pairs(files: Sequence[ParsedFile], proposal: Proposal) -> list[tuple[ParsedFile, Opening]]:
    """What a proposal opens, with its files."""
    return [(file, each) for file, chosen in zip(files, proposal.files, strict=True) for each in chosen]


def _quoted(file: ParsedFile, opening: Opening) -> str:
    """The line of an opening."""
    return file.lines[opening.line].strip()[:_LONGEST]


def _counted(proposal: Proposal, count: int) -> str:
    """So many lines of a proposal, in words."""
    return f"1 {proposal.shape.kind.value}" if count == 1 else f"{count} {proposal.shape.words}"


def unclear(files: Sequence[ParsedFile], best: Proposal, rival: Proposal) -> list[Problem]:
    """The error of a bank that can be read in two ways."""
    (file, first), (other, second) = _pairs(files, best)[0], _pairs(files, rival)[0]
    line, count = _quoted(file, first), _counted(best, len(best.openings))
    what = f"the questions may be {count} like “{line}” or "
    what += f"{_counted(rival, len(rival.openings))} like “{_quoted(other, second)}”"
    return _refusal(file, first.line, what, f"say which in shape.yml beside the bank, as in “questions: '{line}'”")


def unanswered(files: Sequence[ParsedFile], best: Proposal) -> list[Problem]:
    """The error of a list most of whose items have no answer, and no number that says that they are questions."""
    found = best.openings
    bare = sum(not each.size for each in found)
    if best.shape.kind is not OpeningKind.ITEM or 2 * bare <= len(found) or all(each.start for each in found):
        return []
    file, first = _pairs(files, best)[0]
    count = _some(len(found), "item")
    what = f"{count} of a list like “{first.title[:_LONGEST]}” may be questions; {bare} of them have no answer below"
    return _refusal(file, first.line, what)


def unnumbered(files: Sequence[ParsedFile], best: Proposal, command: str) -> list[Problem]:
    """The error of a bank whose questions have no numbers that they can be found by."""
    every = _pairs(files, best)
    missing = [(file, each) for file, each in every if each.number is None]
    file, first = every[0]
    if missing and all(each.mark is Mark.PARTS for _, each in missing):
        what = f"{_counted(best, len(every))} like “{_quoted(file, first)}” have a number in parts and need a whole one"
    elif missing:
        file, first = missing[0]
        ask, have = ("asks", "has") if len(missing) == 1 else ("ask", "have")
        asking = f"{ask} something and " if mostly_questions(each.title for _, each in missing) else ""
        what = f"{_counted(best, len(missing))} like “{first.title[:_LONGEST]}” {asking}{have} no number"
    elif repeats(best.numbers):
        where = "in each file" if len([file for file in best.files if file]) > 1 else "in each topic"
        what = f"the numbers begin again {where}: {len(every)} questions, {len(set(best.numbers))} numbers"
    else:
        return []
    return _refusal(file, first.line, what, f"run `{command}`")


def overlooked(chosen: Sequence[Opening], every: Sequence[Opening]) -> Iterator[Opening]:
    """The headings of a file that are as high as its questions, ask something and have no number."""
    lines, levels = {each.line for each in chosen}, {each.level for each in chosen}
    return (
        each
        for each in every
        if each.kind is OpeningKind.HEADING and each.level in levels and each.line not in lines
        if each.number is None and has_question_mark(each.title)
    )


def missed(
    files: Sequence[ParsedFile], best: Proposal, found: Sequence[Sequence[Opening]], command: str
) -> list[Problem]:
    """The error of a bank many of whose questions have a number, and others, as high as they are, have none."""
    every = zip(files, best.files, found, strict=True)
    left = [(file, each) for file, chosen, all_of in every for each in overlooked(chosen, all_of)]
    if best.shape.kind is not OpeningKind.HEADING or len(left) < 2 or _MOST_MISSED * len(best.openings) > len(left):
        return []
    file, first = left[0]
    what = f"{len(left)} headings like “{first.title[:_LONGEST]}” ask something and have no number, as the others have"
    return _refusal(file, first.line, what, f"run `{command}`")


def repeats(numbers: Sequence[int]) -> bool:
    """Whether numbers begin again: more than one comes twice, or the last ones count up from the first."""
    if not begins_again(numbers):
        return False
    place = len(numbers) - 1 - list(reversed(numbers)).index(min(numbers))
    tail = [number - min(numbers) for number in numbers[place:]]
    return len(numbers) - len(set(numbers)) > 1 or (place > 1 and tail == list(range(len(tail))))


def swallowed(files: Sequence[ParsedFile], best: Proposal) -> list[Problem]:
    """The error of a bank in which one answer holds as many lines that ask something as there are questions."""
    fewest = max(_MANY, len(best.openings))
    for file, chosen in zip(files, best.files, strict=True):
        for question, following in zip_longest(chosen, chosen[1:]):
            end = following.place if following else len(file.passages)
            inner = {
                each.title: each
                for each in _asking(file.passages[question.place : end], question)
                if has_question_mark(each.title)
            }
            if len(inner) >= fewest:
                return _doubt(file, question, list(inner.values()))
    return []


def _asking(passages: Sequence[Passage], question: Opening) -> Iterator[Opening]:
    """Headings and bold lines in an answer that ask something, as a question would."""
    for count, passage in enumerate(passages):
        if count and question.level < passage.level < BOLD_LEVEL and not passage.start:
            yield heading(passage, question.place)
        for block in passage.blocks:
            if block.kind == "paragraph" and block.children[:1] and block.children[0].kind == "strong":
                yield from paragraph(block, passage.base, question.place)


def _doubt(file: ParsedFile, question: Opening, inner: Sequence[Opening]) -> list[Problem]:
    """The error of lines that are probably questions themselves."""
    words = "bold lines" if inner[0].kind is OpeningKind.BOLD else "headings"
    what = f"{len(inner)} {words} like “{inner[0].title[:_LONGEST]}” stand in the answer of line {question.line + 1}"
    said = _quoted(file, question)
    hint = f"write them as the other questions, or say in shape.yml what those are: “questions: '{said}'”"
    return _refusal(file, inner[0].line, what, hint)


def nothing(texts: Sequence[ParsedFile], openings: Sequence[Collection[Opening]]) -> list[Problem]:
    """What to say of a bank in which nothing opens a question."""
    if glued := list(_unspaced(texts)):
        what = "is no heading" if len(glued) == 1 else "are no headings"
        return _seen(glued, "line", what, hint="put a space behind the #")
    for kind, name, where, doubts in (
        (OpeningKind.ITEM, "item", " of a list", "; none has an answer below it"),
        (OpeningKind.BOLD, "bold line", "", ", or steps of an answer"),
        (OpeningKind.HEADING, "heading", "", "; none has an answer below it"),
    ):
        every = ((file, each) for file, some in zip(texts, openings, strict=True) for each in some if each.kind is kind)
        meant = (pair for pair in every if is_question_or_task(pair[1].title) or pair[1].mark is Mark.NUMBER)
        found = [(file, each.line, each.title) for file, each in meant]
        if found and (kind is not OpeningKind.HEADING or mostly_questions(title for _, _, title in found)):
            return _seen(found, name, f"may be questions{doubts}", where)
    if rows := list(_asking_rows(texts)):
        return _seen(rows, "row", "may be questions; a table is text here", " of a table")
    if linked := list(_links_only(texts)):
        return _seen(linked, "item", "only link to pages; no answer stands here", " of a list")
    names = [file for file in texts if file.lines and not file.speaks_of_folder]
    if len(names) > 1 and not any(passage.level for file in names for passage in file.passages):
        what = f"{len(names)} files have no heading that asks something"
        return _refusal(
            names[0], -1, what, "if each is an answer, write its question above it, as in “# What is a lock?”"
        )
    return []


def _seen(found: Sequence[_Found], name: str, what: str, where: str = "", hint: str = BEGIN) -> list[Problem]:
    """The error of lines of which something may be meant."""
    file, line, words = found[0]
    return _refusal(file, line, f"{_some(len(found), name)}{where} like “{words[:_LONGEST]}” {what}", hint)


def _blocks(texts: Sequence[ParsedFile], kind: str) -> Iterator[tuple[ParsedFile, int, Element]]:
    """All blocks of a kind, with their files and the lines from which theirs are counted."""
    passages = ((text, passage) for text in texts for passage in text.passages)
    return ((text, each.base, block) for text, each in passages for block in each.blocks if block.kind == kind)


def _unspaced(texts: Sequence[ParsedFile]) -> Iterator[_Found]:
    """Lines at the beginning of paragraphs that would be headings with a space."""
    lines = ((text, base + block.line) for text, base, block in _blocks(texts, "paragraph"))
    return ((text, line, text.lines[line].strip()) for text, line in lines if _GLUED.match(text.lines[line]))


def _links_only(texts: Sequence[ParsedFile]) -> Iterator[_Found]:
    """Items of lists that begin with a link."""
    for text, base, block in _blocks(texts, "list"):
        for item in block.children:
            words = item.children[0].children if item.children else ()
            if words and words[0].kind == "link":
                yield text, base + item.line, visible(words[:1])


def _asking_rows(texts: Sequence[ParsedFile]) -> Iterator[_Found]:
    """Rows of tables with a cell that asks something."""
    for text, base, block in _blocks(texts, "table"):
        for row in block.children[1:]:
            if words := next(filter(has_question_mark, (visible(cell.children) for cell in row.children)), ""):
                yield text, base + row.line, words


def _some(count: int, name: str) -> str:
    """A number of things in words."""
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
