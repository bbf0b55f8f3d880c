"""Many pages at once: batches go to worker processes that share the MkDocs loaded here.

Workers are forked, so that nothing is loaded or sent twice. A few pages are rendered in this process, because
starting workers costs more than they do.
"""

import multiprocessing
import os
from collections.abc import Iterator, Sequence

from generator.rendering.engine import Engine

BATCH = 40
"""Pages a worker takes at a time: few enough for a moving progress bar, enough to make passing them cheap."""

FEW = 60
"""Below this, one process is quicker than several."""

_engine: Engine


def render(engine: Engine, pages: Sequence[tuple[str, str]], jobs: int = 0) -> Iterator[tuple[str, str]]:
    """Path in the site and HTML of each page, in the order given.

    `pages` are source paths and Markdown texts; `jobs` is the number of processes, 0 for one a core.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(pages) < FEW:
        for page in pages:
            yield _render(engine, page)
        return
    global _engine
    _engine = engine
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_render_shared, pages, chunksize=BATCH)


def _render_shared(page: tuple[str, str]) -> tuple[str, str]:
    return _render(_engine, page)


def _render(engine: Engine, page: tuple[str, str]) -> tuple[str, str]:
    uri, text = page
    return engine.address(uri), engine.page(uri, text)
