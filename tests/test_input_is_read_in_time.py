"""Lines as long as a bank may have, full of signs that mean nothing, are read and written in the time of prose."""

import time

import pytest

from generator.markup import gfm, html, page
from generator.reading import assemble, read_file
from generator.reading.passages.passages import LARGEST_CHUNK
from generator.reading.sources.decoding import LONGEST_LINE

pytestmark = pytest.mark.slow

SIGNS = (
    "*_",
    "**_",
    "a*",
    "_a",
    "~~*",
    "[",
    "<a:",
    "`a``",
    "http://a ",
    "http: ",
    "mailto:",
    "xmpp: ",
    "a@b.c ",
    "www.",
    "&a",
    "\\",
    "> ",
    "|a",
)
SECONDS = 5
"""Of the processor's time; what looks back over all signs at each sign takes ten times as long."""


@pytest.mark.parametrize("signs", SIGNS)
def test_a_heap_of_signs_takes_no_long_time(signs: str) -> None:
    """Case 33 of the table of bad input."""
    line = signs * ((LONGEST_LINE - 1) // len(signs)) + "\n"
    text = "### Question 1: a\n\n" + line * (LARGEST_CHUNK // LONGEST_LINE - 1)
    start = time.process_time()
    file, _ = read_file("bank.md", text.encode())
    answer = assemble([file])[0].questions[0].answer
    for write in (gfm, html, page):
        write(answer, str)
    assert time.process_time() - start < SECONDS
