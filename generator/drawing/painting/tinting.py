"""Stand-alone pictures in the accent of a site: their badges and marks follow it, as those on its pages do."""

from collections.abc import Mapping
from dataclasses import replace

from generator.drawing.painting.theme import DARK, LIGHT
from generator.model import Drawing


def tinted(drawings: Mapping[int, Drawing], light: Mapping[str, str], dark: Mapping[str, str]) -> Mapping[int, Drawing]:
    """The drawings with other colours for some names of the theme's, such as "badge"."""
    pairs = [(LIGHT[name], colour) for name, colour in light.items()]
    tints = tuple(pairs + [(DARK[name], colour) for name, colour in dark.items()])
    return {
        number: replace(
            drawing,
            standalone=replace(drawing.standalone, tints=tints),
            medium=replace(drawing.medium, tints=tints),
            narrow=replace(drawing.narrow, tints=tints),
        )
        for number, drawing in drawings.items()
    }
