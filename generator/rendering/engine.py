"""Lays pages out: values go into a template, HTML comes out; nothing else is known here.

    Engine(settings, folders, cache).html(Page("questions/901.md", "question.html", {…}, "<ul>…"))

Templates see what MkDocs would show them (`config`, `page.meta`, `page.content`, `base_url`), so that the same files
serve other engines that read mkdocs.yml.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.files.cache import Cache
from generator.files.hashing import digest, version
from generator.model import IN_ENGLISH, Page, Wording
from generator.problems import Failed, Problem
from generator.rendering.faults import mistake, unread
from generator.rendering.policy import allowed
from generator.rendering.speaking import spoken
from generator.rendering.templates import Compiled, Spoken, Templates, overlaid

_LIBRARIES = ("jinja2", "markdown", "mkdocs-material", "pygments", "pymdown-extensions")


class Engine:
    """The templates of a site, loaded once."""

    def __init__(
        self, settings: Mapping[str, Any], folders: Sequence[Path], cache: Cache, wording: Wording | None = None
    ) -> None:
        """`settings` are those of mkdocs.yml; of two templates of one name, the one in the earlier folder counts."""
        self._folders = folders
        self._wording = wording or IN_ENGLISH
        loader = Spoken(folders, self._wording)
        self.environment = Templates(loader=loader, auto_reload=False, bytecode_cache=Compiled(cache))
        self.settings = settings
        self.settings = self._allowing()

    def html(self, page: Page, more: Mapping[str, Any] | None = None) -> str:
        """The page, finished; `more` is what templates see besides it."""
        address, settings = page.address, self.settings
        shown = {
            "title": page.fields["title"],
            "meta": page.fields,
            "content": page.body,
            "url": address,
            "canonical_url": settings["site_url"] + address if settings["site_url"] else None,
            "edit_url": self._edit(page.path) if page.written else None,
        }
        base = "/".join([".."] * address.count("/")) or "."
        picture = page.picture.svg if page.picture else ""
        values = {**(more or {}), "config": settings, "page": shown, "picture": picture, "base_url": base}
        return self._printed(page.template, **values)

    def missing(self) -> str:
        """The page for addresses that lead nowhere; as it shows at any of them, its own links begin at the root."""
        base = "/" + str(self.settings["site_url"]).split("://", 1)[-1].partition("/")[2]
        return self._printed("404.html", config=self.settings, base_url=base)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with the author's templates."""
        return unread(self.environment, self._folders[0])

    def _printed(self, name: str, **values: Any) -> str:
        """A template with its values. Raises Failed with the line of a template that cannot be printed."""
        try:
            return self.environment.get_template(name).render(**values)
        except Exception as error:  # a template may do anything that an expression can
            raise Failed([mistake(name, error)]) from error

    def fingerprint(self) -> str:
        """A hash of all that a page's HTML depends on besides its own values."""
        files = (part for path, file in self.files() for part in (path, file.read_bytes()))
        return digest(repr(sorted(self.settings.items())), repr(self._wording.state), *map(version, _LIBRARIES), *files)

    def templates(self) -> Iterator[tuple[str, bytes]]:
        """Name and text of each template in the language of the site, as other engines read them."""
        for path, file in self.files():
            data = file.read_bytes()
            yield path, spoken(data.decode(), self._wording).encode() if path.endswith(".html") else data

    def _allowing(self) -> Mapping[str, Any]:
        """The settings, with what the policy of pages allows: what their frame holds, as an empty page shows it."""
        extra = self.settings["extra"]
        frame = self.html(Page("frame/index.md", "main.html", {"title": ""}))
        named = "partials/integrations/analytics.html"
        counted = self._printed(named, config=self.settings) if extra.get("analytics") else ""
        asked = extra.get("policy")
        policy = allowed(frame, counted, asked if isinstance(asked, dict) else {})
        return {**self.settings, "extra": {**extra, "made": {**extra["made"], "policy": policy}}}

    def files(self) -> Sequence[tuple[str, Path]]:
        """Name and file of each template that counts; of the last folder, which comes with its version, none."""
        return tuple(overlaid(self._folders[:-1]).items())

    def _edit(self, path: str) -> str | None:
        """Where a hand-written page can be edited."""
        root, inside = self.settings.get("repo_url"), self.settings.get("edit_uri")
        return f"{str(root).rstrip('/')}/{str(inside).strip('/')}/{path}" if root and inside else None
