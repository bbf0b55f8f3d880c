"""A colour of its own for each topic, as an angle on the colour wheel in steps of 5, never the same for neighbours."""

from generator.model import Bank, Topic

FIRST, STEP = 262, 137.508
"""The golden angle: however many topics there are, those near each other differ."""


def hue(bank: Bank, topic: Topic) -> int:
    """The angle of a topic's colour, from its place in the bank."""
    return round((FIRST + STEP * bank.rank[topic.slug]) / 5) * 5 % 360
