"""The bank as cards for Anki: deck.py is the recipe."""
