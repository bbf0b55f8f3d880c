"""Topics in the order that mkdocs.yml asks for; those that it does not name follow in the order of the files.

extra: {topics: [Storage, Replication]}
"""

from msgspec.structs import replace

from generator.model import Bank
from generator.problems import Place, Problem, Severity
from generator.suggestions import meant


def ordered(bank: Bank, asked: object) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank with its topics in another order, and a warning for each name that no topic has."""
    names = [str(name) for name in asked] if isinstance(asked, list) else []
    if not names:
        return bank, ()
    known = {name.casefold(): topic for topic in bank.topics for name in (topic.slug, topic.name)}
    first = [known[name.casefold()] for name in names if name.casefold() in known]
    listed = [topic.name for topic in bank.topics]
    problems = tuple(
        Problem(Place("mkdocs.yml"), f"extra.topics: there is no topic “{name}”", meant(name, listed), Severity.WARNING)
        for name in names
        if name.casefold() not in known
    )
    return replace(bank, topics=tuple(dict.fromkeys((*first, *bank.topics)))), problems
