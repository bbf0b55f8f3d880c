"""Which card of a note asks for what: by its words, so that it stays with its card when others come or go.

    slots(("Trigger", "Layer"), 10)  ->  {"Trigger": 7, "Layer": 2}

Anki knows a note's cards by their places. Were the second point of an answer always on the second card, a point put
before it would take over what a learner knows of it.
"""

import hashlib
from collections.abc import Iterable


def slots(keys: Iterable[str], count: int) -> dict[str, int]:
    """A slot from 0 for each key, the one its words choose or the next that is free; none for what finds no room."""
    taken: dict[int, str] = {}
    for key in dict.fromkeys(keys):
        first = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % count
        free = (slot % count for slot in range(first, first + count) if slot % count not in taken)
        if (slot := next(free, None)) is not None:
            taken[slot] = key
    return {key: slot for slot, key in taken.items()}
