"""Reads the texts of diagram modules, which are shown beside their pictures.

text(Path("diagrams/data/q917.py")) -> "from diagrams import …", or the Problem "byte 0xe9 … is not UTF-8"
"""

import io
import stat
import tokenize
from pathlib import Path

from generator.problems import Place, Problem


def text(file: Path) -> str | Problem:
    r"""The text of a module in the encoding that its first lines name, line ends as "\n", or why there is none."""
    try:
        if stat.S_IFMT(file.stat().st_mode) not in (stat.S_IFREG, stat.S_IFDIR):
            return Problem(Place(str(file)), "is no file, and what it leads to may never end", "put a file there")
        data = file.read_bytes()
    except OSError as error:
        return Problem(Place(str(file)), f"cannot be read: {error.strerror}")
    try:
        encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError as error:
        encoding = "utf-8"
        if "unknown encoding" in str(error):
            return Problem(Place(str(file), 1), str(error), "save the file as UTF-8")
    try:
        return data.decode(encoding).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        place = Place(str(file), data.count(b"\n", 0, error.start) + 1)
        what = f"byte 0x{data[error.start]:02x} at offset {error.start} is not {encoding.upper()}"
        return Problem(place, what, "save the file as UTF-8")
