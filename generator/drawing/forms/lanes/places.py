"""Which card of a flow in lanes stands where along the flow."""

from collections.abc import Sequence

from generator.drawing.forms.shared.scope import Scope


def spots_of(scope: Scope, lanes: Sequence[int], rows: bool) -> dict[str, tuple[int, int]]:
    """For each card its place: behind what leads to it; in rows below what leads to it from the lane beside."""
    order = {node.id: index for index, node in enumerate(scope.nodes)}
    home = {node.id: lane for node, lane in zip(scope.nodes, lanes, strict=True)}
    places = dict.fromkeys(order, 0)
    pairs = _onwards(scope)
    for _ in order:
        late = False
        for source, target in pairs:
            least = places[source] + (not rows or abs(home[source] - home[target]) != 1)
            late, places[target] = late or places[target] < least, max(places[target], least)
        taken: dict[tuple[int, int], str] = {}
        for name in order:
            while (places[name], home[name]) in taken:
                places[name], late = places[name] + 1, True
            taken[places[name], home[name]] = name
        if not late:
            break
    for name in reversed(order):  # what nothing leads to stands right before what it leads to
        after = [places[target] for source, target in pairs if source == name]
        spot = (min(after, default=0) - 1, home[name])
        if name not in {target for _, target in pairs} and spot[0] > places[name] and spot not in taken:
            del taken[places[name], home[name]]
            taken[spot], places[name] = name, spot[0]
    return {name: (places[name], home[name]) for name in order}


def _onwards(scope: Scope) -> list[tuple[str, str]]:
    """The pairs of cards that arrows join, without those that lead back."""
    after: dict[str, set[str]] = {node.id: {node.id} for node in scope.nodes}
    made = []
    for edge in scope.edges:
        source, target = edge.points
        if source not in after[target]:
            made.append((source, target))
            for each in after.values():
                if source in each:
                    each |= after[target]
    return made
