"""Makes the pictures of a diagram from its two layouts: for the page, on its own, and for print.

inline      <div class="dg" data-number="901" data-steps="3"><svg class="dg-wide" …>…</svg><svg class="dg-narrow" …
standalone  <svg …><style>…</style><symbol id="i1"><image href="data:image/png;base64,…"/></symbol> … </svg>
print       <svg …> with plain attributes, for readers that know no CSS (typst, e-books, Anki)
"""

import base64
from collections.abc import Mapping
from html import escape

from generator.drawing.icons.concepts import is_symbol
from generator.drawing.icons.iconset import Keeper, small, tone
from generator.drawing.layout.scene import Scene
from generator.drawing.layout.shapes import Icon
from generator.drawing.painting import theme
from generator.drawing.painting.dress import Dress, number
from generator.drawing.painting.paint import paint
from generator.drawing.painting.words import describe
from generator.model import Picture, icon_path

ROOT = "../../"
"""From a question's page to the root of the site."""


def inline(wide: Scene, narrow: Scene, cache: Keeper) -> Picture:
    """Both layouts as a fragment for the page; a style sheet of the site shows the one that fits."""
    diagram = wide.diagram
    layouts = "".join(_page(scene, cache) for scene in (wide, narrow))
    marks = f'data-number="{diagram.number}" data-steps="{len(diagram.steps)}"'
    return Picture.of(f'<div class="dg" {marks}>{layouts}</div>', *_size(wide))


def _size(scene: Scene) -> tuple[int, int]:
    return round(scene.width), round(scene.height)


def _view(scene: Scene) -> str:
    width, height = _size(scene)
    return f"0 0 {width} {height}"


def _page(scene: Scene, cache: Keeper) -> str:
    def image(key: str, x: float, y: float, side: float) -> str:
        return _image(key, f'href="{ROOT}{icon_path(key)}"', x, y, side, cache)

    dress = Dress(lambda name: f'class="{name}"', image, lambda slug: f"{ROOT}components/{slug}/", True)
    name = f"q{scene.diagram.number}{scene.name[0]}"
    width = _size(scene)[0]
    head = f'<svg class="dg-{scene.name}" viewBox="{_view(scene)}" width="{width}" role="group"'
    return f"{head}{_words(scene, name)}{paint(scene, dress)}</svg>"


def _words(scene: Scene, name: str) -> str:
    title, text = escape(scene.diagram.title, quote=False), escape(describe(scene.diagram), quote=False)
    return f' aria-labelledby="{name}-t" aria-describedby="{name}-d"><title id="{name}-t">{title}</title>' + (
        f'<desc id="{name}-d">{text}</desc>'
    )


def _image(key: str, source: str, x: float, y: float, side: float, cache: Keeper) -> str:
    kind = tone(key, cache)
    plate = ""
    if kind == "plate":
        plate = f'<rect class="plate" x="{number(x - 3)}" y="{number(y - 3)}" width="{number(side + 6)}"'
        plate += f' height="{number(side + 6)}" rx="6"/>'
    name = "icon invert" if kind == "invert" else "icon"
    place = f'x="{number(x)}" y="{number(y)}" width="{number(side)}" height="{number(side)}"'
    return f'{plate}<image class="{name}" {source} {place}/>'


def standalone(scene: Scene, cache: Keeper) -> Picture:
    """A picture that needs nothing beside it: light, or dark where the reader prefers it."""
    ids = _icon_ids(scene)

    def image(key: str, x: float, y: float, side: float) -> str:
        kind = tone(key, cache)
        place = f'x="{number(x)}" y="{number(y)}" width="{number(side)}" height="{number(side)}"'
        plate = f'<rect class="plate" {place} rx="6"/>' if kind == "plate" else ""
        name = ' class="invert"' if kind == "invert" else ""
        return f'{plate}<use{name} href="#{ids[key]}" {place}/>'

    worn: set[str] = set()

    def wear(name: str) -> str:
        worn.update((name, name.partition(" ")[0]))
        return f'class="{name}"'

    painted = paint(scene, Dress(wear, image, lambda slug: "", False))
    body = f"<style>{theme.style(worn)}</style>{_symbols(ids, cache)}{painted}"
    return Picture.of(_outer(scene, body), *_size(scene))


def _icon_ids(scene: Scene) -> dict[str, str]:
    name = f"q{scene.diagram.number}{scene.name[0]}"
    icons = [card.node.icon for card in scene.cards] + [each.key for each in scene.shapes if isinstance(each, Icon)]
    keys = dict.fromkeys(filter(None, icons))
    return {key: f"{name}-i{index}" for index, key in enumerate(keys, 1)}


def _symbols(ids: Mapping[str, str], cache: Keeper) -> str:
    made = ""
    for key, name in ids.items():
        if not is_symbol(key):
            data = base64.b64encode(small(key, cache)).decode()
            made += f'<symbol id="{name}" viewBox="0 0 96 96"><image width="96" height="96" '
            made += f'href="data:image/png;base64,{data}"/></symbol>'
    return f"<defs>{made}</defs>" if made else ""


def _outer(scene: Scene, body: str) -> str:
    width, height = _size(scene)
    name = f"q{scene.diagram.number}{scene.name[0]}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_view(scene)}" width="{width}" height="{height}" role="img"'
        f"{_words(scene, name)}{body}</svg>\n"
    )
