"""Links of hand-written pages: by the path of a file below docs/, as MkDocs has them, and by address.

[Q8](questions/8.md) in docs/about.md  ->  ../questions/8/
"""

import posixpath
import re
from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.model import Page

LINK = re.compile(r"""\]\(\s*<?([^\s)>]+)|\]:\s*<?([^\s>]+)|(?:href|src)=["']?([^\s"'>]+)""")
"""Where Markdown and its HTML name an address."""


class Addresses(Extension):
    """Links by path become addresses."""

    def __init__(self, path: str, address: str, files: frozenset[str], gone: frozenset[str]) -> None:
        super().__init__()
        self.path, self.address, self.files, self.gone = path, address, files, gone

    def near(self, link: str) -> str:
        """The address that a link leads to, from its own page."""
        parts = taken_apart(link)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), parts.path))
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return link
        if target.endswith(".md"):
            target = Page(as_index(target), "", {}).address or "./"
        elif target not in self.files:
            return link
        near = posixpath.relpath(target, self.address or ".") + ("/" if target.endswith("/") else "")
        return parts._replace(path=near).geturl()

    def target(self, link: str) -> str:
        """The same from the site's root."""
        parts = taken_apart(self.near(link))
        whole = posixpath.normpath(posixpath.join("/", self.address, parts.path)).lstrip("/")
        end = "/" if whole and parts.path.endswith("/") else ""
        return whole + end + (f"#{parts.fragment}" if parts.fragment else "")

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown calls it so
        """Look at each finished tree, last."""
        md.treeprocessors.register(_Links(md, self), "addresses", 0)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, place: Addresses) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: Element) -> None:
        """Change what leads to another file of docs/."""
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            if name and element.get(name):
                element.set(name, self.place.near(str(element.get(name))))
            if name == "href" and self._is_gone(str(element.get(name))):
                element.tag, element.attrib = "span", {}

    def _is_gone(self, link: str) -> bool:
        """Whether a link leads to a part of the site that is switched off."""
        parts = taken_apart(link)
        whole = posixpath.normpath(posixpath.join(self.place.address or ".", parts.path)) + "/"
        return not parts.netloc and whole in self.place.gone


def taken_apart(link: str) -> SplitResult:
    """The parts of an address; one that is none, such as "http://[", is a path that leads nowhere."""
    try:
        return urlsplit(link)
    except ValueError:
        return SplitResult("", "", link, "", "")


def as_index(path: str) -> str:
    """A folder's README is its index, as on GitHub."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "index.md") if name.lower() == "readme.md" else path


def line_of(target: str, text: str, links: Addresses) -> int:
    """The line of a page that leads to an address of the site, counted from 1; 0 where none is seen to."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in LINK.findall(line):
            if links.target(next(filter(None, found))) == target:
                return number
    return 0
