"""Guesses how wide a layout will be at least, so that the engine need not be asked what is seen beforehand."""

from collections.abc import Sequence
from itertools import pairwise

from generator.drawing.layout.inset import Blocks, outside
from generator.drawing.layout.way import Way
from generator.drawing.scene import boxes
from generator.drawing.scene.flows import flows, layers, units
from generator.model import Diagram


def least_width(whole: Diagram, way: Way, blocks: Blocks) -> float:
    """Layers beside each other with the labels between them; or, one below the other, the fullest layer."""
    diagram = outside(whole, blocks)
    joined = flows(diagram)
    cards = boxes.cards(tuple(node for node in diagram.nodes if node.id not in blocks), way.sizes)
    wide = {node.id: blocks[node.id].width if node.id in blocks else cards[node.id].w for node in diagram.nodes}
    rows = layers(diagram, joined)
    if way.upright:
        held = [units(diagram, row, way.whole) for row in rows]
        most = way.most or max(map(len, rows))
        full = [sorted(_span([wide[node] for node in unit], way) for unit in row)[-most:] for row in held]
        return max(_span(row, way) for row in full)
    between = 0.0
    for before, after in pairwise(rows):
        said = [
            boxes.label(flow.edges[0], way.sizes).w
            for flow in joined
            if flow.labelled and set(flow.tails) & set(before) and set(flow.heads) & set(after)
        ]
        between += max(said) + 2 * way.between if said else way.between
    return sum(max(wide[node] for node in row) for row in rows) + between


def _span(widths: Sequence[float], way: Way) -> float:
    return sum(widths) + way.beside * (len(widths) - 1)
