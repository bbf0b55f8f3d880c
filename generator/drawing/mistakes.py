"""Finds what an author probably meant: the nearest of the names that would have been right.

>>> meant("Kafak", ["Kafka", "Zookeeper"])
"did you mean 'Kafka'?"
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_NEAR = 0.6


def nearest(wrong: str, names: Iterable[str]) -> str:
    """The most similar name, ignoring case, or nothing where none is near."""
    folded = {name.casefold(): name for name in sorted(names, reverse=True)}
    if wrong.casefold() in folded:
        return folded[wrong.casefold()]
    best = process.extractOne(wrong.casefold(), sorted(folded), scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    if best is None and len(wrong) > 3:
        best = process.extractOne(wrong.casefold(), sorted(folded), scorer=fuzz.partial_ratio, score_cutoff=90)
    return folded[best[0]] if best else ""


def meant(wrong: str, names: Iterable[str]) -> str:
    """A "did you mean" with the nearest name, or nothing."""
    name = nearest(wrong, names)
    return f"did you mean '{name}'?" if name else ""


def hint(error: Mapping[str, Any]) -> str:
    """What to do about a mistake that a module's run reported."""
    if error["kind"] == "OSError" and "Global diagrams context" in error["text"]:
        return "put nodes and clusters inside `with Diagram(…):`"
    wrong, names = error.get("wrong", ""), error["names"]
    if error.get("elsewhere") and wrong.casefold() not in {name.casefold() for name in names}:
        return f"it is in {' and in '.join(error['elsewhere'][:3])}"
    return meant(wrong, names) if wrong and names else ""
