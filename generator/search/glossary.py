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

from generator import safe_yaml
from generator.model import Term
from generator.problems import Place, Problem, Severity

_WORD = re.compile(r"\w+")
_KEYS = {"term", "means", "also"}


def read_glossary(path: Path) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms in the order of their names, and what is wrong with the file; a missing file has no terms."""
    try:
        root = safe_yaml.load(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError) as error:
        return (), (_problem(path, 0, f"cannot be read: {error}"),)
    except safe_yaml.Unreadable as error:
        return (), (_problem(path, error.line, f"is no YAML: {error.what}"),)
    entries = root.value if root else ()
    if not isinstance(entries, tuple):
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
    for text in texts if runs else ():
        words = _words(text)
        found |= runs.intersection(itertools.pairwise(words))
        found |= runs.intersection(zip(words, strict=True))
    return found


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in _WORD.findall(text.lower())]


def _term(path: Path, node: safe_yaml.Node) -> Term | Problem:
    entry = node.value if isinstance(node.value, dict) else {}
    name, means = _text(entry.get("term")), _text(entry.get("means"))
    if not name:
        return _problem(path, node.line, "this entry has no `term`", "write `- term: CDN`")
    unknown = sorted(key for key in entry if key not in _KEYS)
    if unknown:
        return _problem(path, node.line, f"unknown key `{unknown[0]}`", "known are term, means and also")
    if means is None:
        return _problem(path, node.line, "`means` is no text")
    also = entry.get("also", node).value if "also" in entry else ()
    names = (
        [_text(each) for each in also]
        if isinstance(also, tuple)
        else [also.strip()]
        if isinstance(also, str)
        else [None]
    )
    if None in names:
        return _problem(path, node.line, "`also` is not a list of names")
    return Term(name, means, tuple(filter(None, names)))


def _text(node: safe_yaml.Node | None) -> str | None:
    """A text without blanks round it; empty where there is none, None where there is something else."""
    value = node.value if node else ""
    return value.strip() if isinstance(value, str) else None


def _problem(path: Path, line: int, what: str, hint: str = "") -> Problem:
    """A fault of the glossary forbids nothing: the site is whole without it."""
    return Problem(Place(str(path), line), what, hint, Severity.WARNING)
