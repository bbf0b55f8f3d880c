"""The page of a question: its answer as HTML, and what stands round it as fields for question.html.

questions/901.md  ->  /questions/901/
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator import markup
from generator.jobs.limits import bounded
from generator.model import Bank, Drawing, Later, Page, Question, Study
from generator.pages.component import named
from generator.pages.fields.direction import direction, may_turn
from generator.pages.fields.excerpts import brief, excerpt, pointed_at, shape, targets
from generator.pages.fields.hues import hued
from generator.pages.fields.linked import linked
from generator.pages.fields.terms import Index, explained, indexed
from generator.problems import Place

NEIGHBOURS = 15
"""Questions of the topic that the sidebar shows: with all of them, a page of a large topic would be mostly sidebar."""


def pages(study: Study) -> Iterator[Page]:
    """Each question's page."""
    inside = {number: place for topic in study.bank.topics for place, number in enumerate(topic.numbers)}
    terms = indexed(study.glossary)
    for place, question in enumerate(study.bank.questions):
        around = _surroundings(question, study.bank, place, inside[question.number])
        with bounded(question.place, f"making the page of {question.label}"):
            page = _page(question, study, around, terms)
        yield page


def _page(question: Question, study: Study, surroundings: dict[str, Any], terms: Index) -> Page:
    bank = study.bank
    drawing = study.drawings.get(question.number)
    fields = {
        "title": question.title,
        "heading": markup.html(question.heading, _address),
        "description": excerpt(question, study, 155) or question.title,
        "number": question.number,
        **surroundings,
        "title_direction": direction(question.title),
        "answer_direction": direction(markup.prose(question)) if may_turn(question.source) else "",
        "body": markup.page(question.body, _address, wording=study.wording),
        "solution": markup.page(question.solution, _address, wording=study.wording),
        "unanswered": not (question.answer or question.solution),
        "pointer": [{**brief(each), "excerpt": excerpt(each, study, 400)} for each in pointed_at(question, bank)],
        "diagram": _diagram(drawing) if drawing else None,
        "components": [named(each, drawing) for each in drawing.diagram.components] if drawing else None,
        **_references(question, study),
        "source": _source(question.answer_place, "?plain=1"),
        "terms": explained(question.answer, terms),
        "linked": linked(question, study),
    }
    answer = Later(
        markup.worded(study, question).tree, lambda: markup.page(question.answer, _address, wording=study.wording)
    )
    picture = drawing.inline if drawing else None
    path = f"questions/{question.number}.md"
    return Page(path, "question.html", fields, answer, picture, origin=question.place)


def _address(number: int) -> str:
    return f"../{number}/"


def _surroundings(question: Question, bank: Bank, place: int, inside: int) -> dict[str, Any]:
    """The topic, its list round this question, and the questions before and after.

    `place` is where the question stands in the bank, `inside` where in its topic, both from 0.
    """
    topic = bank.topic_of(question)
    around = window(topic.numbers, inside, NEIGHBOURS)
    questions = bank.questions
    return {
        "topic": hued(topic, bank),
        "siblings": [brief(bank.by_number[number]) for number in around],
        "siblings_cut": len(around) < len(topic.numbers),
        "before": brief(questions[place - 1]) if place else None,
        "after": brief(questions[place + 1]) if place + 1 < len(questions) else None,
    }


def window(numbers: Sequence[int], place: int, size: int) -> Sequence[int]:
    """At most `size` neighbours of the one at `place`, itself among them and in the middle where it can be."""
    start = max(0, min(place - size // 2, len(numbers) - size))
    return numbers[start : start + size]


def _diagram(drawing: Drawing) -> dict[str, Any]:
    diagram = drawing.diagram
    return {
        "title": diagram.title,
        "form": diagram.form or "flow",
        "caption": diagram.caption,
        **shape(drawing),
        "steps": [{"number": step.number, "text": step.text} for step in diagram.steps],
        "words": [line for line in drawing.description.splitlines() if line.strip()],
        "draft": diagram.draft,
        "source": None if diagram.draft else _source(diagram.place),
    }


def _references(question: Question, study: Study) -> dict[str, Any]:
    bank = study.bank
    to = [each.number for each in targets(question, bank)]
    by = bank.backlinks.get(question.number, ())
    related = [each for each in study.related.get(question.number, ()) if each.number not in {*to, *by}]
    return {
        "references": [brief(bank.by_number[number]) for number in to],
        "unresolved": question.unresolved_numbers,
        "backlinks": [brief(bank.by_number[number]) for number in by],
        "related": [{**brief(bank.by_number[each.number]), "why": each.why} for each in related],
    }


def _source(place: Place, query: str = "") -> str:
    """The file as the repository names it, at the line; empty for one outside."""
    path = PurePosixPath(place.file)
    outside = path.is_absolute() or ".." in path.parts
    return "" if outside else f"{path}{query}#L{max(place.line, 1)}"
