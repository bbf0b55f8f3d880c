"""Asks a site in a real browser, and keeps what came, how long it took, and how many bytes it cost.

measure(folder, ask, [("tinyurl", frozenset({910}))])  ->  Figures(success1=1.0, …, first_ms=180.0, bytes=19950)
"""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
BLOCKS = """window.blocks = [0];
new PerformanceObserver((list) => window.blocks.push(...list.getEntries().map((each) => each.duration)))
  .observe({ type: "longtask", buffered: true });"""
TIMED = """async ({ ask, text }) => {
  const start = performance.now();
  const numbers = await eval(ask)(text);
  return { numbers, ms: performance.now() - start };
}"""

Query = tuple[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Figures:
    """What one engine did with one set of queries on one bank."""

    queries: int
    success1: float
    success5: float
    reciprocal: float
    """Mean reciprocal rank of the first right one among ten."""
    first_bytes: int
    """Over the wire, gzipped, from focusing the field to the first result."""
    page_bytes: int
    """Over the wire before the reader asked for anything."""
    first_ms: float
    later_ms: float
    """The slowest of all later queries."""
    block_ms: float
    """The longest task of the page's main thread; 0 where none was longer than 50 ms."""
    missed: tuple[tuple[str, int], ...]
    """Queries whose right answer was not first, with its place (0: not among ten)."""


class _Counting(http.server.SimpleHTTPRequestHandler):
    """Serves files as a web host would, and counts what they would weigh compressed."""

    sent: int = 0

    def log_message(self, *args: object) -> None:
        """Keep requests out of the output."""

    def do_GET(self) -> None:
        """Count, then serve."""
        path = Path(self.translate_path(self.path))
        if path.is_file():
            _Counting.sent += _weight(path)
        super().do_GET()


@functools.cache
def _weight(path: Path) -> int:
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data, 9)))


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield chromium
        chromium.close()


def measure(chromium: Browser, folder: Path, ask: str, queries: Sequence[Query]) -> Figures:
    """Open the site below `folder` once, and ask all queries one after another."""
    handler = functools.partial(_Counting, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context(service_workers="block")
        page = context.new_page()
        page.add_init_script(BLOCKS)
        _Counting.sent = 0
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
        before = _Counting.sent
        answers = []
        for text, _ in queries:
            answers.append(page.evaluate(TIMED, {"ask": ask, "text": text}))
            if len(answers) == 1:
                first_bytes = _Counting.sent - before
                page.wait_for_timeout(500)  # what comes after the first result may come
        block = page.evaluate("Math.max(...window.blocks)")
        context.close()
        server.shutdown()
    places = [_place(answer["numbers"], right) for answer, (_, right) in zip(answers, queries, strict=True)]
    times = [answer["ms"] for answer in answers]
    return Figures(
        len(queries),
        sum(place == 1 for place in places) / len(places),
        sum(1 <= place <= 5 for place in places) / len(places),
        sum(1 / place for place in places if place) / len(places),
        first_bytes,
        before,
        times[0],
        max(times[1:]),
        block,
        tuple((text, place) for (text, _), place in zip(queries, places, strict=True) if place != 1),
    )


def _place(numbers: Sequence[int], right: frozenset[int]) -> int:
    """The place of the first right answer, counted from 1; 0 where it is not among the ten."""
    return next((place for place, number in enumerate(numbers[:10], 1) if number in right), 0)
