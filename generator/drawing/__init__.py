"""Draws the diagrams of a bank: modules of ordinary `diagrams` code become pictures, inline for a page and stand-alone.

drawings, problems = draw(Path("diagrams"), bank, cache=cache)
drawings[901].inline.svg     # both layouts, for the page
icons(drawings.values())     # {"assets/icons/aws-storage-s3.png": b"…"}
"""

from generator.drawing.drafts.drafting import blank, draft
from generator.drawing.drawings import RunOptions, check, draw
from generator.drawing.icons.iconset import icons
from generator.drawing.icons.plain import files as plain_icons
from generator.drawing.modules.loading import Limits
from generator.drawing.painting.theme import tinted
from generator.drawing.sheet import contact_sheet
from generator.drawing.truth import check_truth

__all__ = [
    "Limits",
    "RunOptions",
    "blank",
    "check",
    "check_truth",
    "contact_sheet",
    "draft",
    "draw",
    "icons",
    "plain_icons",
    "tinted",
]
