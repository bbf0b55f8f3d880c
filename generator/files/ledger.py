"""What a build wrote into a folder, by name and content: the list by which it knows its own files again.

The list lies in the folder itself, as `sha256sum --check` reads it, so that it goes wherever the folder goes:

    0f3a…  index.html
    77c1…  questions/901/index.html

Whatever else stands in the folder belongs to somebody: nothing here is deleted for it, and nothing of it is replaced.
"""

import hashlib
import os
import stat
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LIST = ".sha256sums"
JOURNAL = ".writing"
"""The names that a build has begun to write, as long as it has not ended: enough to clear them away after a kill."""

SHOWN = 5
"""Strangers that are named; of a whole home folder nobody wants a line for each file."""


def is_carried(name: str) -> bool:
    """Whether a name at the top of a site is taken along from build to build, whoever put it there.

    Version control, a host's settings and its proofs of ownership: .git, .nojekyll, .well-known, CNAME.
    """
    return name == "CNAME" or (name.startswith(".") and name not in (LIST, JOURNAL))


def in_hex(content: str) -> str:
    """A hash as the list has it, from one in base64."""
    return b64decode(content).hex()


def written(hashes: Mapping[str, str]) -> bytes:
    """The list of some files, from their hashes by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def listed(folder: Path) -> dict[str, str]:
    """The hashes by path that a folder's list names; nothing where there is none."""
    try:
        lines = (folder / LIST).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {path: content for content, path in pairs}


def begun(folder: Path) -> frozenset[str]:
    """The names that a broken-off build may have written into its folder."""
    try:
        return frozenset((folder / JOURNAL).read_text("utf-8").split("\n"))
    except (OSError, UnicodeDecodeError):
        return frozenset()


@dataclass
class Ledger:
    """The files of one folder that a build wrote."""

    folder: Path
    hashes: Mapping[str, str]
    """What each file holds, by path, as the list names it."""
    stamps: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Size and time of files whose content needs no comparing as long as they stay."""

    def strangers(self) -> Iterator[str]:
        """Paths of what no build wrote: foreign files and folders, and files of ours that somebody changed."""
        folders: set[str] = set()
        for path in self.hashes:
            while path := path.rpartition("/")[0]:
                if path in folders:
                    break
                folders.add(path)
        yield from self._strangers("", folders)

    def is_ours(self, path: str) -> bool:
        """Whether the file is what a build wrote; an empty one of its name holds nothing that could be lost."""
        if path not in self.hashes:
            return False
        name = f"{self.folder}/{path}"
        found = os.lstat(name)
        if not stat.S_ISREG(found.st_mode):
            return False
        stamp = (found.st_size, found.st_mtime_ns)
        if found.st_size == 0 or self.stamps.get(path) == stamp:
            return True
        with open(name, "rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == self.hashes[path]
        if same:
            self.stamps[path] = stamp
        return same

    def _strangers(self, prefix: str, folders: set[str]) -> Iterator[str]:
        with os.scandir(self.folder / prefix) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
        for entry in inside:
            path = prefix + entry.name
            known = path in folders or path in self.hashes
            if not prefix and not known and (entry.name in (LIST, JOURNAL) or is_carried(entry.name)):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._strangers(f"{path}/", folders) if path in folders else (f"{path}/",)
            elif not self.is_ours(path):
                yield path
