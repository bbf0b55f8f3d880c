"""From any name to a slug that is safe in an address and a file name on every system.

"Serverless & Event-Driven Patterns" -> "serverless-event-driven-patterns"
"""

import hashlib
import re
import unicodedata

_LONGEST = 60
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that Windows keeps for itself."""
_SPOKEN = (("++", " plus plus "), ("#", " sharp "))


def slug(name: str) -> str:
    """Letters a-z, digits and single hyphens, at most `_LONGEST`; never empty, never a reserved name."""
    for signs, words in _SPOKEN:
        name = name.replace(signs, words)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    if not words:
        return "topic-" + hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{words}-topic" if words in _RESERVED else words
