"""The one writer: puts a finished site in place of the old one, whole or not at all.

    with staged(out, memory) as stage:      # waits for another build of the same folder
        stage.put("index.html", b"...")     # writes into site.new/ beside site/
        stage.keep("404.html", key)         # takes the old file over if it was made from the same things
    # site.new/ and site/ have changed places; on an error or a kill, site/ is as it was

What each file was made from is remembered outside the site (`memory`), together with the file's size and time. What
the site holds is listed inside it (see `ledger`): what is not on that list no build wrote, and no build deletes.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.files import swapping
from generator.files.hashing import content_hash
from generator.files.ledger import JOURNAL, LIST, Ledger, begun, in_hex, listed, written
from generator.files.memory import Entry, recall, remembered
from generator.problems import Failed


class Stage(Mapping[str, bytes]):
    """A site being written, beside the one that is published; maps the paths written so far to their contents."""

    def __init__(self, new: Path, old: Path, before: dict[str, Entry]) -> None:
        self._new = new
        self._old = old
        self._before = before
        self._folders: dict[str, str] = {}
        self._names = open(new / JOURNAL, "w", 1, encoding="utf-8")  # noqa: SIM115 - open as long as the stage
        self.entries: dict[str, Entry] = {}
        self.fault: OSError | None = None
        """Why the memory could not be written, so that the next build makes everything anew."""

    def finish(self) -> None:
        """Leave the list of what was written instead of the names of what was begun."""
        hashes = {path: in_hex(entry.content) for path, entry in self.entries.items()}
        (self._new / LIST).write_bytes(written(hashes))
        self._names.close()
        os.unlink(self._new / JOURNAL)

    def break_off(self) -> None:
        """Clear away what was written."""
        with suppress(OSError):
            self._names.close()
        swapping.clear(self._new, begun(self._new).__contains__)

    def put(self, path: str, data: bytes, key: str = "", facts: tuple[str, ...] = ()) -> None:
        """Write a file, unless the old site has the same; the key defaults to the content's hash."""
        content = content_hash(data)
        key = key or content
        if self.keep(path, key) is not None:
            return
        with open(self._target(path), "wb", buffering=0) as file:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
            stat = os.fstat(file.fileno())
        self.entries[path] = Entry(key, stat.st_size, stat.st_mtime_ns, content, facts)

    def change(self, path: str, data: bytes, facts: tuple[str, ...] = ()) -> None:
        """Put a file in the place of one that was put before."""
        os.unlink(self._new / path)
        del self.entries[path]
        self.put(path, data, facts=facts)

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

    @property
    def published(self) -> frozenset[str]:
        """Paths of the old site."""
        return frozenset(self._before)

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
            raise Failed.at(path, "this path would leave the site's folder")
        if path in self.entries or path in (LIST, JOURNAL):
            raise Failed.at(path, "two pages would be written to this path")
        inside = self._folders.get(folder)
        if inside is None:
            inside = self._folders[folder] = f"{self._new}/{folder}"
            try:
                os.mkdir(inside)
            except OSError:  # it is there, or the folder above it is not
                os.makedirs(inside, exist_ok=True)
        self._names.write(f"{path}\n")
        return f"{inside}/{name}"


@contextmanager
def staged(out: Path, memory: Path) -> Iterator[Stage]:
    """A stage that takes the place of `out` when the block ends well.

    Raises Failed where the folder cannot be written, or where something stands in it that no build wrote.
    """
    try:
        with _alone(memory.with_suffix(".lock"), out.parent):
            swapping.recover(out)
            before = recall(memory)
            old = _ledger(out, before)
            swapping.refuse_strangers(old)
            new = swapping.beside(out)
            new.mkdir(parents=True)
            stage = Stage(new, out, before)
            try:
                yield stage
                swapping.refuse_conflicts(old, new)
                stage.finish()
            except BaseException:
                stage.break_off()
                raise
            left = swapping.swap(new, old)
            try:
                replace_file(memory, remembered(memory, stage.entries))
            except OSError as fault:
                stage.fault = fault
            if left:
                raise Failed(left)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise Failed.at(error.filename or out, what, "the old site is untouched") from error


@contextmanager
def lent() -> Iterator[Path]:
    """An empty folder for programs of others, which goes with its block."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def add_file(folder: Path, path: str, data: bytes) -> None:
    """Write one file of ours into a folder and put it on the list there; raises Failed where somebody's file stands."""
    known = listed(folder)
    if os.path.lexists(folder / path) and not Ledger(folder, known).is_ours(path):
        raise Failed.at(folder / path, "no build wrote this as it is, so none replaces it", "move it away")
    write_file(folder / path, data)
    write_file(folder / LIST, written(known | {path: in_hex(content_hash(data))}))


def write_file(path: Path, data: bytes) -> None:
    """Write one file whole or not at all, with the folders it needs; raises Failed where that cannot be."""
    try:
        replace_file(path, data)
    except OSError as error:
        raise Failed.at(path, f"cannot be written: {error.strerror}") from error


def replace_file(path: Path, data: bytes, durable: bool = True) -> None:
    """Put a file in place of the one of its name, if there is one, with the same rights; a link stays a link.

    A durable one is whole even after a power cut.
    """
    path = Path(os.path.realpath(path))  # which a link to itself does not stop
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{os.urandom(6).hex()}.part")
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                os.fchmod(file.fileno(), path.stat().st_mode & 0o7777)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def _alone(path: Path, parent: Path) -> Iterator[None]:
    """Hold the lock of a folder, a file beside the memory or else its parent; a second build waits here."""
    with ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
        except OSError:
            parent.mkdir(parents=True, exist_ok=True)
            lock = os.open(parent, os.O_RDONLY)
        stack.callback(os.close, lock)
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _ledger(out: Path, before: Mapping[str, Entry]) -> Ledger:
    """What was written into a site, as it is remembered and as the site's own list has it."""
    stamps = {path: (entry.size, entry.modified) for path, entry in before.items()}
    return Ledger(out, {path: in_hex(entry.content) for path, entry in before.items()} | listed(out), stamps)
