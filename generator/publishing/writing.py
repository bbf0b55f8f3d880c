"""The one writer: puts a finished site in place of the old one, whole or not at all.

    with staged(out, memory) as stage:      # waits for another build of the same folder
        stage.put("index.html", b"...")     # writes into site.new/ beside site/
        stage.keep("404.html", key)         # takes the old file over if it was made from the same things
    # site.new/ and site/ have changed places; on an error or a kill, site/ is as it was

What each file was made from is remembered outside the site (`memory`), together with the file's size and time, so that
a file somebody touched by hand is made again.
"""

import ctypes
import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.cache import content_hash, digest
from generator.problems import Failed, Place, Problem

AT_FDCWD = -100
RENAME_EXCHANGE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of one file of a site."""

    key: str
    """Hash of what it was made from."""
    size: int
    modified: int
    """Nanoseconds, as the file system has it."""
    content: str
    """Hash of its bytes, by which a reader's browser knows it."""
    facts: tuple[str, ...] = ()
    """What the maker wants to know of it next time without reading it, such as its links."""


class Stage(Mapping[str, bytes]):
    """A site being written, beside the one that is published; maps the paths written so far to their contents."""

    def __init__(self, new: Path, old: Path, before: dict[str, Entry]) -> None:
        self._new = new
        self._old = old
        self._before = before
        self._folders = {"": str(new)}
        self.entries: dict[str, Entry] = {}

    def put(self, path: str, data: bytes, key: str = "", facts: tuple[str, ...] = ()) -> None:
        """Write a file, unless the old site has the same; the key defaults to the content's hash."""
        key = key or digest(data)
        if self.keep(path, key) is not None:
            return
        with open(self._target(path), "wb") as file:
            file.write(data)
            file.flush()
            stat = os.fstat(file.fileno())
        self.entries[path] = Entry(key, stat.st_size, stat.st_mtime_ns, content_hash(data), facts)

    def keep(self, path: str, key: str) -> Entry | None:
        """Take the old site's file over if it was made from the same things and is untouched; else None."""
        entry = self.before(path)
        if entry is None or entry.key != key:
            return None
        try:
            os.link(f"{self._old}/{path}", self._target(path))
        except OSError:
            return None
        self.entries[path] = entry
        return entry

    def before(self, path: str) -> Entry | None:
        """What is remembered of the old site's file, if it is still as it was."""
        entry = self._before.get(path)
        if entry is None:
            return None
        try:
            stat = os.lstat(f"{self._old}/{path}")
        except OSError:
            return None
        return entry if (stat.st_size, stat.st_mtime_ns) == (entry.size, entry.modified) else None

    def __getitem__(self, path: str) -> bytes:
        if path not in self.entries:
            raise KeyError(path)
        return (self._new / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.entries))

    def __len__(self) -> int:
        return len(self.entries)

    def _target(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        if path.startswith("/") or ".." in path.split("/"):
            raise Failed([Problem(Place(path), "this path would leave the site's folder")])
        if path in self.entries:
            raise Failed([Problem(Place(path), "two pages would be written to this path")])
        inside = self._folders.get(folder)
        if inside is None:
            inside = self._folders[folder] = f"{self._new}/{folder}"
            os.makedirs(inside, exist_ok=True)
        return f"{inside}/{name}"


@contextmanager
def staged(out: Path, memory: Path) -> Iterator[Stage]:
    """A stage that takes the place of `out` when the block ends well.

    Raises Failed where the folder cannot be written or something that is no site stands there.
    """
    try:
        with _alone(memory.with_suffix(".lock")):
            new = out.with_name(f".{out.name}.new")
            _clear(new)
            _recover(out)
            _refuse_strangers(out, memory)
            new.mkdir(parents=True)
            try:
                stage = Stage(new, out, _recall(memory))
                yield stage
                _swap(new, out)
            finally:
                _clear(new)
            _note(memory, stage.entries)
    except OSError as error:
        where = Place(str(error.filename or out))
        raise Failed([Problem(where, f"cannot be written: {error.strerror}", "the old site is untouched")]) from error


def write_file(path: Path, data: bytes) -> None:
    """Write one file whole or not at all, with the folders it needs."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise Failed([Problem(Place(str(path)), f"cannot be written: {error.strerror}")]) from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the folder's lock, a file beside the memory; a second build waits here."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _refuse_strangers(out: Path, memory: Path) -> None:
    """Never replace a folder that no build made: `--out ~` must not cost anybody their files."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise Failed([Problem(Place(str(out)), "is not a folder", "name another with --out")])
    if out.is_dir() and any(out.iterdir()) and not memory.exists() and not (out / "api/bank.json").exists():
        raise Failed([Problem(Place(str(out)), "holds files that are no site of ours", "name another with --out")])


def _swap(new: Path, out: Path) -> None:
    """Exchange both folders in one step where the system can, else by two renames that `_recover` mends."""
    if not out.exists():
        new.rename(out)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename and rename(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(out), RENAME_EXCHANGE) == 0:
        return
    aside = out.with_name(f".{out.name}.old")
    _clear(aside)
    out.rename(aside)
    new.rename(out)
    _clear(aside)


def _recover(out: Path) -> None:
    """Bring back the site that a killed build had put aside."""
    aside = out.with_name(f".{out.name}.old")
    if aside.exists() and not out.exists():
        aside.rename(out)
    _clear(aside)


def _clear(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _recall(memory: Path) -> dict[str, Entry]:
    try:
        kept = json.loads(memory.read_text("utf-8"))
        return {
            path: Entry(key, size, modified, content, tuple(facts))
            for path, (key, size, modified, content, facts) in kept.items()
        }
    except (OSError, ValueError, TypeError):
        return {}


def _note(memory: Path, entries: dict[str, Entry]) -> None:
    fields = {path: (each.key, each.size, each.modified, each.content, each.facts) for path, each in entries.items()}
    write_file(memory, json.dumps(fields).encode())
