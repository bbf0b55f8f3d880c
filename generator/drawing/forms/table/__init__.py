"""Tables of sample data, with arrows between their rows."""

from generator.drawing.forms.table.table import block, describe, problems, side_by_side

__all__ = ["block", "describe", "problems", "side_by_side"]
