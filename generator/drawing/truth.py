"""Compares a diagram with its answer: what the answer names in bold or code should be in the picture or its walk.

diagrams/data/q917.py: warning: the answer names "Bloom filter", the diagram does not
"""

import re
from collections.abc import Iterator

from generator.model import Diagram, Element, Question
from generator.problems import Problem, Severity
from generator.stemming import stem

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_FRAMING_WORDS = """
problem solution challenge answer constraint example examples note goal idea approach steps step scenario question pros
cons benefit benefits drawback drawbacks tradeoff tradeoffs trade off summary conclusion why how what when definition
use case cases usage important tip key points requirements requirement result the a an of in on at to for and or with
by via is are be as it its from into no not
"""
_FRAMING = frozenset(_FRAMING_WORDS.split())
"""Words that speak of the answer, not of its subject."""


def check_truth(question: Question, diagram: Diagram) -> tuple[Problem, ...]:
    """A warning for each name of the answer that the diagram lacks; case, plural and punctuation do not matter."""
    there = {stem(word) for word in _words(_said(diagram))}
    missing = [name for name in _names(question) if not _shown(name, there)]
    return tuple(
        Problem(
            diagram.place,
            f'the answer names "{name}", the diagram does not',
            "show it in a label, on an arrow or in the walk",
            Severity.WARNING,
        )
        for name in dict.fromkeys(missing)
    )


def _names(question: Question) -> Iterator[str]:
    """What stands in bold or code in the answer, without the colon of a label."""
    for block in question.answer:
        for element in block.walk():
            if element.kind in ("strong", "code"):
                name = _text(element).strip().rstrip(":").strip()
                if name:
                    yield name


def _text(element: Element) -> str:
    return element.text or "".join(_text(child) for child in element.children)


def _said(diagram: Diagram) -> str:
    """All words of a diagram."""
    said = [diagram.title, diagram.caption, *(step.text for step in diagram.steps)]
    said += [f"{node.label} {node.detail}" for node in diagram.nodes]
    said += [node.component.name for node in diagram.nodes if node.component]
    return " ".join([*said, *(edge.label for edge in diagram.edges), *(group.label for group in diagram.groups)])


def _words(text: str) -> list[str]:
    """Words and numbers in lower case; "ProcessPayment" is two."""
    return [word.casefold() for word in _WORD.findall(text)] + [word.casefold() for word in re.findall(r"\w+", text)]


def _shown(name: str, there: set[str]) -> bool:
    """Whether at least two thirds of a name's telling words are there, as they are or in another form."""
    words = [word for word in dict.fromkeys(_words(name)) if word not in _FRAMING]
    if not words:
        return True
    whole = [word for word in dict.fromkeys(re.findall(r"\w+", name.casefold())) if word not in _FRAMING]
    if whole and all(stem(word) in there for word in whole):
        return True
    return sum(stem(word) in there for word in words) * 3 >= len(words) * 2
