"""Measures the pictures in a real browser: `python -m bench.pictures [folder of diagrams]`.

For each drawing and each width of its frame: how wide the picture is, the smallest and the usual size of its text, and
its bends an edge; below, the extremes. Frames are those of windows of 1,280, 700 and 360 px.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.drawing import draw
from generator.drawing.sheet import STYLE
from generator.model import Drawing

FRAMES = {"wide": 838, "medium": 600, "narrow": 326}
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


def main() -> None:
    """Print a line for each drawing and width, and the worst."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("diagrams")
    drawings, problems = draw(folder, None)
    with sync_playwright() as runner:
        browser = runner.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        found = {name: [measure(page, each, width) for each in drawings.values()] for name, width in FRAMES.items()}
        browser.close()
    for name, figures in found.items():
        for number, each in zip(drawings, figures, strict=True):
            print(
                f"q{number} {name:6} {each['form']:9} {each['width']:4.0f}x{each['height']:<4.0f}"
                f" least text {each['least']:4.1f} px, {each['bends']:.1f} bends an edge"
            )
    for name, figures in found.items():
        fill = sum(each["width"] for each in figures) / len(figures) / FRAMES[name]
        bends = sum(each["bends"] for each in figures) / len(figures)
        least = min(each["least"] for each in figures)
        print(f"{name}: {fill:.0%} of the frame, least text {least:.1f} px, {bends:.2f} bends an edge")
    print(*(f"{problem}" for problem in problems), sep="\n")


if __name__ == "__main__":
    main()
