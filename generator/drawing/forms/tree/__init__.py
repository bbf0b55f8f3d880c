"""Hierarchies: parents above their children, or an indented list."""

from generator.drawing.forms.tree.growing import fanned
from generator.drawing.forms.tree.tree import block, describe, problems

__all__ = ["block", "describe", "fanned", "problems"]
