"""The pages of the topics: an index of all, and for each its questions to be scanned in ten seconds.

topics/index.md, topics/<slug>.md, topics/<slug>/2.md …  ->  /topics/, /topics/<slug>/, /topics/<slug>/2/ …
"""

from collections.abc import Iterator
from typing import Any

from generator.model import Page, Study, Topic
from generator.pages.fields.excerpts import brief
from generator.pages.fields.hues import hued
from generator.pages.fields.introduction import introduction
from generator.pages.fields.listing import amounts, entry, paged, sheets

_SAMPLES = 3
"""Titles that stand for a topic in the index."""

_FEW = 60
"""With more topics than this the index names them only, without samples."""


def pages(study: Study) -> Iterator[Page]:
    """The index and of each topic's pages."""
    yield _index(study)
    for topic in study.bank.topics:
        yield from _topic(topic, study)


def summary(topic: Topic, study: Study) -> dict[str, Any]:
    """A topic as lists of topics show it."""
    bank = study.bank
    samples = topic.numbers[:_SAMPLES] if len(bank.topics) <= _FEW else ()
    found = {
        **hued(topic, bank),
        "count": len(topic.numbers),
        "amount": study.wording.count(len(topic.numbers), "{count} question", "{count} questions"),
        "range": _span(topic.numbers),
        "samples": [brief(bank.by_number[number]) for number in samples],
    }
    return {name: value for name, value in found.items() if value}


def _span(numbers: tuple[int, ...]) -> str:
    """The first and last of a topic's numbers, as in "901-910"."""
    return f"{min(numbers)}–{max(numbers)}" if len(numbers) > 1 else "".join(map(str, numbers))


def _index(study: Study) -> Page:
    bank, wording = study.bank, study.wording
    questions = wording.count(len(bank.questions), "{count} question", "{count} questions")
    topics = wording.count(len(bank.topics), "{count} topic", "{count} topics")
    more, body = introduction(bank.introduction, "../", study.wording)
    fields = {
        "title": wording("Questions by topic"),
        "description": wording("{questions} of {site} by topic.", questions=questions, site=study.edition.site_name),
        "topics": [summary(topic, study) for topic in bank.topics],
        "count": len(bank.questions),
        "lead": wording("{questions} in {topics}.", questions=questions, topics=topics),
        **more,
    }
    return Page("topics/index.md", "topics.html", fields, body)


def _topic(topic: Topic, study: Study) -> Iterator[Page]:
    entries = [entry(study.bank.by_number[number], study) for number in topic.numbers]
    drawn, wording = sum("picture" in each for each in entries), study.wording
    diagrams = wording.count(drawn, "{count} diagram", "{count} diagrams")
    about = f"{topic.name}: {amounts(len(entries), drawn, wording)}"
    for sheet in sheets(f"topics/{topic.slug}", entries):
        first = topic.introduction if sheet.number == 1 else ()
        more, body = introduction(first, "../../", wording)
        fields = {
            "title": paged(topic.name, sheet.number, wording),
            "description": about,
            "topic": {**summary(topic, study), "drawn": drawn, "diagrams": diagrams},
            "sheet": sheet.number,
            "pager": sheet.pager,
            "entries": sheet.entries,
            **more,
        }
        yield Page(sheet.path, "topic.html", fields, body)
