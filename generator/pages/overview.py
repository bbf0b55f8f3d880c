"""Pages about the bank as a whole: the map of topics and components, the glossary, open references.

map.md, glossary.md, unresolved.md  ->  /map/, /glossary/, /unresolved/
"""

from collections.abc import Iterator
from typing import Any

from generator.model import Page, Study
from generator.pages.component import uses
from generator.pages.fields.excerpts import brief
from generator.pages.fields.hues import hued

_COLUMNS, _ROWS = 24, 120
"""The map's size at most: the components used most, and the first topics."""


def pages(study: Study) -> Iterator[Page]:
    """Each overview; a map only where there are components, and a glossary only where there is one."""
    if study.components:
        yield _map(study)
    if any(term.meaning for term in study.glossary):
        yield _glossary(study)
    yield _unresolved(study)


def _map(study: Study) -> Page:
    bank = study.bank
    most = sorted(study.components.items(), key=lambda item: (-len(item[1]), item[0].slug))[:_COLUMNS]
    columns = [uses(component, study) for component, _ in most]
    rows = [
        {**hued(topic, bank), "cells": [column.get(topic.slug) for column in columns]} for topic in bank.topics[:_ROWS]
    ]
    fields = {
        "title": study.wording("Map of the bank"),
        "description": study.wording("Which topics use which components, and in how many questions."),
        "components": [{"slug": each.slug, "name": each.name} for each, _ in most],
        "rows": rows,
        "components_total": len(study.components),
        "rows_total": len(bank.topics),
    }
    return Page("map.md", "map.html", fields)


def _glossary(study: Study) -> Page:
    terms = sorted((term for term in study.glossary if term.meaning), key=lambda term: term.name.casefold())
    fields = {
        "title": study.wording("Glossary"),
        "description": study.wording("Terms and abbreviations of the questions in a sentence each."),
        "terms": [{"name": term.name, "meaning": term.meaning, "aliases": list(term.aliases)} for term in terms],
    }
    return Page("glossary.md", "glossary.html", fields)


def _unresolved(study: Study) -> Page:
    bank = study.bank
    found: dict[int, dict[int, dict[str, Any]]] = {}
    for question in bank.questions:
        for number in question.unresolved_numbers:
            found.setdefault(number, {})[question.number] = brief(question)
    fields = {
        "title": study.wording("Open references"),
        "description": study.wording("Questions that answers refer to and that are not in this bank yet."),
        "unresolved": [{"number": number, "sources": list(found[number].values())} for number in sorted(found)],
    }
    return Page("unresolved.md", "unresolved.html", fields)
