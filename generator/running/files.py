"""The files of a picture: those that it shows, and harmless ones in place of those that the library would write."""

import base64
import contextlib
import os
from typing import Any

Record = dict[str, Any]

_LARGEST = 4 << 20
_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)
_WRITTEN = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n',
    "pdf": b"%PDF-1.4\n%%EOF\n",
    "dot": b"digraph {}\n",
}
"""What a module finds where it looks at its own output; a picture of one point for the other formats."""


def leave_output(filename: str, formats: str | list[str]) -> None:
    """Write harmless files under the names that the library would have written."""
    for ending in [formats] if isinstance(formats, str) else formats:
        with contextlib.suppress(OSError), open(f"{filename}.{ending}", "wb") as file:
            file.write(_WRITTEN.get(ending, _DOT))


def pictures(records: list[Record], folders: list[str]) -> Record:
    """The bytes of the authors' own pictures by the paths that nodes name, in base64; those that are found."""
    found: Record = {}
    images = (node["image"] for record in records for node in record["nodes"])
    for path in dict.fromkeys(image for image in images if os.path.splitext(image)[1]):
        for place in folders:
            with contextlib.suppress(OSError, ValueError), open(os.path.join(place, path), "rb") as file:
                data = file.read(_LARGEST + 1)
                if data and len(data) <= _LARGEST:
                    found[path] = base64.b64encode(data).decode()
                    break
    return found
