"""Paints scenes as SVG, in light and dark, and says in words what they show."""
