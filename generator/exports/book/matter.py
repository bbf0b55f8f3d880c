"""What stands round the questions of a book: key to the pictures, indexes, glossary, open references.

Each entry carries the questions that it leads to; the typesetter knows their pages.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator import linking, markup
from generator.exports.shared.selections import Selection
from generator.model import Question, Study, Term

_KINDS = ("failure", "reply", "observe")
_FEWEST, _MOST = 2, 12
"""Questions that a subject of the index stands in: one is no subject of the book, and too many tell nothing."""
_TELLING = 5
"""So many of the weightiest words of a question are its subjects."""


def matter(study: Study, selection: Selection) -> dict[str, Any]:
    """All of it, for the questions of one book."""
    wanted = set(selection.numbers)
    texts = words(study, selection.numbers)
    drawn = [study.drawings[number].diagram for number in wanted & set(study.drawings)]
    kinds = {edge.kind for diagram in drawn for edge in diagram.edges}
    return {
        "author": study.edition.author,
        "rights": study.edition.rights,
        "kinds": [kind for kind in _KINDS if kind in kinds],
        "pictures": bool(drawn),
        "components": _entries({each.name: numbers for each, numbers in study.components.items()}, wanted),
        "subjects": subjects(study, selection),
        "glossary": glossary(study.glossary, texts),
        "unresolved": _unresolved(study, selection.numbers),
    }


def subjects(study: Study, selection: Selection) -> list[dict[str, Any]]:
    """The index of subjects. What is one, the whole bank decides."""
    components = frozenset(component.name.casefold() for component in study.components)
    found = _subjects(_Same(study.bank.questions), components, study.wording.silent)
    return _entries(found, set(selection.numbers))


def _entries(found: Mapping[str, Sequence[int]], wanted: set[int]) -> list[dict[str, Any]]:
    here = {name: [number for number in numbers if number in wanted] for name, numbers in found.items()}
    return [{"name": name, "numbers": here[name]} for name in sorted(here, key=_letters) if here[name]]


class _Same:
    """Questions that are known again as the very same ones: to compare a thousand takes as long as to read them."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.questions = questions

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.questions is other.questions

    def __hash__(self) -> int:
        return id(self.questions)


@lru_cache(maxsize=1)
def _subjects(same: _Same, taken: frozenset[str], silent: frozenset[str]) -> Mapping[str, list[int]]:
    """Words and pairs of words that some questions share and that tell most of them, with those questions.

    The books of all topics ask the same of the whole bank.
    """
    questions = same.questions
    found: dict[str, list[int]] = {}
    for number, weights in linking.text_keywords(questions, silent).items():
        for word in sorted(weights, key=lambda each: -weights[each])[:_TELLING]:
            found.setdefault(word, []).append(number)
    pairs = {tuple(numbers) for word, numbers in found.items() if " " in word}
    titles = "\n".join(question.title.casefold() for question in questions)
    return {
        word: numbers
        for word, numbers in found.items()
        if _FEWEST <= len(numbers) <= _MOST
        and word.casefold() not in taken
        and (" " in word or tuple(numbers) not in pairs)
        and (word.isupper() or word.casefold() in titles)
    }


def words(study: Study, numbers: Iterable[int]) -> dict[int, str]:
    """All words of some questions, by their numbers."""
    return {number: markup.worded(study, study.bank.by_number[number]).text for number in numbers}


def glossary(terms: Iterable[Term], texts: Mapping[int, str]) -> list[dict[str, Any]]:
    """The terms that occur, with the questions in which they do."""
    found = []
    for term in terms:
        names = "|".join(re.escape(name) for name in sorted((term.name, *term.aliases), key=len, reverse=True))
        word = re.compile(rf"(?<![\w-])(?:{names})(?![\w+#-])", 0 if term.name != term.name.lower() else re.IGNORECASE)
        numbers = [number for number, text in texts.items() if word.search(text)] if term.meaning else []
        if numbers:
            entry = {"name": term.name, "meaning": term.meaning, "aliases": list(term.aliases)}
            found.append({**entry, "numbers": numbers})
    return found


def _unresolved(study: Study, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """The questions that some refer to and no file has, with those that do."""
    found: dict[int, list[int]] = {}
    for number in numbers:
        for each in study.bank.by_number[number].unresolved_numbers:
            found.setdefault(each, []).append(number)
    return [{"name": f"Q{each}", "numbers": found[each]} for each in sorted(found)]


def _letters(name: str) -> tuple[str, str]:
    return name.casefold(), name
