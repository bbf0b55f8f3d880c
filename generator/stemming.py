"""The one stemmer: "publishes", "published" and "publishing" are one word to the search and to what compares texts.

English, by Porter's rules, as the search in the reader's browser has them.
"""

from collections.abc import Callable
from functools import cache


def stem(word: str) -> str:
    """A word in lower case without its ending."""
    return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer  # loaded late: a build compares no diagram, and the browser takes a small bank's stems

    stemmed: Callable[[str], str] = snowballstemmer.stemmer("porter").stemWord
    return stemmed
