"""Which of a drawing's pictures goes where on a sheet, and how large.

    choose(drawing, rooms)  ->  Placed(picture, scale=0.87, beside=False)

A picture is scaled to its room. The first place in which its labels stay readable wins; without one,
the place in which they are largest does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Drawing, Picture

POINT = 25.4 / 72
"""Of a typographer, in millimetres; a CSS pixel is three quarters of it."""
LARGEST = 1.15
"""How far a small picture may grow."""
SMALLEST = 8.0
"""Points of a label on paper, below which another place is tried."""
LEAST = 60
"""Millimetres of height that are worth a picture."""


@dataclass(frozen=True, slots=True)
class Room:
    """A place for a picture, in millimetres."""

    width: float
    height: float
    beside: bool = False
    """Next to the answer instead of below it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture in its place."""

    picture: Picture
    scale: float
    """1 for its natural size."""
    beside: bool

    @property
    def width(self) -> float:
        """In points."""
        return round(self.picture.width * 0.75 * self.scale, 2)


POCKET = (Room(132, 90),)


def rooms(below: float, beside: float, long: bool) -> tuple[Room, ...]:
    """Places on a page of the book that has so many millimetres left; beside a long answer there is none.

    Where the words leave too little, the picture keeps its size and the page runs over.
    """
    room = Room(165, below if below > LEAST else 135)
    return (room,) if long else (room, Room(100, beside, beside=True))


def choose(drawing: Drawing, rooms: Sequence[Room]) -> Placed:
    """The picture and its place."""
    pictures = (drawing.standalone, drawing.medium, drawing.narrow)
    places = [_placed(picture, room) for picture in pictures for room in _fit(picture, rooms)]
    readable = [place for place in places if place.scale * place.picture.text * 0.75 >= SMALLEST]
    return readable[0] if readable else max(places, key=lambda place: place.scale * place.picture.text)


def _fit(picture: Picture, rooms: Sequence[Room]) -> Sequence[Room]:
    """The rooms, for a tall picture those beside the answer first."""
    return sorted(rooms, key=lambda room: room.beside != (picture.height > picture.width))


def _placed(picture: Picture, room: Room) -> Placed:
    width, height = picture.width * 0.75 * POINT, picture.height * 0.75 * POINT
    return Placed(picture, min(LARGEST, room.width / width, room.height / height), room.beside)
