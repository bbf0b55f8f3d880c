"""Puts the words of a language into templates and into the tool's own written pages, before anything is laid out.

    {% trans %}Search it, or <a href="{{ base_url }}/topics/">browse</a>.{% endtrans %}
        key    ->  Search it, or <a>browse</a>.
        wording  ->  Suche darin, oder <a>blättere</a>.
        made   ->  Suche darin, oder <a href="{{ base_url }}/topics/">blättere</a>.

What comes out is an ordinary template, so that other engines need know nothing of languages, and a page costs nothing
more. Values are known by the last name of their expression: `{{ page.meta.rows | length }}` is `{rows}`.
"""

import json
import re
from html import escape

from generator.model import Wording
from generator.model.wording import shown

_MARKED = re.compile(r"\{% trans %\}(.*?)\{% endtrans %\}", re.DOTALL)
_TAG = re.compile(r"<(\w+)((?:\s[^<>]*)?)>")
_VALUE = re.compile(r"\{\{\s*(?:[\w\[\].]+\.)?(\w+)[^{}]*\}\}")
FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
"""Front matter, as MkDocs reads it."""


def keys(source: str) -> list[str]:
    """The English words of a template, as tables know them."""
    return [_key(match[1]) for match in _MARKED.finditer(source)]


def spoken(source: str, wording: Wording) -> str:
    """The template in a language."""
    return _MARKED.sub(lambda match: _said(match[1], wording), source) if "{% trans %}" in source else source


def written(source: str, wording: Wording) -> str:
    """A Markdown page of the tool's in a language, each paragraph and each field of its front matter by itself."""
    front = FRONT.match(source)
    if not wording.table or not front:
        return source
    body = [wording(" ".join(part.split())) if part.strip() else part for part in source[front.end() :].split("\n\n")]
    fields = [f"{name}: {json.dumps(wording(value), ensure_ascii=False)}" for name, _, value in _fields(front[1])]
    return "\n".join(["---", *fields, "---", "", "\n\n".join(body).strip(), ""])


def paragraphs(source: str) -> list[str]:
    """The English words of such a page."""
    front = FRONT.match(source)
    fields = [value for name, _, value in _fields(front[1]) if name != "template"] if front else []
    text = source[front.end() :] if front else source
    return [*fields, *(" ".join(part.split()) for part in text.split("\n\n") if part.strip())]


def _fields(front: str) -> list[tuple[str, str, str]]:
    return [line.partition(": ") for line in front.splitlines()]


def _key(text: str) -> str:
    return " ".join(_VALUE.sub(r"{\1}", _TAG.sub(r"<\1>", text)).split())


def _said(text: str, wording: Wording) -> str:
    found = wording.table.get(_key(text))
    if not isinstance(found, str):
        return shown(text) if re.search(r"\|\w+$", text) else text
    said = escape(found)
    for name, attributes in _TAG.findall(text):
        said = said.replace(f"&lt;{name}&gt;", f"<{name}{attributes}>", 1).replace(f"&lt;/{name}&gt;", f"</{name}>", 1)
    for match in _VALUE.finditer(text):
        said = said.replace(f"{{{match[1]}}}", match[0])
    return said
