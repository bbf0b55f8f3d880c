"""The bank on paper: printed.py is the recipe, templates/ are the sheets that typst sets."""
