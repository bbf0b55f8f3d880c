"""What mkdocs.yml says that nothing could be made of, each with its line.

mkdocs.yml:3: docs_dir is no folder's name; write it as text
mkdocs.yml:9: extra.menu: an entry has no path; write `- {name: Questions, path: topics/}`
"""

import re
from collections.abc import Iterator, Mapping
from os.path import realpath
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.problems import Place, Problem

_ENTRY = "write `- {name: Questions, path: topics/}`"
_FOLDERS = ("docs_dir", "theme.custom_dir")
_ADDRESSES = ("site_url", "repo_url")
_RUN = ("javascript:", "vbscript:", "data:text/html")
"""How addresses begin that a browser runs."""


def faults(path: Path, given: Mapping[Any, Any]) -> Iterator[Problem]:
    """What is wrong with settings whose form everything else relies on."""
    for name in _FOLDERS:
        said = _at(given, name)
        if said is not None and not (isinstance(said, str) and said and "\0" not in said):
            yield _fault(path, name, "is no folder's name", "write it as text")
        elif said is not None and Path(realpath(path)).is_relative_to(realpath(path.parent / said)):
            yield _fault(path, name, "is a folder that this file stands in", "name one below it")
    for name in _ADDRESSES:
        if given.get(name) and not _is_on_the_web(given[name]):
            yield _fault(path, name, "is no address of the web", "write it whole, as in https://example.org/bank/")
    for name in dict.fromkeys(_running("", given)):
        yield _fault(path, name, "holds a link that runs what stands in it", "link to a web page, or take it away")
    said = given.get("markdown_extensions")
    rows = list(said) if isinstance(said, (list, dict)) else said
    if rows and not (isinstance(rows, list) and all(map(_is_extension, rows))):
        yield _fault(path, "markdown_extensions", "is no list of names", "write each on a line, as in `- tables`")
    menu = _at(given, "extra.menu")
    for entry in menu if isinstance(menu, list) else ():
        for key in ("name", "path"):
            if not (isinstance(entry, dict) and isinstance(entry.get(key), str)):
                yield _fault(path, "extra.menu", f"has an entry without a {key}", _ENTRY)


def _is_on_the_web(said: object) -> bool:
    """Whether a browser can go there."""
    try:
        parts = urlsplit(str(said))
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname and parts.port != 0) and " " not in parts.netloc
        )
    except ValueError:
        return False


def _running(name: str, value: object) -> Iterator[str]:
    """The names of settings that hold such a link: a menu, an icon, the author's own."""
    if isinstance(value, str) and re.sub(r"[\0- ]", "", value).lower().startswith(_RUN):
        yield name
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else ((name, each) for each in value):
            yield from _running(str(key), inner)


def _is_extension(row: object) -> bool:
    """Whether a row names one extension, with its settings or without."""
    rows = list(row.items()) if isinstance(row, dict) else [(row, None)]
    return len(rows) == 1 and isinstance(rows[0][0], str) and isinstance(rows[0][1], (dict, type(None)))


def _at(given: Mapping[Any, Any], name: str) -> Any:
    """The value of a name of one or two steps."""
    found: Any = given
    for step in name.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _fault(path: Path, name: str, what: str, hint: str) -> Problem:
    last = name.rpartition(".")[2]
    lines = path.read_text("utf-8").split("\n")
    line = next((place for place, each in enumerate(lines, 1) if each.lstrip(" -").startswith(f"{last}:")), 0)
    return Problem(Place(str(path), line), f"{name} {what}", hint)
