"""First half of the recipe: from files to a Study in which everything is known, linked, drawn and checked."""

from generator.preparing.preparing import drawn, prepare, spoken

__all__ = ["drawn", "prepare", "spoken"]
