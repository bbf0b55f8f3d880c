"""A state machine: states on a line, or below each other where the window is narrow."""

from generator.drawing.forms.states.states import block, describe, problems

__all__ = ["block", "describe", "problems"]
