"""Forms: ways of drawing that are no flow of cards, such as a conversation, a tree or a table.

    Diagram("Sign in", graph_attr={"form": "sequence"})           # a whole picture
    Cluster("Tiles", graph_attr={"form": "grid", "columns": "4"})   # one cluster of a flow

A form is one module, or a room with its helpers, with the functions of `Form`, and one line in `FORMS`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.drawing.forms import grid, steps
from generator.drawing.forms.asides.asides import beside
from generator.drawing.forms.asides.ways import core, outer, side_of
from generator.drawing.forms.lanes import lanes
from generator.drawing.forms.layers import layers
from generator.drawing.forms.scale import scale
from generator.drawing.forms.sequence import sequence
from generator.drawing.forms.shared.badges import badged
from generator.drawing.forms.shared.scope import Form, Scope
from generator.drawing.forms.shared.telling import listed, name_of, sentence
from generator.drawing.forms.states import states
from generator.drawing.forms.table import table
from generator.drawing.forms.tree import tree
from generator.drawing.forms.tree.growing import fanned
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import NARROW, Block, Size
from generator.model import IN_ENGLISH, Diagram, Group, Wording
from generator.problems import Problem, Severity
from generator.suggestions import nearest

FORMS: Mapping[str, Form] = {
    "sequence": Form(sequence.block, sequence.describe, sequence.problems),
    "scale": Form(scale.block, scale.describe, scale.problems, swatch=scale.swatch),
    "tree": Form(tree.block, tree.describe, tree.problems),
    "grid": Form(grid.block, grid.describe, grid.problems),
    "table": Form(table.block, table.describe, table.problems, least=table.side_by_side, ends=True),
    "states": Form(states.block, states.describe, states.problems),
    "layers": Form(layers.block, layers.describe, layers.problems, whole=True),
}
"""By the name that authors write; "flow" is what has no form."""
_FLOW = "flow"
_BESIDE = 2
"""Parts of a draft that have room beside each other on a phone, where others follow them."""


def form_of(owner: Diagram | Group) -> Form | None:
    """The form that a picture or a cluster names; none for a flow."""
    return FORMS.get(owner.form.strip().lower())


def scene(diagram: Diagram, size: Size) -> Scene | None:
    """A whole picture in its form, a flow in lanes, a draft that is a row of steps or a fan; none for another flow."""
    form, scope = form_of(diagram), Scope.of(diagram, diagram)
    drawn = _draw(form, scope, size) if form else _formless(scope, size, diagram.draft)
    if drawn is None:
        return None
    made = badged(scope, drawn)
    return Scene(diagram, size.name, made.width, made.height, (), (), (), (), made.shapes)


def _formless(scope: Scope, size: Size, draft: bool) -> Block | None:
    if scope.given.get("lanes"):
        return lanes.block(scope, size)
    if draft and steps.chained(scope):
        return steps.block(scope, size)
    fan = fanned(scope) if draft and not scope.groups else 0
    hung = fan > 1 and (fan == len(scope.edges) or (size == NARROW and fan > _BESIDE))
    return tree.block(scope, size) if hung else None


def blocks(diagram: Diagram, size: Size) -> Mapping[str, Block]:
    """Of a flow: for each cluster that names a form, by its id, its drawn inside without the frame's title."""
    found = ((group, form_of(group)) for group in diagram.groups)
    parts = ((Scope.of(diagram, group), form) for group, form in found if form)
    return {scope.parent: badged(scope, _draw(form, scope, size)) for scope, form in parts}


def _draw(form: Form, scope: Scope, size: Size) -> Block:
    """The form with the cards beside it."""
    return form.block(scope, size) if form.whole else beside(scope, size, form.block, form.least(core(scope)))


def _told(form: Form, scope: Scope) -> Iterator[str]:
    """The form in words, then the cards beside it and their arrows."""
    if form.whole:
        yield from form.describe(scope)
        return
    yield from form.describe(core(scope))
    cards = [name_of(node) for node in scope.nodes if side_of(node)]
    if cards:
        yield scope.wording("Beside it: {names}.", names=listed(cards, scope.wording))
    names = {node.id: node.label or node.detail or scope.label for node in scope.nodes}
    names |= {group.id: group.label for group in scope.groups}
    if not scope.parent:
        ends = ((edge, *edge.ends) for edge in outer(scope))
        whole = (replace(edge, source=tail or edge.source, target=head or edge.target) for edge, tail, head in ends)
        yield from (sentence(edge, names, scope.wording) for edge in whole)


def describe(diagram: Diagram, wording: Wording = IN_ENGLISH) -> str | None:
    """A whole picture in words; none for a flow."""
    form = form_of(diagram)
    return "\n".join(_told(form, Scope.of(diagram, diagram, wording))) if form else None


def insides(diagram: Diagram, wording: Wording = IN_ENGLISH) -> Iterator[str]:
    """Sentences on the clusters of a flow that have a form."""
    for group in diagram.groups:
        form = form_of(group)
        if form:
            yield from _told(form, Scope.of(diagram, group, wording))


def swatch(diagram: Diagram, tone: str) -> str:
    """What a tone looks like in the key of a picture: what the first form draws of it that draws something else."""
    looks = (form.swatch(scope, tone) for _, form, scope in _formed(diagram) if form)
    return next(filter(None, looks), "cell")


def _formed(diagram: Diagram) -> Iterator[tuple[Diagram | Group, Form | None, Scope]]:
    """A diagram and its clusters, each with its form."""
    owners: tuple[Diagram | Group, ...] = (diagram, *diagram.groups)
    return ((owner, form_of(owner), Scope.of(diagram, owner)) for owner in owners)


def problems(diagram: Diagram) -> Iterator[Problem]:
    """What is wrong with the forms that a diagram names, and with what they hold."""
    return (Problem(diagram.place, what, hint, Severity.WARNING) for what, hint in _wrong(diagram))


def _wrong(diagram: Diagram) -> Iterator[tuple[str, str]]:
    if not form_of(diagram) and dict(diagram.attributes).get("lanes"):
        yield from lanes.problems(Scope.of(diagram, diagram))
    for owner, form, scope in _formed(diagram):
        if form:
            yield from form.problems(scope if form.whole else core(scope))
            if not scope.parent and not form.ends and any(any(edge.ends) for edge in diagram.edges):
                yield f"ltail and lhead are not drawn in '{owner.form}'", "an arrow ends at a node, a row or a cell"
        elif owner.form and owner.form.strip().lower() != _FLOW:
            near = nearest(owner.form.lower(), {*FORMS, _FLOW})
            hint = f"did you mean '{near}'?" if near else f"forms are {', '.join((_FLOW, *FORMS))}"
            yield f"no form '{owner.form}'", hint
