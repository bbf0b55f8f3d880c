"""Pushes what makes a picture too wide back into its room, with all that hangs on it, where nothing is in the way."""

from collections.abc import Iterator

from generator.drawing.layout.tidying.ties import Key, Ties, key_of
from generator.drawing.scene.scene import Scene

_TRIES = 3
_PARTS = 1.0, 0.5, 0.25
"""Of the way that is wanted."""


def slim(ties: Ties, scene: Scene, most: float) -> None:
    """Let a layout that flows downwards be no wider than its room, if that can be."""
    ends = list(_ends(ties, scene))
    least = min(left + ties.shifts[key] for key, left, _ in ends)
    for _ in range(_TRIES):
        for key, _, right in sorted(ends, key=lambda end: -end[2]):
            over = right + ties.shifts[key] - least - most
            if over > 1:
                tries = (ties.moved(key, -over * part) for part in _PARTS)
                ties.shifts = next((made for made in tries if made), ties.shifts)


def _ends(ties: Ties, scene: Scene) -> Iterator[tuple[Key, float, float]]:
    """Each thing with its left and right end."""
    yield from ((("card", card.node.id), card.rect.x, card.rect.right) for card in scene.cards)
    yield from ((("label", label.edges), label.rect.x, label.rect.right) for label in scene.labels)
    for frame in scene.frames:
        yield ("left", frame.group.id), frame.rect.x, frame.rect.x
        yield ("right", frame.group.id), frame.rect.right, frame.rect.right
    for route in scene.routes:
        for point in (each for piece in route.pieces for each in piece):
            yield key_of(ties.fans[route.edge.id], point), point.x, point.x
