"""Flows in named lanes."""

from generator.drawing.forms.lanes.lanes import block, problems

__all__ = ["block", "problems"]
