r"""From the bytes of a file to its text, with every mistake that can be seen before Markdown is.

A byte order mark goes, line ends become "\n", mojibake is repaired and control characters are dropped, with a warning;
wrong encodings, characters that turn text round and over-long lines are errors with line and column.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from generator.problems import Place, Problem, Severity
from generator.reading.sources.mojibake import repaired

LONGEST_LINE = 50_000
"""Characters; longer lines are no prose, and Markdown takes long over them."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""Byte order marks of encodings that are not read; the longer ones first."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates; mere marks of direction belong to Arabic and Hebrew texts."""
_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What opens an embedding or an isolate, as Hebrew and Arabic need them, and what closes it in the same paragraph."""
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_LOST = "\ufffd"


def decode(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it; an empty text where it cannot be read at all."""
    if encoding := _foreign_encoding(data):
        what = f"the file is in {encoding}, not in UTF-8"
        return "", (Problem(Place(name), what, "save it as UTF-8"),)
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(codecs.BOM_UTF8) else 0)
        what = f"byte 0x{data[offset]:02x} at offset {offset} is not UTF-8"
        return "", (Problem(Place(name, _line_of(data, offset)), what, "save the file as UTF-8"),)
    text, mended = repaired(re.sub(r"\r\n?", "\n", raw) if "\r" in raw else raw)
    problems: list[Problem] = []
    if mended:
        count = "1 line was" if len(mended) == 1 else f"{len(mended)} lines were"
        what = f"{count} damaged by a wrong encoding and read as repaired"
        problems = [Problem(Place(name, mended[0]), what, "run `check --fix`", Severity.WARNING)]
    long = tuple(_too_long(name, text))
    problems += _strange_signs(name, text)
    clean = CONTROL.sub("", text) if CONTROL.search(text) else text
    return "" if long else clean, (*problems, *long)


def _line_of(data: bytes, offset: int) -> int:
    """The line, from 1, that holds a byte; every kind of line end counts once."""
    before = data[:offset]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")


def _foreign_encoding(data: bytes) -> str:
    """The name of an encoding that is not UTF-8, as far as the first bytes give it away."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:2000]
    zeros = head.count(0)
    return "UTF-16" if len(head) > 8 and zeros > len(head) // 4 else ""


def _strange_signs(name: str, text: str) -> Iterator[Problem]:
    """Characters that a bank may not hold."""
    if not (CONTROL.search(text) or (not text.isascii() and (BIDI.search(text) or _LOST in text))):
        return
    for number, line in enumerate(text.split("\n"), 1):
        place = Place(name, number)
        for match in CONTROL.finditer(line):
            what = f"control character {named(match[0])} in column {match.start() + 1} is left out"
            yield Problem(place, what, "run `check --fix`", Severity.WARNING)
        if _LOST in line:
            what = f"the character in column {line.index(_LOST) + 1} was lost in an earlier conversion (U+FFFD)"
            yield Problem(place, what, "write it again", Severity.WARNING)
    for paragraph in _PARAGRAPH.finditer(text) if BIDI.search(text) else ():
        for offset, why in turning(paragraph[0]):
            at = paragraph.start() + offset
            column = at - text.rfind("\n", 0, at)
            what = f"invisible {named(text[at])} in column {column} {why}"
            yield Problem(Place(name, text.count("\n", 0, at) + 1), what, "delete it")


def turning(paragraph: str) -> Iterator[tuple[int, str]]:
    """Where characters of a paragraph turn text round or are not closed, and why each is wrong."""
    open_: list[tuple[int, str]] = []
    for match in BIDI.finditer(paragraph):
        sign, offset = match[0], match.start()
        if sign in _OVERRIDES:
            yield offset, "can turn text round"
        elif sign in _CLOSED_BY:
            open_.append((offset, _CLOSED_BY[sign]))
        elif open_ and open_[-1][1] == sign:
            open_.pop()
        else:
            yield offset, "closes nothing"
    yield from ((offset, f"is not closed by {named(sign)} in its paragraph") for offset, sign in open_)


def _too_long(name: str, text: str) -> Iterator[Problem]:
    """Lines that are too long."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            what = f"the line has {len(line):,} characters, {LONGEST_LINE:,} at most"
            yield Problem(Place(name, number), what, "break it into shorter ones")


def named(sign: str) -> str:
    """A character's code and name, as in "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    fallback = "NUL" if sign == "\0" else ""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, fallback)}".strip()
