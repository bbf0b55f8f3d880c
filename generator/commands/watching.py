"""Watches files and folders of an author, those too that are not there yet: a first diagram, a first template.

Watching begins after the first build; what is saved during it is noticed by how things stood before.

    before = standing(paths)
    …                                          the first build
    follow(server, paths, before)
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


def follow(server: LiveReloadServer, paths: Iterable[Path], before: Mapping[str, tuple[int, int]]) -> None:
    """Let a server build when something changes there, and at once if something was saved since things stood so."""
    for path in paths:
        _watch_when_there(server, path)
    loop: Callable[[], None] = server._build_loop

    def looped() -> None:
        if standing(paths) != before:
            _want_build(server)
        loop()

    setattr(server, "_build_loop", looped)  # noqa: B010 - MkDocs has no other way in


def _watch_when_there(server: LiveReloadServer, path: Path) -> None:
    """Build when something changes there, from now on or from the moment that it comes."""
    if path.exists():
        server.watch(str(path))
    elif path.parent.is_dir():
        server.observer.schedule(_Coming(server, path), str(path.parent), recursive=False)


def standing(paths: Iterable[Path]) -> Mapping[str, tuple[int, int]]:
    """Time and size of each file at or below some paths."""
    every = (file for path in paths for file in (path.rglob("*") if path.is_dir() else (path,)))
    found = {}
    for file in every:
        with suppress(OSError):  # gone meanwhile, or not there yet
            stat = file.stat()
            if S_ISREG(stat.st_mode):
                found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found


def _want_build(server: LiveReloadServer) -> None:
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


class _Coming(FileSystemEventHandler):
    """Waits for a file or folder."""

    def __init__(self, server: LiveReloadServer, path: Path) -> None:
        self.server, self.path = server, path

    def on_created(self, event: FileSystemEvent) -> None:
        """Watch it if it is what came."""
        self._look(event.src_path)

    def on_moved(self, event: FileSystemEvent) -> None:
        """The same; a new folder looks renamed too where it takes a deleted one's place on disk."""
        self._look(event.dest_path)

    def _look(self, came: bytes | str) -> None:
        """Watch it, and build at once: what lies in it may have come together with it."""
        if Path(os.fsdecode(came)) != self.path:
            return
        self.server.watch(str(self.path))
        _want_build(self.server)
