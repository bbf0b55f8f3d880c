"""Link definitions, which may stand anywhere in a file: "[saga]: https://example.org/saga".

An answer whose links are defined outside of it carries the definitions along, so that its source can be read alone.
"""

import re
from collections.abc import Mapping
from typing import Any

from markdown_it.common.utils import normalizeReference

Definitions = Mapping[str, Any]
"""By label, as markdown-it normalises it."""
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]")
_DEFINED = re.compile(r"^ {0,3}\[((?:[^\[\]\\]|\\.)+)\]:", re.MULTILINE)


def completed(source: str, definitions: Definitions) -> str:
    """The source with the definitions that it uses; those it holds itself stay where they are."""
    if not definitions or "[" not in source:
        return source
    known = {normalizeReference(label) for label in _DEFINED.findall(source)}
    used = dict.fromkeys(normalizeReference(label) for label in _LABEL.findall(source))
    lines = [_definition(label, definitions[label]) for label in used if label in definitions and label not in known]
    return "\n\n".join([source, "\n".join(lines)]) if lines else source


def _definition(label: str, value: Mapping[str, str]) -> str:
    """A definition as a line of Markdown."""
    title = value.get("title", "").replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f"[{label}]: <{value['href']}>" + (f' "{title}"' if title else "")
