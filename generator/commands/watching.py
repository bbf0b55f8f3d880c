"""Watches files and folders of an author, those too that are not there yet: a first diagram, a first template.

watch_when_there(server, Path("diagrams"))
"""

import os
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler


def watch_when_there(server: LiveReloadServer, path: Path) -> None:
    """Build when something changes there, from now on or from the moment that it comes."""
    if path.exists():
        server.watch(str(path))
    elif path.parent.is_dir():
        server.observer.schedule(_Coming(server, path), str(path.parent), recursive=False)


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
        with self.server._rebuild_cond:
            self.server._want_rebuild = True
            self.server._rebuild_cond.notify_all()
