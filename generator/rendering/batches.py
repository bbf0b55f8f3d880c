"""Many pages at once, in batches: of many, each goes to one of several processes that share the MkDocs loaded here.

Workers are forked, so that nothing is loaded or sent twice. A few pages are rendered in this process, because
starting workers costs more than they do.
"""

import multiprocessing
import os
from collections.abc import Iterator, Sequence

from generator.rendering.engine import Engine

BATCH = 40
"""Pages rendered at a time: few enough for a moving progress bar, enough to keep the processor at one task."""

FEW = 2000
"""Below this, several processes save less than half a second, and cost a tenth more of the processors' time."""

_engine: Engine


def render(engine: Engine, pages: Sequence[tuple[str, str]], jobs: int = 0) -> Iterator[tuple[str, str]]:
    """Path in the site and HTML of each page, in the order given.

    `pages` are source paths and Markdown texts; `jobs` is the number of processes, 0 for one a core.
    """
    jobs = jobs or os.cpu_count() or 1
    batches = [pages[start : start + BATCH] for start in range(0, len(pages), BATCH)]
    if jobs == 1 or len(pages) < FEW:
        for batch in batches:
            yield from _render(engine, batch)
        return
    global _engine
    _engine = engine
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        for done in pool.imap(_render_shared, batches):
            yield from done


def _render_shared(batch: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return _render(_engine, batch)


def _render(engine: Engine, batch: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(engine.address(uri), html) for (uri, _), html in zip(batch, engine.pages(batch), strict=True)]
