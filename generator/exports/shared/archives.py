"""Files become a zip archive whose bytes depend on nothing but the files and the edition's day.

    {"mimetype": b"application/epub+zip", …}  ->  b"PK…"

EPUB, Anki packages and the offline site are all zip archives; what usually differs between two runs are the dates and
the rights of each entry, so both are fixed here.
"""

import io
from collections.abc import Iterable
from datetime import UTC, datetime

EARLIEST = 315532800
"""1980-01-01, before which a zip archive knows no date."""
_PACKED = frozenset({"png", "jpg", "jpeg", "gif", "webp", "woff", "woff2", "zip", "apkg", "epub", "pdf"})
"""Endings of what is compressed already."""


def archive(files: Iterable[tuple[str, bytes]], timestamp: int, plain: frozenset[str] = frozenset()) -> bytes:
    """A zip archive of the files in the given order; those named in `plain` are stored as they are."""
    import zipfile  # loaded late: a build without downloads packs nothing

    moment = datetime.fromtimestamp(max(timestamp, EARLIEST), UTC)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in files:
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.create_system = 3  # the same on Windows
            entry.external_attr = 0o644 << 16
            stored = name in plain or name.rpartition(".")[2] in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return buffer.getvalue()
