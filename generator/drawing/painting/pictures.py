"""Makes the pictures of a diagram from its layouts: inline for the page, and stand-alone.

inline      <div class="dg" data-number="901" data-steps="3"><svg class="dg-wide" …>…</svg><svg class="dg-narrow" …
standalone  <svg …><style>…</style><symbol id="i1"><image href="data:image/png;base64,…"/></symbol> … </svg>
"""

import base64
from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from math import ceil

from generator.drawing.icons.concepts import is_symbol
from generator.drawing.icons.iconset import TREATED, small, tone
from generator.drawing.painting import theme
from generator.drawing.painting.arrows import headed, number, path
from generator.drawing.painting.paint import paint
from generator.drawing.painting.style import Style, box, circle, place, text
from generator.drawing.painting.words import Explanation, KeyEntry
from generator.drawing.scene.boxes import Sizes
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.scene import Scene
from generator.drawing.scene.shapes import LARGEST, PLAIN, STRONG, Icon
from generator.drawing.scene.text import ROOM, measure, wrap
from generator.files.cache import Cache
from generator.model import Picture, icon_path

ROOT = "../../"
"""From a question's page to the root of the site."""

_SPACE = 20.0
"""Between two signs of a key."""
_HEADLINE = 16.0
"""Font size of the title of a picture on its own."""


def inline(scenes: Sequence[Scene], cache: Cache, told: Explanation) -> Picture:
    """All layouts as a fragment for the page; a style sheet of the site shows the one that fits."""
    diagram = scenes[0].diagram
    layouts = "".join(_page(scene, cache, told) for scene in scenes)
    marks = f'data-number="{diagram.number}" data-steps="{len(diagram.steps)}"'
    return Picture.of(f'<div class="dg" {marks}>{layouts}{_key(told)}</div>', *_size(scenes[0]))


def _key(told: Explanation) -> str:
    """A line that says what colours, grounds and dashes mean, where there are any."""
    said = "".join(f"<span>{_sign(sign)}{escape(sign.words)}</span>" for sign in told.key)
    return f'<div class="dg-key">{said}</div>' if said else ""


def _sign(sign: KeyEntry) -> str:
    if sign.look == "arrow":
        return (
            f'<svg viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">'
            f'<path class="line {sign.tone}" d="M1 5L25 5"/><path class="head {sign.tone}" d="M33 5L24 1L24 9Z"/></svg>'
        )
    look = f'class="{f"{sign.look} {sign.tone}".strip()}"'
    ground = circle(look, Point(9, 9), 6) if sign.look == "mark" else box(look, Rect(1, 1, 16, 16), 3)
    return f'<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">{ground}</svg>'


def _size(scene: Scene) -> tuple[int, int]:
    return round(scene.width), round(scene.height)


def _view(scene: Scene) -> str:
    width, height = _size(scene)
    return f"0 0 {width} {height}"


def _page(scene: Scene, cache: Cache, told: Explanation) -> str:
    def image(key: str, x: float, y: float, side: float) -> str:
        return _image(key, f'href="{ROOT}{icon_path(key)}"', x, y, side, cache)

    style = Style(lambda name: f'class="{name}"', image, lambda slug: f"{ROOT}components/{slug}/", True)
    name = f"q{scene.diagram.number}{scene.name[0]}"
    width = round(_size(scene)[0] * LARGEST)
    head = f'<svg class="dg-{scene.name}" viewBox="{_view(scene)}" width="{width}" role="group"'
    return f"{head}{_words(scene, name, told)}{paint(scene, style)}</svg>"


def _words(scene: Scene, name: str, told: Explanation) -> str:
    title, words = escape(scene.diagram.title, quote=False), escape(told.description, quote=False)
    return f' aria-labelledby="{name}-t" aria-describedby="{name}-d"><title id="{name}-t">{title}</title>' + (
        f'<desc id="{name}-d">{words}</desc>'
    )


def _image(key: str, source: str, x: float, y: float, side: float, cache: Cache) -> str:
    kind = tone(key, cache)
    plate = box('class="plate"', Rect(x, y, side, side).grown(3), 6) if kind == "plate" else ""
    name = f"icon {kind}" if kind in TREATED else "icon"
    return f'{plate}<image class="{name}" {source} {place(x, y, side, side)}/>'


def standalone(scene: Scene, cache: Cache, told: Explanation) -> Picture:
    """A picture that needs nothing beside it: light, or dark where the reader prefers it."""
    ids = _icon_ids(scene)

    def image(key: str, x: float, y: float, side: float) -> str:
        kind = tone(key, cache)
        plate = box('class="plate"', Rect(x, y, side, side), 6) if kind == "plate" else ""
        name = f' class="{kind}"' if kind in TREATED else ""
        return f'{plate}<use{name} href="#{ids[key]}" {place(x, y, side, side)}/>'

    worn: set[str] = set()

    def attributes(name: str) -> str:
        worn.update((name, name.partition(" ")[0]))
        return f'class="{name}"'

    style = Style(attributes, image, lambda slug: "", False, partial(_length, scene.sizes))
    painted, (key, width, height) = paint(scene, style), _legend(scene, style, told)
    attributes("headline")
    body = f"<style>{theme.style(worn, scene.sizes)}</style>{_symbols(ids, cache)}{painted}{key}"
    return Picture.of(_outer(scene, body, width, height, told), width, height, scene.sizes.small)


def _length(sizes: Sizes, name: str, words: str) -> str:
    """The width for which a line of text has its room; a font of the reader's that is wider is set tighter."""
    looks = name.split()
    if len(words) < 3:
        return ""
    bold = any(look in ("name", "title", "strong", "heading", "marked", "headline") for look in looks)
    size = _HEADLINE if "headline" in looks else STRONG if "strong" in looks else PLAIN
    if "word" not in looks and "headline" not in looks:
        size = sizes.name if "name" in looks else sizes.small
    return f' textLength="{number(measure(words, size, bold) / ROOM)}" lengthAdjust="spacingAndGlyphs"'


def headline(scene: Scene) -> Picture:
    """The title to stand above the stand-alone picture, as a fragment that wears the same style."""
    width = max(_size(scene)[0], 200)
    lines = wrap(scene.diagram.title, width - 4, _HEADLINE, bold=True)
    style = Style(lambda name: f'class="{name}"', lambda *_: "", lambda slug: "", False, partial(_length, scene.sizes))
    made = "".join(text("headline", 2, 17 + index * 21, line, style) for index, line in enumerate(lines))
    return Picture.of(made, width, 21 * len(lines) + 10)


def _legend(scene: Scene, style: Style, told: Explanation) -> tuple[str, int, int]:
    """The key in the middle below a picture, in lines as wide as it is or as a sign needs; both's width and height."""
    width, y = _size(scene)
    size, line = scene.sizes.small, scene.sizes.small_line + 4
    lines: list[list[tuple[KeyEntry, float]]] = []
    ends: list[float] = []
    for sign in told.key:
        needed = _room(sign) + 2 + measure(sign.words, size)
        if not lines or ends[-1] + _SPACE + needed > width:
            lines.append([(sign, 0.0)])
            ends.append(needed)
        else:
            lines[-1].append((sign, ends[-1] + _SPACE))
            ends[-1] += _SPACE + needed
    left, made = max(2.0, (width - max(ends, default=0.0)) / 2), ""
    for index, signs in enumerate(lines):
        y = round(y + line + (0 if index else 8))
        middle = y - line / 2
        for sign, x in signs:
            made += _drawn_sign(sign, left + x, middle, style)
            made += text("key", left + x + _room(sign), middle + size * 0.36, sign.words, style)
    return made, max(width, ceil(left + max(ends, default=0.0))), y


def _room(sign: KeyEntry) -> float:
    return 40.0 if sign.look == "arrow" else 24.0


def _drawn_sign(sign: KeyEntry, x: float, middle: float, style: Style) -> str:
    if sign.look == "arrow":
        line, heads = headed((Point(x, middle), Point(x + 32, middle)), "forward")
        made = f'<path {style.of(f"line {sign.tone}")} d="{path(line)}"/>'
        return made + f'<path {style.of(f"head {sign.tone}")} d="{heads[0]}"/>'
    look = style.of(f"{sign.look} {sign.tone}".strip())
    if sign.look == "mark":
        return circle(look, Point(x + 8, middle), 6)
    return box(look, Rect(x, middle - 8, 16, 16), 3)


def _icon_ids(scene: Scene) -> dict[str, str]:
    name = f"q{scene.diagram.number}{scene.name[0]}"
    icons = [card.node.icon for card in scene.cards] + [each.key for each in scene.shapes if isinstance(each, Icon)]
    keys = dict.fromkeys(filter(None, icons))
    return {key: f"{name}-i{index}" for index, key in enumerate(keys, 1)}


def _symbols(ids: Mapping[str, str], cache: Cache) -> str:
    made = ""
    for key, name in ids.items():
        if not is_symbol(key):
            data = base64.b64encode(small(key, cache)).decode()
            made += f'<symbol id="{name}" viewBox="0 0 96 96"><image width="96" height="96" '
            made += f'href="data:image/png;base64,{data}"/></symbol>'
    return f"<defs>{made}</defs>" if made else ""


def _outer(scene: Scene, body: str, width: int, height: int, told: Explanation) -> str:
    name = f"q{scene.diagram.number}{scene.name[0]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img"{_words(scene, name, told)}{body}</svg>\n'
    )
