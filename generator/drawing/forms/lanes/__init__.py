"""Flows in named lanes."""
