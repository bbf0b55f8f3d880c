"""Files that a sheet is made of become a PDF; run as a program, in a process that holds nothing else.

    python -P setting.py   < pickled (files, folders with fonts, timestamp)   > pickled PDF, or what was wrong

A large book takes more than a gigabyte, which goes away with its process. That is a new one that loads typst alone: a
copy of the caller's would wait for ever for typst's threads, which are not copied.
"""

import pickle
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import typst

Files = dict[str, bytes]
Folders = tuple[Path, ...]
"""Those with fonts."""


@cache
def _fonts(folders: Folders) -> typst.Fonts:
    paths = list(map(str, folders))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def compiler(files: Files, folders: Folders) -> typst.Compiler:
    """The typesetter, with all that it may read."""
    return typst.Compiler(files, font_paths=_fonts(folders))  # type: ignore[type-var]  # its stubs forget dict


def pdf_here(files: Files, folders: Folders, timestamp: int) -> bytes:
    """The PDF of the file `main`."""
    standards: list[Any] = ["a-2a", "ua-1"]
    return single(compiler(files, folders).compile(format="pdf", pdf_standards=standards, timestamp=timestamp))


def pdf_apart(*task: Any) -> bytes:
    """The same by a process of its own."""
    words = [sys.executable, "-P", "-X", "utf8", __file__]
    done = subprocess.run(words, input=pickle.dumps(task), stdout=subprocess.PIPE, check=True)
    made = pickle.loads(done.stdout)  # noqa: S301 - our own
    if isinstance(made, typst.TypstError):
        raise made
    return single(made)


def single(output: object) -> bytes:
    """What was set, if it is one file."""
    if not isinstance(output, bytes):
        raise TypeError("typst gave several pages where one was wanted")
    return output


def _main() -> None:
    made: object
    try:
        made = pdf_here(*pickle.load(sys.stdin.buffer))  # noqa: S301
    except typst.TypstError as error:
        made = error
    pickle.dump(made, sys.stdout.buffer)


if __name__ == "__main__":
    _main()
