"""Plans one layout of a diagram: which boxes Graphviz has to place, and which wires run between them.

A link with a label becomes two wires with the label's box between them; a link that may not push nodes apart becomes
a row where its ends stand in one layer, and is left to the router where they do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.drawing.layout import boxes
from generator.drawing.layout.boxes import Card, Label, Sizes
from generator.drawing.layout.layers import layers
from generator.drawing.layout.links import Link, links
from generator.drawing.layout.placing import Boxes, Frame, Piece, Row
from generator.drawing.layout.routing import Wire
from generator.model import Diagram


@dataclass(frozen=True, slots=True)
class Way:
    """One way to lay out a diagram."""

    name: str
    """"wide" or "narrow"."""
    direction: str
    sizes: Sizes
    nodesep: float = 22
    ranksep: float = 20
    room: float = 0
    """Pixels that the cards of one layer may take up side by side; 0 where it does not matter."""
    margin: float = 9
    titles: float = 1.0
    """How much wider than its title a frame is at least."""
    widest: float = 400.0
    """Beyond which no frame is widened for its title."""
    bound: bool = False
    """Whether links that the author left free take part in the layering all the same."""
    fold: float = 0
    """Width beyond which a picture from left to right goes on below; 0 for never."""
    low: frozenset[str] = frozenset()
    """Groups whose title stands at the lower border."""
    deep: frozenset[str] = frozenset()
    """Groups with room under their title for lines to spread."""


_LOOSE = 14.0
"""More room between cards where a label has to find its place later."""


_DEEP = 22.0


@dataclass(frozen=True, slots=True)
class Cable:
    """A wire with the edges that run along it."""

    wire: Wire
    edges: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What to place and what to draw."""

    request: Boxes
    cards: Mapping[str, Card]
    labels: Mapping[str, Label]
    links: tuple[Link, ...]
    cables: tuple[Cable, ...]
    """For each piece of the request that stands for edges, at the same position; then those that have no piece."""


def plan(diagram: Diagram, way: Way) -> Plan:
    """The plan of a layout."""
    joined = links(diagram, way.bound)
    cards = {node.id: boxes.card(node, way.sizes) for node in diagram.nodes}
    labels = {link.label: boxes.label(link.edges[0], way.sizes) for link in joined if link.label}
    across = {name: card.h if way.direction == "LR" else card.w for name, card in cards.items()}
    ranks = layers(diagram, joined, across, way)
    homes = {node.id: node.group for node in diagram.nodes}
    rows = _rows(joined, ranks, homes)
    floating = {link.label for link in joined if link.free} - {name for row in rows for name in row.names}
    sizes = {name: (card.w, card.h) for name, card in cards.items()}
    sizes |= {name: (label.w, label.h) for name, label in labels.items() if name not in floating}
    pieces: list[Piece] = []
    cables: list[Cable] = []
    for link in joined:
        if not link.free:
            _connect(link, ranks, bool(labels), pieces, cables)
    for link in joined:
        if link.free:
            cables += _free(link, link.label in floating or not link.label)
    request = Boxes(
        sizes,
        (*pieces, *_kept_order(diagram, ranks)),
        _frames(diagram, joined, homes, floating, way),
        way.direction,
        way.nodesep + (_LOOSE if floating else 0),
        way.ranksep if labels else 2 * way.ranksep,
        way.margin,
        rows,
        mirrored=way.direction == "LR" and bool(diagram.groups),
    )
    return Plan(request, cards, labels, joined, tuple(cables))


def _connect(link: Link, ranks: Mapping[str, int], labelled: bool, pieces: list[Piece], cables: list[Cable]) -> None:
    """Add the pieces of a link and the cables along them."""
    weight = ("weight", _weight(link))
    if not link.label:
        for edge in link.edges:
            tail, head = (edge.target, edge.source) if link.turned else (edge.source, edge.target)
            span = max(1, (ranks[head] - ranks[tail]) * (2 if labelled else 1))
            pieces.append(Piece(tail, head, (weight, ("minlen", str(span)))))
            cables.append(Cable(Wire(tail, head), (edge.id,)))
        return
    first = min(ranks[head] for head in link.heads)
    last = max(ranks[tail] for tail in link.tails)
    for tail in link.tails:
        span = max(1, (first - ranks[tail]) * 2 - 1) if len(link.tails) > 1 else 1
        pieces.append(Piece(tail, link.label, (weight, ("minlen", str(span)))))
        cables.append(Cable(Wire(tail, link.label), _mine(link, link.tails, tail)))
    for head in link.heads:
        span = max(1, (ranks[head] - last) * 2 - 1) if len(link.tails) == 1 else 1
        loop = link.tails == link.heads
        ends = (head, link.label) if loop else (link.label, head)
        pieces.append(Piece(*ends, (weight, ("minlen", str(span)))))
        cables.append(Cable(Wire(*ends), _mine(link, link.heads, head)))


def _weight(link: Link) -> str:
    """How much Graphviz straightens a link: the main path most."""
    edge = link.edges[0]
    if len(link.edges) > 1:
        return "2"
    return {"main": "8" if edge.step is not None else "3", "reply": "2"}.get(edge.kind, "1")


def _mine(link: Link, ends: tuple[str, ...], end: str) -> tuple[str, ...]:
    """The edges of a link that touch one of its ends; all where the end is shared."""
    if len(ends) == 1:
        return tuple(edge.id for edge in link.edges)
    return tuple(edge.id for edge in link.edges if end in (edge.source, edge.target))


def _free(link: Link, floating: bool) -> list[Cable]:
    """The cables of a link that does not take part in the layering."""
    ids = tuple(edge.id for edge in link.edges)
    if not floating:
        return [Cable(Wire(link.tails[0], link.label), ids), Cable(Wire(link.label, link.heads[0]), ids)]
    return [Cable(Wire(edge.source, edge.target), (edge.id,)) for edge in link.edges]


def _rows(joined: tuple[Link, ...], ranks: Mapping[str, int], homes: Mapping[str, str]) -> tuple[Row, ...]:
    """What stands in order in one layer of one group: ends of free links with their label, and siblings of a fan."""
    rows: list[Row] = []
    for link in joined:
        if link.free and len(link.edges) == 1:
            tail, head = link.tails[0], link.heads[0]
            if ranks[tail] == ranks[head] and homes[tail] == homes[head] and tail != head:
                rows.append(Row(homes[tail], (tail, link.label, head) if link.label else (tail, head)))
    taken = {name for row in rows for name in row.names}
    for link in joined:
        for side in (link.tails, link.heads):
            alike = len({(ranks[name], homes[name]) for name in side}) == 1
            if len(side) > 1 and alike and not taken.intersection(side):
                rows.append(Row(homes[side[0]], side, apart=True))
                taken.update(side)
    return tuple(rows)


def _kept_order(diagram: Diagram, ranks: Mapping[str, int]) -> list[Piece]:
    """Invisible pieces for the author's invisible edges."""
    pairs = [pair for pair in diagram.hints if ranks[pair[0]] < ranks[pair[1]]]
    return [Piece(tail, head, (("style", "invis"),)) for tail, head in pairs]


def _frames(
    diagram: Diagram, joined: tuple[Link, ...], homes: Mapping[str, str], floating: set[str], way: Way
) -> tuple[Frame, ...]:
    """The groups as clusters; a label stands in the innermost group that holds all the cards it joins."""
    parents = {group.id: group.parent for group in diagram.groups}
    where = dict(homes)
    for link in joined:
        if link.label and link.label not in floating:
            paths = [_path(homes[node], parents) for node in (*link.tails, *link.heads)]
            where[link.label] = next(group for group in paths[0] if all(group in other for other in paths))
    members = {group.id: tuple(name for name, home in where.items() if home == group.id) for group in diagram.groups}
    found = []
    for group in diagram.groups:
        width, height = boxes.title(group)
        height += _DEEP if group.id in way.deep and width else 0
        found.append(
            Frame(
                group.id,
                group.parent,
                members[group.id],
                (max(width, min(width * way.titles, way.widest)), height),
                group.id in way.low,
            )
        )
    return tuple(found)


def _path(group: str, parents: Mapping[str, str]) -> list[str]:
    """A group and all round it, up to the picture itself, whose name is empty."""
    path = [group]
    while path[-1]:
        path.append(parents[path[-1]])
    return path
