"""Tidies what the engine laid out: straight lines, fans with one trunk, titles that no line runs through."""
