"""Put references into answers: each mention becomes an element, a missing question becomes a warning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.linking.mentions import mentions
from generator.model import Bank, Element, Question, Reference
from generator.problems import Place, Problem, Severity

WORTH_A_LOOK = re.compile(r"\bq(?:uestions?)?\.?[ \u00a0]?#?[0-9]", re.IGNORECASE)
HOLDERS = ("paragraph", "heading", "cell")


@dataclass(frozen=True, slots=True)
class Linked:
    """A question with its references, and what it mentions in vain."""

    question: Question
    unresolved: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()


def link(bank: Bank) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank with its references, and a warning for each mention that leads nowhere."""
    linked = [linked_question(bank, question) for question in bank.questions]
    return replace(
        bank,
        questions=tuple(each.question for each in linked),
        unresolved=tuple(reference for each in linked for reference in each.unresolved),
        sources=tuple(each.question.number for each in linked for _ in each.unresolved),
    ), tuple(problem for each in linked for problem in each.problems)


def linked_question(bank: Bank, question: Question) -> Linked:
    """A question, its mentions of others turned into elements."""
    if not WORTH_A_LOOK.search(question.source):
        return Linked(question)
    found: list[Reference] = []
    answer = tuple(linked_block(bank, question, block, found) for block in question.answer)
    known = tuple(reference for reference in found if reference.number in bank.by_number)
    missing = tuple(reference for reference in found if reference.number not in bank.by_number)
    span = f"{bank.questions[0].number}-{bank.questions[-1].number}"
    problems = tuple(
        Problem(each.place, f"Q{each.number} is not in this bank ({span})", "", Severity.WARNING) for each in missing
    )
    return Linked(replace(question, answer=answer, references=known), missing, problems)


def linked_block(bank: Bank, question: Question, block: Element, found: list[Reference]) -> Element:
    """A block with its mentions as elements; they are added to `found`."""
    if block.kind in ("code_block", "code", "link", "image"):
        return block
    if block.kind == "text":
        return block
    children: list[Element] = []
    for child in block.children:
        if child.kind == "text":
            children += linked_text(bank, question, child, found)
        else:
            children.append(linked_block(bank, question, child, found))
    return replace(block, children=tuple(children))


def linked_text(bank: Bank, question: Question, text: Element, found: list[Reference]) -> Iterator[Element]:
    """A text cut at its mentions."""
    place = 0
    for mention in mentions(text.text):
        words = text.text[mention.begin : mention.end]
        if mention.number == question.number:
            continue
        if mention.begin > place:
            yield replace(text, text=text.text[place : mention.begin])
        kind = "reference" if mention.number in bank.by_number else "unresolved"
        yield Element(kind, "", (replace(text, text=words),), (("number", mention.number),), text.line)
        found.append(Reference(mention.number, Place(question.place.file, question.place.line + text.line), words))
        place = mention.end
    if place < len(text.text):
        yield replace(text, text=text.text[place:])
