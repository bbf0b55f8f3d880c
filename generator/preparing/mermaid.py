"""What mermaid itself says against pictures that answers draw with it, at their own lines, before a reader sees them.

bank/pg.md:42: warning: mermaid cannot draw this: it stops at newline

The library that pages load runs here in V8, without a window; only its parser is asked, and each text once.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.files.cache import Cache
from generator.files.hashing import digest
from generator.model import Bank
from generator.paths import TOOL
from generator.problems import Place, Problem, Severity

_STOPPED = re.compile(r"(?:Parse|Lexical) error on line (\d+)")
_SECONDS = 5.0
"""Longest that the parser may take; what takes longer is not judged."""

_STAGE = """
var window = globalThis, self = globalThis, said = null;
var console = {log() {}, warn() {}, error() {}, info() {}, debug() {}, trace() {}};
var navigator = {userAgent: ''}, location = {href: ''}, setTimeout = () => 0, clearTimeout = () => {};
var addEventListener = () => {}, structuredClone = (value) => JSON.parse(JSON.stringify(value));
var document = {addEventListener() {}, documentElement: {style: {}}, querySelector: () => null, body: {}, head: {}};
"""
_SETUP = """
function ask(text) {
  said = null;
  mermaid.parse(text).then(() => { said = ''; }, (error) => { said = String(error.message || error); });
}
0
"""
_CLEANER = re.compile(r'(\w+)\.addHook\("beforeSanitizeAttributes"')
"""The cleaner of HTML, which needs a window; a parser needs no cleaner."""


def problems(bank: Bank, cache: Cache) -> tuple[Problem, ...]:
    """A warning for each picture that cannot be drawn."""
    found = tuple(_pictures(bank))
    library = next((TOOL / "docs/assets/vendor").glob("mermaid-*.js"), None)
    if not found or library is None:
        return ()
    keys = {text: digest("mermaid", library.name, text) for _, text in found}
    kept = {text: cache.find(key) for text, key in keys.items()}
    new = _asked(library, [text for text, known in kept.items() if known is None])
    for text, answer in new.items():
        cache.put(keys[text], answer.encode())
    said = {**{text: known.decode() for text, known in kept.items() if known is not None}, **new}
    return tuple(_problem(place, text, said[text]) for place, text in found if said[text])


def _pictures(bank: Bank) -> Iterator[tuple[Place, str]]:
    """The line and the text of each fence for mermaid."""
    for question in bank.questions:
        answer = question.answer if "mermaid" in question.source else ()
        for element in (inner for block in (*question.body, *answer) for inner in block.walk()):
            if element.kind == "code_block" and element.get("language") == "mermaid":
                yield Place(question.place.file, question.place.line + element.line), element.text


def _problem(place: Place, text: str, answer: str) -> Problem:
    words = answer.partition("\n")[0].partition(" for text:")[0]
    stopped = _STOPPED.match(words)
    line = min(int(stopped[1]), text.count("\n") + 1) if stopped else 1
    found = re.search(r"got '(\w+)'$", answer)
    told = f"it stops at {found[1].lower()}" if stopped and found else words.rstrip(":")
    what = f"mermaid cannot draw this: {told[:160]}"
    return Problem(Place(place.file, place.line + line), what, "readers would see its source", Severity.WARNING)


def _asked(library: Path, texts: list[str]) -> Mapping[str, str]:
    """What the library says of each text: nothing where it is fine."""
    if not texts:
        return {}
    code = library.read_text("utf-8")
    cleaner = _CLEANER.search(code)
    if cleaner:
        name = cleaner[1]
        code = code.replace(f"{name}.addHook(", "void(").replace(f"{name}.sanitize(", "String(")
    from concurrent.futures import ThreadPoolExecutor  # most banks never need it

    with ThreadPoolExecutor(1) as aside:  # the engine keeps no time limit in a thread that runs an event loop
        return aside.submit(_heard, code, texts).result()


def _heard(code: str, texts: list[str]) -> Mapping[str, str]:
    from py_mini_racer import JSEvalException, MiniRacer  # most banks never need it

    def answer(text: str) -> str:
        try:
            context.eval(f"ask({json.dumps(text)})", timeout_sec=_SECONDS)
            return str(context.eval("said") or "")
        except JSEvalException:
            return ""

    with MiniRacer() as context:
        context.eval(_STAGE)
        context.eval(code)
        context.eval(_SETUP)
        return {text: answer(text) for text in texts}
