"""Markdown that somebody wrote by hand, as HTML: by Python-Markdown, with the extensions that mkdocs.yml names.

Loaded when a page is converted: a build that takes all such pages over from the old site has no need of it.
"""

import pkgutil
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.problems import Failed
from generator.rendering.links import Addresses
from generator.settings import Name


def converted(text: str, rows: Iterable[Any], links: Addresses) -> str:
    """HTML of a page; `rows` are the `markdown_extensions` of mkdocs.yml. Raises Failed where they cannot be used."""
    listed = {
        str(name): config for row in rows for name, config in (row if isinstance(row, dict) else {row: None}).items()
    }
    try:
        configs = {name: _objects(config) for name, config in listed.items() if config}
        names = dict.fromkeys(["toc", *listed])
        parser = Markdown(extensions=[*names, _Readdressing(links)], extension_configs=configs)
    except Exception as error:  # they are code of others, and what they are told is the author's
        what = f"markdown_extensions cannot be used: {error or type(error).__name__}"
        raise Failed.at("mkdocs.yml", what, "correct the name, or install what brings it") from error
    return parser.convert(text)


class _Readdressing(Extension):
    """Links by path become addresses."""

    def __init__(self, links: Addresses) -> None:
        super().__init__()
        self._links = links

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it so
        """Look at each finished tree, last."""
        md.treeprocessors.register(_Links(md, self._links), "addresses", 0)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, links: Addresses) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        """Change what leads to another file of docs/."""
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            if name and element.get(name):
                element.set(name, self._links.near(str(element.get(name))))
            if name == "href" and self._links.is_gone(str(element.get(name))):
                element.tag, element.attrib = "span", {}


def _objects(value: Any) -> Any:
    """The value with Python's objects for their names."""
    if isinstance(value, dict):
        return {key: _objects(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_objects(each) for each in value]
    return pkgutil.resolve_name(value) if isinstance(value, Name) else value
