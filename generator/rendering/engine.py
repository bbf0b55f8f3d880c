"""One loaded MkDocs: turns the Markdown of a page into HTML, and lists what else the theme needs.

`mkdocs build` loads everything, converts everything and writes everything. Here its own pieces are called one page at
a time, so that a build of one changed page costs one page. A generated page depends on nothing but its own text, the
templates and mkdocs.yml: it stands outside the navigation, and its links are final addresses. That is also why one
Markdown converter, reset between pages, can serve them all, where MkDocs makes a new one for each page.

Plugins are not run; mkdocs.yml has none. `mkdocs build` over the same tree gives the same pages.
"""

import hashlib
import importlib.metadata
import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache as once
from pathlib import Path
from typing import Any

import markdown
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url, meta

from generator.cache import Cache
from generator.problems import Failed, Place, Problem
from generator.rendering.templates import Compiled

LINK_PATTERNS = (
    "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref", "autolink", "automail",
)  # fmt: skip
MAY_LINK = re.compile(r"\[|<(?:https?|ftp):|<[^<> !]+@", re.IGNORECASE)
"""Without any of it, once what is escaped is taken out, none of these patterns can match. Our pages link by tags."""
ESCAPED = re.compile(r"\\.")


class Engine:
    """MkDocs with its configuration, templates and navigation loaded once."""

    def __init__(self, config_file: Path, overrides: dict[str, Any], owned: tuple[str, ...], cache: Cache) -> None:
        """Load; `owned` names what is generated below docs_dir, files or folders. Raises Failed on a bad mkdocs.yml."""
        self.config = _load(config_file, overrides)
        self.config.plugins._current_plugin = None  # MkDocs sets it with the first event of a plugin; there is none
        found = get_files(self.config)
        self._env = self.config.theme.get_env()
        self._env.auto_reload = False
        self._env.bytecode_cache = Compiled(cache)
        self._env.getattr = _fields_first(self._env.getattr)  # type: ignore[assignment,method-assign]
        set_exclusions(found, self.config)
        self._files = Files([file for file in found if not _is_below(file.src_uri, owned)])
        self._documents = self._files.documentation_pages()  # for each page's context; MkDocs would list them anew
        self._nav = get_navigation(self._files, self.config)
        self._linking, self._plain = once(self._converter), once(self._converter_without_links)

    def pages(self, batch: Iterable[tuple[str, str]]) -> list[str]:
        """The HTML of generated pages, from their paths, such as "questions/901.md", and texts.

        All are converted before the first is laid out: one task after the other is a sixth quicker than in turns.
        """
        converted = [self._page(uri, text) for uri, text in batch]
        return [self._lay_out(page) for page in converted]

    def _page(self, uri: str, text: str) -> Page:
        page = Page(None, File.generated(self.config, uri, content=text), self.config)
        page.markdown, page.meta = _split(text)
        converter = self._linking() if MAY_LINK.search(ESCAPED.sub("", page.markdown)) else self._plain()
        page.content = converter.reset().convert(page.markdown)
        page.toc = get_toc(getattr(converter, "toc_tokens", []))
        return page

    def written_pages(self) -> Iterator[tuple[str, str]]:
        """Path in the site and HTML of each hand-written page, and of the page for missing addresses."""
        for file in self._files.documentation_pages():
            page = self._new_page(file)
            page.render(self.config, self._files)
            yield file.dest_uri, self._lay_out(page)
        missing = self._env.get_template("404.html")
        base = get_relative_url("/", "/") if not self.config.site_url else _path_of(self.config.site_url)
        yield "404.html", missing.render(get_context(self._nav, self._files, self.config, base_url=base))

    def static_files(self) -> Iterator[tuple[str, Path]]:
        """Path in the site and source of each file that is copied as it is; of the theme's own, pages need none."""
        for file in self._files:
            if file.abs_src_path and not file.is_documentation_page() and not file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                yield file.dest_uri, Path(file.abs_src_path)

    def address(self, uri: str) -> str:
        """Path in the site of the page made from `uri`, as in "questions/901/index.html"."""
        return _address(uri, self.config.use_directory_urls)

    def _converter(self) -> markdown.Markdown:
        return markdown.Markdown(extensions=self.config.markdown_extensions, extension_configs=self.config.mdx_configs)

    def _converter_without_links(self) -> markdown.Markdown:
        """Python-Markdown searches every text for every pattern; without those of links a page costs a tenth less."""
        converter = self._converter()
        for name in LINK_PATTERNS:
            converter.inlinePatterns.deregister(name)
        return converter

    def _new_page(self, file: File) -> Page:
        page = file.page if isinstance(file.page, Page) else Page(None, file, self.config)
        page.read_source(self.config)
        return page

    def _lay_out(self, page: Page) -> str:
        template = self._env.get_template(str(page.meta.get("template", "main.html")))
        page.active = True
        html = template.render(get_context(self._nav, self._documents, self.config, page))
        page.active = False
        page.file.page = None  # a page and its file hold each other; undone, both go at once, with their texts
        return html


def _fields_first(usual: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Look into a dictionary before asking it for an attribute, which fails hundreds of times a page."""

    def find(value: Any, name: str) -> Any:
        return value[name] if type(value) is dict and name in value else usual(value, name)

    return find


@once
def _address(uri: str, directories: bool) -> str:
    return File(uri, None, "", directories).dest_uri


def fingerprint(config_file: Path, overrides: dict[str, Any]) -> str:
    """A hash of all that a page's HTML depends on besides its own text."""
    root = config_file.parent
    seen = hashlib.blake2b(repr(sorted(overrides.items())).encode(), digest_size=20)
    for package in ("mkdocs", "mkdocs-material", "pymdown-extensions", "markdown", "pygments", "jinja2"):
        seen.update(f"{package}={importlib.metadata.version(package)}\n".encode())
    templates = (path for path in (root / "overrides").rglob("*") if path.is_file())
    for path in (config_file, *sorted(templates)):
        seen.update(path.relative_to(root).as_posix().encode())
        seen.update(path.read_bytes())
    return seen.hexdigest()


def _split(text: str) -> tuple[str, dict[str, Any]]:
    """Running text and front matter. A field a line in JSON is YAML too, but as YAML it takes ten times as long."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    try:
        fields = ['"' + line.replace(": ", '": ', 1) for line in front.split("\n")]
        return body.lstrip("\n"), json.loads("{" + ",".join(fields) + "}")
    except ValueError:
        return meta.get_data(text)


def _is_below(uri: str, folders: tuple[str, ...]) -> bool:
    return any(uri == folder or uri.startswith(f"{folder}/") for folder in folders)


def _load(config_file: Path, overrides: dict[str, Any]) -> MkDocsConfig:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        return load_config(str(config_file), **overrides)
    except ConfigurationError as error:
        raise Failed([Problem(Place(str(config_file)), " ".join(str(error).split()))]) from error


def _path_of(address: str) -> str:
    return "/" + address.split("://", 1)[-1].partition("/")[2]
