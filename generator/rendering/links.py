"""Links of hand-written pages: by the path of a file below docs/, as MkDocs has them, and by address.

[Q8](questions/8.md) in docs/about.md  ->  ../questions/8/
"""

import posixpath
import re
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from generator.model import Page

_LINK = re.compile(r"""\]\(\s*<?([^\s)>]+)|\]:\s*<?([^\s>]+)|(?:href|src)=["']?([^\s"'>]+)""")
"""Where Markdown and its HTML name an address."""


class Addresses(Struct, frozen=True):
    """Where the links of one page lead."""

    path: str
    """Of its file below docs/."""
    address: str
    files: frozenset[str]
    """All files of docs/."""
    gone: frozenset[str]
    """Addresses that the site does not have."""

    def near(self, link: str) -> str:
        """The address that a link leads to, from its own page."""
        parts = _taken_apart(link)
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
        parts = _taken_apart(self.near(link))
        whole = posixpath.normpath(posixpath.join("/", self.address, parts.path)).lstrip("/")
        end = "/" if whole and parts.path.endswith("/") else ""
        return whole + end + (f"#{parts.fragment}" if parts.fragment else "")

    def is_gone(self, link: str) -> bool:
        """Whether a link leads to a part of the site that is switched off."""
        parts = _taken_apart(link)
        whole = posixpath.normpath(posixpath.join(self.address or ".", parts.path)) + "/"
        return not parts.netloc and whole in self.gone


def _taken_apart(link: str) -> SplitResult:
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
        for found in _LINK.findall(line):
            if links.target(next(filter(None, found))) == target:
                return number
    return 0
