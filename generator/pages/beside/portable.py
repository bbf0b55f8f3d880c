"""The files beside each question's page: the page as portable Markdown, the picture, and the picture's code.

questions/901/index.md, questions/901/diagram.svg, questions/901/diagram.py
"""

from collections.abc import Callable, Iterator, Sequence

from generator import markup
from generator.model import Drawing, Element, Question, Study, Wording
from generator.pages.fields.excerpts import targets

_THUMBNAIL = "<style>@media(max-width:200px){text{display:none}}</style>"
"""In a list the picture is so small that nobody can read its text: setting it took half of the time of such a list."""


def files(study: Study) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file."""
    for question in study.bank.questions:
        folder = f"questions/{question.number}"
        yield f"{folder}/index.md", _whole(question, study).encode()
        drawing = study.drawings.get(question.number)
        if drawing:
            yield f"{folder}/diagram.svg", titled(drawing).encode()
            yield f"{folder}/diagram.py", drawing.diagram.code.encode()


def titled(drawing: Drawing) -> str:
    """The picture on its own, below its title."""
    head, picture = drawing.headline, drawing.standalone
    width, height = round(max(head.width, picture.width)), round(head.height + picture.height)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    inner = picture.svg.replace("<svg ", f'<svg y="{head.height:g}" ', 1)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{_THUMBNAIL}{head.svg}{inner.rstrip()}</svg>\n'


def _whole(question: Question, study: Study) -> str:
    """A question's page as Markdown that reads the same wherever it is pasted: links are whole addresses."""
    topic = study.bank.topic_of(question)
    drawing = study.drawings.get(question.number)
    wording = study.wording
    words, base = markup.worded(study, question), study.edition.questions_url
    picture = f"{base}{question.number}/diagram.svg" if study.edition.site_url else "diagram.svg"

    def address(number: int) -> str:
        return f"{base}{number}/"

    parts = [
        f"# {question.label}: {markup.gfm([Element('paragraph', children=question.heading)], address).strip()}",
        f"{wording('Topic')}: {_escaped(topic.name)}",
        words.body,
        f"**{wording('Answer')}:**" if question.body else "",
        words.answer.strip() or f"*{wording('There is no answer yet.')}*",
        *(_diagram(drawing, picture, wording) if drawing else ()),
        *_references(question, study, address),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _diagram(drawing: Drawing, picture: str, wording: Wording) -> Iterator[str]:
    diagram = drawing.diagram
    yield f"## {wording('Diagram')}"
    yield f"![{_escaped(diagram.title)}]({picture})"
    yield _escaped(diagram.caption)
    yield "\n".join(f"{step.number}. {_escaped(step.text)}" for step in diagram.steps)


def _references(question: Question, study: Study, address: Callable[[int], str]) -> Iterator[str]:
    bank = study.bank
    backlinks = [bank.by_number[number] for number in bank.backlinks.get(question.number, ())]
    unresolved = question.unresolved_numbers
    yield from _list(study.wording("See also"), targets(question, bank), address)
    if unresolved:
        yield study.wording("Not in this bank: {numbers}.", numbers=", ".join(f"Q{number}" for number in unresolved))
    yield from _list(study.wording("Referenced by"), backlinks, address)


def _list(heading: str, questions: Sequence[Question], address: Callable[[int], str]) -> Iterator[str]:
    if questions:
        yield f"## {heading}"
        yield "\n".join(f"- [{each.label}: {_escaped(each.title)}]({address(each.number)})" for each in questions)


def _escaped(text: str) -> str:
    """Plain text as Markdown that shows it."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>&#|~" else sign for sign in " ".join(text.split()))
