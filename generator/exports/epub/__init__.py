"""The bank as an EPUB 3 book: ebook.py is the recipe, templates/ are its pages."""
