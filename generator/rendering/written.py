"""The hand-written part of docs/: Markdown pages, and the files that are copied as they are.

Pages are read as MkDocs reads them: front matter, Python-Markdown with the extensions of mkdocs.yml, and links to other
files of docs/ by their path (`[Q8](questions/8.md)`), which become addresses.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from generator import safe_yaml
from generator.files.hashing import digest
from generator.jobs.limits import bounded
from generator.model import IN_ENGLISH, Later, Page, Wording
from generator.problems import Failed, Place
from generator.rendering.faults import near
from generator.rendering.links import Addresses, as_index, line_of
from generator.rendering.speaking import FRONT, written
from generator.rendering.templates import overlaid

_HEADING = re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL)
_HOME = ("index.md", "README.md")
"""What an author may write for the home page, which is made of the bank."""
_LEFT_OUT = (".*", "/templates/")
"""Never part of a site, as in MkDocs."""
_LEFT_OUT_ALONE = re.compile(r"(?:.*/)?\.|templates/")
"""The same, where `exclude_docs` says nothing more."""


class Written:
    """The files of docs/."""

    def __init__(
        self,
        folders: Sequence[Path],
        settings: Mapping[str, Any],
        gone: Collection[str] = (),
        wording: Wording | None = None,
    ) -> None:
        """`settings` are those of mkdocs.yml; of two files of one path, the one in the earlier folder counts.

        `gone` are addresses that the site does not have: no page is made there, and links to it are only words.
        Files of the last folder, which are the tool's own, come in the language of `wording`.
        """
        self._settings = settings
        self._gone = frozenset(gone)
        self._wording = wording or IN_ENGLISH
        self._own = folders[-1]
        left_out = _left_out(str(settings.get("exclude_docs") or ""))
        self._files = {path: file for path, file in overlaid(folders).items() if not left_out(path)}

    def pages(self) -> Iterator[Page]:
        """The hand-written pages; a file that calls itself `generated` is none. Raises Failed for bad front matter."""
        made = (self._page(path, text) for path, text in self.sources())
        yield from (page for page in made if not page.fields.get("generated") and page.address not in self._gone)

    def over(self, page: Page) -> Page:
        """A generated page, with what its author wrote for it: the home page is the only one that takes anything."""
        path = next((path for path in _HOME if path in self._files), "") if page.path == "index.md" else ""
        if not path:
            return page
        own = self._page(path, _text(self._files[path]))
        body = _HEADING.sub("", own.body, count=1) if "<h1" in own.body[:40] else own.body
        template = page.template if own.template == "main.html" else own.template
        fields = {**page.fields, **{name: value for name, value in own.fields.items() if name != "template"}}
        return Page(page.path, template, fields, body.strip())

    def source(self, page: Page) -> tuple[Path, str] | None:
        """The author's own file of a hand-written page, and its Markdown without the front matter."""
        named = (path for path in self._files if page.written and as_index(path) == page.path)
        file = self._files.get(next(named, ""))
        if file is None or file.is_relative_to(self._own):
            return None
        text = _text(file)
        front = FRONT.match(text)
        return file, text[front.end() :] if front else text

    def page(self, path: str, text: str, fields: Mapping[str, Any] | None = None) -> Page:
        """A page as if it stood in docs/ at this path; its fields are those of its front matter, or these."""
        made = self._page(path, text)
        return made if fields is None else replace(made, fields=fields)

    def place(self, file: str, target: str) -> Place:
        """Where a page of the site links to an address: the line of docs/ that says so, or else the page."""
        named = (path for path in self._files if path.endswith(".md") and Page(as_index(path), "", {}).file == file)
        path = next(named, "")
        if not path or self._files[path].is_relative_to(self._own):
            return Place(file)
        text = self._files[path].read_text("utf-8-sig")
        links = Addresses(path, Page(as_index(path), "", {}).address, frozenset(self._files), self._gone)
        return Place(near(str(self._files[path])), line_of(target, text, links))

    def sources(self) -> Iterator[tuple[str, str]]:
        """Path below docs/ and Markdown of each page but the home page, which is made with `over`."""
        for path, file in self._files.items():
            if path.endswith(".md") and path not in _HOME:
                text = _text(file)
                yield path, written(text, self._wording) if file.is_relative_to(self._own) else text

    def copied(self) -> Iterator[tuple[str, Path]]:
        """Path in the site and source of each other file."""
        yield from ((path, file) for path, file in self._files.items() if not path.endswith(".md"))

    def _page(self, path: str, text: str) -> Page:
        front = FRONT.match(text)
        where = near(str(self._files.get(path, f"docs/{path}")))  # a page that a guest adds is nowhere
        try:
            found = safe_yaml.whole(front[1]) if front else {}
        except safe_yaml.Unreadable as error:
            what = f"the front matter is no YAML: {error.what}"
            raise Failed.at(where, what, "quote values with a colon", error.line + 1) from error
        fields = dict(found) if isinstance(found, dict) else {}
        page = Page(
            as_index(path), str(fields.get("template") or "main.html"), fields, written=True, origin=Place(where)
        )
        words = text[front.end() :] if front else text
        links = Addresses(path, page.address, frozenset(self._files), self._gone)
        if fields.get("title") and path in self._files and self._files[path].is_relative_to(self._own):
            made_from = digest(words, *sorted(self._files), "", *sorted(self._gone))
            return replace(page, text=Later(made_from, partial(self._html, words, links)))
        with bounded(Place(where), f"making /{page.address}"):
            body = self._html(words, links)
        fields["title"] = fields.get("title") or _title(body) or path.removesuffix(".md").rpartition("/")[2].title()
        return replace(page, text=body)

    def _html(self, text: str, links: Addresses) -> str:
        from generator.rendering.converting import converted  # takes long to load

        return converted(text, self._settings.get("markdown_extensions") or [], links)


def _left_out(said: str) -> Callable[[str], object]:
    """What tells whether a path below docs/ is left out."""
    if not said:
        return _LEFT_OUT_ALONE.match
    from pathspec import GitIgnoreSpec  # takes long to load, and few authors leave out more

    return GitIgnoreSpec.from_lines([*_LEFT_OUT, *said.splitlines()]).match_file


def _text(file: Path) -> str:
    """What stands in a file. Raises Failed where it is not UTF-8."""
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failed.at(near(str(file)), "is not written in UTF-8", "save it so") from error


def _title(body: str) -> str:
    """The words of the first heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", body, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""
