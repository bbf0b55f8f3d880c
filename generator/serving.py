"""Live preview: a web server that builds again when a question, a diagram or a page is saved, and reloads the browser.

The watching, serving and reloading are MkDocs' own server; the building is ours, so that one edit costs one page.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator import pipeline
from generator.options import ROOT, Options
from generator.problems import Failed, Problem

WATCHED = ("mkdocs.yml", "docs", "overrides")


def serve(options: Options, port: int, show: Callable[[Iterable[Problem]], None]) -> None:
    """Serve until interrupted; a mistake while editing is shown and leaves the last good site up."""
    out = options.out.resolve()
    server = LiveReloadServer(lambda: _rebuild(options, show), "127.0.0.1", port, str(out), polling_interval=0.1)
    server.build_delay = 0.05
    for path in (*options.bank_paths, options.diagram_folder, *(ROOT / name for name in WATCHED)):
        if path and path.exists():
            server.watch(str(path.resolve()))
    _quiet(server)
    _rebuild(options, show)
    print(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C stops)", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print("stopped")
    finally:
        server.shutdown()


def _rebuild(options: Options, show: Callable[[Iterable[Problem]], None]) -> None:
    """Build once; problems are shown, the browser keeps the last good site."""
    try:
        outcome = pipeline.build(replace(options, keep_markdown=False))
    except Failed as failed:
        show(failed.problems)
        return
    show(outcome.problems)
    print(f"{outcome.rendered} pages rendered", flush=True)


def _quiet(server: LiveReloadServer) -> None:
    """Keep the request log to itself: only problems are of interest while writing."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server.error_handler = lambda code: _missing(Path(server.root)) if code == 404 else None


def _missing(root: Path) -> bytes | None:
    page = root / "404.html"
    return page.read_bytes() if page.is_file() else None
