"""Conversations: participants across, messages downwards."""
