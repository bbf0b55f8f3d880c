"""The parser looks only where a rule may begin, and finds what it would find by trying all rules everywhere."""

import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from generator.reading.markdown.parser import tokens

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))
SIGNS = (
    r"* ** _ ` `` ~~ ~ [ ](x) ](http://a.b) ![ ! < > <http://x.y> \ http://a.b https: www.a.b www. wwww.a.b w a@b.c @ :"
)
MARKS = st.sampled_from([*SIGNS.split(), "mailto:a@b.c", "&amp;", *"&-#|+={% abé", "1. ", "b c", "\n", "  \n"])


def plain(stream: list[Token]) -> list[dict[str, Any]]:
    """The tokens, without the counts of line ends that we add."""
    found = []
    for token in stream:
        fields = token.as_dict(children=False)
        fields["meta"] = {name: value for name, value in token.meta.items() if name != "lines"}
        found.append({**fields, "children": plain(token.children or [])})
    return found


@pytest.mark.slow
@settings(max_examples=EXAMPLES, derandomize="FUZZ_EXAMPLES" not in os.environ, deadline=None)
@given(st.lists(MARKS, max_size=30).map("".join))
def test_each_sign_begins_what_the_whole_parser_finds(text: str) -> None:
    options = {"html": False, "tasklists": True, "maxNesting": 50, "strikethrough_single_tilde": True}
    whole = MarkdownIt("commonmark", options)
    whole.enable(["table", "strikethrough"]).use(gfm_autolink_plugin)
    assert plain(tokens(text)[0]) == plain(whole.parse(text))
