"""Notes which files a module reads, and refuses what it may not do, in words that its author understands.

The operating system refuses as well, where it can (bounds.py); here the refusal has a reason, on every system.
"""

import hashlib
import os
import sys
from typing import Any

_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = dict.fromkeys(("os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.chown", "os.utime"), 1)
_CHANGES |= dict.fromkeys(("os.rename", "os.link", "os.symlink"), 2)
"""Event -> how many paths it names that it changes."""
_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")
_LISTINGS = ("os.listdir", "os.scandir")


class Watch:
    """What one module has read below a folder."""

    def __init__(self, path: str, root: str, folder: str) -> None:
        self.path = path
        self.home = os.path.dirname(path)
        self.root = root
        self.folder = folder
        self.seen: dict[str, None] = {}
        self.loaded = set(sys.modules)
        self.quiet = False
        """While we look at files ourselves."""

    def begin(self) -> None:
        """Watch from now on; there is no end to it."""
        sys.addaudithook(self._notice)

    def opened(self) -> list[list[str]]:
        """What was read or imported, as paths from the module's folder, each with the hash of what is there."""
        self.quiet = True
        new = [module for name, module in list(sys.modules.items()) if name not in self.loaded]
        imported = [path for module in new if isinstance(path := getattr(module, "__file__", None), str)]
        found = {path for path in (*self.seen, *imported) if self._ours(path)} - {self.path}
        return sorted([os.path.relpath(path, self.home), state(path)] for path in found)

    def _notice(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.quiet:
            return
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int):
                return
            if flags & _WRITE:
                self._writable(path)
            else:
                self._read(path)
        elif event in _LISTINGS:
            importing = sys._getframe(1).f_code.co_filename.startswith("<frozen importlib")
            if not importing and not isinstance(arguments[0], int):
                self._read(arguments[0] or ".")
        elif event in _CHANGES:
            for path in arguments[: _CHANGES[event]]:
                self._writable(path)
        elif event in _NETWORK:
            raise PermissionError("diagram modules have no network; keep what they need beside them")

    def _read(self, path: Any) -> None:
        name = os.path.abspath(os.fsdecode(path))
        if self._ours(name):
            self.seen[name] = None

    def _ours(self, path: str) -> bool:
        """Whether a file belongs to the author, not to Python, its libraries or this run."""
        foreign = (self.folder, sys.prefix, sys.base_prefix, os.path.join(self.root, ".git"))
        return _within(path, self.root) and not any(_within(path, other) for other in foreign)

    def _writable(self, path: Any) -> None:
        if isinstance(path, int):
            return
        name = os.path.abspath(os.fsdecode(path))
        inside = _within(os.path.join(os.path.realpath(os.path.dirname(name)), os.path.basename(name)), self.folder)
        if not inside and name != os.devnull:
            raise PermissionError(f"diagram modules write only in the folder that they run in, not '{name}'")


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def state(path: str) -> str:
    """A hash of a file's bytes or of a folder's names; empty where there is neither."""
    try:
        if os.path.isdir(path):
            return hashlib.sha256("\0".join(sorted(os.listdir(path))).encode("utf-8", "surrogateescape")).hexdigest()
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
