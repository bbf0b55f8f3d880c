"""What templates need besides the settings as they stand, worked out once: parts, menu, colours, fonts, scripts.

    looks({"theme": {"palette": {"primary": "teal"}}, "extra": {"practice": False}, …})
        ->  {"practice": False, "papers": True, …, "menu": […], "made": {"sheet": True, "scheme": "", …}}

It becomes a part of `extra`, where templates of any engine find it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote_plus

from generator.settings.colours import CUSTOM, Accent, accent

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "practice": ("practice/",),
    "papers": ("paper/",),
    "glossary": ("glossary/",),
    "downloads": ("downloads/",),
    "offline": ("offline/",),
}
"""The parts of a site that `extra` can switch off, each with the addresses that are gone then."""

SHEET = "assets/stylesheets/own.css"
"""The style sheet that says in CSS what mkdocs.yml says of colours and fonts."""

_FAVICON = "assets/images/favicon.svg"
"""The tool's own."""

MENU = (
    {"name": "Questions", "path": "topics/"},
    {"name": "Components", "path": "components/", "diagrams": True},
    {"name": "Practice", "path": "practice/"},
    {"name": "Downloads", "path": "downloads/"},
)
"""The way round a site whose author says none."""

_FALLBACK = {"text": '"Inter Fallback", system-ui, sans-serif', "code": "ui-monospace, monospace"}
_VARIABLES = {"text": "--text", "code": "--mono"}


def looks(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The additions to `extra`."""
    extra, theme = settings["extra"], settings["theme"]
    off = without(settings)
    gone = tuple(address for part in off for address in SECTIONS[part])
    menu = [entry for entry in _menu(settings) if not str(entry["path"]).startswith(gone or "\0")]
    address = "/" + str(settings["site_url"]).split("://", 1)[-1].partition("/")[2]
    made = {
        "policy": {},
        "sheet": bool(sheet(settings)),
        "scheme": _scheme(theme.get("palette")),
        "fonts": _asked(_table(theme.get("font"))),
        "favicon": str(theme.get("favicon") or _FAVICON),
        "logo": str(theme.get("logo") or ""),
        "icon": str(_table(theme.get("icon")).get("logo") or ""),
        "without": " ".join(sorted(off)),
        "scripted": bool(extra.get("analytics") or extra.get("consent") or settings.get("extra_javascript")),
    }
    parts = {part: part not in off for part in SECTIONS}
    return {"scope": address, **extra, **parts, "menu": menu, "made": made}  # the theme's own scripts ask for scope


def without(settings: Mapping[str, Any]) -> frozenset[str]:
    """The parts that are switched off."""
    return frozenset(part for part in SECTIONS if settings["extra"].get(part) is False)


def accent_of(settings: Mapping[str, Any]) -> Accent | None:
    """The accent that the palette asks for: that of its first entry that names one."""
    return next(filter(None, map(accent, _entries(settings["theme"].get("palette")))), None)


def _entries(palette: object) -> Sequence[Mapping[str, Any]]:
    """A palette as the list of its entries."""
    listed = palette if isinstance(palette, list) else [palette]
    return [each for each in listed if isinstance(each, dict)]


def sheet(settings: Mapping[str, Any]) -> str:
    """The site's own colours and fonts as CSS; empty where it has none."""
    return "".join((*_colours(settings), *_fonts(_table(settings["theme"].get("font")))))


def _table(said: object) -> Mapping[str, Any]:
    """A setting that has several parts; none where something else is said."""
    return said if isinstance(said, dict) else {}


def _colours(settings: Mapping[str, Any]) -> Iterator[str]:
    found = accent_of(settings)
    if found:
        yield (
            f":root{{--accent:light-dark({found.light},{found.dark});--d-badge:{found.light};"
            f"--d-marked:{found.light_ground}}}\n"
            f'[data-md-color-scheme="slate"]{{--d-badge:{found.dark};--d-marked:{found.dark_ground}}}\n'
        )
    elif any(each.get("primary") == CUSTOM for each in _entries(settings["theme"].get("palette"))):
        yield "body{--accent:var(--md-primary-fg-color);--d-badge:var(--md-primary-fg-color)}\n"


def _fonts(said: Mapping[str, Any]) -> Iterator[str]:
    for kind, variable in _VARIABLES.items():
        if said.get(kind):
            name = "".join(sign for sign in str(said[kind]) if sign.isalnum() or sign in " -")
            yield f':root{{{variable}:"{name}",{_FALLBACK[kind]};--md-{kind}-font:"{name}"}}\n'


def _asked(said: Mapping[str, Any]) -> str:
    """Where the theme has its fonts from: asked for only by name, never unasked."""
    weights = {"text": "300,300i,400,400i,700,700i", "code": "400,400i,700,700i"}
    families = [f"{quote_plus(str(said[kind]))}:{weight}" for kind, weight in weights.items() if said.get(kind)]
    return f"https://fonts.googleapis.com/css?family={'%7C'.join(families)}&display=fallback" if families else ""


def _scheme(palette: object) -> str:
    """The scheme of a site that has only one: a palette of a single entry that names it."""
    found = _entries(palette)
    return str(found[0].get("scheme") or "") if len(found) == 1 and not found[0].get("toggle") else ""


def _menu(settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries of `extra.menu`, of `nav`, or the usual ones."""
    said = settings["extra"].get("menu")
    if said is None and isinstance(settings.get("nav"), list):
        yield from _nav(settings["nav"])
        return
    yield from (dict(entry) for entry in (said if isinstance(said, list) else MENU) if isinstance(entry, dict))


def _nav(rows: Sequence[Any], name: str = "") -> Iterator[dict[str, Any]]:
    """The pages of MkDocs' `nav`, one after the other; its sections have no place in a menu of one line."""
    for row in rows:
        if isinstance(row, str):
            yield {"name": name or row.rpartition("/")[2].removesuffix(".md").capitalize(), "path": _address(row)}
        for title, below in row.items() if isinstance(row, dict) else ():
            yield from _nav(below if isinstance(below, list) else [below], "" if isinstance(below, list) else title)


def _address(path: str) -> str:
    """The address of a page below docs/; that of another site as it is."""
    if "://" in path or not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md").removesuffix("index").removesuffix("README").rstrip("/")
    return f"{stem}/" if stem else ""
