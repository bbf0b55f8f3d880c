"""Tell from its words whether a title asks something: "What is a queue?", "Explain ACID" do, "Requirements" does not.

Only where a form alone leaves open what a line is do the words decide. English words only; a question mark is one in
any language.
"""

import re
from collections.abc import Iterable

MARK = r"[?？؟]\W*$"
_ASKED = r"what|why|how|when|where|which|who|whose|whom|explain|compare|difference|differentiate|distinguish|in which"
_TOLD = (
    r"describe|define|discuss|contrast|design|implement|build|list|name|state|give|given|write|tell|walk|suppose|imagine|"
    r"is|are|was|can|could|do|does|did|should|would|will|have|has"
)
"""What tasks begin with, but steps of an answer do as well: "Define the needs"."""
_MARKED = re.compile(MARK)
_ASKING = re.compile(rf"\W*(?:{_ASKED}|{_TOLD})(?:['’]\w+)?\b", re.IGNORECASE)
_QUESTION = re.compile(rf"\W*(?:{_ASKED})(?:['’]\w+)?\b", re.IGNORECASE)


def is_question_or_task(title: str) -> bool:
    """Whether a title ends in a question mark or begins as questions and tasks do."""
    return has_question_mark(title) or bool(_ASKING.match(title))


def is_question(title: str) -> bool:
    """Whether a title ends in a question mark or begins as questions do, and steps do not."""
    return has_question_mark(title) or bool(_QUESTION.match(title))


def has_question_mark(title: str) -> bool:
    """Whether a title ends in a question mark."""
    return bool(_MARKED.search(title))


def mostly_questions(titles: Iterable[str]) -> bool:
    """Whether at least half of some titles ask something."""
    found = [is_question_or_task(title) for title in titles]
    return 2 * sum(found) >= len(found) > 0
