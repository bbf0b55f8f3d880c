"""Conversations: participants across, messages downwards."""

from generator.drawing.forms.sequence.sequence import block, describe, problems

__all__ = ["block", "describe", "problems"]
