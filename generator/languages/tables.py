"""Reads tables of words, and makes that of a language: the author's first, then ours, then the theme's."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from generator import safe_yaml
from generator.languages.theme import borrowed, direction, silent
from generator.model import Forms, Wording
from generator.model.wording import shown
from generator.problems import Place, Problem, Severity
from generator.suggestions import meant

_TABLES = Path(__file__).parent
_SCRIPTS = "scripts"
"""The part of a table that the pages' scripts say."""
HOLE = re.compile(r"\{\w+\}|</?\w+>")
"""What a wording leaves open for values and links."""
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Of plurals, as CLDR calls them."""
Table = Mapping[str, Forms]


def load(language: str, own: Path | None) -> tuple[Wording, tuple[Problem, ...]]:
    """The words of a language, those of the author's table first, and what is wrong with that table."""
    base = language.partition("-")[0]
    table = {**borrowed(base), **borrowed(language), **_flat(base), **_flat(language)}
    if base == "en":
        table = {}
    whole = base == "en" or (_TABLES / f"{base}.yml").is_file()
    said, problems = _own(own) if own else ({}, ())
    table |= said
    if own and not whole and (missing := [key for key in english() if key not in table]):
        problems = (*problems, _missing(own, missing))
    return Wording(language, direction(language), table, silent(base)), problems


def spoken_by_scripts(wording: Wording) -> Table:
    """The words that the pages' scripts say, as far as they are not English."""
    return {key: wording.table[key] for key in _parts("en")[_SCRIPTS] if key in wording.table}


@cache
def english() -> Table:
    """All that the interface says."""
    return _flat("en")


def _flat(language: str) -> Table:
    return {key: forms for part in _parts(language).values() for key, forms in part.items()}


@cache
def _parts(language: str) -> Mapping[str, Table]:
    """One of our own tables, by where its words are said; none where we have none."""
    file = _TABLES / f"{language}.yml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(file.read_text("utf-8"), loader) if file.is_file() else {}  # noqa: S506 - ours, by a safe loader


def _own(path: Path) -> tuple[dict[str, Forms], tuple[Problem, ...]]:
    """An author's table, without what cannot be used of it."""
    try:
        root = safe_yaml.load(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        return {}, (_problem(path, 0, f"cannot be read: {error}"),)
    except safe_yaml.Unreadable as error:
        return {}, (_problem(path, error.line, f"is no YAML: {error.what}"),)
    entries = root.value if root else {}
    if not isinstance(entries, dict):
        return {}, (_problem(path, 1, "is not a table of words", "write `Practise: Üben`"),)
    found: dict[str, Forms] = {}
    problems = []
    for written, node in entries.items():
        keys = [key for key in english() if written in (key, shown(key))]
        forms = _forms(node)
        fault = _fault(path, node.line, written, keys, forms)
        if fault:
            problems.append(fault)
        elif forms:
            found |= dict.fromkeys(keys, forms)
    return found, tuple(problems)


def _forms(node: safe_yaml.Node) -> Forms | None:
    """A wording, or several by plural category; none where it is something else."""
    if isinstance(node.value, str):
        return node.value
    if not isinstance(node.value, dict) or not set(node.value) <= set(_CATEGORIES):
        return None
    values = {name: each.value for name, each in node.value.items()}
    return {name: value for name, value in values.items() if isinstance(value, str)} if values else None


def _fault(path: Path, line: int, written: str, keys: list[str], forms: Forms | None) -> Problem | None:
    if not keys:
        hint = meant(written, english()) or "the interface says no such thing; take the words as they stand on a page"
        return _problem(path, line, f"unknown words “{written}”", hint)
    if forms is None:
        return _problem(
            path, line, f"“{written}” is neither text nor forms of a plural", f"forms are {', '.join(_CATEGORIES)}"
        )
    holes = set(HOLE.findall(keys[0]))
    wrong = [each for each in wordings(forms) if not holes - {"{count}"} <= set(HOLE.findall(each)) <= holes]
    if wrong and any(wordings(forms)):
        return _problem(path, line, f"“{wrong[0]}” leaves out or adds one of {', '.join(sorted(holes)) or 'none'}")
    return None


def wordings(forms: Forms) -> Iterator[str]:
    """All texts of an entry."""
    if isinstance(forms, str):
        yield forms
    else:
        yield from forms.values()


def _missing(path: Path, missing: list[str]) -> Problem:
    named = ", ".join(f"“{key}”" for key in missing[:3])
    what = f"{len(missing)} wordings are missing and stay English: {named}" + (" …" if len(missing) > 3 else "")
    return _problem(path, 0, what)


def _problem(path: Path, line: int, what: str, hint: str = "") -> Problem:
    """A fault of a table forbids nothing: what it spoils stays English."""
    return Problem(Place(str(path), line), what, hint, Severity.WARNING)
