"""One thing above the other, with the arrows between them."""

from generator.drawing.forms.layers.layers import block, describe, problems

__all__ = ["block", "describe", "problems"]
