"""What mkdocs.yml says without effect here, each with its line: never in silence.

mkdocs.yml:14: warning: theme.features: navigation.tabs has no effect here
mkdocs.yml:3: warning: site_nme is no setting; did you mean 'site_name'?
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from generator import safe_yaml
from generator.problems import Place, Problem, Severity
from generator.settings.colours import CUSTOM, NAMED, is_colour
from generator.settings.looks import SECTIONS
from generator.settings.reading import Loader
from generator.suggestions import meant

_USED_LIST = """
site_name site_url site_description site_author repo_url repo_name edit_uri copyright docs_dir theme extra extra_css
extra_javascript extra_templates markdown_extensions plugins hooks nav not_in_nav exclude_docs draft_docs validation
strict watch
"""
_USED = frozenset(_USED_LIST.split())
"""Settings of MkDocs that mean here what they mean there, or do no harm."""

_VAIN: Mapping[str, str] = {
    "site_dir": "name the folder with --out",
    "dev_addr": "name the port with --port",
    "use_directory_urls": "addresses end with a slash here, and never change",
    "edit_uri_template": "say edit_uri",
    "remote_branch": "the workflow publishes",
    "remote_name": "the workflow publishes",
    "INHERIT": "put all settings into this file",
    "mdx_configs": "say it below markdown_extensions",
    "theme.direction": "the direction is found in the questions themselves",
    "theme.static_templates": "write a page in docs/ with `template:` in its front matter",
    "extra.alternate": "link to other languages in extra.menu",
    "extra.version": "each build is the newest edition",
    "extra.tags": "",
    "extra.status": "",
    "extra.generator": "pages name no generator",
}
"""Settings that mean nothing here, and what to do instead."""

_SAME: Mapping[str, str] = {"site_dir": "site", "use_directory_urls": "true"}
"""Values of those that change nothing."""

_FEATURES = frozenset(("announce.dismiss", "content.code.copy"))
"""Of the theme's features, those that pages have here, too."""

OURS = frozenset(("question-bank", "search", "material/search"))
"""Plugins whose work the site does itself."""

_Remark = tuple[yaml.Node, str, str]
"""Where something stands, what is wrong with it, and what to do about it."""

_LOOK = frozenset(("name", "custom_dir", "language", "logo", "favicon", "icon", "palette", "font", "features"))
_ICONS = frozenset(("logo", "repo"))


def remarks(path: Path) -> tuple[Problem, ...]:
    """Warnings, in the order of their lines; none where the file cannot be read, which is said elsewhere."""
    tree = _tree(path)
    every = _found(tree) if isinstance(tree, yaml.MappingNode) else ()
    found = sorted({(node.start_mark.line + 1, what, hint) for node, what, hint in every})
    return tuple(Problem(Place(path.name, line), what, hint, Severity.WARNING) for line, what, hint in found)


def guests(path: Path) -> Mapping[str, int]:
    """The author's plugins and hooks besides ours and the search that the site has itself, each with its line."""
    tree = _tree(path)
    rows = [row for kind in ("plugins", "hooks") for row in _names(_below(tree, kind))]
    return {row.value: row.start_mark.line + 1 for row in rows if row.value not in OURS}


def _tree(path: Path) -> yaml.Node | None:
    """The settings with their lines; nothing where they cannot be read."""
    try:
        return safe_yaml.tree(path.read_text("utf-8"), Loader)
    except (OSError, UnicodeDecodeError, safe_yaml.Unreadable):
        return None


def _names(rows: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The names in a list of plugins, or in a mapping of them to their settings."""
    pairs = rows.value if isinstance(rows, yaml.MappingNode) else ()
    for row in (*_items(rows), *(key for key, _ in pairs)):
        name = row.value[0][0] if isinstance(row, yaml.MappingNode) and row.value else row
        if isinstance(name, yaml.ScalarNode):
            yield name


def _found(tree: yaml.MappingNode) -> Iterator[_Remark]:
    for keys, node in _walk(tree):
        name = ".".join(keys)
        if name in _VAIN and _value(_below(tree, name)) != _SAME.get(name):
            yield node, f"{name} has no effect here", _VAIN[name]
        elif len(keys) == 1 and name not in (*_USED, *_VAIN):
            yield node, f"{name} is no setting", meant(name, [*_USED, *_VAIN])
    theme, extra = _below(tree, "theme"), _below(tree, "extra")
    yield from _theme(theme)
    for part in sorted(SECTIONS):
        said = _below(extra, part)
        if isinstance(said, yaml.ScalarNode) and said.value.lower() not in ("true", "false"):
            yield said, f"extra.{part} is neither true nor false", "say false to switch it off"
    for row in _items(_below(tree, "nav")):
        if isinstance(row, yaml.MappingNode) and row.value and isinstance(row.value[0][1], yaml.SequenceNode):
            what = "a section of nav stands in the menu as its single pages"
            yield row, what, "menus have one line here; extra.menu says what is in it"


def _theme(theme: yaml.Node | None) -> Iterator[_Remark]:
    for keys, key in _walk(theme) if isinstance(theme, yaml.MappingNode) else ():
        if keys[0] not in _LOOK and f"theme.{keys[0]}" not in _VAIN and len(keys) == 1:
            yield key, f"theme.{keys[0]} has no effect here", meant(keys[0], _LOOK)
        if keys[0] == "icon" and len(keys) == 2 and keys[1] not in _ICONS:
            yield key, f"theme.icon.{keys[1]} has no effect here", ""
    for row in _items(_below(theme, "features")):
        if isinstance(row, yaml.ScalarNode) and row.value not in _FEATURES:
            yield row, f"theme.features: {row.value} has no effect here", ""
    yield from _palette(_below(theme, "palette"))
    name = theme if isinstance(theme, yaml.ScalarNode) else _below(theme, "name")
    if isinstance(name, yaml.ScalarNode) and name.value != "material":
        yield name, f"the theme {name.value} has no effect here", "pages keep to Material's settings"


def _palette(palette: yaml.Node | None) -> Iterator[_Remark]:
    for entry in _items(palette) if isinstance(palette, yaml.SequenceNode) else [palette]:
        for name in ("primary", "accent"):
            node = _below(entry, name)
            if isinstance(node, yaml.ScalarNode) and not is_colour(node.value):
                hint = meant(node.value, [*NAMED, CUSTOM]) or 'name a colour of Material\'s, or write it as "#0f766e"'
                yield node, f"{node.value} is no colour", hint


def _walk(node: yaml.MappingNode, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], yaml.Node]]:
    """Each key of nested mappings with its path, to a depth of three."""
    for key, value in node.value:
        keys = (*above, str(key.value))
        yield keys, key
        if isinstance(value, yaml.MappingNode) and len(keys) < 3:
            yield from _walk(value, keys)


def _below(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The value of a key of a mapping."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def _value(node: yaml.Node | None) -> str:
    return node.value.lower() if isinstance(node, yaml.ScalarNode) else ""


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
