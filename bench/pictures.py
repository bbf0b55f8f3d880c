"""Measures the pictures in a real browser: `python -m bench.pictures [folder of diagrams]`.

For each drawing and each width of its frame: how wide the picture is, the smallest size of its text, its bends an edge,
the crossings of its lines, the sides of cards whose lines end neither in the middle nor evenly spread, the largest
empty area as a share of the picture, how many widths its cards have, and the numbers without a word; below, the
extremes, the icons, and what `check` says. Frames are those of windows of 1,280, 700 and 360 px.
"""

import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.drawing import draw, forms
from generator.drawing.icons.concepts import is_symbol
from generator.drawing.layout import choosing
from generator.drawing.layout.tidying.empty_areas import FINE, emptiest
from generator.drawing.scene.geometry import bounds, crossings, meeting
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import SIZES, Box, Stroke
from generator.drawing.sheet import STYLE
from generator.model import Drawing

FRAMES = {"wide": 838, "medium": 600, "narrow": 326}
MOST_EMPTY = 0.20
"""The share of a picture that an empty area may have."""
MOST_WIDTHS = 4
"""Widths that the cards of a picture may have."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
MEASURE = """() => {
    const svg = [...document.querySelectorAll('.dg > svg')].find(each => each.getBoundingClientRect().width);
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const size = each => parseFloat(getComputedStyle(each).fontSize) * scale;
    const lines = [...svg.querySelectorAll('.edge .line')];
    const bends = lines.map(each => (each.getAttribute('d').match(/Q/g) || []).length);
    return {form: svg.getAttribute('class'), width: svg.getBoundingClientRect().width,
            height: svg.getBoundingClientRect().height, least: Math.min(...[...svg.querySelectorAll('text')].map(size)),
            bends: bends.length ? bends.reduce((a, b) => a + b, 0) / bends.length : 0};
}"""


def measure(page: Page, drawing: Drawing, width: int) -> dict[str, float]:
    """The figures of one drawing in a frame of one width."""
    style = STYLE.read_text(encoding="utf-8")
    page.set_content(f'<style>{style}</style><div style="width:{width}px">{drawing.inline.svg}</div>')
    return page.evaluate(MEASURE)


def scenes(drawing: Drawing) -> dict[str, Scene]:
    """The layouts of a drawing by their names."""
    made = drawing.diagram
    return {
        size.name: forms.scene(made, size) or choosing.scene(made, size.name, forms.blocks(made, size))
        for size in SIZES
    }


def widths(scene: Scene) -> int:
    """How many widths the cards have, or the cells with a name of their own."""
    nodes = {node.id for node in scene.diagram.nodes}
    cells = [shape.rect.w for shape in scene.shapes if isinstance(shape, Box) and shape.of in nodes]
    return len({round(width) for width in [*(card.rect.w for card in scene.cards), *cells]})


def knots(scene: Scene) -> int:
    """How often lines cross."""
    lines = [piece for route in scene.routes for piece in route.pieces]
    lines += [each.points for each in scene.shapes if isinstance(each, Stroke) and each.look == "line"]
    return sum(crossings(one, other) for one, other in meeting([(line, bounds(line).grown(1)) for line in lines]))


def uneven(scene: Scene) -> int:
    """How many sides of cards have lines that end neither in the middle, one of them at least, nor evenly spread."""
    ends = {end for route in scene.routes for end in (route.pieces[0][0], route.pieces[-1][-1])}
    found = 0
    for card in scene.cards:
        r = card.rect
        for axis in (r.x, r.right):
            spots = sorted(end.y for end in ends if abs(end.x - axis) < 1 and r.y < end.y < r.bottom)
            found += _uneven(spots, r.centre.y)
        for axis in (r.y, r.bottom):
            spots = sorted(end.x for end in ends if abs(end.y - axis) < 1 and r.x < end.x < r.right)
            found += _uneven(spots, r.centre.x)
    return found


def _uneven(spots: list[float], middle: float) -> bool:
    gaps = [after - before for before, after in pairwise(spots)]
    even = not gaps or max(gaps) - min(gaps) < 2
    centred = bool(spots) and min(abs(spot - middle) for spot in (*spots, (spots[0] + spots[-1]) / 2)) < 2
    return bool(spots) and not (even and centred)


def icons(drawings: Iterable[Drawing]) -> str:
    """How many icons are of the one family in a single colour, how many brands in their own, and how many on plates."""
    keys = [key for drawing in drawings for key in drawing.icons]
    plain = sum(map(is_symbol, keys))
    plates = sum(drawing.standalone.svg.count('class="plate"') for drawing in drawings)
    return f"icons: {plain} of one colour, {len(keys) - plain} in colours of their own, {plates} on plates"


def main() -> None:
    """Print a line for each drawing and width, and the worst."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("diagrams")
    drawings, problems = draw(folder, None)
    with sync_playwright() as runner:
        browser = runner.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        found = {name: [measure(page, each, width) for each in drawings.values()] for name, width in FRAMES.items()}
        browser.close()
    laid = [scenes(each) for each in drawings.values()]
    empty = {name: [emptiest(each[name], FINE) for each in laid] for name in FRAMES}
    for name, figures in found.items():
        for place, (number, each) in enumerate(zip(drawings, figures, strict=True)):
            wordless = sum(1 for edge in drawings[number].diagram.edges if edge.step is not None and not edge.label)
            print(
                f"q{number} {name:6} {each['form']:9} {each['width']:4.0f}x{each['height']:<4.0f}"
                f" least text {each['least']:4.1f} px, {each['bends']:.1f} bends an edge,"
                f" {knots(laid[place][name])} crossings, {uneven(laid[place][name])} uneven sides,"
                f" {empty[name][place]:.0%} empty, {widths(laid[place][name])} widths, {wordless} bare numbers"
            )
    for name, figures in found.items():
        fill = sum(each["width"] for each in figures) / len(figures) / FRAMES[name]
        bends = sum(each["bends"] for each in figures) / len(figures)
        least = min(each["least"] for each in figures)
        void = [number for number, share in zip(drawings, empty[name], strict=True) if share >= MOST_EMPTY]
        print(
            f"{name}: {fill:.0%} of the frame, least text {least:.1f} px, {bends:.2f} bends an edge, largest empty area"
            f" {max(empty[name]):.0%}, {MOST_EMPTY:.0%} and more in {len(void)}: {', '.join(f'Q{n}' for n in void)};"
            f" {sum(knots(each[name]) for each in laid)} crossings, {sum(uneven(each[name]) for each in laid)} uneven"
            f" sides, {sum(widths(each[name]) > MOST_WIDTHS for each in laid)} with more than {MOST_WIDTHS} widths"
        )
    print(icons(drawings.values()))
    print(*(f"{problem}" for problem in problems), sep="\n")


if __name__ == "__main__":
    main()
