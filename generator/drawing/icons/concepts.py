"""Finds icons for what the library has no class for, in the set that Material for MkDocs ships.

    Custom("Octree", "icons/material/file-tree.png")  ->  icon "material/file-tree", drawn in the colour of the text

The path is that of a PNG for those who run the module by hand; "material/file-tree" means the same here.
`concepts.toml` tells which icons stand for a product.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator import suggestions
from generator.drawing.icons import components
from generator.model import Component
from generator.model.naming import OUTLINES

SETS = tuple(name.rstrip("/") for name in OUTLINES)
_NAMED = re.compile(
    rf"(?:\./)?((?:{'|'.join(SETS)})/[\w/-]+)(?:\.svg)?$|(?:.*/)?icons/((?:{'|'.join(SETS)})/[\w/-]+)\.(?:svg|png)$"
)
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
    return icon.partition("/")[0] in SETS


@cache
def folder() -> Path:
    """Where Material keeps its icons.

    Raises ModuleNotFoundError where Material is not installed.
    """
    return components.home_of("material", "mkdocs-material") / "templates" / ".icons"


@cache
def registry() -> dict[str, dict[str, str]]:
    """The entries of concepts.toml by icon, and the icons that first drafts use."""
    here = Path(__file__)
    drafts = tomllib.loads(here.with_name("lexicon.toml").read_text(encoding="utf-8"))
    used = {icon for part in ("names", "words") for icon in drafts[part].values() if is_symbol(icon)}
    return {icon: {} for icon in used} | tomllib.loads(here.with_name("concepts.toml").read_text(encoding="utf-8"))


def named(path: str) -> str:
    """The icon of the set that a path names, as "material/file-tree"; the path itself where it is another file."""
    found = _NAMED.match(path.strip())
    return found[1] or found[2] if found else path


def find(path: str) -> Concept:
    """The concept behind a Custom node's path; a problem where no icon has that name."""
    icon = named(path)
    if not (folder() / f"{icon}.svg").is_file():
        return Concept("", None, f"no icon '{icon}' in Material's set", suggestions.meant(icon, _names(icon)))
    name = registry().get(icon, {}).get("component", "")
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
