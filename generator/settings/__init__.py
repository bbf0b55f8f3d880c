"""What mkdocs.yml says, and what follows from it: addresses, parts that are switched off, menu, colours, fonts.

settings = read(Path("mkdocs.yml"))
remarks(Path("mkdocs.yml"))            what it says in vain, each with its line
"""

from generator.settings.addresses import as_opened, is_placeholder, remote
from generator.settings.colours import Accent
from generator.settings.looks import SECTIONS, SHEET, accent_of, sheet, without
from generator.settings.reading import PYTHON, Name, read
from generator.settings.remarks import OURS, guests, remarks

__all__ = [
    "OURS",
    "PYTHON",
    "SECTIONS",
    "SHEET",
    "Accent",
    "Name",
    "accent_of",
    "as_opened",
    "guests",
    "is_placeholder",
    "read",
    "remarks",
    "remote",
    "sheet",
    "without",
]
