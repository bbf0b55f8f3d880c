"""`python -m generator`: the command line in a process of its own."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line and end at once: to take a bank of a thousand questions apart again takes a while."""
    gc.disable()  # until a build has ended, so that none of what is loaded is looked through for cycles
    from generator.cli import main

    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    else:
        status = 0
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
