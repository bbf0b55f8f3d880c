"""Draws the diagrams of a bank: modules of ordinary `diagrams` code become pictures for page, file and print.

drawings, problems = draw(Path("diagrams"), bank, cache=cache)
drawings[901].inline.svg     # both layouts, for the page
icons(drawings[901].icons)   # {"assets/icons/aws-storage-s3.png": b"…"}
"""

from generator.drawing.drawings import draw
from generator.drawing.iconset import icons
from generator.drawing.pictures import print_svg
from generator.drawing.thumbnails import thumbnail

__all__ = ["draw", "icons", "print_svg", "thumbnail"]
