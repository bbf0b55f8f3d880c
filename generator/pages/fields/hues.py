"""A colour of its own for each topic, as an angle on the colour wheel in steps of 5, never the same for neighbours."""

from typing import Any

from generator.model import Bank, Topic

_FIRST, _STEP = 262, 137.508
"""The golden angle: however many topics there are, those near each other differ."""


def hued(topic: Topic, bank: Bank) -> dict[str, Any]:
    """Slug and name of a topic, and the angle of its colour, from its place in the bank."""
    hue = round((_FIRST + _STEP * bank.rank[topic.slug]) / 5) * 5 % 360
    return {"slug": topic.slug, "name": topic.name, "hue": hue}
