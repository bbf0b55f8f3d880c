"""What stands before the first question, so that the questions stay in sight: long lists wait behind their heading.

A table of contents of two hundred lines says nothing that the site's own lists do not; a few words above it may.

    ## Table of Contents        ->  body    "Some words."
    1. [Caches](#caches) …          folded  [{"summary": "Table of Contents", "html": "<ol>…</ol>"}]
    Some words.
"""

from collections.abc import Sequence
from typing import Any

from generator import markup
from generator.model import Element, Wording
from generator.pages.fields.direction import direction

_LONG = 12
"""Entries of a list that are still shown at once."""


def introduction(blocks: Sequence[Element], root: str, wording: Wording) -> tuple[dict[str, Any], str]:
    """Fields of the page, as partials/introduction.html takes them, and its body. No block is in both or in none.

    `root` leads from the page to the site's own folder, as in "../".
    """

    def page(elements: Sequence[Element]) -> str:
        return markup.page(elements, lambda number: f"{root}questions/{number}/", f"{root}assets/bank/", wording)

    shown: list[Element] = []
    folded: list[dict[str, str]] = []
    for block in blocks:
        entries = sum(each.kind == "item" for each in block.walk()) if block.kind == "list" else 0
        if entries <= _LONG:
            shown.append(block)
            continue
        heading = shown.pop() if shown and shown[-1].kind == "heading" else None
        named = wording.count(entries, "A list of {count} entry", "A list of {count} entries")
        summary = markup.text([heading]) if heading else named
        folded.append({"summary": summary, "html": page([block])})
    fields = {"folded": folded, "introduction_direction": direction(markup.text(blocks))}
    return fields, page(shown)
