"""Tell from its words whether a title asks something: "What is a queue?", "Explain ACID" do, "Requirements" does not.

Only where a form alone leaves open what a line is do the words decide.
"""

import re
from collections.abc import Iterable

ASKING = re.compile(
    r"[?？؟]\W*$|^\W*(?:what|why|how|when|where|which|who|whose|whom|explain|describe|define|compare|contrast|discuss|"
    r"design|implement|build|list|name|state|give|write|tell|walk|suppose|imagine|difference|differentiate|distinguish|"
    r"is|are|was|can|could|do|does|did|should|would|will|have|has|in which|given)(?:['’]\w+)?\b",
    re.IGNORECASE,
)
MARK = re.compile(r"[?？؟]\W*$")


def asks(title: str) -> bool:
    """Whether a title ends in a question mark or begins as questions and tasks do."""
    return bool(ASKING.search(title))


def has_mark(title: str) -> bool:
    """Whether a title ends in a question mark."""
    return bool(MARK.search(title))


def ask(titles: Iterable[str]) -> bool:
    """Whether at least half of some titles ask something."""
    found = [asks(title) for title in titles]
    return 2 * sum(found) >= len(found) > 0
