"""What Material for MkDocs has for sixty languages: a few words of the interface, and which way they run.

borrowed("it")["Copied"]  ->  "Copiato"
direction("fa")           ->  "rtl"
silent("de")              ->  {"der", "die", "das", …}
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_STOPPED = re.compile(r'stopWordFilter=\w+\.generateStopWordFilter\("([^"]*)"')
_ENTRY = re.compile(r'"([\w.]+)":\s*"((?:[^"\\]|\\.)*)"')
_SAME: Mapping[str, str] = {
    "Skip to the content": "action.skip",
    "Edit this page": "action.edit",
    "Copy": "clipboard.copy",
    "Copied": "clipboard.copied",
    "Previous": "footer.previous",
    "Next": "footer.next",
    "Search|noun": "search",
    "Search|verb": "search",
    "Share": "search.share",
    "Clear": "search.reset",
    "Nothing found": "search.result.none",
    "Contents": "toc",
    "Source": "meta.source",
    "Feed": "rss.created",
    "Site": "nav",
}
"""Our words, and the theme's names for the same."""
_COUNTED: Mapping[str, str] = {"{count} questions found": "search.result"}
"""The same for words with a number, of which the theme has two forms."""


def borrowed(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """The words of the interface that the theme has in a language; none for one that it does not know."""
    known = _table(language)
    found: dict[str, str | Mapping[str, str]] = {
        ours: known[theirs] for ours, theirs in _SAME.items() if theirs in known
    }
    for ours, theirs in _COUNTED.items():
        if f"{theirs}.other" in known:
            forms = {name: known[f"{theirs}.{name}"] for name in ("one", "other") if f"{theirs}.{name}" in known}
            found[ours] = {name: form.replace("#", "{count}") for name, form in forms.items()}
    return found


def direction(language: str) -> str:
    """Which way a language runs, "ltr" or "rtl"."""
    for name in (language, language.partition("-")[0]):
        if table := _table(name):
            return table.get("direction", "ltr")
    return "ltr"


def knows(language: str) -> bool:
    """Whether the theme has a language, or the one that it is a kind of."""
    return bool(_table(language) or _table(language.partition("-")[0]))


@cache
def silent(language: str) -> frozenset[str]:
    """Words of a language that its search passes over, in small letters; none for English and what it does not know."""
    file = _templates() / "assets" / "javascripts" / "lunr" / "min" / f"lunr.{language}.min.js"
    found = _STOPPED.search(file.read_text("utf-8")) if language and file.is_file() else None
    return frozenset(found[1].split()) if found else frozenset()


@cache
def _table(language: str) -> Mapping[str, str]:
    file = _templates() / "partials" / "languages" / f"{language}.html"
    return dict(_ENTRY.findall(file.read_text("utf-8"))) if language and file.is_file() else {}


@cache
def _templates() -> Path:
    """The theme's folder."""
    spec = find_spec("material")
    return (Path(spec.origin).parent if spec and spec.origin else Path()) / "templates"
