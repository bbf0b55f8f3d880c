"""Shows our pages and files to the guests as MkDocs' own values, and takes back what they make of them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from generator.files.hashing import content_hash
from generator.files.writing import replace_file
from generator.guests.calls import Calls
from generator.model import Page
from generator.problems import Problem
from generator.rendering import Written, additions, widened

if TYPE_CHECKING:  # it takes long to load, and is not needed by a site without guests
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page as Shown

_LATE = ("downloads.md",)
"""Pages that are made when all others are finished."""


class Guests:
    """The plugins and hooks of one build."""

    def __init__(self, config: Any, calls: Calls, problems: list[Problem]) -> None:
        self._config = config
        self._calls = calls
        self._shown: dict[str, Shown] = {}
        self._nav: Any = None
        self._files: Any = None
        self._more: dict[str, dict[str, None]] = {}
        self.problems = problems
        """What they had to say."""

    @property
    def said(self) -> str:
        """Who they were and what it cost, in a line."""
        names = ", ".join(self._calls.names)
        cost = f"{self._calls.seconds:.1f} s for what they did, and each page made anew"
        return f"mkdocs.yml names {names}: this build went by MkDocs' plugins, which cost {cost}"

    def settings(self, found: Mapping[str, Any]) -> Mapping[str, Any]:
        """The settings of mkdocs.yml with the styles and scripts that guests add, and with what scripts look for."""
        added = {name: self._added(found, name) for name in ("extra_css", "extra_javascript")}
        extra = {**found["extra"], "made": {**found["extra"]["made"], "scripted": True}}
        return {**found, **added, "extra": extra}

    def _added(self, found: Mapping[str, Any], name: str) -> list[Any]:
        said = list(found.get(name) or [])
        known = {str(each["path"] if isinstance(each, dict) else each) for each in said}
        return [*(str(each) for each in self._config[name] if str(each) not in known), *said]

    def received(self, pages: Iterable[Page], written: Written, environment: Any) -> Iterator[Page]:
        """All pages with what guests make of their text, and pages that guests add."""
        from mkdocs.structure.nav import Navigation

        made = {page.path: page for page in pages}
        seen = self._seen(made, written)
        ours = frozenset(seen.src_uris)
        files = self._calls.run("files", seen, config=self._config)
        for file in files.documentation_pages():
            if file.src_uri not in ours:
                made[file.src_uri] = written.page(file.src_uri, file.content_string)
        self._files = files
        self._shown = {path: self._as_shown(page) for path, page in made.items()}
        nav = Navigation([], list(self._shown.values()))
        self._nav = self._calls.run("nav", nav, config=self._config, files=files)
        read = [self._read(page, written) for page in made.values()]
        self._calls.run("env", environment, config=self._config, files=files)
        yield from read

    def told(self, page: Page) -> Mapping[str, Any]:
        """What guests add to what a page's template sees."""
        shown = self._shown.setdefault(page.path, self._as_shown(page))
        known = {"page": shown, "config": self._config, "nav": self._nav, "pages": [], "base_url": ""}
        words = {"page": shown, "config": self._config, "nav": self._nav}
        context = self._calls.run("page_context", dict(known), **words)
        return {name: value for name, value in context.items() if name not in known}

    def finished(self, page: Page, html: str) -> str:
        """A printed page as guests leave it, with a policy that allows what they have put into it."""
        shown = self._shown.setdefault(page.path, self._as_shown(page))
        return self._allowed(self._calls.run("post_page", html, page=shown, config=self._config), html)

    def template(self, name: str, html: str) -> str:
        """The same of a page that is none of MkDocs'."""
        return self._allowed(self._calls.run("post_template", html, template_name=name, config=self._config), html)

    def widest(self, html: str) -> str:
        """A page with a policy for all pages."""
        return widened(html, self._more)

    def left(self, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """Path and contents of what guests add to the finished folder, or change in it."""
        site = Path(self._config.site_dir)
        before = {}
        for path, data in files.items():
            replace_file(site / path, data, durable=False)
            before[path] = content_hash(data)
        self._calls.run("post_build", config=self._config)
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            path, data = file.relative_to(site).as_posix(), file.read_bytes()
            if before.get(path) != content_hash(data):
                yield path, data

    def _seen(self, made: Mapping[str, Page], written: Written) -> "Files":
        """All pages and the author's other files, as MkDocs finds them in docs/."""
        from mkdocs.structure.files import File, Files

        self._calls.acting("question-bank")
        files = Files([])
        for path in (*made, *_LATE):
            source = written.source(made[path]) if path in made else None
            if source:
                files.append(self._file(source[0]))
            elif path not in files.src_uris:
                files.append(File.generated(self._config, path, content=""))
        for _, file in written.copied():
            if file.is_relative_to(self._config.docs_dir):
                files.append(self._file(file))
        return files

    def _file(self, file: Path) -> "File":
        from mkdocs.structure.files import File

        docs = Path(self._config.docs_dir)
        return File(file.relative_to(docs).as_posix(), str(docs), self._config.site_dir, True)

    def _as_shown(self, page: Page) -> "Shown":
        from mkdocs.structure.files import File
        from mkdocs.structure.pages import Page as Shown
        from mkdocs.structure.toc import TableOfContents

        file = self._files.src_uris.get(page.path) or File.generated(self._config, page.path, content="")
        shown = Shown(str(page.fields["title"]), file, self._config)
        shown.meta = dict(page.fields)
        shown.content, shown.toc = "", TableOfContents([])
        return shown

    def _read(self, page: Page, written: Written) -> Page:
        """A page with its text as guests want it."""
        shown, words = self._shown[page.path], {"config": self._config, "files": self._files}
        self._calls.run("pre_page", shown, **words)
        source = written.source(page)
        text = source[1] if source else ""
        shown.markdown = self._calls.run("page_markdown", text, page=shown, **words)
        if source and shown.markdown != text:
            page = written.page(page.path, shown.markdown, page.fields)
        body = page.body
        content = self._calls.run("page_content", body, page=shown, **words)
        page = page if content == body else replace(page, text=content)
        return page if shown.meta == page.fields else replace(page, fields=dict(shown.meta))

    def _allowed(self, after: str, before: str) -> str:
        if after == before:
            return after
        more = additions(before, after)
        for kind, sources in more.items():
            self._more.setdefault(kind, {}).update(dict.fromkeys(sources))
        return widened(after, more)
