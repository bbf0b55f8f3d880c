"""Worker processes end with the process that started them.

with ProcessPoolExecutor(jobs, initializer=end_with_parent) as pool: ...

Such a pool's workers hold both ends of the pipe from which they take their work, so that without this they would wait
for ever after their parent was killed. (A multiprocessing.Pool closes one end; its workers notice by themselves.)
"""

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """Run in a new worker: from now on it ends as soon as its parent is gone."""
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
