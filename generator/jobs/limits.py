"""A limit to the processor's time that one thing of an author's may take, whatever is in it.

    with within(10):
        parse(text)      # TooLong is raised in here

    with bounded(question.place, "making the page of Q1"):
        render(question)      # Failed is raised: bank.md:3: making the page of Q1 takes more than 10 seconds; …

The limits of size keep most things far below it; it is for the heap of characters that nobody thought of.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from generator.problems import Failed, Place

SECONDS = 10
"""For one answer to be read, and for its page to be made; the longest ones of prose take a third of one."""
HINT = "look for a long run of the same character"


class TooLong(BaseException):
    """Something took longer than it may; no mistake, so that nothing on the way takes it for one of its own."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooLong in the block after so many seconds of work; outside of a process's main thread there is no limit.

    Not to be nested: a process has one such clock.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def bounded(place: Place, what: str) -> Iterator[None]:
    """Raise Failed, which says what takes too long and where it stands, after `SECONDS` of work in the block."""
    try:
        with within(SECONDS):
            yield
    except TooLong:
        raise Failed.at(place, f"{what} takes more than {SECONDS} seconds", HINT) from None


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLong
