"""The one way to name things by what they are: hashes of values, of files, and of the code that makes something.

>>> digest("ab", "c") == digest("a", "bc")
False
>>> unsealed("key", sealed("key", b"kept")), unsealed("other", sealed("key", b"kept"))
(b'kept', None)
"""

import functools
import hashlib
import os
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

_READ = (".py", ".json", ".toml", ".html", ".css", ".js", ".svg", ".typ")
"""Endings of files that are code or tables; of others, such as libraries of machine code, name and size tell enough."""

_SEAL = 32
"""Bytes of the hash before what is kept."""


def digest(*parts: str | bytes) -> str:
    """A short hash of the parts in order, the same on every machine."""
    seen = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        seen.update(len(data).to_bytes(8))
        seen.update(data)
    return seen.hexdigest()


def content_hash(data: bytes) -> str:
    """SHA-256 in base64, as browsers compare it in `integrity="sha256-…"`."""
    return b64encode(hashlib.sha256(data).digest()).decode()


def sealed(key: str, data: bytes) -> bytes:
    """Bytes to keep under a key, with a hash of both before them."""
    return hashlib.blake2b(data, digest_size=_SEAL, key=key.encode()[:64]).digest() + data


def unsealed(key: str, kept: bytes) -> bytes | None:
    """The bytes that were sealed, or None if they are not as they were or not from this key."""
    data = kept[_SEAL:]
    return data if sealed(key, data) == kept else None


@functools.cache
def code_of(*names: str) -> str:
    """A hash of the code of packages and modules, ours and others', as they would be imported now.

    A name with a hyphen, or with `==` after it, is that of a distribution, of which the version is enough. Python and
    the lock file count too.
    """
    lock = Path(__file__).parents[2] / "requirements.txt"
    common = (sys.implementation.cache_tag or "", lock.read_bytes() if lock.is_file() else b"")
    return digest(*common, *(part for name in names for part in (name.encode(), *_code(name))))


def _code(name: str) -> Iterator[bytes]:
    yield version(name.removesuffix("==")).encode()
    found = find_spec(name)
    if found is None or not found.origin:
        return
    folder, _, module = found.origin.rpartition("/")
    files = sorted(_files(folder)) if found.submodule_search_locations else [f"{folder}/{module}"]
    files += sorted(_files(f"{folder}.libs"))  # whose names hold hashes of what is in them
    above = len(folder.rpartition("/")[0]) + 1
    for file in files:
        if not file.endswith(".pyc"):
            yield os.fsencode(file[above:])
            with open(file, "rb", buffering=0) as data:
                yield data.read() if file.endswith(_READ) else str(os.fstat(data.fileno()).st_size).encode()


def version(name: str) -> str:
    """The version of a distribution, or nothing where there is none."""
    return _versions().get(_plain(name), "")


@functools.cache
def _versions() -> Mapping[str, str]:
    """Of all distributions, as their folders are named; importing what reads their metadata takes much longer."""
    places = [place for place in reversed(sys.path) if os.path.isdir(place)]
    folders = [name for place in places for name in os.listdir(place) if name.endswith(".dist-info")]
    parts = (name.removesuffix(".dist-info").partition("-") for name in folders)
    return {_plain(name): version for name, _, version in parts}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _files(folder: str) -> Iterator[str]:
    """The files below a folder; none where there is no folder."""
    for top, _, names in os.walk(folder):
        yield from (f"{top}/{name}" for name in names if os.path.isfile(f"{top}/{name}"))
