"""Live preview: a web server that builds again when a question, a diagram or a page is saved, and reloads the browser.

The watching, serving and reloading are MkDocs' own server; the building is ours, so that one edit costs one page.
"""

import logging
import socket
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator import pipeline
from generator.hashing import content_hash
from generator.options import Options
from generator.problems import Failed, Place, Problem

WATCHED = ("mkdocs.yml", "docs", "overrides")


class Preview(LiveReloadServer):
    """The server, which says where it is as soon as it answers."""

    def server_activate(self) -> None:
        """Listen, and say so."""
        super().server_activate()
        print(f"http://127.0.0.1:{self.server_port}/  (Ctrl-C stops)", flush=True)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page with MkDocs' script that reloads it, which the page's policy allows by its hash as well."""
        whole: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = whole[whole.rfind(b"<script>") + len(b"<script>") : whole.rfind(b"</script>")]
        return whole.replace(b"script-src 'self'", f"script-src 'self' 'sha256-{content_hash(script)}'".encode(), 1)


def serve(options: Options, port: int, show: Callable[[Iterable[Problem]], None]) -> None:
    """Serve until interrupted; a mistake while editing is shown and leaves the last good site up.

    Raises Failed where the port is taken; port 0 is any free one.
    """
    port = _free(port)
    server = Preview(
        lambda: _rebuild(options, show), "127.0.0.1", port, str(options.out.resolve()), polling_interval=0.1
    )
    server.build_delay = 0.05
    for path in (*options.bank_paths, options.diagram_folder, *(options.home / name for name in WATCHED)):
        if path and path.exists():
            server.watch(str(path.resolve()))
    _quiet(server)
    _rebuild(options, show)
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
            where = Place(f"127.0.0.1:{port}")
            raise Failed(
                [Problem(where, f"cannot serve here: {error.strerror}", "name another with --port")]
            ) from error
        return int(probe.getsockname()[1])


def _rebuild(options: Options, show: Callable[[Iterable[Problem]], None]) -> None:
    """Build once; problems are shown, the browser keeps the last good site."""
    try:
        outcome = pipeline.build(options)
    except Failed as failed:
        show(failed.problems)
        return
    except Exception as error:  # a mistake of ours must not end the author's evening
        what = f"cannot be built: {type(error).__name__}: {error}"
        show([Problem(Place("site"), what, "a mistake of the generator: please report it; saving tries again")])
        return
    show(outcome.problems)
    print(f"{outcome.rendered} pages rendered", flush=True)


def _quiet(server: Preview) -> None:
    """Keep the request log to itself: only problems are of interest while writing."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server.error_handler = lambda code: _missing(Path(server.root)) if code == 404 else None


def _missing(root: Path) -> bytes | None:
    page = root / "404.html"
    return page.read_bytes() if page.is_file() else None
