"""Time or a quantity along a line, with its rows, marks and spans."""

from generator.drawing.forms.scale.scale import block, describe, problems, swatch

__all__ = ["block", "describe", "problems", "swatch"]
