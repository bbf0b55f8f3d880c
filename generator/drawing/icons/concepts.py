"""Finds icons for what the library has no class for, in the set that Material for MkDocs ships.

    Custom("Octree", "material/file-tree")  ->  icon "material/file-tree", drawn in the colour of the text

`concepts.toml` is the registry: each icon that our diagrams use in this way stands there with the reason, and with the
name of the product where it stands for one.
"""

import re
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from generator import mistakes
from generator.drawing.icons import components
from generator.model import Component

_SETS = ("material", "simple", "fontawesome", "octicons")
_VIEW = re.compile(r'viewBox="([\d. -]+)"')
_PATHS = re.compile(r'<path\b[^>]*?\bd="([^"]+)"')


class Concept(NamedTuple):
    """What an icon of the set stands for."""

    icon: str
    component: Component | None
    problem: str
    hint: str


class Symbol(NamedTuple):
    """An icon as one outline: the size of its square view and the path in it."""

    view: str
    path: str


def is_symbol(icon: str) -> bool:
    """Whether a key names an outline of Material's set, not a picture of the library."""
    return icon.partition("/")[0] in _SETS


@cache
def folder() -> Path:
    """Where Material keeps its icons.

    Raises ModuleNotFoundError where Material is not installed.
    """
    spec = find_spec("material")
    if spec is None or not spec.origin:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    return Path(spec.origin).parent / "templates" / ".icons"


@cache
def registry() -> dict[str, dict[str, str]]:
    """The entries of concepts.toml by icon, and the icons that first drafts use."""
    here = Path(__file__)
    drafts = tomllib.loads(here.with_name("lexicon.toml").read_text(encoding="utf-8"))
    used = {icon for part in ("names", "words") for icon in drafts[part].values() if is_symbol(icon)}
    return {icon: {} for icon in used} | tomllib.loads(here.with_name("concepts.toml").read_text(encoding="utf-8"))


def find(path: str) -> Concept:
    """The concept behind a Custom node's path; a problem where no icon has that name or the registry lacks it."""
    icon = path.strip().removesuffix(".svg").removeprefix("./")
    if not is_symbol(icon):
        return Concept(
            "", None, f"the picture '{path}' is not shown", "name an icon of Material's set, such as material/web"
        )
    if not (folder() / f"{icon}.svg").is_file():
        return Concept("", None, f"no icon '{icon}' in Material's set", mistakes.meant(icon, _names(icon)))
    entry = registry().get(icon)
    if entry is None:
        hint = "add it with its reason to generator/drawing/icons/concepts.toml"
        return Concept(icon, None, f"the icon '{icon}' is not in the registry", hint)
    name = entry.get("component", "")
    return Concept(icon, components.component(name) if name else None, "", "")


def _names(icon: str) -> list[str]:
    """The icons of the same set, or of all where the set is too small to have been meant."""
    top = folder() / icon.partition("/")[0]
    return sorted(file.relative_to(folder()).with_suffix("").as_posix() for file in top.rglob("*.svg"))


@cache
def symbol(icon: str) -> Symbol:
    """The outline of an icon that `find` knows."""
    text = (folder() / f"{icon}.svg").read_text(encoding="utf-8")
    view = _VIEW.search(text)
    return Symbol(view[1] if view else "0 0 24 24", "".join(_PATHS.findall(text)))
