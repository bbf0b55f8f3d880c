"""All English wordings of the interface, found where they are said: in templates, pages, scripts and Python.

A wording with a number is known by its form for many, and has one for one: "{count} cards" -> "{count} card".
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.exports import EXPORTS
from generator.exports.anki import kinds
from generator.rendering import speaking
from generator.settings.looks import MENU

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
SCRIPTS = sorted(path for path in (ROOT / "docs/assets/javascripts").rglob("*.js") if path.name != "words.js")
PAGES = sorted((ROOT / "docs").glob("*.md"))
SAID = re.compile(r'\b(?:say|sayAround)\(((?:[^()"{]|"(?:[^"\\]|\\.)*")*)')
COUNTED = re.compile(r'"((?:[^"\\]|\\.)*\{count\}(?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"')
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
Wordings = dict[str, str]
"""Each wording with its form for one, or with nothing."""


def by_scripts() -> Wordings:
    """What scripts say."""
    texts = [path.read_text("utf-8") for path in SCRIPTS]
    plain = {said: "" for text in texts for call in SAID.findall(text) for said in TEXT.findall(call)}
    return plain | {many: one for text in texts for one, many in COUNTED.findall(text)}


def by_pages() -> Wordings:
    """What templates and the tool's own written pages say, and the menu."""
    found = [key for path in TEMPLATES for key in speaking.keys(path.read_text("utf-8"))]
    found += [part for path in PAGES for part in speaking.paragraphs(path.read_text("utf-8"))]
    return dict.fromkeys([*found, *(str(entry["name"]) for entry in MENU)], "")


def by_python(room: str) -> Wordings:
    """What the modules of a room say through `wording(…)` and `wording.count(…)`."""
    found: Wordings = {}
    for path in sorted((ROOT / "generator" / room).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        assigned = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value]
        tables = {ast.unparse(getattr(node, "target", None) or node.targets[0]): node.value for node in assigned}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found.update(_said(node, tables))
    return found


def _said(call: ast.Call, tables: dict[str, ast.expr]) -> Iterator[tuple[str, str]]:
    if _is_words(call.func) and call.args:
        yield from ((text, "") for text in _texts(call.args[0], tables))
    elif isinstance(call.func, ast.Attribute) and call.func.attr == "count" and _is_words(call.func.value):
        *_, one, many = [text for each in call.args[1:] for text in _texts(each, tables)]
        yield many, one


def _is_words(node: ast.expr) -> bool:
    return ast.unparse(node).rpartition(".")[2] in ("wording", "_wording", "self")


def _texts(node: ast.expr, tables: dict[str, ast.expr]) -> Iterator[str]:
    """The strings of an expression: itself, all sides of an `if`, all values of a module's table."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_texts(body, tables), *_texts(orelse, tables))
        case ast.Tuple(elts=several) | ast.Dict(values=several):
            yield from (text for each in several for text in _texts(each, tables))
        case ast.Starred(value=inner) | ast.Subscript(value=inner):
            yield from _texts(inner, tables)
        case ast.Name(id=name) if name in tables:
            yield from _texts(tables[name], {})
        case ast.Call(func=ast.Attribute(value=inner, attr="get")):
            yield from _texts(inner, tables)


def everything() -> dict[str, Wordings]:
    """All wordings by the part of the table that they stand in, each in the first that says it."""
    exports = ROOT / "generator" / "exports"
    files = [path.read_text("utf-8") for ending in ("*.typ", "*.xhtml", "*.opf") for path in exports.rglob(ending)]
    printed = {said: "" for text in files for call in SAID.findall(text) for said in TEXT.findall(call)}
    titles = dict.fromkeys((text for kind in EXPORTS for text in (kind.title, kind.how_to_use)), "")
    titles |= dict.fromkeys([*kinds.SAID, *(kind.deck for kind in kinds.KINDS)], "")
    parts = {
        "scripts": by_scripts(),
        "pages": by_pages() | by_python("pages") | by_python("linking") | by_python("markup"),
        "files": by_python("exports") | titles | printed,
        "diagrams": by_python("drawing"),
        "lists": by_python("model"),
    }
    seen: set[str] = {"", "# Search"}
    made = {}
    for name, found in parts.items():
        made[name] = {text: one for text, one in found.items() if text not in seen}
        seen |= set(found)
    return made
