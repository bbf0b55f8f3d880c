"""The file `main` of a folder becomes a PDF; run as a program, in a process that holds nothing else.

    python -P setting.py folder timestamp font-folder …   > the PDF, or with code REFUSED what typst says

A large book takes a gigabyte, which goes away with its process. That is a new one that loads typst alone: a copy of the
caller's would wait for ever for typst's threads, which are not copied. Typst is given files on the disk, for it parses
what it is given in memory, pictures too, as if they were sources.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any

import typst

Folders = tuple[Path, ...]
"""Those with fonts."""
REFUSED = 3
"""How the program ends where typst finds something wrong."""
_AGES = 11
"""Settings after which typst has forgotten one: it keeps what it has made for ten."""


@cache
def _fonts(folders: Folders) -> typst.Fonts:
    paths = list(map(str, folders))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def compiler(folder: Path, fonts: Folders) -> typst.Compiler:
    """The typesetter, with all that it may read."""
    return typst.Compiler(str(folder / "main"), root=str(folder), font_paths=_fonts(fonts))


def pdf(folder: Path, fonts: Folders, timestamp: int) -> bytes:
    """The PDF of the file `main`."""
    standards: list[Any] = ["a-2a", "ua-1"]
    made = compiler(folder, fonts).compile(format="pdf", pdf_standards=standards, timestamp=timestamp)
    if not isinstance(made, bytes):
        raise TypeError("typst gave several pages where one was wanted")
    return made


def forget(fonts: Folders) -> None:
    """Have typst drop what it keeps of the last setting: of thirty books it would be half a gigabyte."""
    for _ in range(_AGES):
        typst.Compiler(b"", font_paths=_fonts(fonts)).compile(format="svg")


def _main(folder: str, timestamp: str, *fonts: str) -> int:
    try:
        sys.stdout.buffer.write(pdf(Path(folder), tuple(map(Path, fonts)), int(timestamp)))
    except typst.TypstError as error:
        sys.stdout.write(str(error))
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
