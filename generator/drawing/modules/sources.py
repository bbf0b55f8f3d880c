"""Reads the texts of diagram modules, which are shown beside their pictures.

text(Path("diagrams/data/q917.py")) -> "from diagrams import …", or the Problem "byte 0xe9 … is not UTF-8"
"""

from pathlib import Path

from generator.problems import Place, Problem


def text(file: Path) -> str | Problem:
    r"""The text of a module, line ends as "\n" and no byte order mark, or why there is none."""
    try:
        data = file.read_bytes()
        return data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        return Problem(Place(str(file)), f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        place = Place(str(file), data.count(b"\n", 0, error.start) + 1)
        what = f"byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8"
        return Problem(place, what, "save the file as UTF-8")
