"""The bank as a CSV table for spreadsheets, a row for each question.

    "number","title","topic","body","answer","picture","references","components","address"
    "901","Design a serverless backend …","Serverless","","Trigger: S3 …","Parts: Client, …","","S3; Lambda","https://…"

`body` is what the question asks beside its title, `picture` its diagram in words.

A cell that begins like a formula is a formula to a spreadsheet, whoever wrote it; such a cell gets an apostrophe.
"""

import csv
import io
from collections.abc import Iterable

from generator import markup
from generator.exports.shared.selections import Selection
from generator.model import Question, Study

_COLUMNS = (
    "number", "title", "topic", "body", "answer", "picture", "references", "components", "address", "edition", "commit",
)  # fmt: skip
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""First characters that spreadsheets take for a formula or a command, with their full-width forms."""


def table(study: Study, selection: Selection) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads it in the system's code page."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS)
    writer.writerows([safe(cell) for cell in _row(study, question)] for question in study.bank.questions)
    return buffer.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """The cell, never a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_DANGEROUS) else cell


def _row(study: Study, question: Question) -> Iterable[str]:
    edition, drawing = study.edition, study.drawings.get(question.number)
    yield str(question.number)
    yield question.title
    yield study.bank.topic_of(question).name
    yield markup.text(question.body)
    yield markup.worded(study, question).text
    yield drawing.description if drawing else ""
    yield "; ".join(dict.fromkeys(f"Q{reference.number}" for reference in question.references))
    yield "; ".join(component.name for component in drawing.diagram.components) if drawing else ""
    yield f"{edition.site_url}questions/{question.number}/"
    yield edition.date
    yield edition.commit
