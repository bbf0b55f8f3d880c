"""Worker processes end with the process that started them.

with ProcessPoolExecutor(jobs, initializer=end_with_parent) as pool: ...

Such a pool's workers hold both ends of the pipe from which they take their work, so that without this they would wait
for ever after their parent was killed. (A multiprocessing.Pool closes one end; its workers notice by themselves.)
"""

import gc
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def end_with_parent() -> None:
    """Run in a new worker: from now on it ends as soon as its parent is gone."""
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    import multiprocessing  # takes long to load, and only workers need it

    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def uncollected() -> Iterator[None]:
    """A build makes millions of values and hardly a cycle; looking for one in them takes a tenth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
