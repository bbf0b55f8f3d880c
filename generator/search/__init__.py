"""From a study to what the search in the reader's browser needs: documents, and names for the same thing."""

from generator.search.documents import files
from generator.search.glossary import read_glossary

__all__ = ["files", "read_glossary"]
