"""Which way a text runs, as a page's `dir` says it: by most of its letters, not by the first, which may be a product's.

direction("S3 מה זה?")  ->  "rtl"
direction("What is a שאלה?")  ->  ""
"""

import re

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Hebrew, Arabic, Syriac, Thaana, N'Ko and the scripts beside them, with their marks and digits."""


def may_turn(text: str) -> bool:
    """Whether any of a text runs from right to left; quickly said of one in which nothing does."""
    return _RIGHT_TO_LEFT.search(text) is not None


def direction(text: str) -> str:
    """The value of `dir`: "rtl", or empty where the text runs as the page does."""
    right = sum(map(str.isalpha, _RIGHT_TO_LEFT.findall(text))) if may_turn(text) else 0
    return "rtl" if 2 * right > sum(map(str.isalpha, text)) else ""
