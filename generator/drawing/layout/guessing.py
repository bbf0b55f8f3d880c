"""Guesses how wide a layout will be at least, so that the engine need not be asked what is seen beforehand."""

from collections.abc import Sequence
from itertools import pairwise

from generator.drawing.layout.inset import Blocks, outside
from generator.drawing.layout.options import LayoutOptions
from generator.drawing.scene import boxes
from generator.drawing.scene.flows import flows, layers, units
from generator.model import Diagram


def least_width(whole: Diagram, options: LayoutOptions, blocks: Blocks) -> float:
    """Layers beside each other with the labels between them; or, one below the other, the fullest layer."""
    diagram = outside(whole, blocks)
    joined = flows(diagram)
    cards = boxes.cards(tuple(node for node in diagram.nodes if node.id not in blocks), options.sizes)
    wide = {node.id: blocks[node.id].width if node.id in blocks else cards[node.id].w for node in diagram.nodes}
    rows = layers(diagram, joined)
    if options.upright:
        held = [units(diagram, row, options.whole) for row in rows]
        most = options.most or max(map(len, rows))
        full = [sorted(_span([wide[node] for node in unit], options) for unit in row)[-most:] for row in held]
        return max(_span(row, options) for row in full)
    between = 0.0
    for before, after in pairwise(rows):
        said = [
            boxes.label(flow.edges[0], options.sizes).w
            for flow in joined
            if flow.labelled and set(flow.tails) & set(before) and set(flow.heads) & set(after)
        ]
        between += max(said) + 2 * options.between if said else options.between
    return sum(max(wide[node] for node in row) for row in rows) + between


def _span(widths: Sequence[float], options: LayoutOptions) -> float:
    return sum(widths) + options.beside * (len(widths) - 1)
