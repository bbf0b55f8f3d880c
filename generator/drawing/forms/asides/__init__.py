"""Cards beside a form, and their arrows to it."""

from generator.drawing.forms.asides.asides import beside
from generator.drawing.forms.asides.ways import core, outer, side_of

__all__ = ["beside", "core", "outer", "side_of"]
