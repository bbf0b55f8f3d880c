"""Makes a tiny abstract picture of a diagram, boxes and lines without text, for lists of questions.

It is taken from the finished picture, not laid out again: a list of a thousand questions wants a thousand of them.
"""

import re

from generator.model import Drawing

_WIDTH, _HEIGHT = 120, 68
_RECT = re.compile(r'<rect class="(frame|card)[^"]*" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"')
_LINE = re.compile(r'<path class="line[^"]*" d="([^"]+)"')
_NUMBERS = re.compile(r"-?[\d.]+ -?[\d.]+")


def thumbnail(drawing: Drawing) -> str:
    """An SVG of 120 by 68 that follows the colours of the page; less than 1.2 KB."""
    picture = drawing.standalone
    scale = min((_WIDTH - 4) / picture.width, (_HEIGHT - 4) / picture.height)
    left, top = (_WIDTH - picture.width * scale) / 2, (_HEIGHT - picture.height * scale) / 2

    def point(x: float, y: float) -> str:
        return f"{left + x * scale:.0f} {top + y * scale:.0f}"

    boxes = {"frame": "", "card": ""}
    for name, *numbers in _RECT.findall(picture.svg):
        x, y, width, height = map(float, numbers)
        boxes[name] += (
            f"M{point(x, y)}h{max(2, width * scale):.0f}v{max(2, height * scale):.0f}h-{max(2, width * scale):.0f}z"
        )
    lines = ""
    for line in _LINE.findall(picture.svg):
        ends = [tuple(map(float, pair.split())) for pair in _NUMBERS.findall(line)]
        lines += f"M{point(*ends[0])}L{point(*ends[-1])}"
    paths = (("f", boxes["frame"]), ("l", lines), ("c", boxes["card"]))
    drawn = "".join(f'<path class="{name}" d="{path}"/>' for name, path in paths if path)
    return f'<svg class="dg-mini" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">{drawn}</svg>'
