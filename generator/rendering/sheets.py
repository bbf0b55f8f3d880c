"""Style sheets of docs/ as readers fetch them: that of every page in one piece, without what is said to editors.

    site.css:  /* In this order. */          ->   the rules of type.css, and then those of pages/map.css,
               @import "type.css";                which are not published by themselves
               @import "pages/map.css";

Whoever takes docs/ as it stands has sheets that browsers understand, too; they only take longer to fetch.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

SHEET = "assets/stylesheets/site.css"
_IMPORT = re.compile(rb'^@import "([^"]+)";\n', re.MULTILINE)
_COMMENT = re.compile(rb"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|/\*.*?\*/\n*", re.DOTALL)


def copied(files: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file as it is published."""
    parts = set()

    def part(match: re.Match[bytes]) -> bytes:
        path = f"{SHEET.rpartition('/')[0]}/{match[1].decode()}"
        if path not in files:
            return match[0]
        parts.add(path)
        return files[path].read_bytes()

    whole = _IMPORT.sub(part, files[SHEET].read_bytes()) if SHEET in files else b""
    for path, file in files.items():
        if path == SHEET:
            yield path, _COMMENT.sub(rb"\1", whole)
        elif path not in parts:
            yield path, file.read_bytes()
