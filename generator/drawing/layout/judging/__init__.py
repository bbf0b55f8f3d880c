"""Judges a finished layout: what overlaps, runs through something, goes far about, or is too small to read."""
