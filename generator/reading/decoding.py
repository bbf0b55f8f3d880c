"""From the bytes of a file to its text, with every mistake that can be seen before Markdown is."""

from generator.problems import Place, Problem
from generator.reading.mojibake import repaired


def decode(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Text with "\\n" line ends and without a byte order mark, and what is wrong with it."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    fixed, places = repaired(text)
    return fixed, ()
