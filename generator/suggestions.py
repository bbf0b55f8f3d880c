"""Finds what an author probably meant: the nearest of the names that would have been right.

>>> meant("Kafak", ["Kafka", "Zookeeper"])
"did you mean 'Kafka'?"
"""

from collections.abc import Iterable, Mapping
from typing import Any

_NEAR = 0.6


def nearest(wrong: str, names: Iterable[str]) -> str:
    """The most similar name, ignoring case, or nothing where none is near; of dotted names, each part must be."""
    from rapidfuzz import fuzz, process  # loaded by the first mistake

    folded = {name.casefold(): name for name in sorted(names, reverse=True)}
    if wrong.casefold() in folded:
        return folded[wrong.casefold()]
    best = process.extractOne(wrong.casefold(), sorted(folded), scorer=_likeness, score_cutoff=_NEAR)
    if best is None and len(wrong) > 3 and "." not in wrong:
        best = process.extractOne(wrong.casefold(), sorted(folded), scorer=fuzz.partial_ratio, score_cutoff=90)
    return folded[best[0]] if best else ""


def _likeness(one: str, other: str, *, score_cutoff: float | None = None) -> float:
    """0 to 1; that of the parts that are least alike."""
    from rapidfuzz.distance import OSA

    parts, others = one.split("."), other.split(".")
    if len(parts) != len(others):
        return 0.0
    return min(map(OSA.normalized_similarity, parts, others))


def meant(wrong: str, names: Iterable[str]) -> str:
    """A "did you mean" with the nearest name, or nothing."""
    return _asked(nearest(wrong, names))


def _asked(name: str) -> str:
    """A name as a question, or nothing."""
    return f"did you mean '{name}'?" if name else ""


def hint(error: Mapping[str, Any]) -> str:
    """What to do about a mistake that a module's run reported."""
    if error["kind"] == "OSError" and "Global diagrams context" in error["text"]:
        return "put nodes and clusters inside `with Diagram(…):`"
    if error["kind"] == "MemoryError":
        return "a module may use 256 MB, or what `--memory` says"
    wrong, names = error.get("wrong", ""), error["names"]
    near = nearest(wrong, names) if wrong else ""
    places = [each.rpartition(".")[::2] for each in error.get("elsewhere", ())]
    if not places or near.casefold() == wrong.casefold() or near in dict(places):
        return _asked(near)
    name = places[0][1]
    return f"{name} is in {' and in '.join([home for home, each in places if each == name][:3])}"
