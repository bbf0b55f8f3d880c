"""Live preview: a web server that builds again when a question, a diagram or a page is saved, and reloads the browser.

The watching, serving and reloading are MkDocs' own server; the building is ours, so that one edit costs one page.
"""

import logging
import socket
from collections.abc import Callable, Iterable
from http import HTTPStatus
from os.path import realpath
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator import pipeline
from generator.commands.overlay import BARE, show_over
from generator.commands.reporting import many
from generator.commands.watching import follow, standing
from generator.options import Options
from generator.problems import Failed, Place, Problem, errors

_WATCHED = ("mkdocs.yml", "docs", "overrides", "icons")


class Preview(LiveReloadServer):
    """The server, which says where it is as soon as it answers, and shows on each page why it is not the newest."""

    problems: tuple[Problem, ...] = ()
    """What kept the last build from being published."""

    def server_activate(self) -> None:
        """Listen, and say so."""
        super().server_activate()
        print(f"http://127.0.0.1:{self.server_port}/  (Ctrl-C stops)", flush=True)

    def missing(self, code: int) -> bytes | None:
        """The page for an address that leads nowhere; without a site yet, one that says why and waits for it."""
        page = Path(self.root) / "404.html"
        if code != HTTPStatus.NOT_FOUND:
            return None
        found = page.read_bytes() if page.is_file() else BARE
        shown: bytes = self._inject_js_into_html(found, self._visible_epoch)  # type: ignore[no-untyped-call]
        return shown


def serve(options: Options, port: int, show: Callable[[Iterable[Problem]], None]) -> None:
    """Serve until interrupted; a mistake while editing is shown and leaves the last good site up.

    Raises Failed where the port is taken; port 0 is any free one.
    """
    port = _free(port)
    server = Preview(lambda: build(), "127.0.0.1", port, realpath(options.out), polling_interval=0.1)

    def build() -> None:
        server.problems = _rebuild(options, show)

    server.build_delay = 0.05
    named = (*options.bank_paths, options.diagram_folder, *(options.home / name for name in _WATCHED))
    paths = [Path(realpath(path)) for path in named if path]
    follow(server, paths, standing(paths))
    show_over(server, lambda: server.problems)
    _quiet(server)
    build()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print("stopped")
    finally:
        server.shutdown()


def _free(port: int) -> int:
    """The port, if nobody listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            what = f"cannot serve here: {error.strerror}"
            raise Failed.at(f"127.0.0.1:{port}", what, "name another with --port") from error
        return int(probe.getsockname()[1])


def _rebuild(options: Options, show: Callable[[Iterable[Problem]], None]) -> tuple[Problem, ...]:
    """Build once; what kept it from being published is shown and returned, and the browser keeps the last good site."""
    try:
        outcome = pipeline.build(options)
    except Failed as failed:
        show(failed.problems)
        return errors(failed.problems) or failed.problems
    except Exception as error:  # a mistake of ours must not end the author's evening
        what = f"cannot be built: {type(error).__name__}: {error}"
        wrong = Problem(Place("site"), what, "a mistake of the generator: please report it; saving tries again")
        show([wrong])
        return (wrong,)
    show(outcome.problems)
    if outcome.guests:
        print(outcome.guests, flush=True)
    print(f"{many(outcome.rendered, 'page')} rendered", flush=True)
    return ()


def _quiet(server: Preview) -> None:
    """Keep the request log to itself: only problems are of interest while writing."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server.error_handler = server.missing
