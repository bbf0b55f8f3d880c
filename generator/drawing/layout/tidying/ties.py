"""What moves together in a layout that flows downwards, and how close things may come to each other.

A card, a label and each straight stretch of a line is a thing; what is tied (a line's end to its card, a label to its
line) moves as one. Everything is told in shifts to the right or left: at first all are zero.
"""

from dataclasses import dataclass, field

from generator.drawing.scene.geometry import Line, Point, Rect, segments, spot
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.trunks import buses_of

Key = tuple[object, ...]
"""A thing: ("card", id), ("label", edges), ("line", fan, x), ("left", group), ("right", group), ("wall",)."""
WALL: Key = ("wall",)
HAIR = 0.2
"""A step that nobody sees: where a straight line may become two."""
_GAPS = {
    frozenset(("card",)): 14.0, frozenset(("card", "label")): 5.0, frozenset(("card", "line")): 9.0,
    frozenset(("label",)): 7.0, frozenset(("label", "line")): 5.0, frozenset(("line",)): 11.0,
}  # fmt: skip


@dataclass
class Ties:
    """Things, what they are tied to, and the gaps between them."""

    shifts: dict[Key, float] = field(default_factory=dict)
    tied: dict[Key, Key] = field(default_factory=dict)
    """The first of those that move together, by each that is not itself the first."""
    right: dict[Key, list[tuple[Key, float]]] = field(default_factory=dict)
    """For each thing those right of it, and how much closer they may come."""
    left: dict[Key, list[tuple[Key, float]]] = field(default_factory=dict)
    fans: dict[str, object] = field(default_factory=dict)
    """For each edge what it shares lines with."""
    _heads: dict[Key, Key] = field(default_factory=dict)
    """As far as they are known since the last two were tied."""
    _members: dict[Key, list[Key]] = field(default_factory=dict)

    def head(self, key: Key) -> Key:
        """The thing that stands for all that are tied to this one."""
        found = self._heads.get(key)
        if found is None:
            found = key
            while found in self.tied:
                found = self.tied[found]
            self._heads[key] = found
        return found

    def tie(self, one: Key, other: Key) -> None:
        """Let two move as one from now on."""
        one, other = self.head(one), self.head(other)
        if one != other:
            self.tied[max(one, other, key=lambda key: (key != WALL, str(key)))] = min(
                one, other, key=lambda key: (key != WALL, str(key))
            )
            self._heads, self._members = {}, {}

    def members(self) -> dict[Key, list[Key]]:
        """All that move as one, by the thing that stands for them."""
        if not self._members:
            for key in self.shifts:
                self._members.setdefault(self.head(key), []).append(key)
        return self._members

    def apart(self, one: Key, other: Key, room: float) -> None:
        """Keep a thing left of another one, at most so much closer than now."""
        self.right.setdefault(one, []).append((other, room))
        self.left.setdefault(other, []).append((one, room))

    def moved(self, key: Key, by: float) -> dict[Key, float] | None:
        """All shifts after one thing went right (or left) and pushed what was in its way; none where it cannot."""
        members = self.members()
        shifts = dict(self.shifts)
        ways, sign = (self.right, 1.0) if by > 0 else (self.left, -1.0)
        waiting: list[tuple[Key, float]] = [(self.head(key), abs(by))]
        first = self.head(key)
        while waiting:
            head, far = waiting.pop(0)
            if head == self.head(WALL):
                return None
            for member in members[head]:
                shifts[member] += sign * far
            for member in members[head]:
                for other, room in ways.get(member, ()):
                    short = sign * (shifts[member] - shifts[other]) - room
                    if short > 0.01 and self.head(other) != head:
                        if self.head(other) == first:
                            return None
                        waiting.append((self.head(other), short))
                        break
                else:
                    continue
                waiting.append((head, 0.0))
                break
            if len(waiting) > 200:
                return None
        return shifts


def tied(scene: Scene) -> Ties:
    """The things of a layout."""
    fans = fans_of(scene)
    made = Ties({WALL: 0.0}, fans=fans)
    spots: list[tuple[Key, Rect]] = [(("card", card.node.id), card.rect) for card in scene.cards]
    spots += [(("label", label.edges), label.rect) for label in scene.labels]
    made.shifts |= {key: 0.0 for key, _ in spots}
    lines: dict[Key, list[tuple[Point, Point]]] = {}
    for route in scene.routes:
        for piece in route.pieces:
            for a, b in segments(piece):
                if abs(a.x - b.x) < 0.1:
                    lines.setdefault(key_of(fans[route.edge.id], a), []).append((a, b))
            for point in piece:
                made.shifts.setdefault(key_of(fans[route.edge.id], point), 0.0)
    _tie_ends(made, scene)
    _tie_labels(made, scene, lines)
    for key, stretches in lines.items():
        for a, b in stretches:
            spot = Rect(a.x, min(a.y, b.y), 0, abs(a.y - b.y))
            if (key, spot) not in spots:
                spots.append((key, spot))
    _gaps(made, spots)
    _frames(made, scene, spots)
    return made


def fans_of(scene: Scene) -> dict[str, object]:
    """For each edge what it shares lines with: a label, a place; itself where it shares none."""
    found: dict[str, object] = {route.edge.id: route.edge.id for route in scene.routes}
    for name, at in (("from", 0), ("to", -1)):
        groups: dict[object, list[str]] = {}
        for route in scene.routes:
            groups.setdefault((name, route.pieces[at][at]), []).append(route.edge.id)
        for place, edges in groups.items():
            if len(edges) > 1:
                found |= {edge: place for edge in edges if found[edge] == edge}
    found |= {route.edge.id: ("over", place) for place, bus in buses_of(scene).items() for route in bus}
    for label in scene.labels:
        found |= {edge: label.edges for edge in label.edges if len(label.edges) > 1}
    return found


def key_of(fan: object, point: Point) -> Key:
    """The stretch of a fan's line on which a point lies."""
    return ("line", fan, round(point.x, 1))


def _tie_ends(made: Ties, scene: Scene) -> None:
    """Ends to their cards; what ends elsewhere stays where it is."""
    cards = {card.node.id: card.rect.grown(1) for card in scene.cards}
    frames = {frame.group.id: frame.rect for frame in scene.frames}
    for route in scene.routes:
        ends = ((route.edge.source, route.pieces[0][0]), (route.edge.target, route.pieces[-1][-1]))
        for index, (node, end) in enumerate(ends):
            key, frame = key_of(made.fans[route.edge.id], end), route.edge.ends[index]
            if node in cards and cards[node].holds(spot(end)):
                made.tie(key, ("card", node))
            elif frame not in frames:
                made.tie(key, WALL)
            # else it may slide along the frame: what a frame holds keeps off its corners
        if route.edge.source == route.edge.target:  # a loop stands as close to its card as it was
            for point in (each for piece in route.pieces for each in piece):
                made.tie(key_of(made.fans[route.edge.id], point), ("card", route.edge.source))


def _tie_labels(made: Ties, scene: Scene, lines: dict[Key, list[tuple[Point, Point]]]) -> None:
    """Labels to the stretch of their line that passes by."""
    for label in scene.labels:
        r, middle = label.rect, label.rect.centre.y
        near = [
            (max(r.x - a.x, a.x - r.right), key)
            for key, stretches in lines.items()
            if key[1] == made.fans[label.edges[0]]
            for a, b in stretches
            if min(a.y, b.y) - 1 <= middle <= max(a.y, b.y) + 1
        ]
        close = min(near, default=None, key=lambda each: each[0])
        if close and close[0] < 12:
            made.tie(("label", label.edges), close[1])


def _gaps(made: Ties, spots: list[tuple[Key, Rect]]) -> None:
    """Things beside each other keep their order and a gap: the one that they want, or the one that they have."""
    things = [(key, made.head(key), rect, rect.y - 3, rect.bottom) for key, rect in spots]
    for index, (one, head, a, top, bottom) in enumerate(things):
        for other, beside, b, above, below in things[index + 1 :]:
            if top >= below or above >= bottom or head == beside:
                continue
            if one[0] == other[0] == "line" and one[1] == other[1]:
                continue  # of one fan: they may become one
            least = _GAPS[frozenset((str(one[0]), str(other[0])))]
            if a.right <= b.x + 0.5:
                made.apart(one, other, max(0.0, b.x - a.right - least))
            elif b.right <= a.x + 0.5:
                made.apart(other, one, max(0.0, a.x - b.right - least))


def _frames(made: Ties, scene: Scene, spots: list[tuple[Key, Rect]]) -> None:
    """Frames hold what is in them, and keep off what is beside them; the picture grows no wider."""
    spots = [*spots]
    for frame in scene.frames:
        r = frame.rect
        for side, x in (("left", r.x), ("right", r.right)):
            made.shifts[side, frame.group.id] = 0.0
            spots.append(((side, frame.group.id), Rect(x, r.y, 0, r.h)))
    least, most = min(rect.x for _, rect in spots), max(rect.right for _, rect in spots)
    for key, rect in spots:
        made.apart(WALL, key, rect.x - least)
        made.apart(key, WALL, most - rect.right)
    for frame in scene.frames:
        _frame(made, frame.group.id, frame.rect, spots)


def _frame(made: Ties, group: str, frame: Rect, spots: list[tuple[Key, Rect]]) -> None:
    """What is in a frame keeps the room that the title and the margin take; what is beside it keeps off."""
    box = frame.grown(0.5)
    inner = [rect for key, rect in spots if key[0] in ("card", "left", "right") and key[1] != group and box.holds(rect)]
    rooms = min((r.x for r in inner), default=frame.x) - frame.x, frame.right - max((r.right for r in inner), default=0)
    for key, rect in spots:
        if key[1:] == (group,):
            continue
        if box.holds(rect):
            before, after = (7.0, 7.0) if key[0] == "line" else rooms
            made.apart(("left", group), key, max(0.0, rect.x - frame.x - before))
            made.apart(key, ("right", group), max(0.0, frame.right - rect.right - after))
        elif rect.y < box.bottom and box.y < rect.bottom:
            if rect.right <= box.x + 1:
                made.apart(key, ("left", group), max(0.0, frame.x - rect.right - 10))
            elif rect.x >= box.right - 1:
                made.apart(("right", group), key, max(0.0, rect.x - frame.right - 10))


def shifted(line: Line, fan: object, shifts: dict[Key, float]) -> Line:
    """A line after its stretches went where they are wanted, without the corners that are none any more."""
    moved = [Point(round(p.x + shifts.get(key_of(fan, p), 0.0), 2), p.y) for p in line]
    for index in range(1, len(moved)):
        if abs(moved[index - 1].x - moved[index].x) < HAIR + 0.02:
            moved[index] = Point(moved[index - 1].x, moved[index].y)
    kept = moved[:1]
    for index, point in enumerate(moved[1:], 1):
        after = moved[index + 1] if index + 1 < len(moved) else None
        before = kept[-1]
        level = after and (abs(before.x - point.x) < 0.06 and abs(point.x - after.x) < 0.06)
        flat = after and (abs(before.y - point.y) < 0.06 and abs(point.y - after.y) < 0.06)
        if not (level or flat or (point == before and after)):
            kept.append(point)
    return tuple(kept)
