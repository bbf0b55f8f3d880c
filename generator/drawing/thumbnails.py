"""Makes a tiny abstract picture of a diagram, boxes and lines without text, for lists of questions."""

from generator.drawing.choosing import wide
from generator.drawing.geometry import Rect
from generator.drawing.scene import Scene
from generator.model import Drawing

_WIDTH, _HEIGHT = 120, 68


def thumbnail(drawing: Drawing) -> str:
    """An SVG of 120 by 68 that follows the colours of the page."""
    return sketch(wide(drawing.diagram))


def sketch(scene: Scene) -> str:
    """The boxes and lines of a scene."""
    scale = min((_WIDTH - 4) / scene.width, (_HEIGHT - 4) / scene.height)
    left, top = (_WIDTH - scene.width * scale) / 2, (_HEIGHT - scene.height * scale) / 2

    def box(rect: Rect) -> str:
        x, y, right, bottom = (round(left + rect.x * scale), round(top + rect.y * scale), rect.right, rect.bottom)
        return f"M{x} {y}H{round(left + right * scale)}V{round(top + bottom * scale)}H{x}Z"

    frames = "".join(box(frame.rect) for frame in scene.frames)
    cards = "".join(box(card.rect) for card in scene.cards)
    lines = ""
    for route in scene.routes:
        a, b = route.pieces[0][0], route.pieces[-1][-1]
        lines += f"M{left + a.x * scale:.0f} {top + a.y * scale:.0f}L{left + b.x * scale:.0f} {top + b.y * scale:.0f}"
    return (
        f'<svg class="dg-mini" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
        f'<path class="f" d="{frames}"/><path class="l" d="{lines}"/><path class="c" d="{cards}"/></svg>'
    )
