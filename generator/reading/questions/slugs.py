"""From any name to a slug that is safe in an address and a file name on every system.

"Serverless & Event-Driven Patterns" -> "serverless-event-driven-patterns"
"""

import hashlib
import re
import unicodedata

LONGEST = 60
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that Windows keeps for itself."""
SPOKEN = (("++", " plus plus "), ("#", " sharp "))


def slug(name: str) -> str:
    """Letters a-z, digits and single hyphens, at most `LONGEST`; never empty, never a reserved name."""
    for signs, words in SPOKEN:
        name = name.replace(signs, words)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    if not words:
        return "topic-" + hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{words}-topic" if words in RESERVED else words
