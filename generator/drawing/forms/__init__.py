"""Forms: ways of drawing that are no flow of cards, such as a conversation, a tree or a table.

    Diagram("Sign in", graph_attr={"form": "sequence"})           # a whole picture
    Cluster("Tiles", graph_attr={"form": "grid", "columns": "4"})   # one cluster of a flow

A form is one module, or a room whose door has them, with the functions of `Form`, and one line in `FORMS`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.drawing.forms import grid, lanes, layers, scale, sequence, states, steps, table, tree
from generator.drawing.forms.asides import beside, core, outer, side_of
from generator.drawing.forms.shared.badges import badged
from generator.drawing.forms.shared.part import Form, Part
from generator.drawing.forms.shared.pieces import listed, name_of, sentence
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import NARROW, Block, Size
from generator.mistakes import nearest
from generator.model import IN_ENGLISH, Diagram, Group, Wording
from generator.problems import Problem, Severity

FORMS: Mapping[str, Form] = {
    "sequence": sequence,
    "scale": scale,
    "tree": tree,
    "grid": grid,
    "table": table,
    "states": states,
    "layers": layers,
}
"""By the name that authors write; "flow" is what has no form."""
FLOW = "flow"
_BESIDE = 2
"""Parts of a draft that have room beside each other on a phone, where others follow them."""


def form_of(owner: Diagram | Group) -> Form | None:
    """The form that a picture or a cluster names; none for a flow."""
    return FORMS.get(owner.form.strip().lower())


def scene(diagram: Diagram, size: Size) -> Scene | None:
    """A whole picture in its form, a flow in lanes, a draft that is a row of steps or a fan; none for another flow."""
    form, part = form_of(diagram), Part.whole(diagram)
    drawn = _draw(form, part, size) if form else _formless(part, size, diagram.draft)
    if drawn is None:
        return None
    made = badged(part, drawn)
    return Scene(diagram, size.name, made.width, made.height, (), (), (), (), made.shapes)


def _formless(part: Part, size: Size, draft: bool) -> Block | None:
    if part.given.get("lanes"):
        return lanes.block(part, size)
    if draft and steps.chained(part):
        return steps.block(part, size)
    fan = tree.fanned(part) if draft and not part.groups else 0
    hung = fan > 1 and (fan == len(part.edges) or (size == NARROW and fan > _BESIDE))
    return tree.block(part, size) if hung else None


def blocks(diagram: Diagram, size: Size) -> Mapping[str, Block]:
    """Of a flow: for each cluster that names a form, by its id, its drawn inside without the frame's title."""
    found = ((group, form_of(group)) for group in diagram.groups)
    parts = ((Part.of(diagram, group), form) for group, form in found if form)
    return {part.parent: badged(part, _draw(form, part, size)) for part, form in parts}


def _draw(form: Form, part: Part, size: Size) -> Block:
    """The form with the cards beside it; layers have a place of their own for those."""
    least = table.side_by_side(core(part)) if form.block is table.block else 0.0
    return form.block(part, size) if form is layers else beside(part, size, form.block, least)


def _told(form: Form, part: Part) -> Iterator[str]:
    """The form in words, then the cards beside it and their arrows."""
    if form is layers:
        yield from form.describe(part)
        return
    yield from form.describe(core(part))
    cards = [name_of(node) for node in part.nodes if side_of(node)]
    if cards:
        yield part.wording("Beside it: {names}.", names=listed(cards, part.wording))
    names = {node.id: node.label or node.detail or part.label for node in part.nodes}
    names |= {group.id: group.label for group in part.groups}
    if not part.parent:
        ends = ((edge, *edge.ends) for edge in outer(part))
        whole = (replace(edge, source=tail or edge.source, target=head or edge.target) for edge, tail, head in ends)
        yield from (sentence(edge, names, part.wording) for edge in whole)


def describe(diagram: Diagram, wording: Wording = IN_ENGLISH) -> str | None:
    """A whole picture in words; none for a flow."""
    form = form_of(diagram)
    return "\n".join(_told(form, Part.whole(diagram, wording))) if form else None


def insides(diagram: Diagram, wording: Wording = IN_ENGLISH) -> Iterator[str]:
    """Sentences on the clusters of a flow that have a form."""
    for group in diagram.groups:
        form = form_of(group)
        if form:
            yield from _told(form, Part.of(diagram, group, wording))


def swatch(diagram: Diagram, tone: str) -> str:
    """What a tone looks like in the key of a picture: what its form draws of it."""
    owners: tuple[Diagram | Group, ...] = (diagram, *diagram.groups)
    drawn = [
        Part.whole(diagram) if isinstance(each, Diagram) else Part.of(diagram, each)
        for each in owners
        if form_of(each) is scale
    ]
    return scale.swatch(drawn[0], tone) if drawn else "cell"


def problems(diagram: Diagram) -> Iterator[Problem]:
    """What is wrong with the forms that a diagram names, and with what they hold."""
    owners: tuple[Diagram | Group, ...] = (diagram, *diagram.groups)
    if not form_of(diagram) and dict(diagram.attributes).get("lanes"):
        for what, hint in lanes.problems(Part.whole(diagram)):
            yield Problem(diagram.place, what, hint, Severity.WARNING)
    for owner in owners:
        form = form_of(owner)
        if form:
            part = Part.whole(diagram) if isinstance(owner, Diagram) else Part.of(diagram, owner)
            for what, hint in form.problems(part if form is layers else core(part)):
                yield Problem(diagram.place, what, hint, Severity.WARNING)
            if isinstance(owner, Diagram) and form is not table and any(any(edge.ends) for edge in diagram.edges):
                hint = "an arrow ends at a node, a row or a cell"
                yield Problem(diagram.place, f"ltail and lhead are not drawn in '{owner.form}'", hint, Severity.WARNING)
        elif owner.form and owner.form.strip().lower() != FLOW:
            near = nearest(owner.form.lower(), {*FORMS, FLOW})
            hint = f"did you mean '{near}'?" if near else f"forms are {', '.join((FLOW, *FORMS))}"
            yield Problem(diagram.place, f"no form '{owner.form}'", hint, Severity.WARNING)
