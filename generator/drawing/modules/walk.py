"""Checks that the walk of a docstring and the numbers in the picture belong together."""

from collections.abc import Iterator, Sequence

from generator.drawing.modules.docstring import Docstring
from generator.model import Diagram
from generator.problems import Place, Problem, Severity

_WARN = Severity.WARNING


def check(made: Diagram, words: Docstring, lines: Sequence[int]) -> Iterator[Problem]:
    """What is missing in the docstring, and where numbers do not match; `lines` are those of the edges."""
    name = made.place.file
    if not words.line:
        yield Problem(Place(name, 1), "no docstring", "begin with title, caption and the numbered walk", _WARN)
        return
    if not words.caption:
        yield Problem(Place(name, words.line), "the docstring has no caption", "its second paragraph says it", _WARN)
    if words.steps:
        yield from _numbers(made, words, lines)
        return
    counted = any(edge.step for edge in made.edges)
    what = "the arrows are numbered, and the docstring has no walk" if counted else "the docstring has no numbered walk"
    yield Problem(Place(name, words.line), what, "add a list `1. …`", _WARN)


def _numbers(made: Diagram, words: Docstring, lines: Sequence[int]) -> Iterator[Problem]:
    name = made.place.file
    told = {step.number for step in made.steps}
    shown = {edge.step for edge in made.edges}
    shown |= {step for node in made.nodes for step in node.steps}
    shown |= {step for group in made.groups for step in group.steps}
    for edge, line in zip(made.edges, lines, strict=True):
        if edge.step is not None and edge.step not in told:
            what = f"an edge carries step {edge.step}, which the walk does not have"
            yield Problem(Place(name, line), what, f"add a sentence `{edge.step}. …` to the docstring")
    for position, (step, line) in enumerate(zip(made.steps, words.lines, strict=True), 1):
        if step.number != position:
            yield Problem(Place(name, line), f"step {step.number} of the walk stands where {position} should")
        if step.number not in shown:
            hint = f'put `Edge(label="{step.number}. …")` on the arrow that it tells of'
            yield Problem(Place(name, line), f"no edge carries step {step.number}", hint)
