"""Loads the plugins and hooks that mkdocs.yml names, as MkDocs does it, or takes over those that MkDocs has loaded.

with invited(Path(".")) as guests: …    for `build`
with met(config, ours) as guests: …     for our own plugin, in MkDocs' build
"""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from generator import settings
from generator.files.writing import lent
from generator.guests.calls import Calls
from generator.guests.hosting import Guests
from generator.problems import Failed, Place, Problem, Severity

_SEEN = ("files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context",
        "post_page", "post_template", "post_build")  # fmt: skip
"""What guests hear of from us; MkDocs tells of the rest."""


@contextmanager
def invited(home: Path) -> Iterator[Guests | None]:
    """The guests of a folder's mkdocs.yml, with a folder for what they write; None where it names none.

    Raises Failed where one cannot be loaded, with what MkDocs says.
    """
    file = home / "mkdocs.yml"
    named = settings.guests(file)
    if not named:
        yield None
        return
    with lent() as folder, _heard() as said:
        config = _config(home, folder, said)
        calls = Calls(config, config.plugins.events, named)
        calls.run("startup", command="build", dirty=False)
        config = calls.run("config", config)
        calls.run("pre_build", config=config)
        yield Guests(config, calls, said)
        calls.run("shutdown")


def met(config: Any, ours: object) -> AbstractContextManager[Guests | None]:
    """The guests that MkDocs has loaded, of whose pages it will tell them nothing from now on."""
    named = settings.guests(Path(config.config_file_path))
    theirs: dict[str, list[Any]] = {}
    for event in _SEEN:
        every = config.plugins.events[event]
        theirs[event] = [call for call in every if getattr(call, "__self__", None) is not ours]
        config.plugins.events[event] = [call for call in every if call not in theirs[event]]
    return _met(config, Calls(config, theirs, named)) if named else nullcontext()


@contextmanager
def _met(config: Any, calls: Calls) -> Iterator[Guests]:
    published = config.site_dir
    with lent() as folder, _heard() as said:
        config.site_dir = str(folder)
        yield Guests(config, calls, said)
        config.site_dir = published


def _config(home: Path, folder: Path, said: list[Problem]) -> Any:
    """MkDocs' configuration with the guests in it, and neither us nor the search that the site has itself."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils.yaml import yaml_load

    file = home / "mkdocs.yml"
    ours = settings.read(file)
    try:
        with file.open("rb") as stream:
            given = yaml_load(stream)
        docs = home / str(given.get("docs_dir") or "docs")
        config = load_config(
            str(file),
            site_dir=str(folder / "site"),
            docs_dir=str(docs if docs.is_dir() else folder),
            **{name: ours[name] or None for name in ("site_url", "repo_url")},
            plugins=_rows(given.get("plugins") or []),
            theme={"name": "material", **(theme if isinstance(theme := given.get("theme"), dict) else {})},
        )
        config.edit_uri = config.edit_uri if config.repo_url else None  # which MkDocs takes for a mistake on each page
        return config
    except (MkDocsException, SystemExit) as error:
        found = [each for each in said if each.severity is Severity.ERROR]
        raise Failed(found or [Problem(Place(str(file)), str(error))]) from error


def _rows(plugins: Any) -> list[Any]:
    """The list of plugins without those whose work the site does."""
    rows = [{name: value} for name, value in plugins.items()] if isinstance(plugins, dict) else list(plugins)
    return [row for row in rows if next(iter(row) if isinstance(row, dict) else iter([row])) not in settings.OURS]


@contextmanager
def _heard() -> Iterator[list[Problem]]:
    """What is logged under MkDocs' name, as problems instead of lines among ours."""
    said: list[Problem] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heavy = record.levelno >= logging.ERROR
            words = " ".join(record.getMessage().split())
            said.append(Problem(Place("mkdocs.yml"), words, "", Severity.ERROR if heavy else Severity.WARNING))

    log, ear = logging.getLogger("mkdocs"), Ear(logging.WARNING)
    before, log.propagate = log.propagate, False
    log.addHandler(ear)
    try:
        yield said
    finally:
        log.removeHandler(ear)
        log.propagate = before
