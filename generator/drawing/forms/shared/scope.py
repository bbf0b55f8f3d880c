"""The part of a diagram that a form draws, and what a form has to offer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.drawing.scene.shapes import TONES, Block, Size
from generator.model import IN_ENGLISH, Attributes, Diagram, Edge, Group, Node, Wording


@dataclass(frozen=True)
class Scope:
    """A whole diagram, or the inside of one cluster: nodes, the edges between them, and the clusters in it."""

    label: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    attributes: Attributes
    parent: str = ""
    """Id of the cluster that this is the inside of."""
    wording: Wording = field(default=IN_ENGLISH, compare=False)
    """In which it is described."""
    alone: Mapping[str, tuple[int, ...]] = field(default_factory=dict, compare=False)
    """By the first node or cluster that tells them: the steps that no arrow tells."""

    @classmethod
    def of(cls, diagram: Diagram, owner: Diagram | Group, wording: Wording = IN_ENGLISH) -> "Scope":
        """All of a diagram, or the inside of a cluster of it with the clusters in that."""
        alone = _alone(diagram)
        if isinstance(owner, Diagram):
            return cls(owner.title, owner.nodes, owner.edges, owner.groups, owner.attributes, "", wording, alone)
        inner = tuple(each for each in diagram.groups if owner.id in diagram.around(each.parent))
        inside = {owner.id, *(each.id for each in inner)}
        nodes = tuple(node for node in diagram.nodes if node.group in inside)
        ids = {node.id for node in nodes}
        edges = tuple(edge for edge in diagram.edges if edge.source in ids and edge.target in ids)
        key = tuple((name, words) for name, words in diagram.attributes if name in TONES)
        return cls(owner.label, nodes, edges, inner, (*key, *owner.attributes), owner.id, wording, alone)

    @cached_property
    def given(self) -> dict[str, str]:
        """The attributes by name."""
        return dict(self.attributes)

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Nodes by their id."""
        return {node.id: node for node in self.nodes}

    def held(self, group: str) -> tuple[Node, ...]:
        """The nodes directly in a cluster; in this part itself for its parent."""
        return tuple(node for node in self.nodes if node.group == group)

    def homes(self, node: Node) -> list[Group]:
        """The clusters of this part round a node, from inside out."""
        known = {group.id: group for group in self.groups}
        found: list[Group] = []
        home = node.group
        while home in known:
            found.append(known[home])
            home = known[home].parent
        return found

    @property
    def clusters(self) -> Iterator[tuple[Group | None, tuple[Node, ...]]]:
        """Each cluster, or none, with the nodes directly in it, by its first node in the order of the code."""
        known = {group.id: group for group in self.groups}
        for home in dict.fromkeys(node.group for node in self.nodes):
            yield known.get(home), self.held(home)


def _alone(diagram: Diagram) -> Mapping[str, tuple[int, ...]]:
    told: set[int | None] = {edge.step for edge in diagram.edges}
    found: dict[str, tuple[int, ...]] = {}
    owners: tuple[Node | Group, ...] = (*diagram.nodes, *diagram.groups)
    for each in owners:
        found[each.id] = tuple(step for step in dict.fromkeys(each.steps) if step not in told)
        told |= set(found[each.id])
    return {name: steps for name, steps in found.items() if steps}


@dataclass(frozen=True)
class Form:
    """A way of drawing. Everything is pure Python: the same picture on every machine."""

    block: Callable[[Scope, Size], Block]
    """The picture of a part in one size, not wider than the size allows."""
    describe: Callable[[Scope], Iterator[str]]
    """Sentences that say what the picture shows."""
    problems: Callable[[Scope], Iterator[tuple[str, str]]]
    """What an author has to mend, each with what to do."""
    least: Callable[[Scope], float] = lambda scope: 0.0
    """The width with less of which cards beside it stand above and below it."""
    swatch: Callable[[Scope, str], str] = lambda scope, tone: ""
    """What a tone looks like in the key of a picture, where it is no ground of a cell."""
    whole: bool = False
    """Whether it has a place of its own for cards beside it."""
    ends: bool = False
    """Whether it draws arrows of whole clusters."""
