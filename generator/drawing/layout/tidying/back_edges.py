"""Leads ways back from the side of one card to the side of another, not round the corner between others' ends.

[a] <--.            [a] <-.
 |  ^__|             |    |         In a layout that flows downwards: a lane with a hook at each end becomes
[b]    |     ->     [b]   |         one with a corner at each end, where that runs into nothing.
 |   __|             |    |
[c]_/               [c] --'
"""

from dataclasses import replace

from generator.drawing.scene.geometry import Line, Point, Rect, bounds, crosses, crossings, segments
from generator.drawing.scene.scene import Route, Scene

_AWAY = 16.0
"""From a card to a lane beside it, at least: room for the head of an arrow."""
_AIR = 6.0
"""From a line to what it does not belong to."""
_PITCH = 14.0
"""Between two ends on one side of a card."""


def returned(scene: Scene) -> Scene:
    """The layout with its ways back at the sides of cards."""
    for route in scene.routes:
        line = _hooked(route)
        scene = (line and _at_sides(scene, route, line)) or scene
    return scene


def _hooked(route: Route) -> Line | None:
    """The line of a way back that leaves and ends by a hook round the corner of a card."""
    line = route.pieces[0]
    if len(route.pieces) > 1 or len(line) != 6 or any(route.edge.ends) or line[0].y < line[-1].y:
        return None
    return line if all(abs(a.x - b.x) < 1 for a, b in zip(line[::2], line[1::2], strict=True)) else None


def _at_sides(scene: Scene, route: Route, line: Line) -> Scene | None:
    """The layout with a way back beside its cards; none where there is no room."""
    rects = {card.node.id: card.rect for card in scene.cards}
    if not {route.edge.source, route.edge.target} <= rects.keys():
        return None
    source, target, lane = rects[route.edge.source], rects[route.edge.target], line[2].x
    right = lane > max(source.right, target.right)
    if not right and lane > min(source.x, target.x):
        return None
    x = (
        max(lane, source.right + _AWAY, target.right + _AWAY)
        if right
        else min(lane, source.x - _AWAY, target.x - _AWAY)
    )
    start, end = (Point(rect.right if right else rect.x, rect.centre.y) for rect in (source, target))
    made = (start, Point(x, start.y), Point(x, end.y), end)
    labels = tuple(
        replace(label, rect=label.rect.moved(x - lane, 0)) if route.edge.id in label.edges else label
        for label in scene.labels
    )
    others = [each for each in scene.routes if each is not route]
    things = [rect for name, rect in rects.items() if name not in route.edge.points]
    things += [label.rect for label in scene.labels if route.edge.id not in label.edges]
    own = [label.rect for label in labels if route.edge.id in label.edges]
    met = any(crosses(made, thing.grown(_AIR)) for thing in things)
    met = met or any(rect.meets(thing.grown(2)) for rect in own for thing in (*rects.values(), *things))
    if met or any(
        _disturbs(made, line, piece) or any(crosses(piece, rect) for rect in own)
        for each in others
        for piece in each.pieces
    ):
        return None
    return replace(scene.rerouted([replace(route, pieces=(made,))]), labels=labels)


def _disturbs(made: Line, before: Line, other: Line) -> bool:
    """Whether a line would cross another one more often, run along it, or end beside its end."""
    if crossings(made, other) > crossings(before, other):
        return True
    ends = [bounds((end, end)).grown(_PITCH) for end in (made[0], made[-1])]
    if any(rect.meets(bounds((end, end)).grown(1)) for rect in ends for end in (other[0], other[-1])):
        return True
    pairs = ((bounds(one), bounds(two)) for one in segments(made) for two in segments(other))
    return any(_along(one, two) and one.grown(_AIR).meets(two.grown(1)) for one, two in pairs)


def _along(one: Rect, other: Rect) -> bool:
    return (one.w < 1) == (other.w < 1)
