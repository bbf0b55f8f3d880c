"""From bank/glossary.yml to terms: what abbreviations mean, and which names mean the same thing.

    - term: CDN
      means: Servers near the readers that keep copies of what is asked for often.
      also: [content delivery network, edge cache]

Only `term` is needed; a term without `means` only helps the search.
"""

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from generator.model import Term
from generator.problems import Place, Problem, Severity

_WORD = re.compile(r"\w+")
_KEYS = {"term", "means", "also"}

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, ten times as quick, where PyYAML has it."""


def read_glossary(path: Path) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms in the order of their names, and what is wrong with the file; a missing file has no terms."""
    try:
        root = yaml.compose(path.read_text("utf-8"), LOADER)
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError) as error:
        return (), (_problem(path, 0, f"cannot be read: {error}"),)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return (), (_problem(path, line, f"is no YAML: {error.problem}"),)
    entries = root.value if isinstance(root, yaml.SequenceNode) else []
    if root is not None and not isinstance(root, yaml.SequenceNode):
        return (), (_problem(path, 1, "is not a list of terms"),)
    read = [_term(path, node) for node in entries]
    terms = sorted((each for each in read if isinstance(each, Term)), key=lambda term: (term.name.lower(), term.name))
    return tuple(terms), tuple(each for each in read if isinstance(each, Problem))


def useful_names(terms: Iterable[Term], texts: Iterable[str]) -> list[list[str]]:
    """Groups of names for the same thing of which at least one occurs in the texts; no name twice."""
    groups = [_distinct((term.name, *term.aliases)) for term in terms]
    known = _known({run for names in groups for name in names for run in _runs(name)}, texts)
    return [names for names in groups if len(names) > 1 and any(known.issuperset(_runs(name)) for name in names)]


def _distinct(names: Iterable[str]) -> list[str]:
    """The names that differ by more than case and hyphens."""
    return list({" ".join(_words(name)): name for name in reversed(tuple(names))}.values())[::-1]


def _runs(name: str) -> list[tuple[str, ...]]:
    """The pairs of neighbours in a name, or its one word."""
    words = _words(name)
    return list(itertools.pairwise(words)) if len(words) > 1 else [tuple(words)]


def _known(runs: set[tuple[str, ...]], texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Those of the runs that occur in the texts, without plural."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = _words(text)
        found |= runs.intersection(itertools.pairwise(words))
        found |= runs.intersection(zip(words, strict=True))
    return found


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in _WORD.findall(text.lower())]


def _term(path: Path, node: yaml.Node) -> Term | Problem:
    line = node.start_mark.line + 1
    entry: Any = yaml.SafeLoader("").construct_object(node, deep=True)
    if not isinstance(entry, dict) or not str(entry.get("term") or "").strip():
        return _problem(path, line, "this entry has no `term`", "write `- term: CDN`")
    unknown = sorted(str(key) for key in entry if key not in _KEYS)
    if unknown:
        return _problem(path, line, f"unknown key `{unknown[0]}`", "known are term, means and also")
    also = entry.get("also") or []
    names = [also] if isinstance(also, str) else also
    if not isinstance(names, list):
        return _problem(path, line, "`also` is not a list of names")
    return Term(str(entry["term"]).strip(), str(entry.get("means") or "").strip(), tuple(str(name) for name in names))


def _problem(path: Path, line: int, what: str, hint: str = "") -> Problem:
    """A fault of the glossary forbids nothing: the site is whole without it."""
    return Problem(Place(str(path), line), what, hint, Severity.WARNING)
