"""A page of the site before a template lays it out: plain values, and HTML where there is running text.

Page("questions/901.md", "question.html", {"title": "Serverless image resizing", "number": 901, …}, "<ul>…")
    -> address "questions/901/", file "questions/901/index.html"
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from generator.model.diagram import Picture
from generator.problems import Place


class Later(Struct, frozen=True):
    """Running text that is made when it is needed: of most pages, a build needs to know only that it is the same."""

    made_from: str
    """Hash of all that it depends on."""
    make: Callable[[], str]


class Page(Struct, frozen=True):
    """What a template needs to make one page; nothing else of the bank shows on it."""

    path: str
    """Below docs/, as in "questions/901.md"."""
    template: str
    fields: Mapping[str, Any]
    """What the template calls `page.meta`; a `title` is always there."""
    text: str | Later = ""
    """Running text as HTML, now or later."""
    picture: Picture | None = None
    """The diagram. Only our own engine puts it into the page; others show its file."""
    written: bool = False
    """Whether somebody wrote it by hand, in docs/."""
    origin: Place | None = None
    """Where what it shows stands, for what may have to be said of it."""

    @property
    def body(self) -> str:
        """The running text, which the template calls `page.content`."""
        return self.text if isinstance(self.text, str) else self.text.make()

    @property
    def address(self) -> str:
        """From the site's root, with a slash at the end; empty for the home page."""
        stem = self.path.removesuffix(".md")
        folder = stem.removesuffix("index").rstrip("/") if stem.rpartition("/")[2] == "index" else stem
        return f"{folder}/" if folder else ""

    @property
    def file(self) -> str:
        """Path in the site."""
        return f"{self.address}index.html"

    @property
    def state(self) -> tuple[str | bytes, ...]:
        """All that its HTML depends on, besides the templates; equal for equal pages in every build."""
        picture = self.picture.packed if self.picture else b""
        text = self.text if isinstance(self.text, str) else self.text.made_from
        return (self.path, self.template, msgspec.json.encode(self.fields), text, picture)
